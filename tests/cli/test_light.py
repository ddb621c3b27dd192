"""What no command may load unless a draft needs it: spaCy takes half a second, textstat a fifth."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

HEAVY = ("spacy", "textstat", "thinc", "numpy", "pygls", "lsprotocol", "multiprocessing", "urllib.request")
READING = ("pydantic", "yaml", "importlib.metadata")  # for rules, until they have been read
# The command runs as it would, and the modules it has loaded are told on standard error.
WRAPPED = f"""
import sys
from newslint.cli import run
code = run(sys.argv[1:])
print(*sorted({set(HEAVY + READING)!r} & set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""
PLAIN = """Council closes the pool

The council voted on Tuesday to close the pool in Marden.

“We had no choice,” said Ann Rowe, the mayor. “The roof would not have stood another winter.”

Work will begin in March and cost $2 million, Rowe said.
"""
PATTERN = """\
rule: house/vote
title: Do not vote
severity: warning
why: |
  Nobody votes.
see: https://example.org/policy
pattern: [{lemma: [vote]}]
message: Why?
examples:
  flags: |
    They [[voted]] on it.
    She [[votes]] today.
  passes: |
    They met.
    “We vote,” she said.
"""


def loaded(*arguments: str, watched: Iterable[str] = HEAVY) -> tuple[int, str, set[str]]:
    """Exit code, standard output, and which of the modules watched were loaded."""
    done = subprocess.run(
        [sys.executable, "-c", WRAPPED, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, {*done.stderr.split()} & {*watched}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--version"], "newslint "),
        (["rules", "list"], "quotes/unattributed"),
        (["explain", "claims/impersonal-belief"], "It flags"),
    ],
)
def test_commands_that_read_no_draft_load_neither(arguments: list[str], told: str) -> None:
    code, out, heavy = loaded(*arguments)
    assert (code, heavy) == (0, set())
    assert told in out


@pytest.mark.parametrize("selected", [[], ["--select", "quotes,names,dates"]])
def test_a_check_of_a_plain_draft_loads_neither(tmp_path: Path, selected: list[str]) -> None:
    draft = tmp_path / "pool.txt"
    draft.write_text(PLAIN, encoding="utf-8")
    code, out, heavy = loaded("check", str(draft), *selected)
    assert (code, heavy) == (0, set())
    assert "1 draft" in out


def test_a_draft_that_needs_the_pipeline_loads_it(tmp_path: Path) -> None:
    """Else the tests above would prove nothing."""
    (tmp_path / "rules" / "house").mkdir(parents=True)
    (tmp_path / "rules" / "house" / "vote.yml").write_text(PATTERN, encoding="utf-8")
    (tmp_path / "newslint.toml").write_text('packs = ["rules"]\n', encoding="utf-8")
    draft = tmp_path / "pool.txt"
    draft.write_text(PLAIN, encoding="utf-8")
    _, out, heavy = loaded("check", str(draft))
    assert "house/vote" in out
    assert "spacy" in heavy


def test_rules_that_are_known_are_not_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(tmp_path / "cache"))
    draft = tmp_path / "pool.txt"
    draft.write_text(PLAIN, encoding="utf-8")
    first, again = (loaded("check", str(draft), watched=READING) for _ in range(2))
    assert {"pydantic", "yaml"} <= first[2]
    assert again == (first[0], first[1], set())
