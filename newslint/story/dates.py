"""Dates: what the draft says of when, with TIMEX3 values."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.model import Block, Draft, Span
from newslint.story.calendar.arithmetic import make_day
from newslint.story.calendar.reading import Anchor, TimexType

if TYPE_CHECKING:
    from newslint.story.calendar.find import Found, Told
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
            from newslint.story.calendar.find import read_dates

            return _mentions(read_dates(draft.cut(block.span), None), block.span.start)
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
    from newslint.story.calendar.find import NOTHING_TOLD, read_on

    found: list[DateMention] = []
    told = NOTHING_TOLD
    for block in story.draft.blocks:

        def read(block: Block = block, told: Told = told) -> tuple[tuple[DateMention, ...], Told]:
            dates, after = read_on(block.span.cut(story.text), story.date, told)
            return _mentions(dates, block.span.start), after

        mentions, told = story.recall(block, find_dates, read, _moved, (story.date, told))
        found += mentions
    return tuple(found)


def _mentions(dates: Iterable[Found], at: int) -> tuple[DateMention, ...]:
    """The dates of a stretch that stands at an offset of the draft."""
    return tuple(
        DateMention(Span(at + start, at + end), r.type, r.value, r.anchor, r.year, r.month, r.day, r.weekday)
        for start, end, r in dates
    )


def _moved(read: tuple[tuple[DateMention, ...], Told], by: int) -> tuple[tuple[DateMention, ...], Told]:
    mentions, after = read
    return tuple(each._replace(span=each.span.shift(by)) for each in mentions), after


def _parse_day(text: str) -> datetime.date | None:
    stamp = _STAMP.search(text)
    if stamp:
        year, month, day = (int(part) for part in stamp.groups() if part)
        return make_day(year, month, day) if year in _YEARS else None
    if not text:
        return None
    from newslint.story.calendar.find import read_dates  # the grammar, which most dates need not be read by

    for _, _, reading in read_dates(text, None):
        if reading.anchor == "absolute" and reading.value:
            return datetime.date.fromisoformat(reading.value[:10])
    return None
