"""Which files the pre-commit hook takes for drafts: a story must not slip past because of its name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from newslint.readers.markdown import MarkdownReader
from newslint.readers.plain import PlainReader


@pytest.mark.parametrize(
    "name", ["security-council-meets.md", "licence-fees.txt", "contributing-to-war.md", "A.TXT"]
)
@pytest.mark.parametrize("folder", ["", "drafts/", "security/"])
def test_a_story_is_taken(checkout: Path, folder: str, name: str) -> None:
    assert taken(checkout, folder + name)


@pytest.mark.parametrize("suffix", [*PlainReader.suffixes, *MarkdownReader.suffixes])
def test_every_format_that_is_read_is_taken(checkout: Path, suffix: str) -> None:
    assert taken(checkout, f"story{suffix}")


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "docs/readme.de.md",
        "CHANGELOG.md",
        "SECURITY.md",
        "LICENSE.txt",
        "LICENCE.md",
        "CONTRIBUTING.md",
        "requirements.txt",
        "requirements-dev.txt",
        "requirements_test.txt",
        "CODE_OF_CONDUCT.md",
        "main.py",
    ],
)
def test_what_is_about_the_repository_is_not(checkout: Path, name: str) -> None:
    assert not taken(checkout, name)


def taken(checkout: Path, name: str) -> bool:
    hooks = yaml.safe_load((checkout / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    reading, fixing = (
        bool(re.search(hook["files"], name)) and not re.search(hook["exclude"], name)
        for hook in hooks
        if hook["id"] in ("newslint", "newslint-fix")
    )
    assert reading is fixing
    return reading
