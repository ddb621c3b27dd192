"""The table of names, and the vocabulary that comes of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from newslint.rulebook.vocabulary import read_vocabulary
from tests.cli.conftest import Run

Put = Callable[..., Path]
ONE = "Ruth Pettifer, the mayor, flew to Hasakeh province. Pettifer met Amos Bright in Hasakeh province.\n"
TWO = "In Hasakah province the mayor, Ruth Pettifer, said nothing. Hasakah province is far.\n"


def test_every_spelling_with_its_places(newslint: Run, draft: Put) -> None:
    draft("a.txt", ONE)
    draft("b.txt", TWO)
    done = newslint("names", "a.txt", "b.txt", "--format", "json")
    assert done.returncode == 0, done.stderr
    names = {name["canonical"]: name for name in json.loads(done.stdout)["names"]}
    ruth = {form["text"]: len(form["places"]) for form in names["Ruth Pettifer"]["forms"]}
    assert ruth == {"Ruth Pettifer": 2, "Pettifer": 1}
    (place,) = (name for name in names.values() if name["kind"] == "place")
    assert {form["text"] for form in place["forms"]} == {"Hasakeh", "Hasakah"}
    assert {"path": "b.txt", "line": 1, "column": 4} in place["forms"][0]["places"] + place["forms"][1][
        "places"
    ]
    table = newslint("names", ".").stdout
    assert "People\n  Ruth Pettifer  3\n" in table
    assert "b.txt:1:4" in table


def test_one_name_across_drafts(newslint: Run, draft: Put) -> None:
    draft(
        "a.md",
        "# Ferry aground\n\nLEITH, Nov. 12, 2025 — The Harbour Trust (HT) has asked Ruth Pettifer, 48, in.\n",
    )
    draft(
        "b.md",
        "# Inquiry opens\n\nRuth Petifer, a teacher, told the HT of a jolt. Tove Lindqvist said so too.\n",
    )
    draft(
        "c.md",
        "# New master\n\nIt has lost Tove Lindqvist. Pettifer is well. Rose Smith met Rosa Smyth.\n",
    )
    names = {
        name["canonical"]: name
        for name in json.loads(newslint("names", ".", "--format", "json").stdout)["names"]
    }
    forms = {name: {form["text"] for form in names[name]["forms"]} for name in names}
    assert forms["Ruth Pettifer"] == {"Ruth Pettifer", "Ruth Petifer", "Pettifer"}
    assert forms["Harbour Trust"] == {"Harbour Trust", "HT"}
    assert len(names["Tove Lindqvist"]["forms"][0]["places"]) == 2
    assert names["LEITH"]["kind"] == "place"
    assert {"Rose Smith", "Rosa Smyth"} <= set(names)


def test_a_vocabulary_to_start_from(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", ONE)
    draft("b.txt", TWO)
    done = newslint("names", "a.txt", "b.txt", "--write", "house.yml")
    assert done.returncode == 0, done.stderr
    house = read_vocabulary([(desk / "house.yml", "house.yml")])
    assert house.entries["Ruth Pettifer"].aliases == ("Pettifer",)
    assert "Amos Bright" not in house.entries  # once is not enough to know how the house writes it
    again = newslint("names", "a.txt", "--write", "house.yml")
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_what_cannot_be_done_is_told(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", "the rain fell.\n")
    assert newslint("names").returncode == 2
    assert newslint("names", "none.txt").returncode == 2
    done = newslint("names", "a.txt", "--write", "house.yml")
    assert done.returncode == 2
    assert not (desk / "house.yml").exists()
