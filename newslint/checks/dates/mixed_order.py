"""“13 December” beside “December 20”; 13/12/2025 beside 12/20/2025."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final, Literal

from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.dates import DateMention
from newslint.story.story import Story

_DAY_FIRST: Final = late(r"\b\d{1,2} [A-Z][a-z]{2,8}\b")
_MONTH_FIRST: Final = late(r"\b[A-Z][a-z]{2,8}\.? \d{1,2}\b")
_NUMBERS: Final = late(r"(\d{1,2})[/.](\d{1,2})[/.]\d{2,4}")
_MONTHS: Final = 12
# “July 4” and “9/11” are names.
_NAMES: Final = {(7, 4), (9, 11)}

Order = Literal["the day", "the month"]


class MixedOrder(Check[Options]):
    """Dates with the day first and dates with the month first in one draft; the rarer, once."""

    verb = "dates"
    problem = "mixed order"
    facts = {
        "rarer": "what stands first here: the day, or the month",
        "usual": "what stands first in the draft's other dates",
        "count": "how many of those there are",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        found: dict[Order, list[Span]] = {"the day": [], "the month": []}
        for mention in story.dates:
            order = _order(mention, story.text)
            if order and (mention.month, mention.day) not in _NAMES and not story.quoted(mention.span):
                found[order].append(mention.span)
        if not all(found.values()):
            return
        rarer: Order = "the day" if len(found["the day"]) < len(found["the month"]) else "the month"
        usual: Order = "the month" if rarer == "the day" else "the day"
        asides = tuple(Aside(span, f"{usual} first") for span in found[usual][:1])
        facts = {"rarer": rarer, "usual": usual, "count": str(len(found[usual]))}
        yield Hit(found[rarer][0], facts, asides=asides)


def _order(mention: DateMention, text: str) -> Order | None:
    if not mention.month or not mention.day:
        return None
    words = mention.span.cut(text)
    numbers = re.search(_NUMBERS.pattern, words)
    if numbers:
        return "the day" if int(numbers[1]) > _MONTHS else "the month" if int(numbers[2]) > _MONTHS else None
    if _MONTH_FIRST.search(words):
        return "the month"
    return "the day" if _DAY_FIRST.search(words) else None
