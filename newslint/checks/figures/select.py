"""``figures: {unit: "%"}``: the figures of a draft, selected by what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import ClassVar, Literal

from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.counting.numbers import UNITS
from newslint.story.story import Story


class FiguresOptions(Options):
    """Which figures."""

    unit: str | None = key(default=None, description="the unit (%, USD, km), or count for plain counts")
    counted: Literal["missing", "given", "any"] = key(
        default="any", description="whether the draft says what is counted"
    )
    at_least: Decimal | None = key(default=None, description="the smallest value")
    at_most: Decimal | None = key(default=None, description="the largest value")


class Figures(Check[FiguresOptions]):
    """Figures by unit, by size, and by whether the draft says what they count."""

    verb = "figures"
    Options = FiguresOptions
    facts: ClassVar[Mapping[str, str]] = {
        "figure": "the figure as written",
        "value": "its value",
        "unit": "its unit",
        "of": "what is counted",
    }

    def __init__(self, options: FiguresOptions) -> None:
        super().__init__(options)
        self._unit = (
            None if options.unit is None else UNITS.get(options.unit, options.unit).replace("count", "")
        )

    def look(self, story: Story) -> Iterable[Hit]:
        wanted = self.options
        for figure in story.figures:
            if self._unit is not None and figure.unit != self._unit:
                continue
            if wanted.counted != "any" and bool(figure.of) != (wanted.counted == "given"):
                continue
            if wanted.at_least is not None and figure.value < wanted.at_least:
                continue
            if wanted.at_most is not None and figure.value > wanted.at_most:
                continue
            facts = {"figure": figure.span.cut(story.text), "value": str(figure.value)}
            yield Hit(figure.span, {**facts, "unit": figure.unit, "of": figure.of})
