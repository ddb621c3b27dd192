"""“Arrested on March 12 and then released on March 10”."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from newslint.checks.dates.near import WITHIN, day_of, sentence_at
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.calendar.arithmetic import make_day
from newslint.story.dates import DateMention
from newslint.story.story import Story

# What comes second is said to be later: “and then left on”, “before leaving on”.
_LATER: Final = late(
    r"\b(?:then|afterwards?|subsequently|before (?:being|having|[a-z]+ing)|only to)\b"
    r"|(?:,| and| but)(?: was| were| had)? later\b"
)
# What comes second is said to be earlier: “after being arrested on”.
_EARLIER: Final = late(r"\bafter (?:being|having|[a-z]+ing)\b|\bhaving [a-z]+(?:ed|en)\b")
# Two clauses, or a date that is none of what happened.
_APART: Final = late(
    r"[;:()“”\"]|\b(?:than|until|till|since|while|whereas|from|expir\w+|due|valid|for|like|unlike|by)\b"
)
_A_LEAP_YEAR: Final = 2024
_NEAR: Final = 120  # days: of dates without a year that lie further apart, one may be of another year


class OrderMismatch(Check[Options]):
    """Two dates of one sentence in another order than its own words say: then, later, before, after."""

    verb = "dates"
    problem = "order mismatch"
    scope = "all"
    facts = {
        "first": "the date that stands first",
        "second": "the other date",
        "order": "what the words say of the second: later, or earlier",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        for first, second in pairwise(story.dates):
            start, end = first.span.end, second.span.start
            if end - start > WITHIN or not _comparable(first, second):
                continue
            apart = _days_between(first, second)
            if not apart or first.span.start < sentence_at(story, second.span.start).start:
                continue
            if _APART.search(text, start, end):
                continue
            order = "later" if apart < 0 else "earlier"
            told, against = (_LATER, _EARLIER) if apart < 0 else (_EARLIER, _LATER)
            if told.search(text, start, end) and not against.search(text, start, end):
                facts = {"first": first.span.cut(text), "second": second.span.cut(text), "order": order}
                yield Hit(Span(first.span.start, second.span.end), facts)


def _comparable(first: DateMention, second: DateMention) -> bool:
    """Whether both are days, or both bare years, as the words themselves have them."""
    if first.type != "DATE" or second.type != "DATE":
        return False
    if first.day and second.day:
        return (first.year is None) == (second.year is None)
    return first.anchor == second.anchor == "year" and not (first.month or second.month)


def _days_between(first: DateMention, second: DateMention) -> int:
    """How many days the second lies behind the first; 0 where that cannot be known."""
    if first.day is None:
        return ((second.year or 0) - (first.year or 0)) * 365
    a, b = _day(first), _day(second)
    if a is None or b is None or (first.year is None and abs((b - a).days) > _NEAR):
        return 0
    return (b - a).days


def _day(mention: DateMention) -> datetime.date | None:
    if mention.year is not None:
        return day_of(mention)
    return make_day(_A_LEAP_YEAR, mention.month or 0, mention.day or 0)
