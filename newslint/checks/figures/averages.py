"""An average outside its own range: 90 on average, from 40 to 80."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.figures import Figure
from newslint.story.story import Story

_ROUGHLY = r"(?:about |around |roughly |some |nearly |just )?"
# “averaged 90”, “an average of 90”, “90 on average”
_BEFORE = late(rf"\b(?:averag(?:ed|es|ing)|average (?:[\w’'-]+ ){{0,4}}?(?:of|is|was|at|being)) {_ROUGHLY}$")
_BEHIND = late(r"(?: [\w’'-]+){0,3} on average\b")
# “…, ranging from 40 to 80”, “… (40 to 80)”; and the other way about
_RANGE = r"(?:rang(?:ed|es|ing)|var(?:ied|ies|ying)|anywhere|all)"
_RANGE_BEHIND = late(
    rf"(?: [\w’'-]+){{0,5}}?(?:,| —|—| –| and)? (?:and )?"
    rf"(?:{_RANGE} (?:from |between )|in a range (?:from |of )|\()"
)
_TO = late(r"(?: [\w’'-]+){0,2} (?:to|and) |-|–")
_RANGE_BEFORE = late(rf"\b{_RANGE} (?:from|between) $")
_AVERAGE_BEHIND = late(
    r"(?: [\w’'-]+){0,5}?(?:,| —|—| –)? (?:and |with |for )?(?:an )?averag(?:e of|ing|ed|es) "
    rf"{_ROUGHLY}"
)


class AverageOutsideRange(Check[Options]):
    """An average and, in the same sentence, a range of the same things in which it does not lie."""

    verb = "figures"
    problem = "average outside range"
    facts: ClassVar[Mapping[str, str]] = {
        "average": "the average as written",
        "low": "the lower end of the range",
        "high": "the upper end",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        if "averag" not in text:
            return
        figures = story.figures
        for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
            told = _average_first(one, two, three, text) or _range_first(one, two, three, text)
            if told is None:
                continue
            average, low, high = told
            units = {figure.unit for figure in told if figure.unit}
            if len(units) < 2 and low.value < high.value and not low.value <= average.value <= high.value:
                facts = {"average": average.span.cut(text), "low": low.span.cut(text)}
                yield Hit(Span(one.span.start, three.span.end), {**facts, "high": high.span.cut(text)})


def _average_first(
    average: Figure, low: Figure, high: Figure, text: str
) -> tuple[Figure, Figure, Figure] | None:
    start, end = average.span
    behind = _BEHIND.match(text, end)
    if not behind and not _BEFORE.search(text, max(0, start - 60), start):
        return None
    if not _RANGE_BEHIND.fullmatch(text, behind.end() if behind else end, low.span.start):
        return None
    return (average, low, high) if _TO.fullmatch(text, low.span.end, high.span.start) else None


def _range_first(
    low: Figure, high: Figure, average: Figure, text: str
) -> tuple[Figure, Figure, Figure] | None:
    if not _RANGE_BEFORE.search(text, max(0, low.span.start - 30), low.span.start):
        return None
    if not _TO.fullmatch(text, low.span.end, high.span.start):
        return None
    return (
        (average, low, high) if _AVERAGE_BEHIND.fullmatch(text, high.span.end, average.span.start) else None
    )
