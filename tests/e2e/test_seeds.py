"""Whole drafts through the real command line: seeds/ as an editor sees them, both articles point by point."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
FIRST, SECOND = "000_f71851e13b63328c.txt", "001_c9998f730054019f.txt"


@cache
def check(*args: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "check", *args],
        cwd=SEEDS,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert done.returncode in (0, 1), done.stderr
    return done.stdout


def flagged(name: str) -> list[tuple[str, str, str]]:
    """Rule, severity and the very words, for each finding in a seed; whole-draft findings have no words."""
    text = (SEEDS / name).read_text(encoding="utf-8-sig")
    return [
        (f["rule"], f["severity"], text[f["start"]["offset"] : f["end"]["offset"]])
        for f in json.loads(check(name, "--format", "json"))["findings"]
    ]


def words_of(name: str, family: str) -> list[str]:
    return [words for rule, _, words in flagged(name) if rule.startswith(family)]


@pytest.mark.parametrize(
    "name", sorted(path.name for path in SEEDS.iterdir() if path.suffix in (".txt", ".md"))
)
def test_every_seed_reads_as_before(name: str, snapshot: SnapshotAssertion) -> None:
    assert check(name, "--format", "concise", "--min-severity", "suggestion") == snapshot


def test_the_report_an_editor_reads(snapshot: SnapshotAssertion) -> None:
    assert check(SECOND, "--format", "full", "--color", "never") == snapshot


def test_unnamed_sources_without_a_reason() -> None:
    found = words_of(SECOND, "sources/no-reason-given")
    assert any("coalition spokesperson" in words for words in found)
    assert any("senior U.S. defense official" in words for words in found)
    assert len(found) == 2


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (FIRST, "critics"),
        (FIRST, "framed by some"),
        (FIRST, "Intelligence reports"),
        (FIRST, "widespread approval"),
        (SECOND, "Some analysts"),
    ],
)
def test_vague_claims(name: str, words: str) -> None:
    assert any(words in found or found in words for found in words_of(name, "claims/")), words_of(
        name, "claims/"
    )


def test_a_date_without_a_year_in_an_undated_draft_and_the_full_date_left_alone() -> None:
    assert "December 13th" in words_of(SECOND, "dates/no-year")
    assert not any("January 20" in words for words in words_of(FIRST, "dates/"))


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_a_deadly_ambush_that_killed_no_victim(name: str) -> None:
    assert [words for words in words_of(name, "figures/deadly-without-dead") if "deadly" in words]


def test_isil_inside_a_quotation_is_a_suggestion() -> None:
    found = [(rule, severity) for rule, severity, words in flagged(SECOND) if words == "ISIL"]
    assert found
    assert {severity for _, severity in found} == {"suggestion"}


@pytest.mark.parametrize("name", [FIRST, SECOND])
def test_silent_on_what_is_right(name: str) -> None:
    rules = {rule for rule, _, _ in flagged(name)}
    assert "quotes/unattributed" not in rules, (
        "every quotation has a speaker; follow-ons stand in his own paragraph"
    )
    assert not any("Parnell" in words or "Trump" in words for words in words_of(name, "names/"))


def test_the_named_families_are_never_below_warning() -> None:
    for name in (FIRST, SECOND):
        for rule, severity, words in flagged(name):
            if rule in {
                "quotes/unattributed",
                "sources/no-reason-given",
                "sources/overuse",
                "claims/unnamed-group",
            }:
                assert severity in ("warning", "error"), (rule, words)


def test_a_clean_draft_is_clean() -> None:
    assert not [f for f in flagged("library-reopens.md") if f[1] != "suggestion"]


def test_the_prepared_defects_are_found() -> None:
    rules = {rule for rule, _, _ in flagged("flood-response.md")}
    assert {
        "quotes/unattributed",
        "sources/no-reason-given",
        "sources/overuse",
        "claims/unnamed-group",
        "names/misspelt-later",
        "dates/wrong-weekday",
        "figures/parts-exceed-whole",
        "placeholders/unfinished",
    } <= rules
