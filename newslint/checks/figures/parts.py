"""A part larger than its whole: 12 of the 10 members, the third of two votes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import ClassVar

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.story import Story

OF = late(
    r"(?: of| out of| in every| of every)"
    r"(?:(?: the)? [A-Za-z][\w-]*[’']s"
    r"| the| its| their| his| her| our| those| these| all| all the| a total of)?"
    r"(?: (?:roughly|about|some|nearly|almost|just|only|first|last|original|remaining|known|total))?[ \n]"
)
_RATE = late(r"\d (?:in|of|out of|to) $")  # “six in 10 of the three in 10 voters”
# “4 of 2017’s”, “one of two”: what follows a date or names a model is no whole
_NO_WHOLE = late(r"-|[’']s\b|(?:st|nd|rd|th)\b")

# “the third of two”; “a third of two” is a fraction
_NTH = late(
    r"\b(?:the|his|her|its|their|our|my|[A-Z]\w+[’']s) (?P<nth>[a-z]+(?:rd|th|ond)|\d{1,3}(?:st|nd|rd|th))"
    r"(?: (?!quarter|half)[a-z]+)? of (?:the |his |her |its |their |just |only |what .{0,20})?$"
)
_ORDINALS = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6,
    "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
}  # fmt: skip
_LONG = 100  # “the fifth of 1,200”


class PartsExceedWhole(Check[Options]):
    """“A of B” where A is more than B."""

    verb = "figures"
    problem = "parts exceed whole"
    facts: ClassVar[Mapping[str, str]] = {"part": "the part as written", "whole": "the whole as written"}
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        for part, whole in pairwise(story.figures):
            if part.unit or whole.unit or part.of or part.value <= whole.value:
                continue
            if _RATE.search(text, max(0, part.span.start - 10), part.span.start):
                continue
            if not OF.fullmatch(text, part.span.end, whole.span.start) or _NO_WHOLE.match(
                text, whole.span.end
            ):
                continue
            span = Span(part.span.start, whole.span.end)
            yield Hit(span, {"part": part.span.cut(text), "whole": whole.span.cut(text)})


class OrdinalExceedsCount(Check[Options]):
    """“The third of two”: a place in a row that is longer than the row."""

    verb = "figures"
    problem = "ordinal exceeds count"
    facts: ClassVar[Mapping[str, str]] = {
        "nth": "the place as written: third",
        "count": "the count as written",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        for whole in story.figures:
            if whole.unit or not whole.of or whole.value >= _LONG:
                continue
            told = _NTH.search(text, max(0, whole.span.start - 50), whole.span.start)
            if told is None:
                continue
            digits = re.match(r"\d+", told["nth"])
            nth = int(digits[0]) if digits else _ORDINALS.get(told["nth"], 0)
            if nth > whole.value:
                span = Span(told.start("nth"), whole.span.end)
                yield Hit(span, {"nth": told["nth"], "count": whole.span.cut(text)})
