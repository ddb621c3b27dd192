"""A share that does not follow from its part and whole: 12 of 20 members, or 50 percent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import ClassVar

from newslint.checks.figures.parts import OF
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.figures import Figure
from newslint.story.story import Story

_ROUGHLY = r"(?:about|around|roughly|nearly|almost|just (?:over|under)|some|approximately|or|that is)"
# “12 of 20 members, or 60 percent”, “12 of the 20 (60 percent)”
_OR = late(rf"(?: [\w’'-]+){{0,6}}(?:, (?:or|that is,?) |,? \(| [—–-] )(?:{_ROUGHLY} )*")
# “60 percent, or 12 of 20”, “60 percent (12 of 20)”
_OR_BEFORE = late(
    rf"(?: of (?:the |its |all )?[\w’'-]+(?: [\w’'-]+){{0,2}})?(?:, or | \(|, )(?:{_ROUGHLY} )*"
)
_CHANGE = late(r" (?:more|less|fewer|higher|lower|above|below|up|down|increase|rise|drop|fall|off)\b")
_LOOSE = late(r"\b(?:about|around|roughly|nearly|almost|approximately|more than|less than|over|under)\b")


class ShareMismatch(Check[Options]):
    """“A of B, or P percent”, “P percent (A of B)”, where A of B is another share."""

    verb = "figures"
    problem = "share mismatch"
    facts: ClassVar[Mapping[str, str]] = {
        "part": "the part as written",
        "whole": "the whole as written",
        "share": "the share as written",
        "actual": "the share that part and whole give",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        figures, text = story.figures, story.text
        for i in range(len(figures) - 2):
            a, b, c = figures[i : i + 3]
            if c.unit == "%" and _OR.fullmatch(text, b.span.end, c.span.start):
                part, whole, share = a, b, c
            elif a.unit == "%" and _OR_BEFORE.fullmatch(text, a.span.end, b.span.start):
                part, whole, share = b, c, a
            else:
                continue
            if _CHANGE.match(text, share.span.end):
                continue
            if part.unit or whole.unit or part.of or not 0 < part.value <= whole.value:
                continue
            if not OF.fullmatch(text, part.span.end, whole.span.start):
                continue
            actual = part.value / whole.value * 100
            if abs(actual - share.value) > _slack(share, text):
                rounded = actual.quantize(Decimal("0.1")).normalize()
                facts = {"part": part.span.cut(text), "whole": whole.span.cut(text)}
                span = Span(a.span.start, c.span.end)
                yield Hit(span, {**facts, "share": share.span.cut(text), "actual": f"{rounded:f} percent"})


def _slack(share: Figure, text: str) -> Decimal:
    """How far a share may lie from the true one: rounding, and more where the copy says “about”."""
    return (
        Decimal(4) if _LOOSE.search(text, max(0, share.span.start - 20), share.span.start) else Decimal("1.1")
    )
