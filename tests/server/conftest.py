"""A desk for editors: a folder with a config and house rules, whose drafts are only in the editor."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

CONFIG = 'packs = ["rules"]\nselect = ["house", "quotes", "dates", "claims"]\n'
SLAMMED = """\
rule: house/slammed
title: Nobody slams
severity: error
why: |
  We have better words.
see: https://www.ap.org/about/news-values-and-principles/
avoid: {words: [slammed]}
message: Another word for “{match}”?
examples:
  flags: |
    He [[slammed]] it.
    She [[slammed]] the plan.
  passes: |
    He opposed it.
    “He slammed it,” she said.
"""
SPELLING = """\
rule: house/spelling
title: adviser, not advisor
severity: suggestion
why: |
  The house spelling is adviser.
see: https://www.ap.org/about/news-values-and-principles/
prefer: {use: adviser, not: [advisor], safe: yes}
message: We write “{better}”, not “{match}”.
examples:
  flags: |
    The [[advisor]] left. -> The adviser left.
    An [[advisor]] stayed. -> An adviser stayed.
  passes: |
    The adviser left.
    “My advisor left,” she said.
"""


def set_up(folder: Path) -> Path:
    """Make ``folder`` a repository of drafts."""
    (folder / ".git").mkdir(parents=True)  # no config above this folder is looked for
    (folder / "rules" / "house").mkdir(parents=True)
    (folder / "newslint.toml").write_text(CONFIG, encoding="utf-8")
    for name, text in (("slammed", SLAMMED), ("spelling", SPELLING)):
        (folder / "rules" / "house" / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return set_up(tmp_path_factory.mktemp("editor") / "house")


async def until(holds: Callable[[], object], seconds: float = 60) -> None:
    """Wait until something holds; fail where it does not come to."""
    waited = 0.0
    while not holds():
        await asyncio.sleep(0.02)
        waited += 0.02
        assert waited < seconds, "it did not come to hold"
