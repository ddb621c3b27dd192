"""A change that does not follow from its own numbers: from 40 to 50, a 10 percent increase."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise
from typing import ClassVar

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.figures import Figure
from newslint.story.story import Story

_UP = (
    "rose|risen|rising|rise|grew|grown|growing|increased|increase|increasing|climbed|jumped|up|surged|soared|went|gone|"
    "gained|swelled"
)
_DOWN = (
    "fell|fallen|falling|fall|dropped|drop|declined|decline|decreased|down|shrank|shrunk|slid|sank|plunged|tumbled|cut|"
    "reduced"
)
_TIMES = {
    "doubled": Decimal(2),
    "tripled": Decimal(3),
    "trebled": Decimal(3),
    "quadrupled": Decimal(4),
    "halved": Decimal("0.5"),
}
_ROUGHLY = r"(?:about |some |nearly |just )?"
_FROM = late(rf"\b(?P<verb>{_UP}|{_DOWN}|{'|'.join(_TIMES)})\b(?:[ \n][\w’'-]+){{0,4}}[ \n]from {_ROUGHLY}$")
_TO = late(rf"(?:[ \n][a-z’'-]+){{0,5}}(?:,? (?:in|last|a|the) [\w ]{{1,20}},?)? to {_ROUGHLY}")
_A_SHARE = late(
    r"[ \n]?[^.;\n]{0,40}?(?:,| —|—| \(| or|:) ?"
    r"(?:or |an? |which is an? |up |down |that is an? |representing an? )+"
)
_CHANGE = late(
    r"(?:[ -](?:point|percentage[ -]point))?[ \n]"
    r"(?:increase|rise|jump|gain|growth|surge|drop|fall|decline|decrease|cut|reduction|change)\b"
)
# “rose 10 percent to 50 from 40”, “a 10 percent rise, to 50 from 40”
_MOVED = late(rf"\b(?:{_UP}|{_DOWN})(?: by)? {_ROUGHLY}$")
_TO_NEW = late(rf"(?: [a-z]+ing [a-z’' -]{{1,30}})?,? to {_ROUGHLY}")
_FROM_OLD = late(rf"(?: [a-z]+){{0,4}},? from {_ROUGHLY}")
# “to 50 from 40 to 60”: other ends
_AFTER_ALL = late(r" (?:to|and|or)\b|-|–")


class PercentMismatch(Check[Options]):
    """“Rose from A to B, a P percent increase”, “doubled from A to B”, where A and B give another change."""

    verb = "figures"
    problem = "percent mismatch"
    facts: ClassVar[Mapping[str, str]] = {
        "said": "the change as written",
        "old": "the number before",
        "new": "the number after",
        "actual": "the change that the two numbers give",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        if " from " not in text:
            return
        figures = story.figures
        for share, new, old in _shares_first(story):
            if new.unit == "%" or not _off(share, change(old, new)):
                continue
            yield _hit(
                Span(share.span.start, old.span.end), share.span.cut(text), old, new, change(old, new), text
            )
        for i, (old, new) in enumerate(pairwise(figures)):
            before = _FROM.search(text, max(0, old.span.start - 70), old.span.start)
            if before is None or not _TO.fullmatch(text, old.span.end, new.span.start) or not old.value:
                continue
            unit = old.unit or new.unit
            if old.unit != new.unit and old.unit and new.unit:
                continue
            actual = change(old, new)
            times = _TIMES.get(before["verb"])
            if times is not None:
                ratio = new.value / old.value
                if not Decimal("0.85") < ratio / times < Decimal("1.4"):
                    span = Span(before.start("verb"), new.span.end)
                    yield _hit(span, before["verb"], old, new, actual, text)
                continue
            if i + 2 < len(figures) and unit != "%":
                share = figures[i + 2]
                if self._wrong(share, new, actual, text):
                    yield _hit(share.span, share.span.cut(text), old, new, actual, text)

    def _wrong(self, share: Figure, new: Figure, actual: Decimal, text: str) -> bool:
        if share.unit != "%" or not _A_SHARE.fullmatch(text, new.span.end, share.span.start):
            return False
        if not _CHANGE.match(text, share.span.end):
            return False
        return _off(share, actual)


class PercentForPoints(Check[Options]):
    """From 40 percent to 50 is ten points, and a quarter; not ten percent."""

    verb = "figures"
    problem = "percent for points"
    facts: ClassVar[Mapping[str, str]] = {
        "said": "the change as written: 10 percent",
        "old": "the share before: 40 percent",
        "new": "the share after: 50 percent",
        "points": "the change in percentage points: 10",
        "actual": "the change in percent of the share before: +25 percent",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        if " from " not in text:
            return
        for share, new, old in (*_shares_first(story), *_shares_last(story)):
            points = abs(new.value - old.value)
            if new.unit != "%" or share.value != points or not _off(share, change(old, new)):
                continue
            hit = _hit(share.span, share.span.cut(text), old, new, change(old, new), text)
            yield Hit(share.span, {**hit.facts, "points": f"{points.normalize():f}"})


def change(old: Figure, new: Figure) -> Decimal:
    """By how many percent of the old value the new one is larger."""
    return (new.value - old.value) / old.value * 100


def _off(share: Figure, actual: Decimal) -> bool:
    """Whether a share is not the change, rounding and “about” granted."""
    return abs(share.value - abs(actual)) > max(Decimal("1.5"), abs(actual) * Decimal("0.08"))


def _shares_first(story: Story) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Share, new and old of “rose 10 percent to 50 from 40”."""
    figures, text = story.figures, story.text
    for share, new, old in zip(figures, figures[1:], figures[2:], strict=False):
        if share.unit != "%" or not old.value or (new.unit != old.unit and old.unit and new.unit):
            continue
        if (
            _MOVED.search(text, max(0, share.span.start - 40), share.span.start)
            and _TO_NEW.fullmatch(text, share.span.end, new.span.start)
            and _FROM_OLD.fullmatch(text, new.span.end, old.span.start)
            and not _AFTER_ALL.match(text, old.span.end)
        ):
            yield share, new, old


def _shares_last(story: Story) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Share, new and old of “rose from 40 percent to 50 percent, a 10 percent increase”."""
    figures, text = story.figures, story.text
    for old, new, share in zip(figures, figures[1:], figures[2:], strict=False):
        if share.unit != "%" or not old.value or (old.unit and old.unit != new.unit):
            continue
        if (
            _FROM.search(text, max(0, old.span.start - 70), old.span.start)
            and _TO.fullmatch(text, old.span.end, new.span.start)
            and _A_SHARE.fullmatch(text, new.span.end, share.span.start)
            and _CHANGE.match(text, share.span.end)
        ):
            yield share, new, old


def _hit(span: Span, said: str, old: Figure, new: Figure, actual: Decimal, text: str) -> Hit:
    rounded = actual.quantize(Decimal("0.1") if abs(actual) < 10 else Decimal(1))
    facts = {
        "said": said,
        "old": old.span.cut(text),
        "new": new.span.cut(text),
        "actual": f"{rounded:+f} percent",
    }
    return Hit(span, facts)
