"""“8 p.m. Tuesday night”, “12 noon”: the time of day said twice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newslint.late import late
from newslint.model import Hit, Rewrite, Span
from newslint.rulebook.check import Check, Options
from newslint.story.calendar.lexicon import WEEKDAYS
from newslint.story.story import Story

_WEEKDAY: Final = rf"(?:(?:on )?(?:{'|'.join(WEEKDAYS)}) |(?:yesterday|tomorrow|this) )?"
_EVENING: Final = r"(?:afternoon|evening|night|in the (?:afternoon|evening)|at night)"
_TWICE: Final = late(
    r"\b(?P<twelve>12(?::00)? )(?P<noon>noon|midday|midnight)\b"
    rf"|\d ?a\.?m\.?,? (?P<day>{_WEEKDAY})(?P<morning>(?:in the )?morning)\b"
    rf"|\d ?p\.?m\.?,? (?P<date>{_WEEKDAY})(?P<evening>{_EVENING})\b"
)


class TimeTwice(Check[Options]):
    """A time whose part of the day stands twice: with a.m. or p.m., and in words."""

    verb = "dates"
    problem = "time said twice"
    facts = {"better": "the words without the repetition"}

    def look(self, story: Story) -> Iterable[Hit]:
        for found in _TWICE.finditer(story.text):
            span = Span(*found.span())
            if found["noon"]:
                yield _hit(span, Span(*found.span("twelve")), story.text)
                continue
            name = "morning" if found["morning"] else "evening"
            if (found["day"] or found["date"] or "").strip() in ("this", "yesterday", "tomorrow"):
                continue  # “8 p.m. yesterday evening”: without the evening it reads oddly to some
            start, end = found.span(name)
            yield _hit(span, Span(start - 1, end), story.text)


def _hit(span: Span, drop: Span, text: str) -> Hit:
    better = text[span.start : drop.start] + text[drop.end : span.end]
    return Hit(span, {"better": better}, rewrites=(Rewrite(drop, "", safe=False),))
