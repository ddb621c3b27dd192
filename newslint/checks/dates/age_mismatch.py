"""“Smith, 48, born in 1953” in copy of 2016."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Final

from newslint.checks.dates.near import day_of
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.dates import DateMention
from newslint.story.story import Story

_BORN: Final = r"(?:who\s+)?(?:was\s+|is\s+)?born\s+(?:in|on)\s+(?:[A-Z][\w.]+\s+in\s+|[A-Z][\w.]+,\s+)?"
_AGE_BEFORE: Final = late(
    rf"(?<![\w.,$£€-])(?P<age>\d{{1,3}})(?:,\s+(?:of|from)\s+[A-Z][\w’-]+)?,?\s+(?:and\s+)?{_BORN}$"
)
_IS_AFTER: Final = late(
    r",?\s+(?:and\s+)?(?:is|turns?)\s+(?:now\s+)?(?P<age>\d{1,3})(?:\s+years\s+old)?(?=[.,;)]|\s+and\b)"
)
_BORN_BEFORE: Final = late(r"\bborn\s+(?:in|on)\s+$", re.I)


class AgeMismatch(Check[Options]):
    """An age beside a year or day of birth that makes the person another age in copy of this date."""

    verb = "dates"
    problem = "age mismatch"
    scope = "all"
    facts = {
        "age": "the age in the draft",
        "born": "the date of birth in the draft",
        "actual": "the age that date makes: 63, or 62 or 63 where only the year is given",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        if story.date is None:
            return
        for mention in story.dates:
            if mention.year is None or mention.type != "DATE":
                continue
            start, end = mention.span
            stated = _AGE_BEFORE.search(story.text, max(0, start - 70), start)
            if stated:
                span = Span(stated.start("age"), end)
            elif _BORN_BEFORE.search(story.text, max(0, start - 12), start):
                stated = _IS_AFTER.match(story.text, end)
                span = Span(start, stated.end("age")) if stated else mention.span
            if not stated:
                continue
            ages = possible_ages(mention, story.date)
            if int(stated["age"]) not in ages:
                yield Hit(
                    span,
                    {
                        "age": stated["age"],
                        "born": mention.span.cut(story.text),
                        "actual": " or ".join(str(age) for age in ages),
                    },
                )


def possible_ages(born: DateMention, today: datetime.date) -> tuple[int, ...]:
    """How old somebody may be on ``today``: one age where the day of birth is given, else two."""
    assert born.year
    day = day_of(born)
    whole = today.year - born.year
    if day:
        return (whole - ((today.month, today.day) < (day.month, day.day)),)
    return (whole - 1, whole)
