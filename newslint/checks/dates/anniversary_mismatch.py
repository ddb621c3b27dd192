"""“the 10th anniversary of the 2014 attack” in copy of 2025."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newslint.checks.dates.near import dates_in, sentence_at
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.calendar.lexicon import LEXICON
from newslint.story.story import Story

_ANNIVERSARY: Final = late(
    r"\b(?P<nth>\d{1,3}(?:st|nd|rd|th)|[a-z]+th|first|second|third|(?P<years>[a-z]+|\d{1,3})[- ]year)"
    r"\s+anniversary\s+of\s+"
    r"(?:(?:the|its|his|her|their|a|an)\s+)?(?:[\w’'-]+\s+){0,6}?(?P<year>1[5-9]\d\d|20\d\d)\b"
)
# Anniversaries of other years.
_ANOTHER_TIME: Final = late(
    r"\b(?:last|next|previous|following|earlier|coming|ahead|then|ago|will|would|since)\b", re.I
)


class AnniversaryMismatch(Check[Options]):
    """An anniversary whose number and year of origin do not make the draft's year."""

    verb = "dates"
    problem = "anniversary mismatch"
    scope = "all"
    facts = {
        "anniversary": "the number in the draft: 10th",
        "year": "the year of the event: 2014",
        "actual": "the number of years by the draft's date: 11",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        if story.date is None or "anniversary" not in story.text:
            return
        for match in _ANNIVERSARY.finditer(story.text):
            number = _number(match["years"] or match["nth"])
            actual = story.date.year - int(match["year"])
            if number is None or actual == number:
                continue
            sentence = sentence_at(story, match.start())
            if _ANOTHER_TIME.search(story.text, *sentence) or _other_years(
                story, sentence, match.start("year")
            ):
                continue
            yield Hit(
                Span(match.start("nth"), match.end("year")),
                {"anniversary": match["nth"], "year": match["year"], "actual": str(actual)},
            )


def _number(word: str) -> int | None:
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0])
    entry = LEXICON.get(word)
    return entry.value if entry and isinstance(entry.value, int) else None


def _other_years(story: Story, sentence: Span, but: int) -> bool:
    return any(date.year is not None and but not in date.span for date in dates_in(story, sentence))
