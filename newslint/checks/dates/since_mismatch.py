"""“Mayor for six years, since 2021” in copy of 2025."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from newslint.checks.dates.near import dates_in, sentence_at
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.dates import DateMention
from newslint.story.story import Story

# “since 2021, for six years”, “since 2021 (six years)”, “since 2021, or six years”
_LENGTH_BEHIND: Final = late(
    r"(?:,| —| –|—)? (?:or |that is,? )?(?:for )?(?:all |a total of )?|,? \((?:for )?"
)
# “for six years, since 2021”, “six years (since 2021)”
_LENGTH_BEFORE: Final = late(r"(?: now| running| straight| in a row)?(?:, | — | – |—| \()since ")
_SINCE: Final = late(r"\b[Ss]ince $")
_FOR: Final = late(r"\b(?:for|or|is|all|of|past|last) (?:the )?(?:past |last )?$|[,(—–] ?$")
# What makes the length one of something else, or a loose one.
_OTHERWISE_BEHIND: Final = late(
    r"-| (?:ago|later|earlier|before|after|when|old|more|longer|to|from|of the|out of)\b|[’']"
)
_LOOSE: Final = late(
    r"-|\b(?:about|nearly|almost|roughly|some|over|than|around|least|most|every|other|in)\b", re.I
)
_PAST: Final = late(
    r"\b(?:had|was|were|until|before|when|after|ended|died|closed|left|resigned|retired)\b", re.I
)


class SinceMismatch(Check[Options]):
    """A length of time up to now and beside it the year it began, which do not agree in copy of this date.

    Six years since 2019 hold from early 2025 to early 2026, and seven where both ends are counted.
    """

    verb = "dates"
    problem = "since mismatch"
    scope = "all"
    facts = {
        "stated": "the length as the draft has it: six years",
        "since": "the year it began",
        "years": "how many years lie between that and the draft's date",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        if story.date is None or "ince " not in story.text:
            return
        for year, length in _pairs(story):
            stated = re.fullmatch(r"P(\d+)Y", length.value)
            passed = story.date.year - (year.year or 0)
            if not stated or passed < 1 or abs(int(stated[1]) - passed) <= 1:
                continue
            sentence = sentence_at(story, year.span.start)
            others = (one for one in dates_in(story, sentence) if one not in (year, length))
            if any(one.year is not None for one in others) or _PAST.search(story.text, *sentence):
                continue
            facts = {
                "stated": length.span.cut(story.text),
                "since": str(year.year),
                "years": str(passed),
            }
            both = Span(min(year.span.start, length.span.start), max(year.span.end, length.span.end))
            yield Hit(both, facts)


def _pairs(story: Story) -> Iterator[tuple[DateMention, DateMention]]:
    """The year that something began, and the length that stands beside it."""
    text = story.text
    for first, second in pairwise(story.dates):
        year, length = (first, second) if first.type == "DATE" else (second, first)
        if length.type != "DURATION" or year.anchor != "year" or year.month is not None or year.year is None:
            continue
        if not _SINCE.search(text, max(0, year.span.start - 6), year.span.start):
            continue
        gap = _LENGTH_BEHIND if year is first else _LENGTH_BEFORE
        start = length.span.start
        if not gap.fullmatch(text, first.span.end, second.span.start):
            continue
        if _LOOSE.search(text, max(0, start - 12), length.span.end) or _OTHERWISE_BEHIND.match(
            text, length.span.end
        ):
            continue
        if year is first or _FOR.search(text, max(0, start - 20), start):
            yield year, length
