"""“Dec. 13th”, which house style writes Dec. 13."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newslint.late import late
from newslint.model import Hit, Rewrite, Span
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

_SUFFIX: Final = late(r"(?<=\d)(?:st|nd|rd|th)\b")
# “the 13th of December” and “the 4th of July” are idiom; only a day right after its month is style.
_AFTER_MONTH: Final = late(r"(?!the\b)[A-Za-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)\b", re.I)


class OrdinalDay(Check[Options]):
    """A day written as an ordinal after its month."""

    verb = "dates"
    problem = "ordinal day"
    facts = {"better": "the date without the ending: Dec. 13"}

    def look(self, story: Story) -> Iterable[Hit]:
        for mention in story.dates:
            if mention.day is None:
                continue
            found = _AFTER_MONTH.search(story.text, *mention.span)
            suffix = found and _SUFFIX.search(story.text, found.start(), found.end())
            if not found or not suffix:
                continue
            span = Span(*suffix.span())
            better = story.text[found.start() : span.start]
            yield Hit(Span(*found.span()), {"better": better}, rewrites=(Rewrite(span, "", safe=True),))
