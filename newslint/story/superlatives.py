"""Superlatives and firsts: what a draft says is the largest, the first, the only one of its kind."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newslint.late import late
from newslint.model import Span

if TYPE_CHECKING:
    from newslint.story.story import Story

_NO_SUPERLATIVE = (
    "rest|best|west|east|guest|interest|request|honest|forest|protest|contest|harvest|arrest|invest|test|suggest"
    "|modest|earnest|manifest|conquest|southwest|northwest|midwest|northeast|southeast|quest|chest|nest|vest|crest"
    "|behest|unrest|latest|attest|digest|inquest|tempest|bequest|divest|pest|zest|lest|priest|least|feast|beast"
)
_WHOSE = r"(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|\w+[’']s?)"
_NOUN_NEXT = r"(?!time\b|thing\b|few\b|\d|two\b|three\b|lady\b|half\b|quarter\b|place\b)[a-z]+"
_SUPERLATIVE = late(
    rf"\b{_WHOSE}[ \n](?:(?:\w+-)?(?:first|second|third|fourth|fifth)[- ])?"
    rf"(?:(?:most|least)[ \n][a-z-]+|(?!(?:{_NO_SUPERLATIVE})\b)[a-z]{{3,}}est|best|worst)\b"
    rf"|\b(?:{_WHOSE}[ \n])?(?:first|only)[- ]ever\b|\b[Ff]or the first time(?: (?:since|in|ever)\b|\b)"
    rf"|\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:very )?(?:first|only)[ \n]{_NOUN_NEXT}"
    r"|\b(?:[Uu]nprecedented|[Rr]ecord-(?:breaking|setting|high|low)|[Uu]nmatched|[Uu]nrivall?ed|[Uu]nparallell?ed)\b"
    r"|\b(?:[Aa]|[Tt]he|[Aa]n all-time) record (?:high|low|number|amount|year|sum)\b"
    r"|\b[Aa]ll-time (?:high|low|best|record)\b|\b[Nn](?:o other|ever before)\b"
    r"|\b[Oo]ne of the (?:most[ \n][a-z-]+|[a-z]{3,}est|best|worst|first|few)\b"
    r"|\b(?:more|fewer|larger|bigger|older|longer|higher|lower) (?:[\w’'-]+ ){0,3}than (?:any|ever)\b"
)


class Superlative(NamedTuple):
    """Words that set something above all others: “the largest”, “for the first time since”."""

    span: Span


def find_superlatives(story: Story) -> tuple[Superlative, ...]:
    """The superlatives and firsts of the story, in order, quotations and headlines included."""
    return tuple(Superlative(Span(*found.span())) for found in _SUPERLATIVE.finditer(story.text))
