"""“Nov. 31”, “Feb. 29, 2025”."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Final

from newslint.late import late
from newslint.model import Hit
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.calendar.arithmetic import make_day
from newslint.story.calendar.lexicon import MONTHS
from newslint.story.story import Story

_A_LEAP_YEAR: Final = 2024
# “in May 45 people”: a count, not a day
_COUNTS: Final = late(
    r"\s+(?:(?!and\b|in\b|at\b|as\b|was\b|is\b|has\b)[a-z]+s|people|per\s?cent|men|women|children)\b"
)


class ImpossibleDate(Check[Options]):
    """A day that the calendar does not have."""

    verb = "dates"
    problem = "impossible date"
    scope = "all"
    roles = PROSE | {"headline", "deck", "dateline"}
    facts = {
        "month": "the month, with its year where one is given: February 2025",
        "day": "the day of the month in the draft",
        "last": "the last day of that month",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for mention in story.dates:
            month, day = mention.month, mention.day
            if month is None or day is None:
                continue
            year = mention.year or _A_LEAP_YEAR
            if not day or not make_day(year, month, day):
                if not mention.year and _COUNTS.match(story.text, mention.span.end):
                    continue
                last = (datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1)).day
                yield Hit(
                    mention.span,
                    {
                        "month": f"{MONTHS[month - 1]} {mention.year or ''}".rstrip(),
                        "day": str(day),
                        "last": str(last),
                    },
                )
