"""“last year, in 2012” in copy of 2016; “yesterday (Dec. 10)” in copy of Dec. 16."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

from newslint.checks.dates.near import spell
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.calendar.lexicon import MONTHS
from newslint.story.dates import DateMention
from newslint.story.story import Story

# “The year”, “the weekend” take their time from the text, not from the draft's date.
_POINTS: Final = late(r"\b(?:this|last|next|ago|today|yesterday|tomorrow)\b", re.I)
_BESIDE: Final = late(r",?\s+in\s+|,?\s*\(\s*(?:in\s+)?|,\s+|\s+in\s+")
# What follows a date that explains the one before it. “Unlike last year, in 2012 Smith …” contrasts.
_CLOSED: Final = late(r"\s*(?:[,;.)–—]|$)|\s+(?!dollars|terms|prices|money)[a-z]")
_CONTRAST: Final = late(
    r"\b(?:unlike|than|like|as in|as|from|since|compared (?:with|to)|before)\s+(?:\w+\s+)?$", re.I
)
_TURN: Final = 3  # days into a month in which “last month” may be that of copy written before


class RelativeMismatch(Check[Options]):
    """A relative date and the date beside it, which do not name the same time in copy of this date."""

    verb = "dates"
    problem = "relative mismatch"
    scope = "all"
    facts = {
        "relative": "the relative date: last year",
        "meant": "what it means in copy of this date: 2015",
        "given": "the date beside it: 2012",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        if story.date is None:
            return
        for first, second in _neighbours(story):
            relative, fixed = (first, second) if first.anchor == "relative" else (second, first)
            meant = _conflict(relative, fixed, story.date)
            if meant:
                closing = "(" in story.text[first.span.end : second.span.start]
                closing = closing and story.text.startswith(")", second.span.end)
                yield Hit(
                    Span(first.span.start, second.span.end + closing),
                    {
                        "relative": relative.span.cut(story.text),
                        "meant": meant,
                        "given": fixed.span.cut(story.text),
                    },
                )


def _neighbours(story: Story) -> Iterator[tuple[DateMention, DateMention]]:
    """A relative date and a fixed one that stands beside it to explain it."""
    text = story.text
    for first, second in pairwise(story.dates):
        if (first.anchor == "relative") == (second.anchor == "relative"):
            continue
        if not _POINTS.search(text, *(first if first.anchor == "relative" else second).span):
            continue
        gap = _BESIDE.fullmatch(text, first.span.end, second.span.start)
        if not gap or not _CLOSED.match(text, second.span.end):
            continue
        if _CONTRAST.search(text, max(0, first.span.start - 40), first.span.start):
            continue
        yield first, second


def _conflict(relative: DateMention, fixed: DateMention, today: datetime.date) -> str:
    """What the relative date means where the fixed one contradicts it, else ""."""
    value = relative.value
    if re.fullmatch(r"\d{4}", value) and fixed.anchor in ("year", "absolute") and fixed.year:
        # whole years ago are counted loosely by a year; this, last and next year are not
        slack = 1 if today.year - int(value) not in (-1, 0, 1) else 0
        return value if abs(int(value) - fixed.year) > slack else ""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value) and fixed.month and fixed.day and relative.weekday is None:
        meant = datetime.date.fromisoformat(value)
        given = fixed.value and datetime.date.fromisoformat(fixed.value[:10])
        # copy written on the day before it is published may be a day off
        return spell(meant) if given and abs((meant - given).days) > 1 else ""
    if re.fullmatch(r"\d{4}-\d\d", value) and fixed.month and not fixed.day and today.day > _TURN:
        month = int(value[5:])
        return f"{MONTHS[month - 1]} {value[:4]}" if fixed.month != month else ""
    return ""
