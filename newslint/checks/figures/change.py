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
_FROM = late(
    rf"\b(?P<verb>{_UP}|{_DOWN}|{'|'.join(_TIMES)})\b(?:[ \n][\w’'-]+){{0,4}},?[ \n]from {_ROUGHLY}$"
)
_TO = late(rf"(?:[ \n][a-z’'-]+){{0,5}}(?:,? (?:in|last|a|the) [\w ]{{1,20}},?)? to {_ROUGHLY}")
_A_SHARE = late(
    r"[ \n]?[^.;\n]{0,40}?(?:,| —|—| \(| or|:) ?"
    r"(?:or |an? |which is an? |up |down |that is an? |representing an? )+"
)
_CHANGE = late(
    r"(?:[ -](?:point|percentage[ -]point))?[ \n]"
    r"(?:increase|rise|jump|gain|growth|surge|drop|fall|decline|decrease|cut|reduction|change)\b"
)
# “…, an increase of 10 percent”, “…, down 10 percent”
_CHANGE_OF = late(
    rf"(?: [a-z]+)?(?:,| —|—| –|:)? (?:(?:which is )?an? (?:increase|rise|jump|gain|drop|fall|decline"
    rf"|decrease|cut|reduction|change|surge) of |(?:up|down) (?:by )?){_ROUGHLY}"
)
# “$50 million, up 10 percent from $40 million”
_UP_BY = late(
    rf"(?: [\w’'-]+){{0,4}}?(?:,| —|—| –| \()? ?(?:up|down|a (?:rise|fall|drop) of) (?:by )?{_ROUGHLY}"
)
_UP_FROM = late(rf"(?: (?:on|over|in) [\w ]{{1,20}})? from (?:the )?{_ROUGHLY}")
# “doubled to 50 from 40”
_TIMES_TO = late(rf"\b(?P<verb>{'|'.join(_TIMES)}) to {_ROUGHLY}$")
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
        yield from _doubled(story)
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
                if not _is_times(times, old, new):
                    span = Span(before.start("verb"), new.span.end)
                    yield _hit(span, before["verb"], old, new, actual, text)
                continue
            if i + 2 < len(figures) and unit != "%":
                share = figures[i + 2]
                if self._wrong(share, new, actual, text):
                    yield _hit(share.span, share.span.cut(text), old, new, actual, text)

    def _wrong(self, share: Figure, new: Figure, actual: Decimal, text: str) -> bool:
        return share.unit == "%" and _says_change(new, share, text) and _off(share, actual)


def _doubled(story: Story) -> Iterator[Hit]:
    """“Doubled to 50 from 40.”"""
    text = story.text
    for new, old in pairwise(story.figures):
        verb = _TIMES_TO.search(text, max(0, new.span.start - 30), new.span.start)
        if not verb or not old.value or new.unit == "%" or not _comparable(old, new):
            continue
        if not _FROM_OLD.fullmatch(text, new.span.end, old.span.start) or _AFTER_ALL.match(
            text, old.span.end
        ):
            continue
        if not _is_times(_TIMES[verb["verb"]], old, new):
            yield _hit(Span(verb.start("verb"), old.span.end), verb["verb"], old, new, change(old, new), text)


def _is_times(times: Decimal, old: Figure, new: Figure) -> bool:
    return Decimal("0.85") < new.value / old.value / times < Decimal("1.4")


class PercentForPoints(Check[Options]):
    """From 40 percent to 50 is ten points, and a quarter; not ten percent."""

    verb = "figures"
    problem = "percent for points"
    facts: ClassVar[Mapping[str, str]] = {
        "said": "the change as written: 10 percent",
        "old": "the share before: 40 percent",
        "new": "the share after: 50 percent",
        "points": "the change in percentage points: 10 percentage points",
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
            told = f"{points.normalize():f} percentage point{'s' * (points != 1)}"
            yield Hit(share.span, {**hit.facts, "points": told})


def _says_change(new: Figure, share: Figure, text: str) -> bool:
    """Whether the share is told as the change: “50, a 10 percent rise”, “50, an increase of 10 percent”."""
    start, end = new.span.end + len(new.of) + bool(new.of), share.span.start
    if _CHANGE_OF.fullmatch(text, new.span.end, end) or (
        new.of and text[new.span.end : start].strip() == new.of and _CHANGE_OF.fullmatch(text, start, end)
    ):
        return True
    return bool(_A_SHARE.fullmatch(text, new.span.end, end) and _CHANGE.match(text, share.span.end))


def change(old: Figure, new: Figure) -> Decimal:
    """By how many percent of the old value the new one is larger."""
    return (new.value - old.value) / old.value * 100


def _off(share: Figure, actual: Decimal) -> bool:
    """Whether a share is not the change, rounding and “about” granted."""
    return abs(share.value - abs(actual)) > max(Decimal("1.5"), abs(actual) * Decimal("0.08"))


def _shares_first(story: Story) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Share, new and old of “rose 10 percent to 50 from 40” and “50, up 10 percent from 40”."""
    figures, text = story.figures, story.text
    for one, two, three in zip(figures, figures[1:], figures[2:], strict=False):
        if one.unit == "%" and _MOVED.search(text, max(0, one.span.start - 40), one.span.start):
            told = _moved(one, two, three, text)
        elif two.unit == "%" and _UP_BY.fullmatch(text, one.span.end, two.span.start):
            told = (two, one, three) if _UP_FROM.fullmatch(text, two.span.end, three.span.start) else None
            told = None if _AFTER_ALL.match(text, three.span.end) else told
        else:
            told = None
        if told and told[2].value and _comparable(told[1], told[2]):
            yield told


def _moved(share: Figure, one: Figure, other: Figure, text: str) -> tuple[Figure, Figure, Figure] | None:
    """Share, new and old of “10 percent to 50 from 40” and of “10 percent, from 40 to 50”."""
    if _AFTER_ALL.match(text, other.span.end):
        return None
    if _TO_NEW.fullmatch(text, share.span.end, one.span.start):
        return (share, one, other) if _FROM_OLD.fullmatch(text, one.span.end, other.span.start) else None
    if _FROM_OLD.fullmatch(text, share.span.end, one.span.start):
        return (share, other, one) if _TO.fullmatch(text, one.span.end, other.span.start) else None
    return None


def _comparable(one: Figure, other: Figure) -> bool:
    return one.unit == other.unit or not one.unit or not other.unit


def _shares_last(story: Story) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Share, new and old of “rose from 40 percent to 50 percent, a 10 percent increase”."""
    figures, text = story.figures, story.text
    for old, new, share in zip(figures, figures[1:], figures[2:], strict=False):
        if share.unit != "%" or not old.value or (old.unit and old.unit != new.unit):
            continue
        if (
            _FROM.search(text, max(0, old.span.start - 70), old.span.start)
            and _TO.fullmatch(text, old.span.end, new.span.start)
            and _says_change(new, share, text)
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
