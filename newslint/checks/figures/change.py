"""A change that does not follow from its own numbers: from 40 to 50, a 10 percent increase."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
        for i, (old, new) in enumerate(pairwise(figures)):
            before = _FROM.search(text, max(0, old.span.start - 70), old.span.start)
            if before is None or not _TO.fullmatch(text, old.span.end, new.span.start) or not old.value:
                continue
            unit = old.unit or new.unit
            if old.unit != new.unit and old.unit and new.unit:
                continue
            actual = (new.value - old.value) / old.value * 100
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
        return abs(share.value - abs(actual)) > max(Decimal("1.5"), abs(actual) * Decimal("0.08"))


def _hit(span: Span, said: str, old: Figure, new: Figure, actual: Decimal, text: str) -> Hit:
    rounded = actual.quantize(Decimal("0.1") if abs(actual) < 10 else Decimal(1))
    facts = {
        "said": said,
        "old": old.span.cut(text),
        "new": new.span.cut(text),
        "actual": f"{rounded:+f} percent",
    }
    return Hit(span, facts)
