"""The house's names on the command line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Run

Put = Callable[..., Path]
HOUSE = "names:\n  - {name: Marden, kind: place, not: [Mardon]}\n"


def test_the_config_names_the_vocabulary(newslint: Run, draft: Put, desk: Path) -> None:
    (desk / "newslint.toml").write_text('vocabulary = ["house/names.yml", "transliterations"]\n')
    draft("house/names.yml", HOUSE)
    draft(
        "a.txt", "The ferry left Mardon for Kiev at noon, and came back late at night with nobody aboard.\n"
    )
    done = newslint("check", "a.txt", "--format", "json", "--select", "names/house-form")
    found = json.loads(done.stdout)["findings"]
    assert [finding["start"]["column"] for finding in found] == [16, 27]
    assert "The house writes “Marden”" in found[0]["message"]
    draft(
        "house/names.yml", HOUSE.replace("Mardon", "Mordon")
    )  # what was kept of the draft is no longer true
    done = newslint("check", "a.txt", "--format", "json", "--select", "names/house-form")
    assert len(json.loads(done.stdout)["findings"]) == 1


def test_a_vocabulary_that_is_not_there(newslint: Run, draft: Put, desk: Path) -> None:
    (desk / "newslint.toml").write_text('vocabulary = ["transliteration"]\n')
    draft("a.txt", "The ferry left.\n")
    done = newslint("check", "a.txt")
    assert done.returncode == 2
    assert "newslint.toml:1" in done.stderr
    assert "transliterations" in done.stderr


def test_a_mistake_in_a_vocabulary(newslint: Run, draft: Put, desk: Path) -> None:
    (desk / "newslint.toml").write_text('vocabulary = ["names.yml"]\n')
    draft("names.yml", HOUSE.replace("place", "town"))
    draft("a.txt", "The ferry left.\n")
    done = newslint("check", "a.txt")
    assert done.returncode == 2
    assert "names.yml:2" in done.stderr
