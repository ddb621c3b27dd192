"""Another newsroom's source without a name, and no word on which newsroom that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.checks.sources.places import statements_without_name
from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

# “told local media”, “told two newspapers”; “told the newspaper” speaks of one that was named before.
HEARERS = late(
    r"\s+(?:(?:a|an|one|two|three|several|some|many|local|state|national|foreign|international|regional|other"
    r"|various|domestic)\s+){0,3}(?:media|press|newspapers?|news\s+(?:outlets?|agenc(?:y|ies)|organi[sz]ations?"
    r"|sites?)|outlets?|broadcasters?|networks?|channels?|websites?|magazines?)\b(?!\s+[A-Z])"
)
# “media reports citing officials”, of no paper that is named.
CITING = late(
    r"\b(?:(?:[Mm]edia|[Pp]ress|[Nn]ews|[Ll]ocal|[Pp]ublished|[Ss]everal|[Ss]ome|[Uu]nconfirmed)\s+){1,2}reports?"
    r"(?:\s+(?:[^\W\dA-Z]\w*|[A-Z][a-z]+day)){0,8},?\s+(?:citing|quoting|that\s+(?:cited|quoted))\s+(?:[^\W\dA-Z]\w*\s+){0,3}"
    r"(?:sources?|officials?|insiders?|aides?|people|diplomats?|advis[eo]rs?|executives?)\b"
)


class SecondHand(Check[Options]):
    """“A source told local media”, “media reports citing officials”: what a source without a name told
    others, who have no name either.

    Statements that one newspaper or station is named for are credited, and left alone.
    """

    verb = "sources"
    problem = "second hand"
    scope = "all"
    facts: ClassVar[Mapping[str, str]] = {"source": "the source, or the reports, as they stand"}

    def look(self, story: Story) -> Iterable[Hit]:
        for said in statements_without_name(story):
            heard = HEARERS.match(story.text, said.cue.end) if said.verb == "tell" else None
            if heard:
                told = {"source": story.draft.cut(said.speaker)}
                yield Hit(Span(said.cue.start, heard.end()), told)
        if {"citing", "quoting", "cited", "quoted"} & story.concordance.places.keys():
            for found in CITING.finditer(story.text):
                span = Span(*found.span())
                if not story.quoted(span):
                    yield Hit(span, {"source": story.draft.cut(span)})
