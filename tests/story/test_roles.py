"""What a draft says people are, and its superlatives."""

from __future__ import annotations

import pytest

from newslint.story.superlatives import find_superlatives
from tests.story.told import told


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Harbour master Ruth Pettifer left.", ["Harbour master"]),
        ("He met the former harbour pilot Ruth Pettifer.", ["former harbour pilot"]),
        ("“No,” said spokeswoman Ruth Pettifer.", ["spokeswoman"]),
        ("Ruth Pettifer, 48, a pilot from Leith, left.", ["a pilot from Leith"]),
        ("Ruth Pettifer, president of the club, left.", ["president of the club"]),
        ("Sen. Ruth Pettifer left.", ["Sen."]),
        ("Sen. Ruth Pettifer, the whip, left. Pettifer is ill.", ["Sen.", "the whip"]),
        ("However Ruth Pettifer left, after Ruth Pettifer said so.", []),
        ("They asked Ruth Pettifer, and she left.", []),
    ],
)
def test_roles_are_the_drafts_own_words(text: str, roles: list[str]) -> None:
    story = told(text)
    found = story.roles.get("Ruth Pettifer", ())
    assert [role.text for role in found] == roles
    assert all(role.span.cut(story.text) == role.text for role in found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is the largest port in Europe.", "the largest"),
        ("It is Europe’s second-largest port.", "Europe’s second-largest"),
        ("She is the first woman to lead it.", "the first woman"),
        ("It shut for the first time since 1990.", "for the first time since"),
        ("It was a record year.", "a record year"),
        ("It is the most expensive ferry.", "the most expensive"),
        ("It was one of the worst floods.", "one of the worst"),
        ("It has more ferries than any port.", "more ferries than any"),
        ("The sum is unprecedented.", "unprecedented"),
    ],
)
def test_superlatives(text: str, words: str) -> None:
    story = told(text)
    assert [one.span.cut(story.text) for one in find_superlatives(story)] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The interest was modest.",
        "The protest in the west was for the forest.",
        "It was his guest.",
        "The latest vote.",
    ],
)
def test_no_superlatives(text: str) -> None:
    assert find_superlatives(told(text)) == ()
