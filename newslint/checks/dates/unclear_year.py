"""“Earlier this year … the 2014 siege” in a draft without a date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newslint.checks.dates.near import dates_in, sentence_at
from newslint.late import late
from newslint.model import Aside, Hit
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

_RELATIVE_YEAR: Final = late(r"\b(?:this|last|next)\s+year\b|\byears?\s+(?:ago|earlier|later)\b", re.I)


class UnclearYear(Check[Options]):
    """“This year” in a draft without a date, beside another year in the same sentence."""

    verb = "dates"
    problem = "unclear year"
    facts = {"year": "the other year in the sentence"}

    def look(self, story: Story) -> Iterable[Hit]:
        if story.date is not None:
            return
        for mention in story.dates:
            if mention.anchor != "relative" or not _RELATIVE_YEAR.search(story.text, *mention.span):
                continue
            sentence = sentence_at(story, mention.span.start)
            beside = next((date for date in dates_in(story, sentence) if date.year is not None), None)
            if beside:
                aside = Aside(beside.span, "the year beside it")
                yield Hit(mention.span, {"year": str(beside.year)}, asides=(aside,))
