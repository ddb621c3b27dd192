"""“from 2011 to 2018, a five-year war”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from newslint.checks.dates.near import Stretch, sentence_at, stretches
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.calendar.lexicon import LEXICON
from newslint.story.dates import DateMention
from newslint.story.story import Story

# Beside the ends: “from 2011 to 2018, a seven-year war”, “for seven years, from 2011 to 2018”.
_AFTER: Final = late(r",?\s+(?:\(\s*)?(?:a|an|the|his|her|its|their|or|that|which was a)\s+|\s*\(\s*")
_BEFORE: Final = late(r"(?:\s+\w+){0,2},?\s*(?:\(\s*)?")
_YEARS_LATER: Final = late(r"(?P<count>\d{1,3}|[a-z]+) years (?:later|after)")
_IN_YEAR: Final = late(r",? in ")
_LOOSE: Final = late(r"\b(?:about|nearly|almost|roughly|some|over|than|around|least|most|or)\b", re.I)
_ARTICLE: Final = late(r"(?:an?|the)\s+", re.I)


class SpanMismatch(Check[Options]):
    """A stretch of years whose stated length is not that of its ends, whether or not both are counted: from
    2011 to 2018, or 12 years later, in 2015."""

    verb = "dates"
    problem = "span mismatch"
    scope = "all"
    facts = {
        "first": "the year it begins",
        "last": "the year it ends",
        "years": "how many years lie between",
        "stated": "the length as the draft has it: five-year",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for stretch in stretches(story):
            years = stretch.last - stretch.first
            length = _length_beside(stretch, story)
            if years < 0 or length is None:
                continue
            stated = re.fullmatch(r"P(\d+)Y", length.value)
            if not stated or int(stated[1]) in (years, years + 1):
                continue
            if _LOOSE.search(story.text, max(0, length.span.start - 12), length.span.end):
                continue
            yield Hit(
                Span(min(stretch.span.start, length.span.start), max(stretch.span.end, length.span.end)),
                {
                    "first": str(stretch.first),
                    "last": str(stretch.last),
                    "years": str(years),
                    "stated": story.text[_number_at(length, story) : length.span.end],
                },
            )
        yield from _later(story)


def _later(story: Story) -> Iterator[Hit]:
    """“Opened in 2001 and closed 12 years later, in 2015.”"""
    text = story.text
    for first, length, last in zip(story.dates, story.dates[1:], story.dates[2:], strict=False):
        if first.year is None or last.year is None or first.year >= last.year:
            continue
        stated = _YEARS_LATER.fullmatch(text, *length.span)
        count = LEXICON.get(stated["count"]) if stated and not stated["count"].isdigit() else None
        number = int(stated["count"]) if stated and stated["count"].isdigit() else count and count.value
        if not isinstance(number, int) or first.span.start < sentence_at(story, last.span.start).start:
            continue
        if not _IN_YEAR.fullmatch(text, length.span.end, last.span.start) or _LOOSE.search(
            text, max(0, length.span.start - 12), length.span.start
        ):
            continue
        years = last.year - first.year
        if abs(number - years) > 1:
            facts = {"first": str(first.year), "last": str(last.year), "years": str(years)}
            yield Hit(Span(length.span.start, last.span.end), {**facts, "stated": length.span.cut(text)})


def _length_beside(stretch: Stretch, story: Story) -> DateMention | None:
    after, before = stretch.after, stretch.before
    if after and _AFTER.fullmatch(story.text, stretch.span.end, _number_at(after, story)):
        return after
    if before and _BEFORE.fullmatch(story.text, before.span.end, stretch.span.start):
        return before
    return None


def _number_at(mention: DateMention, story: Story) -> int:
    """Where the length itself begins, behind an article that the mention takes in."""
    article = _ARTICLE.match(story.text, *mention.span)
    return article.end() if article else mention.span.start
