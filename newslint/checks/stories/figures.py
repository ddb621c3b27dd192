"""The same statement with another number of the same things."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from newslint.checks.stories.problems import Differing
from newslint.checks.stories.statements import paired
from newslint.late import late
from newslint.model import Span
from newslint.story.figures import Figure
from newslint.story.story import Story

_ROUGHLY = late(
    r"\b(?:at least|more than|over|fewer than|less than|under|about|around|some|nearly|almost|up to|roughly|"
    r"approximately|an estimated|as many as|as much as|close to|almost)[ \n]\$?$"
)
_LEAST = late(r"(?i)\b(?:at least|more than|over)[ \n]$")
ROUNDED = Decimal("0.1")  # how far a rough number may lie from the exact one


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each figure that counts the same things in the same statement, and has another value there."""
    for one, other in paired(story, earlier):
        here, there = _by_things(story, one.span), _by_things(earlier, other.span)
        for things in here.keys() & there.keys():
            mine, theirs = here[things], there[things]
            if len(mine) != 1 or len(theirs) != 1:
                continue
            a, b = mine[0], theirs[0]
            if a.value > b.value and _at_least(story, a) and _at_least(earlier, b):
                continue  # a toll that rises
            rough = _rough(story, a) or _rough(earlier, b)
            if a.value != b.value and not _rounds(a.value, b.value, rough):
                yield Differing(a.span, b.span)


def _by_things(story: Story, span: Span) -> dict[tuple[str, str], list[Figure]]:
    found: dict[tuple[str, str], list[Figure]] = defaultdict(list)
    for figure in story.figures:
        if span.start <= figure.span.start and figure.span.end <= span.end and (figure.of or figure.unit):
            found[figure.unit, figure.of.lower().removesuffix("s")].append(figure)
    return found


def _rough(story: Story, figure: Figure) -> bool:
    start = figure.span.start
    return _ROUGHLY.search(story.text, max(0, start - 20), start) is not None


def _at_least(story: Story, figure: Figure) -> bool:
    start = figure.span.start
    return _LEAST.search(story.text, max(0, start - 12), start) is not None


def _rounds(a: Decimal, b: Decimal, rough: bool) -> bool:
    """Whether one number is the other with fewer digits, or near a rough one."""
    low, high = sorted((abs(a), abs(b)))
    if not low:
        return False
    if rough:
        return high - low <= high * ROUNDED
    digits = min(_digits(a), _digits(b))
    return max(_digits(a), _digits(b)) > digits and _to(a, digits) == _to(b, digits)


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)


def _to(value: Decimal, digits: int) -> Decimal:
    return Decimal(f"{value:.{max(digits, 1) - 1}e}")
