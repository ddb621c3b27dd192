"""The same statement with another date."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.stories.problems import Differing
from newslint.checks.stories.statements import paired
from newslint.model import Span
from newslint.story.dates import DateMention
from newslint.story.story import Story

FIELDS = ("year", "month", "day", "weekday")
DAY = 10  # characters of a TIMEX3 value that is one day


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each date of a statement that the other draft has otherwise."""
    for one, other in paired(story, earlier):
        here, there = _within(story, one.span), _within(earlier, other.span)
        if len(here) == len(there):
            for a, b in zip(here, there, strict=True):
                if _conflict(a, b):
                    yield Differing(a.span, b.span)


def _within(story: Story, span: Span) -> list[DateMention]:
    return [
        date
        for date in story.dates
        if date.type in ("DATE", "TIME")
        and date.anchor != "vague"
        and span.start <= date.span.start
        and date.span.end <= span.end
    ]


def _clock(date: DateMention) -> bool:
    """Whether this is a time of day alone (“6 p.m.”), whose day is only that of its draft."""
    return (
        date.type == "TIME"
        and date.anchor == "relative"
        and date.value[DAY:].startswith("T")
        and (date.weekday is None and date.day is None and date.value[DAY + 1 : DAY + 2].isdigit())
    )


def _conflict(a: DateMention, b: DateMention) -> bool:
    """Whether no day could be meant by both: their own words differ, or the days they come to."""
    told = [(getattr(a, field), getattr(b, field)) for field in FIELDS]
    both = [(one, other) for one, other in told if one is not None and other is not None]
    days = len(a.value) >= DAY and len(b.value) >= DAY and "W" not in a.value + b.value
    if _clock(a) and _clock(b):
        return a.value[DAY:] != b.value[DAY:]
    if days:
        return a.value[:DAY] != b.value[:DAY]
    if "relative" in (a.anchor, b.anchor) and (a.value or b.value):
        return False  # “Monday” of another week, or a day the draft's date does not tell
    return any(one != other for one, other in both)
