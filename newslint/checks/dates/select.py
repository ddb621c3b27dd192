"""The verb itself: dates of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from pydantic import Field

from newslint.model import Aside, Hit
from newslint.rulebook.check import Check, Options
from newslint.story.calendar.lexicon import MONTHS
from newslint.story.dates import Anchor, DateMention, TimexType
from newslint.story.story import Story

Given = Literal["given", "missing"]


class DatesOptions(Options):
    anchor: Anchor | None = Field(
        None, description="How the date is fixed: absolute, year, partial, relative, vague"
    )
    type: TimexType | None = Field(None, description="DATE, TIME, DURATION or SET")
    draft_date: Literal["known", "unknown"] | None = Field(
        None, description="Whether the draft's own date is known"
    )
    year: Given | None = Field(None, description="Whether the words give a year")
    day: Given | None = Field(None, description="Whether the words give a day of a month")
    once: bool = Field(False, description="One hit a draft: the first such date, with the others beside it")


class Dates(Check[DatesOptions]):
    """Dates that fulfil every condition given."""

    verb = "dates"
    Options = DatesOptions
    facts = {
        "value": "the date as a TIMEX3 value, empty where it cannot be known",
        "month": "the month's name, where the words give one",
        "others": "how many more such dates the draft has, where the rule asks once",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        options = self.options
        if options.draft_date and options.draft_date != ("known" if story.date else "unknown"):
            return
        found = list(self._chosen(story))
        if not options.once:
            yield from (Hit(mention.span, _facts(mention, 0)) for mention in found)
        elif found:
            asides = tuple(Aside(mention.span, "another one") for mention in found[1:])
            yield Hit(found[0].span, _facts(found[0], len(asides)), asides=asides)

    def _chosen(self, story: Story) -> Iterator[DateMention]:
        options = self.options
        spelt_out: set[tuple[int | None, int | None]] = set()
        for mention in story.dates:
            if mention.year and mention.day:
                spelt_out.add((mention.month, mention.day))
            if options.anchor and mention.anchor != options.anchor:
                continue
            if options.type and mention.type != options.type:
                continue
            # “Dec. 13, 2025 … on Dec. 13”: a year given once holds for the draft
            year = mention.year or (mention.month, mention.day) in spelt_out
            if options.year and options.year != ("given" if year else "missing"):
                continue
            if options.day and options.day != ("given" if mention.day else "missing"):
                continue
            yield mention


def _facts(mention: DateMention, others: int) -> dict[str, str]:
    month = MONTHS[mention.month - 1] if mention.month else ""
    return {"value": mention.value, "month": month, "others": str(others)}
