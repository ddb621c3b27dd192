"""Dates: what the draft says of when, with TIMEX3 values."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.model import Draft, Span
from newslint.story.calendar.arithmetic import make_day
from newslint.story.calendar.find import read_dates
from newslint.story.calendar.reading import Anchor, TimexType

if TYPE_CHECKING:
    from newslint.story.story import Story

__all__ = ["Anchor", "DateMention", "TimexType", "dateline", "draft_date", "find_dates", "front_date"]

# The keys under which systems keep the day of publication, the most telling first.
_KEYS: Final = (
    "date",
    "published",
    "publish_date",
    "pubdate",
    "publishdate",
    "published_at",
    "date_published",
    "datetime",
)
# Outside these a date is a placeholder: some systems write 0001-01-01 where they have none.
_YEARS: Final = range(1000, 3000)
_STAMP: Final = re.compile(r"(\d{4})[-/](\d\d?)[-/](\d\d?)(?!\d)|(\d{4})(\d\d)(\d\d)(?!\d)")


class DateMention(NamedTuple):
    """A date, time or duration.

    ``value`` is a TIMEX3 value (2025-12-13, 2025-W50, 2025-12, P5Y, PRESENT_REF), "" where the draft's own
    date is needed and unknown, and for days that the calendar does not have. ``anchor``: ``absolute`` (names
    its own year, month and day), ``year`` (a year, with or without month), ``partial`` (no year: “December
    13th”), ``relative`` (yesterday, last year, Friday), ``vague`` (recently; durations and sets, which lie
    nowhere in the calendar). ``weekday`` (Monday 0), ``year``, ``month``, ``day`` are what the words say,
    None where they do not.
    """

    span: Span
    type: TimexType
    value: str
    anchor: Anchor
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def front_date(draft: Draft) -> datetime.date | None:
    """The day of publication by the front matter: ISO with or without a time, 20251213, or in words."""
    for key in _KEYS:
        day = _parse_day(draft.front.get(key, ""))
        if day:
            return day
    return None


def dateline(draft: Draft) -> tuple[DateMention, ...]:
    """The dates in the draft's dateline."""
    for block in draft.blocks:
        if block.role == "dateline":
            return _mentions(draft.text, block.span.start, block.span.end, None)
    return ()


def draft_date(draft: Draft, fallback: datetime.date | None) -> datetime.date | None:
    """The day of publication: front matter, else a dateline with a full date, else ``fallback``."""
    day = front_date(draft)
    if day:
        return day
    for mention in dateline(draft):
        if mention.anchor == "absolute" and mention.value:
            return datetime.date.fromisoformat(mention.value[:10])
    return fallback


def find_dates(story: Story) -> tuple[DateMention, ...]:
    """Every date of the story, in order."""
    return _mentions(story.text, 0, len(story.text), story.date)


def _mentions(text: str, start: int, end: int, day: datetime.date | None) -> tuple[DateMention, ...]:
    return tuple(
        DateMention(
            Span(start + first, start + last), r.type, r.value, r.anchor, r.year, r.month, r.day, r.weekday
        )
        for first, last, r in read_dates(text[start:end], day)
    )


def _parse_day(text: str) -> datetime.date | None:
    stamp = _STAMP.search(text)
    if stamp:
        year, month, day = (int(part) for part in stamp.groups() if part)
        return make_day(year, month, day) if year in _YEARS else None
    for _, _, reading in read_dates(text, None):
        if reading.anchor == "absolute" and reading.value:
            return datetime.date.fromisoformat(reading.value[:10])
    return None
