"""`newslint sources`: the table, JSON and CSV, totals, and what goes wrong."""

from __future__ import annotations

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Put = Callable[..., Path]

FERRY = (
    "“We will not sail before the winter is over,” said Joan Ferris, the harbour master.\n\n"
    "The plan is dead, a senior official said. “It was never alive,” Ferris said.\n\n"
    "The board had no answer. “Nobody asked us about any of this.”\n"
)
QUAY = "“Sell the quay,” an adviser to the mayor said.\n"


def test_every_source_once_with_its_part(newslint: Run, draft: Put) -> None:
    draft("a.txt", FERRY)
    done = newslint("sources", "a.txt")
    assert done.returncode == 0
    assert [line.split() for line in done.stdout.splitlines()[1:4]] == [
        ["source", "kind", "statements", "words", "share", "first"],
        ["Joan", "Ferris", "named", "2", "13", "67%", "a.txt:1"],
        ["senior", "official", "anonymous", "1", "0", "33%", "a.txt:3"],
    ]
    assert (
        "2 sources, 1 without a name; 3 statements, 1 (33%) without a name; 13 words quoted; "
        "7 quoted words without a speaker" in done.stdout
    )


def test_totals_of_all_drafts(newslint: Run, draft: Put) -> None:
    draft("a.txt", FERRY)
    draft("b.txt", QUAY)
    assert (
        newslint("sources", "a.txt", "b.txt")
        .stdout.splitlines()[-1]
        .startswith("2 drafts: 3 sources, 2 without")
    )
    data = json.loads(newslint("sources", "a.txt", "b.txt", "--format", "json").stdout)
    assert data["version"] == 1
    assert [each["path"] for each in data["drafts"]] == ["a.txt", "b.txt"]
    assert data["total"] == {
        "drafts": 2,
        "sources": 3,
        "anonymous": 2,
        "statements": 4,
        "anonymous_statements": 2,
        "words": 16,
        "words_without_speaker": 7,
    }
    ferris = data["drafts"][0]["sources"][0]
    assert ferris == {
        "id": "s1",
        "kind": "named",
        "text": "Joan Ferris",
        "person": "Joan Ferris",
        "descriptor": None,
        "reason": False,
        "statements": 2,
        "words": 13,
        "share": 0.6667,
        "first": {"line": 1, "column": 52, "offset": 51},
    }


def test_csv_is_read_back_and_holds_no_formula(newslint: Run, draft: Put) -> None:
    draft("=a.txt", FERRY)
    done = newslint("sources", "=a.txt", "--format", "csv")
    read = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [each["row"] for each in read] == ["source", "source", "draft", "all"]
    assert (read[0]["source"], read[0]["line"], read[0]["share"]) == ("Joan Ferris", "1", "0.6667")
    assert (read[2]["statements"], read[2]["words"]) == ("3", "13")
    assert {each["path"][:2] for each in read[:3]} == {"'="}


@pytest.mark.parametrize("form", ["text", "json", "csv"])
def test_a_draft_without_sources_and_one_that_cannot_be_read(newslint: Run, draft: Put, form: str) -> None:
    draft("a.txt", "The end.\n")
    draft("b.txt", b"a\x00b")
    done = newslint("sources", "a.txt", "b.txt", "gone.txt", "--format", form)
    assert done.returncode == 2
    assert "b.txt" in done.stderr
    assert "gone.txt" in done.stderr
    assert "a.txt" in done.stdout
    if form == "json":
        (only,) = json.loads(done.stdout)["drafts"]
        assert (only["sources"], only["total"]["statements"]) == ([], 0)


def test_nothing_named(newslint: Run) -> None:
    done = newslint("sources")
    assert done.returncode == 2
    assert "no draft is named" in done.stderr


def test_a_draft_on_standard_input(newslint: Run) -> None:
    done = newslint("sources", "-", "--stdin-filename", "x.txt", stdin=QUAY)
    assert "x.txt:1" in done.stdout


def test_the_example_in_the_docs_is_what_is_printed(newslint: Run, checkout: Path) -> None:
    page = (checkout / "docs" / "sources.md").read_text(encoding="utf-8")
    seeds = [str(checkout / "seeds" / name) for name in ("harbour-vote.txt", "001_c9998f730054019f.txt")]
    printed = newslint("sources", *seeds).stdout.replace(f"{checkout}/", "")
    assert printed.strip() == page.split("```")[1].strip()


CHIRRUPED = (
    "“We will sail on Monday,” the skipper chirruped.\n\n“So will we all then,” Joan Ferris rang in.\n"
)


def test_a_house_has_verbs_of_its_own(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", CHIRRUPED)
    assert "0 statements" in newslint("sources", "a.txt").stdout
    config = desk / "newslint.toml"
    config.write_text(f'cues = ["chirrup", "ring~in rang rung"]\n{config.read_text()}')
    told = newslint("sources", "a.txt").stdout
    assert "Joan Ferris" in told
    assert "2 sources; 2 statements" in told
    assert "ring~in" in newslint("config", "show", "a.txt").stdout


@pytest.mark.parametrize("line", ["Chirrup!", "", "sing out~", "x1"])
def test_what_is_no_verb_is_told_at_its_line(newslint: Run, draft: Put, desk: Path, line: str) -> None:
    draft("a.txt", CHIRRUPED)
    config = desk / "newslint.toml"
    config.write_text(f'cues = ["murmur", "{line}"]\n{config.read_text()}')
    done = newslint("sources", "a.txt")
    assert done.returncode == 2
    assert "newslint.toml:1" in done.stderr
    assert "no verb of saying" in done.stderr
