"""“from 2018 to 2011”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from newslint.checks.dates.near import stretches
from newslint.late import late
from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

# “fell from 2018 to 2011” compares two years; “from 2100 to 1900 hours” is no years at all.
_COMPARED: Final = late(
    r"\b(?:down|up|back|change[ds]?|compar\w+|revis\w+|rais\w+|cut|drop\w+|fell|rose|mov\w+|brought)\b", re.I
)
_OTHER_FIGURES: Final = late(r"\s*(?:hours|GMT|UTC|local|ET\b|EST|people|votes|troops|points|feet|miles)")


class YearsReversed(Check[Options]):
    """A stretch of years that ends before it begins."""

    verb = "dates"
    problem = "years reversed"
    scope = "all"
    facts = {"first": "the year it begins", "last": "the year it ends"}

    def look(self, story: Story) -> Iterable[Hit]:
        for stretch in stretches(story):
            start, end = stretch.span
            if stretch.last >= stretch.first or not story.text.startswith(("from", "From"), start):
                continue
            if _COMPARED.search(story.text, max(0, start - 40), end + 20):
                continue
            if not _OTHER_FIGURES.match(story.text, end):
                yield Hit(stretch.span, {"first": str(stretch.first), "last": str(stretch.last)})
