"""The verb itself: dates of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, Literal

from newslint.late import late
from newslint.model import Aside, Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.calendar.lexicon import MONTHS
from newslint.story.dates import Anchor, DateMention, TimexType
from newslint.story.story import Story

_HOLIDAYS: Final = {(7, 4), (12, 25), (12, 31), (1, 1)}
_DAYS_OF_EVENTS: Final = {(9, 11), (1, 6), (7, 7)}
_EVENT: Final = late(r"[’']?s?\s+(?:\w+\s+)?(?:attack|bombing|riot|commission|committee|hijack)", re.I)
_ENOUGH: Final = 50  # full dates of a draft that are compared with

Given = Literal["given", "missing"]


class DatesOptions(Options):
    anchor: Anchor | None = key(
        None, description="How the date is fixed: absolute, year, partial, relative, vague"
    )
    type: TimexType | None = key(None, description="DATE, TIME, DURATION or SET")
    draft_date: Literal["known", "unknown"] | None = key(
        None, description="Whether the draft's own date is known"
    )
    year: Given | None = key(None, description="Whether the words give a year")
    day: Given | None = key(None, description="Whether the words give a day of a month")
    once: bool = key(False, description="One hit a draft: the first such date, with the others beside it")


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
        full = [mention for mention in story.dates if mention.anchor == "absolute"][:_ENOUGH]
        for mention in story.dates:
            if options.anchor and mention.anchor != options.anchor:
                continue
            if options.type and mention.type != options.type:
                continue
            if options.day and options.day != ("given" if mention.day else "missing"):
                continue
            if options.year == "given" and mention.year is None:
                continue
            if options.year == "missing" and (mention.year or _year_is_plain(mention, full, story)):
                continue
            yield mention


def _year_is_plain(mention: DateMention, full: Sequence[DateMention], story: Story) -> bool:
    """Whether a date without a year needs none.

    “Dec. 13, 2025 … on Dec. 13” gives the year once for the draft, and a full date in the same block gives it
    for the others there; days known by their name (the Fourth of July, the Sept. 11 attacks) are of no year.
    """
    day = mention.month, mention.day
    if day in _HOLIDAYS or (day in _DAYS_OF_EVENTS and _EVENT.match(story.text, mention.span.end)):
        return True
    block = story.draft.block_at(mention.span.start)
    return any(
        (other.month, other.day) == day or (block is not None and other.span.overlaps(block.span))
        for other in full
    )


def _facts(mention: DateMention, others: int) -> dict[str, str]:
    month = MONTHS[mention.month - 1] if mention.month else ""
    return {"value": mention.value, "month": month, "others": str(others)}
