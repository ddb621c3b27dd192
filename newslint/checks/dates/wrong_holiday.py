"""“Christmas Day, Dec. 26”, “Election Day, Nov. 9, 2016”."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from newslint.checks.dates.near import spell
from newslint.checks.dates.wrong_weekday import candidates
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.calendar.holidays import NAMED, holiday_in
from newslint.story.dates import DateMention
from newslint.story.story import Story

_BESIDE: Final = late(r",? (?:on )?|,? ?\(|, (?:which )?(?:is|was|falls on|fell on) |, ")
_ELECTIONS: Final = 11  # other states vote in other months, and call the day the same


class WrongHoliday(Check[Options]):
    """A holiday and beside it a date on which it does not fall."""

    verb = "dates"
    problem = "wrong holiday"
    scope = "all"
    roles = PROSE | {"headline", "deck"}
    facts = {
        "holiday": "the holiday as written: Christmas Day",
        "date": "the date as written: Dec. 26",
        "actual": "the day it falls on: 25 December 2025",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for one, other in pairwise(story.dates):
            named = one if NAMED.fullmatch(story.text, *one.span) else other
            dated = other if named is one else one
            if not dated.month or not dated.day or not NAMED.fullmatch(story.text, *named.span):
                continue
            if not _BESIDE.fullmatch(story.text, one.span.end, other.span.start):
                continue
            name = named.span.cut(story.text)
            if "lection" in name and dated.month != _ELECTIONS:
                continue
            actual = _falls_on(name, dated, story.date)
            if actual:
                facts = {"holiday": name, "date": dated.span.cut(story.text), "actual": actual}
                yield Hit(Span(one.span.start, other.span.end), facts)


def _falls_on(name: str, dated: DateMention, near: datetime.date | None) -> str:
    """The day the holiday falls on where the date is another; "" where it may be right, or nobody knows."""
    days = candidates(dated, near)
    if not days and dated.year is None:  # holidays of one date need no year
        (first, second) = (holiday_in(name, year) for year in (2023, 2024))
        if not first or not second or first[5:] != second[5:]:
            return ""
        day = datetime.date.fromisoformat(first)
        return "" if (day.month, day.day) == (dated.month, dated.day) else spell(day).rsplit(" ", 1)[0]
    falls = [holiday_in(name, day.year) for day in days]
    if not all(falls) or any(day.isoformat() == when for day, when in zip(days, falls, strict=True)):
        return ""
    return spell(datetime.date.fromisoformat(falls[0])) if falls else ""
