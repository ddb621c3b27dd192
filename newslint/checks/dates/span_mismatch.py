"""“from 2011 to 2018, a five-year war”; “from 2018 to 2011”."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.dates import DateMention
from newslint.story.story import Story

_FROM: Final = re.compile(r"\b(?:from|between)\s+$", re.I)
_TO: Final = re.compile(r"\s+(?:to|until|till|through|and)\s+|\s*[–—]\s*")
# Beside the ends: “from 2011 to 2018, a seven-year war”, “for seven years, from 2011 to 2018”.
_AFTER: Final = re.compile(r",?\s+(?:\(\s*)?(?:a|an|the|his|her|its|their|or|that|which was a)\s+|\s*\(\s*")
_BEFORE: Final = re.compile(r"(?:\s+\w+){0,2},?\s*(?:\(\s*)?(?:from|between)\s+", re.I)
_LOOSE: Final = re.compile(r"\b(?:about|nearly|almost|roughly|some|over|than|around|least|most|or)\b", re.I)
_COMPARED: Final = re.compile(
    r"\b(?:down|up|back|change[ds]?|compar\w+|revis\w+|rais\w+|cut|drop\w+|fell|rose)\b", re.I
)
_OTHER_FIGURES: Final = re.compile(r"\s*(?:hours|GMT|UTC|local|ET\b|EST|people|votes|troops|points)")


class SpanMismatch(Check[Options]):
    """A stretch of years that runs backwards, or whose stated length is not that of its ends."""

    verb = "dates"
    problem = "span mismatch"
    scope = "all"
    facts = {
        "first": "the year it begins",
        "last": "the year it ends",
        "years": "how many years lie between",
        "stated": "the length as the draft has it, empty where the years run backwards",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        dates = story.dates
        for i, (first, last) in enumerate(pairwise(dates)):
            if not (_bare_year(first) and _bare_year(last)) or first.year is None or last.year is None:
                continue
            opening = _FROM.search(story.text, max(0, first.span.start - 10), first.span.start)
            if not opening or not _TO.fullmatch(story.text, first.span.end, last.span.start):
                continue
            years = last.year - first.year
            facts = {"first": str(first.year), "last": str(last.year), "years": str(years), "stated": ""}
            if years < 0:
                if opening[0][0] in "fF" and not _is_comparison(story, opening.start(), last.span.end):
                    yield Hit(Span(opening.start(), last.span.end), facts)
                continue
            after = dates[i + 2] if i + 2 < len(dates) else None
            before = dates[i - 1] if i else None
            if after and _AFTER.fullmatch(story.text, last.span.end, _start(after, story)):
                length, whole = after, Span(opening.start(), after.span.end)
            elif before and _BEFORE.fullmatch(story.text, before.span.end, first.span.start):
                length, whole = before, Span(before.span.start, last.span.end)
            else:
                continue
            stated = re.fullmatch(r"P(\d+)Y", length.value)
            if not stated or _LOOSE.search(story.text, max(0, length.span.start - 12), length.span.end):
                continue
            if int(stated[1]) not in (years, years + 1):
                yield Hit(whole, facts | {"stated": length.span.cut(story.text)})


def _is_comparison(story: Story, start: int, end: int) -> bool:
    """Whether “from 2018 to 2011” compares two years, or is no years at all."""
    if _COMPARED.search(story.text, max(0, start - 40), end + 20):
        return True
    return bool(_OTHER_FIGURES.match(story.text, end))


def _bare_year(mention: DateMention) -> bool:
    return mention.anchor == "year" and mention.month is None and mention.value == str(mention.year)


def _start(mention: DateMention, story: Story) -> int:
    """Where the length itself begins, behind an article that the mention takes in."""
    article = re.match(r"(?:an?|the)\s+", mention.span.cut(story.text), re.I)
    return mention.span.start + (article.end() if article else 0)
