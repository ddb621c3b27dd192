"""A conversion that is wrong: 10 miles (6 kilometers), 30 C (100 F)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar, Final

from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.counting.numbers import CURRENCIES
from newslint.story.figures import Figure
from newslint.story.story import Story

# What one of each is: in meters, square meters, kilograms, liters, kilometers an hour. Where a word has two
# meanings (the American and the British gallon, three tons) either is right.
_MEASURES: Final[Mapping[str, tuple[str, tuple[str, ...]]]] = {
    "km": ("length", ("1000",)), "m": ("length", ("1",)), "mile": ("length", ("1609.344",)),
    "foot": ("length", ("0.3048",)), "yard": ("length", ("0.9144",)), "inch": ("length", ("0.0254",)),
    "acre": ("area", ("4046.86",)), "ha": ("area", ("10000",)),
    "kg": ("mass", ("1",)), "lb": ("mass", ("0.453592",)), "t": ("mass", ("1000",)),
    "ton": ("mass", ("907.185", "1016.05", "1000")),
    "l": ("volume", ("1",)), "gallon": ("volume", ("3.78541", "4.54609")), "barrel": ("volume", ("158.987",)),
    "km/h": ("speed", ("1",)), "mph": ("speed", ("1.609344",)),
}  # fmt: skip
_MONEY: Final = frozenset(CURRENCIES.values())
_IN_BRACKETS = late(
    r",? (?:or )?\((?:about|around|roughly|nearly|almost|some|or|approximately)? ?|, or (?:about |around )?"
)
_CLOSED = late(r" ?(?:\)|[,;]\s|\.(?:\s|$))")
_TEMPERATURE = late(
    r"(?<![\w.])(?P<a>[-−–]?\d{1,3}(?:\.\d)?)[ \u00a0]?(?:°|degrees )?[ \u00a0]?"
    r"(?P<of>C|F|Celsius|Fahrenheit)\b\.? "
    r"\((?P<b>[-−–]?\d{1,3}(?:\.\d)?)[ \u00a0]?(?:°|degrees )?[ \u00a0]?(?P<to>C|F|Celsius|Fahrenheit)\)"
)
_ROUGH: Final = Decimal("0.04")  # 700 kilometers pass for 450 miles
_DEGREES: Final = Decimal("1.2")  # rounding
_SWING: Final = Decimal("1.2")  # two rates of one draft may differ by a fifth


class ConversionMismatch(Check[Options]):
    """A measure and, in brackets, the same in another unit, which it is not.

    Both may be rounded to two figures. Rates of exchange are not known; but a draft that converts twice must
    convert alike.
    """

    verb = "figures"
    problem = "conversion mismatch"
    facts: ClassVar[Mapping[str, str]] = {
        "given": "the measure as written: 10 miles",
        "converted": "what it is said to be: 6 kilometers",
        "actual": "what it is: 16; for money the rate used elsewhere in the draft makes it",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        pairs = list(_pairs(story))
        for one, other in pairs:
            actual = _measure(one, other, story.text)
            if actual is not None:
                yield _hit(one.span, other.span, _plain(actual), story.text)
        yield from _rates(pairs, story.text)
        yield from _temperatures(story)


def _pairs(story: Story) -> Iterator[tuple[Figure, Figure]]:
    text = story.text
    for one, other in pairwise(story.figures):
        if not one.unit or not other.unit or one.unit == other.unit or not one.value or not other.value:
            continue
        if _IN_BRACKETS.fullmatch(text, one.span.end, other.span.start) and _CLOSED.match(
            text, other.span.end
        ):
            yield one, other


def _unit(figure: Figure, text: str) -> str:
    """The unit; “pounds” without a sign may be money or weight, and weigh beside another weight."""
    return "lb" if figure.unit == "GBP" and "pound" in figure.span.cut(text) else figure.unit


def _measure(one: Figure, other: Figure, text: str) -> Decimal | None:
    """What the first measure makes in the unit of the second; None where they agree or cannot be compared."""
    a, b = _MEASURES.get(_unit(one, text)), _MEASURES.get(_unit(other, text))
    if a is None or b is None or a[0] != b[0]:
        return None
    made = [one.value * Decimal(x) / Decimal(y) for x in a[1] for y in b[1]]
    slack = _ROUGH + _rounding(one.value) + _rounding(other.value)
    if any(abs(value / other.value - 1) <= slack for value in made):
        return None
    return made[0]


def _rounding(value: Decimal) -> Decimal:
    """How far, as a share of it, a number may be off by rounding: half its last digit, or its second."""
    exponent = value.normalize().as_tuple().exponent
    last = min(int(exponent), max(value.adjusted() - 1, 0))
    return Decimal("0.55") * Decimal(10) ** last / value


def _rates(pairs: Iterable[tuple[Figure, Figure]], text: str) -> Iterator[Hit]:
    """Of two sums of money converted at different rates, the second."""
    rates: dict[tuple[str, str], tuple[Decimal, Span]] = {}
    for one, other in pairs:
        if one.unit not in _MONEY or other.unit not in _MONEY:
            continue
        low, high = (one, other) if one.unit < other.unit else (other, one)
        rate = high.value / low.value
        first, at = rates.setdefault((low.unit, high.unit), (rate, Span(one.span.start, other.span.end)))
        if not 1 / _SWING <= rate / first <= _SWING:
            made = one.value * first if one is low else one.value / first
            aside = Aside(at, "converted at another rate here")
            yield _hit(one.span, other.span, _plain(made), text, aside)


def _temperatures(story: Story) -> Iterator[Hit]:
    if "C" not in story.text or "F" not in story.text:
        return
    for found in _TEMPERATURE.finditer(story.text):
        a, b = (Decimal(found[name].replace("−", "-").replace("–", "-")) for name in ("a", "b"))
        if found["of"][0] == found["to"][0]:
            continue
        ratio = Decimal(9) / 5
        reading = a * ratio + 32 if found["of"][0] == "C" else (a - 32) / ratio
        difference = a * ratio if found["of"][0] == "C" else a / ratio  # “warmer by 2 C (3.6 F)”
        if min(abs(reading - b), abs(difference - b)) > _DEGREES:
            first, second = Span(found.start(), found.end("of")), Span(found.start("b"), found.end("to"))
            yield _hit(first, second, _plain(reading), story.text)


def _plain(value: Decimal) -> str:
    rounded = value.quantize(Decimal("0.1")) if abs(value) < 100 else value.quantize(Decimal(1))
    return f"{rounded.normalize():,f}"


def _hit(given: Span, converted: Span, actual: str, text: str, *asides: Aside) -> Hit:
    facts = {"given": given.cut(text), "converted": converted.cut(text), "actual": actual}
    return Hit(Span(given.start, converted.end), facts, asides=asides)
