"""Dates: what the draft says of when, with TIMEX3 values."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newslint.model import Draft, Span

if TYPE_CHECKING:
    from newslint.story.story import Story

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["absolute", "year", "partial", "relative", "vague"]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date, time or duration.

    ``value`` is a TIMEX3 value (2025-12-13, 2025-W50, 2025-12, P5Y, PRESENT_REF), "" where the draft's own date is
    needed and unknown. ``anchor``: ``absolute`` (names its own year, month and day), ``year`` (a year, with or without
    month), ``partial`` (no year: “December 13th”), ``relative`` (yesterday, last year, Friday), ``vague`` (recently).
    ``weekday`` (Monday 0), ``year``, ``month``, ``day`` are what the words themselves say, None where they do not.
    """

    span: Span
    type: TimexType
    value: str
    anchor: Anchor
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


def draft_date(draft: Draft, fallback: datetime.date | None) -> datetime.date | None:
    """The day of publication: front matter, else a dateline with a full date, else ``fallback``."""
    raise NotImplementedError


def find_dates(story: Story) -> tuple[DateMention, ...]:
    """Every date of the story, in order."""
    raise NotImplementedError
