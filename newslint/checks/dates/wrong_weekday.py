"""“Monday, Dec. 13, 2025”, which was a Saturday."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from newslint.checks.dates.near import spell
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.calendar.arithmetic import make_day
from newslint.story.calendar.lexicon import WEEKDAYS
from newslint.story.dates import DateMention
from newslint.story.story import Story

# How far from the draft's own date a day without a year may lie in another year.
REACH: Final = datetime.timedelta(days=200)
# “Dec. 13, 2025, was a Monday”, “13 December (Monday)”
_BEHIND: Final = late(
    r"\s*\(\s*|,?\s+(?:(?:which\s+)?(?:was|is|fell on|falls on)\s+)?an?\s+|,?\s+(?:fell|falls) on\s+"
)
# “Monday and Tuesday, Dec. 13 and 14”, “Monday-Wednesday, Dec. 13-15”: the date is the first weekday's.
_ONE_OF_SEVERAL: Final = late(r"(?:\b(?:and|or|to|through|till|until)\s+|[-–—/&]\s*)$")


class WrongWeekday(Check[Options]):
    """A weekday beside a date that fell, or falls, on another.

    Where the year is missing the date is tried in the draft's own year, and in those beside it where they are
    near; any that fits is taken.
    Without the draft's date nothing is said of such dates.
    """

    verb = "dates"
    problem = "wrong weekday"
    scope = "all"
    roles = PROSE | {"headline", "deck", "dateline"}
    facts = {
        "date": "the date in full: 13 December 2025",
        "weekday": "the weekday in the draft: Monday",
        "actual": "the weekday the calendar gives: Saturday",
        "was": "was, or is where the date is not before the draft's own",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for mention, weekday, span in _with_weekday(story):
            days = candidates(mention, story.date)
            if not days or any(day.weekday() == weekday for day in days):
                continue
            if _ONE_OF_SEVERAL.search(story.text, max(0, span.start - 12), span.start):
                continue
            day = days[0]
            yield Hit(
                span,
                {
                    "date": spell(day),
                    "weekday": WEEKDAYS[weekday],
                    "actual": WEEKDAYS[day.weekday()],
                    "was": "is" if story.date and day >= story.date else "was",
                },
            )


def _with_weekday(story: Story) -> Iterator[tuple[DateMention, int, Span]]:
    """Dates with a month and a day, and the weekday that stands in them or right behind; the span of both."""
    before: DateMention | None = None
    for mention in story.dates:
        if mention.weekday is not None and mention.month and mention.day:
            yield mention, mention.weekday, mention.span
        elif mention.weekday is not None and before and before.day and before.weekday is None:
            gap = before.span.end, mention.span.start
            if _BEHIND.fullmatch(story.text, *gap):
                yield before, mention.weekday, Span(before.span.start, mention.span.end)
        before = mention


def candidates(mention: DateMention, near: datetime.date | None) -> list[datetime.date]:
    """The days that a mention with month and day may mean, the nearest to ``near`` first."""
    assert mention.month
    assert mention.day
    if mention.year:
        day = make_day(mention.year, mention.month, mention.day)
        return [day] if day else []
    if near is None:
        return []
    days = [make_day(near.year + by, mention.month, mention.day) for by in (-1, 0, 1)]
    likely = [day for day in days if day and (day.year == near.year or abs(day - near) <= REACH)]
    return sorted(likely, key=lambda day: abs(day - near))
