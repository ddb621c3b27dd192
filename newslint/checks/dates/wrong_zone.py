"""“8 p.m. EST on July 4”: standard time in summer."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Final

from newslint.late import late
from newslint.model import Hit, Rewrite, Span
from newslint.rulebook.check import Check, Options
from newslint.story.calendar.arithmetic import nth_weekday
from newslint.story.story import Story

# Mountain time is left out: Arizona keeps standard time all the year.
_ZONE: Final = late(r"\b(?:([ECP])([SD])T|BST)\b")
_SINCE: Final = 2007  # the rules of today; before, other days held
_SUNDAY: Final = 6


class WrongZone(Check[Options]):
    """Summer time named on a day of standard time, or standard time on a day of summer time."""

    verb = "dates"
    problem = "wrong zone"
    scope = "all"
    facts = {"zone": "the zone as written: EST", "better": "the zone of that day: EDT"}

    def look(self, story: Story) -> Iterable[Hit]:
        for mention in story.dates:
            if mention.type != "TIME" or len(mention.value) < len("2025-07-04T"):
                continue
            found = _ZONE.search(story.text, *mention.span)
            day = datetime.date.fromisoformat(mention.value[:10]) if found else None
            # A time with no day beside it may be of any day.
            if not found or not day or day.year < _SINCE or not _has_day(mention.weekday, mention.day):
                continue
            better = _zone_on(day, found)
            if better != found[0]:
                span = Span(*found.span())
                yield Hit(
                    span, {"zone": found[0], "better": better}, rewrites=(Rewrite(span, better, safe=False),)
                )


def _has_day(weekday: int | None, day: int | None) -> bool:
    return weekday is not None or day is not None


def _zone_on(day: datetime.date, found: re.Match[str]) -> str:
    zone, letter = found[0], found[1]
    if zone == "BST":
        summer = nth_weekday(day.year, 3, _SUNDAY, -1) <= day <= nth_weekday(day.year, 10, _SUNDAY, -1)
        return "BST" if summer else "GMT"
    begins, ends = nth_weekday(day.year, 3, _SUNDAY, 2), nth_weekday(day.year, 11, _SUNDAY, 1)
    if day in (begins, ends):  # it depends on the hour
        return zone
    return f"{letter}{'D' if begins < day < ends else 'S'}T"
