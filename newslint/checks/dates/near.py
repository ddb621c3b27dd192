"""Dates and the words around them, as the problems of ``dates`` ask for them."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from newslint.late import late
from newslint.model import Span
from newslint.story.calendar.lexicon import MONTHS
from newslint.story.dates import DateMention
from newslint.story.story import Story

WITHIN: Final = 400  # characters
_FROM: Final = late(r"\b(?:from|between)\s+$", re.I)
_TO: Final = late(r"\s+(?:to|until|till|through|and)\s+|\s*[–—]\s*")


class Stretch(NamedTuple):
    """“from 2011 to 2018”: its years, its span with the word that opens it, and the dates on either side."""

    first: int
    last: int
    span: Span
    before: DateMention | None
    after: DateMention | None


def spell(day: datetime.date) -> str:
    """13 December 2025."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def sentence_at(story: Story, position: int) -> Span:
    """The sentence around this place of the text, a few hundred characters each way at most."""
    start, end = story.sentence_at(position)
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


def stretches(story: Story) -> Iterator[Stretch]:
    """The stretches of bare years in the story: “from 2011 to 2018”, “between 2011 and 2018”."""
    text, dates = story.text, story.dates
    for i, (first, last) in enumerate(pairwise(dates)):
        if first.year is None or last.year is None or not (_is_bare_year(first) and _is_bare_year(last)):
            continue
        opening = _FROM.search(text, max(0, first.span.start - 10), first.span.start)
        if opening and _TO.fullmatch(text, first.span.end, last.span.start):
            yield Stretch(
                first.year,
                last.year,
                Span(opening.start(), last.span.end),
                dates[i - 1] if i else None,
                dates[i + 2] if i + 2 < len(dates) else None,
            )


def _is_bare_year(mention: DateMention) -> bool:
    return mention.anchor == "year" and mention.value == str(mention.year)
