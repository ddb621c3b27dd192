"""Figures and superlatives that lean on nothing: “rose 40 percent”, “one of the largest”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.late import late
from newslint.model import Span
from newslint.story.claiming.text import WORDS, Found

if TYPE_CHECKING:
    from newslint.story.claims import ClaimKind
    from newslint.story.story import Story

_CHANGED = (
    "rose|risen|rises|rising|fell|fallen|falls|falling|grew|grown|grows|growing|increased|increases|increasing|"
    "decreased|declined|dropped|drops|jumped|climbed|soared|surged|slumped|plunged|shrank|shrunk|gained|slipped"
)
_RATE = late(
    rf"\b(?:{_CHANGED})\b(?: (?:by|about|nearly|almost|some|roughly|more than|over|up to|around|an?))*"
    r" \d[\d.,]*(?: ?%| per ?cent\b| percent\b)(?! points?| \w+ points?)"
)
_BASE = late(
    r"\b(?:from|to|since|than|compared|versus|vs\.?|against|over the|in the (?:past|last|first|second|third)"
    r"|last (?:year|month|week|quarter)|this (?:year|month)|a year|year over year|year-on-year|annual\w*"
    r"|between|before|after|during|yesterday|earlier|previous\w*|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:19|20)\d\d|quarter|month|week|decade|yearly|monthly|ago)\b",
    re.IGNORECASE,
)
_ONE_OF = late(
    r"\b[Oo]ne of the (?:(?:nation|country|world|city|state|region)[’']s )?(?:most (?!of\b)[a-z-]+"
    r"|[a-z]{3,}(?<!r)est\b(?<!\bbest)|best|worst|greatest)\b"
)
_ACCLAIMED = "|".join(sorted(WORDS["acclaim"]))
_MOST = late(
    rf"\b[Tt]he most (?:{_ACCLAIMED})\b"
    r"|\b(?:finest|legendary|world-(?:class|famous|renowned)|critically acclaimed)\b"
)
_RANKED = late(
    r"\d|\b(?:according to|ranked|ranking|survey|poll|index|list|by (?:[A-Z]|the)|said|says|told|called)\b"
)
_KINDS: tuple[tuple[ClaimKind, re.Pattern[str], re.Pattern[str]], ...] = (
    ("growth without base", _RATE, _BASE),
    ("unsourced superlative", _ONE_OF, _RANKED),
    ("unsourced superlative", _MOST, _RANKED),
)


def find_bases(story: Story, block: int) -> Iterator[Found]:
    """The figures and superlatives of a block whose sentence gives nothing to hold them against."""
    for sentence in story.sentences[block]:
        for kind, pattern, excuse in _KINDS:
            for found in pattern.finditer(story.text, *sentence):
                rest = (
                    story.text[sentence.start : found.start()] + " " + story.text[found.end() : sentence.end]
                )
                if not excuse.search(rest):
                    yield Found(kind, Span(*found.span()), found[0].split()[0].lower())
