"""A part larger than its whole: 12 of the 10 members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import ClassVar

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.story import Story

OF = late(
    r"(?: of| out of| in every| of every)"
    r"(?: the| its| their| his| her| our| those| these| all| all the| a total of)?"
    r"(?: (?:roughly|about|some|nearly|almost|just|only|first|last|original|remaining|known|total))?[ \n]"
)
_RATE = late(r"\d (?:in|of|out of|to) $")  # “six in 10 of the three in 10 voters”
# “4 of 2017’s”, “one of two”: what follows a date or names a model is no whole
_NO_WHOLE = late(r"-|[’']s\b|(?:st|nd|rd|th)\b")


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
