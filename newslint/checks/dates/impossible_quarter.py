"""“Q5 2025”, “the fifth quarter of 2025”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

_QUARTER: Final = late(
    r"\bQ[05-9] (?:of )?(?:19|20)\d\d\b"
    r"|\b(?:fifth|sixth|5th|6th) (?:fiscal )?quarter of (?:the (?:fiscal )?year|fiscal |(?:19|20)\d\d)\b"
    r"|\b(?:third|fourth|3rd|4th) half of (?:the (?:fiscal )?year|(?:19|20)\d\d)\b"
)


class ImpossibleQuarter(Check[Options]):
    """A quarter or a half that no year has."""

    verb = "dates"
    problem = "impossible quarter"
    scope = "all"
    facts = {"quarter": "the words as written"}

    def look(self, story: Story) -> Iterable[Hit]:
        for found in _QUARTER.finditer(story.text):
            yield Hit(Span(*found.span()), {"quarter": found[0]})
