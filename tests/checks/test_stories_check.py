"""Drafts of one story, compared. What each rule flags is proved by its cases; here is what they have in
common."""

from __future__ import annotations

from pathlib import Path

import pytest

from newslint.checks.stories import newslint_checks
from newslint.checks.stories.problems import ArticleDiffers, OneOrSeveral
from newslint.language.pipeline import Pipeline
from newslint.rulebook.check import Options
from newslint.rulebook.exampletext import build
from newslint.story.story import Story

ROOT = Path(__file__).parent.parent.parent
RAID = "Police have launched a dawn raid on warehouses in the old port of Marden."
RAIDS = "Police have launched a series of dawn raids on warehouses in the old port of Marden."


def told(text: str, *earlier: Story, path: str = "new.txt") -> Story:
    return Story(build(text, "body", path)[0], Pipeline("blank"), earlier=earlier)


def test_a_hit_points_at_both_drafts() -> None:
    before = told(RAID, path="old.txt")
    (hit,) = OneOrSeveral(Options()).look(told(RAIDS, before))
    assert hit.span.cut(RAIDS) == "a series of dawn raids"
    (aside,) = hit.asides
    assert aside.draft is before.draft
    assert aside.span.cut(before.text) == "a dawn raid"
    assert hit.facts == {"here": "a series of dawn raids", "there": "a dawn raid", "other": "old.txt"}


def test_a_draft_that_stands_alone_has_no_hits() -> None:
    for kind in newslint_checks():
        assert kind.compares
        assert list(kind(Options()).look(told(f"{RAID} {RAIDS}"))) == []


def test_every_earlier_draft_is_looked_at() -> None:
    first = told("Shells fell in Marden.", path="a.txt")
    second = told("Shells fell in the Marden province.", path="b.txt")
    hits = list(ArticleDiffers(Options()).look(told("Marden province was shelled.", first, second)))
    assert [hit.facts["other"] for hit in hits] == ["b.txt"]


@pytest.mark.parametrize(
    "file", sorted((ROOT / "rules" / "stories").glob("*.yml")), ids=lambda file: file.stem
)
def test_no_difference_is_an_error(file: Path) -> None:
    assert "severity: error" not in file.read_text()


def test_every_rule_of_the_family_has_a_problem_of_its_own() -> None:
    rules = {
        file.read_text().partition("problem: ")[2].partition("\n")[0]
        for file in (ROOT / "rules/stories").glob("*.yml")
    }
    assert rules == {kind.problem for kind in newslint_checks()}


PEOPLE = (
    "Ruth Pettifer, the mayor of Marden, said on Monday that the harbour wall would cost 14 million pounds. "
    "Sen. Amos Bright was charged with fraud. "
    "“We shall build it in spring whatever they say,” said Pettifer. "
    "Two dock workers from Tarn were injured after the Marden Hall fire in March."
)
OTHERS = (
    "Ruth Pettifer opened a library on Tuesday. It has 20,000 books, and cost 3 million pounds. "
    "Sen. Amos Bright, who was charged with fraud, stayed away. "
    "“I read every night before I go to bed,” said Pettifer. "
    "Three school teachers from Tarn were praised. The Ostrow bombing was in May."
)


def test_different_stories_that_share_people_are_silent() -> None:
    for kind in newslint_checks():
        assert list(kind(Options()).look(told(OTHERS, told(PEOPLE)))) == []
