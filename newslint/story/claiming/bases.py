"""What leans on nothing: “rose 40 percent”, “a surge in thefts”, “dozens were hurt”, “one of the largest”."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newslint.late import late
from newslint.model import Span
from newslint.story.claiming.text import WORDS, Found

if TYPE_CHECKING:
    from newslint.story.claims import ClaimKind
    from newslint.story.story import Story


def _any(section: str) -> str:
    """One of the words of a section, as an expression."""
    return "|".join(sorted(WORDS[section]))


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
_MOST = late(
    rf"\b[Tt]he most (?:{_any('acclaim')})\b"
    r"|\b(?:finest|legendary|world-(?:class|famous|renowned)|critically acclaimed)\b"
)
_RANKED = late(
    r"\d|\b(?:according to|ranked|ranking|survey|poll|index|list|by (?:[A-Z]|the)|said|says|told|called)\b"
)
_TOLL = late(
    r"\b(?:(?:[Dd]ozens|[Ss]cores|[Hh]undreds|[Tt]housands|[Aa] (?:large )?number|[Aa] handful|[Ll]ots) of"
    r"|[Ss]everal|[Nn]umerous|[Mm]ultiple|[Mm]any|[Cc]ountless|[Uu]ntold)"
    rf"(?: [a-z-]+){{0,2}} (?:{_any('counted')})(?: (?:{_any('until-harmed')}))* (?:{_any('harmed')})\b"
)
_COUNTED = late(rf"\d|\b(?:{_any('numeral')})\b")
_BOUND = late(
    r"\b(?:[Uu]p to|[Aa]s many as|[Uu]pwards of) (?:an estimated )?\d[\d,.]*"
    rf"(?: (?:hundred|thousand|million))?(?: [a-z-]+){{0,2}} (?:{_any('counted')})\b"
)
_ACCOUNTED = late(rf"\b(?:according to|at least|{_any('bounds')})\b", re.IGNORECASE)
_CHANGE = late(
    rf"\b(?:[Aa]n?|[Tt]he|[Tt]his) (?:(?:{_any('sharp')}) )?(?:{_any('surge')}) (?:in|of) (?:the )?[a-z-]+"
    rf"|\b(?:{_any('surged')})\b"
)
_MEASURED = late(rf"\d|\b(?:per cent|according to|{_any('measured')}|{_any('numeral')})\b")
_RECENTLY = late(
    r"\b(?:[Rr]ecently|[Ll]ately|[Ii]n recent (?:days|weeks)|[Tt]he other (?:day|week|night)"
    r"|[Nn]ot long ago)\b"
)
_WHEN = late(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tonight|yesterday|tomorrow"
    r"|(?:jan|feb|mar|apr|june?|july?|aug|sept?|may|oct|nov|dec)[a-z]*\.? \d|(?:19|20)\d\d"
    r"|(?:last|this) (?:night|morning|afternoon|evening|week|month|year)"
    r"|(?:days?|weeks?|months?|hours?) ago)\b",
    re.IGNORECASE,
)


class _Base(NamedTuple):
    """What leans on something, and what it may lean on in its own sentence and so many on either side."""

    kind: ClaimKind
    pattern: re.Pattern[str]
    excuse: re.Pattern[str]
    before: int = 0
    after: int = 0


_ANYWHERE = (
    _Base("change without figure", _CHANGE, _MEASURED, after=1),
    _Base("vague toll", _TOLL, _COUNTED, after=1),
    _Base("open bound", _BOUND, _ACCOUNTED),
    _Base("growth without base", _RATE, _BASE),
    _Base("unsourced superlative", _ONE_OF, _RANKED),
    _Base("unsourced superlative", _MOST, _RANKED),
)
_IN_LEDE = (_Base("vague time", _RECENTLY, _WHEN, before=2, after=2), *_ANYWHERE)


def find_bases(story: Story, block: int) -> Iterator[Found]:
    """Changes, figures, tolls and superlatives that nothing around holds up; in a lede “recently” too."""
    sentences, within = story.sentences[block], story.draft.blocks[block]
    for kind, pattern, excuse, before, after in _IN_LEDE if within.role == "lede" else _ANYWHERE:
        for found in pattern.finditer(story.text, *within.span):
            at = bisect_right(sentences, (found.start(), len(story.text))) - 1
            if at < 0 or found.end() > sentences[at].end:
                continue
            start, end = sentences[max(at - before, 0)].start, sentences[at : at + after + 1][-1].end
            around = story.text[start : found.start()] + " " + story.text[found.end() : end]
            if not excuse.search(around):
                yield Found(kind, Span(*found.span()), found[0].split()[0].lower())
