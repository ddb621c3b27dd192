"""Dates and the words around them, as the problems of ``dates`` ask for them."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Final

from newslint.model import Span
from newslint.story.calendar.lexicon import MONTHS
from newslint.story.dates import DateMention
from newslint.story.story import Story

WITHIN: Final = 400  # characters


def spell(day: datetime.date) -> str:
    """13 December 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def sentence_at(story: Story, position: int) -> Span:
    """The sentence around this place of the text, a few hundred characters each way at most."""
    block = story.draft.block_at(position)
    if block is None:
        return Span(position, position)
    sentences = story.sentences[block.index]
    at = bisect_right(sentences, position, key=lambda sentence: sentence.start) - 1
    start, end = sentences[at] if at >= 0 else block.span
    return Span(max(start, position - WITHIN), min(end, position + WITHIN))


def dates_in(story: Story, span: Span) -> Iterator[DateMention]:
    """The dates that begin in ``span``, in order."""
    dates = story.dates
    for i in range(bisect_left(dates, span.start, key=lambda mention: mention.span.start), len(dates)):
        if dates[i].span.start >= span.end:
            return
        yield dates[i]


def day_of(mention: DateMention) -> datetime.date | None:
    """The day of a mention that names its own year, month and day; None for others and impossible ones."""
    if mention.year is None or mention.month is None or mention.day is None:
        return None
    try:
        return datetime.date(mention.year, mention.month, mention.day)
    except ValueError:
        return None
