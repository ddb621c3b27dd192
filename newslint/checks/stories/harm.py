"""The same people dead here and hurt there; hurt, and critically hurt."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.checks.stories.problems import Differing
from newslint.late import late
from newslint.model import Span
from newslint.rulebook.check import PROSE
from newslint.story.story import Story

_DEAD = "killed|dead|died|dies|kills|killing|slain|shot dead|fatally \\w+"
_HURT = "injured|wounded|hurt|injures|wounds|injuring|wounding|maimed"
_GRAVELY = "critically|seriously|severely|gravely|badly|slightly|lightly|mildly"
_HARM = late(rf"\b(?:(?P<dead>{_DEAD})|(?:(?P<how>{_GRAVELY}) )?(?P<hurt>{_HURT}))\b")
# “two U.S. service members and a civilian translator”: a count, what is counted, and who else
_NUMBER = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,3}"
_WHO = late(
    rf"\b(?:{_NUMBER}) (?:(?:[A-Z]\.)+ )?\w[\w-]*(?: \w[\w-]*){{0,3}}?"
    rf"(?: and (?:{_NUMBER}|an?) \w+(?: \w+)?"
    rf"|(?= (?:were|was|who|are|in|on|at|near|from|after|{_GRAVELY}|{_DEAD}|{_HURT})\b)|(?=[.,;]))",
    re.IGNORECASE,
)
_NO = late(r"\b(?:no|not|nobody|none|without)\b")
NEAR = 60  # characters between people and what happened to them
LIGHT = frozenset({"slightly", "lightly", "mildly"})


class Harmed(NamedTuple):
    """People, in small letters, and what happened to them: ``degree`` 3 for dead, 2 for gravely hurt, 1 for
    hurt and 0 for slightly."""

    who: tuple[str, ...]
    degree: int
    span: Span


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Whoever is the same in both, by number and kind, and came to another harm."""
    there = list(harmed(earlier))
    for one in harmed(story):
        same = [other for other in there if _same(one.who, other.who)]
        if same and all(other.degree != one.degree for other in same):
            yield Differing(one.span, same[0].span)


def _same(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether the same people are meant: the shorter description opens the longer, and says more than “two
    people”."""
    least = min(len(a), len(b))
    return least > 2 and a[:least] == b[:least]


def harmed(story: Story) -> Iterator[Harmed]:
    """Counted people who are said to be dead or hurt, sentence by sentence."""
    text = story.text
    for block in story.draft.blocks:
        if block.role not in PROSE:
            continue
        for sentence in story.sentences[block.index]:
            told = list(_HARM.finditer(text, *sentence))
            if not told or _NO.search(text, *sentence):
                continue
            for people in _WHO.finditer(text, *sentence):
                nearest = min(
                    told, key=lambda harm: max(harm.start() - people.end(), people.start() - harm.end())
                )
                apart = max(nearest.start() - people.end(), people.start() - nearest.end())
                between = text[min(nearest.end(), people.end()) : max(nearest.start(), people.start())]
                if apart > NEAR or any(mark in between for mark in ",;:"):
                    continue
                words = tuple(people[0].lower().split())
                how = nearest["how"]
                degree = 3 if nearest["dead"] else 1 if not how else 0 if how in LIGHT else 2
                yield Harmed(words, degree, Span(*nearest.span()))
