"""Millions for billions: one sum written twice with the same digits, a thousand times apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from newslint.late import late
from newslint.model import Aside, Hit
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.counting.numbers import CURRENCIES
from newslint.story.figures import Figure
from newslint.story.story import Story

_MONEY: Final = frozenset(CURRENCIES.values())
_SLIPS: Final = (1000, 1_000_000)
_SCALE: Final = late(r"(?i)[\d -](?:million|billion|trillion|m|mn|bn|tn|b)\b")


class ScaleSlip(Check[Options]):
    """Two sums in millions or more with the same two or more digits, one a thousand times the other."""

    verb = "figures"
    problem = "scale slip"
    facts: ClassVar[Mapping[str, str]] = {
        "here": "the sum as written here: $2.4 billion",
        "before": "the other one: $2.4 million",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        seen: dict[tuple[str, str], Figure] = {}
        for figure in story.figures:
            if not _SCALE.search(figure.span.cut(story.text)):
                continue
            digits = "".join(map(str, figure.value.as_tuple().digits)).rstrip("0")
            if figure.unit not in _MONEY or len(digits) < 2:
                continue
            first = seen.setdefault((figure.unit, digits), figure)
            low, high = sorted((first.value, figure.value))
            if low and high / low in _SLIPS:
                facts = {"here": figure.span.cut(story.text), "before": first.span.cut(story.text)}
                yield Hit(figure.span, facts, asides=(Aside(first.span, "the other sum"),))
