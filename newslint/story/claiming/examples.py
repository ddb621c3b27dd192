"""Whether a claim that hides its owner is made good nearby: one of the critics, the study, who was angry."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.late import late
from newslint.model import Span
from newslint.story.claiming.text import Found
from newslint.story.sourcing.words import WORDS, singular

if TYPE_CHECKING:
    from newslint.story.quotations import Attribution
    from newslint.story.story import Story

SUCH_AS = late(
    r"\b(?:including|such as|among them|notably|for example|for instance)\W+(?:\w+\W+){0,2}?(?=[A-Z])"
)
OWN_DOCUMENT = (
    r"(?:[A-Z][\w.&’'-]*\s+){1,4}(?:\w+\s+)?%s\b|\b%s "
    r"(?:by|from|in|at|conducted by|published (?:in|by)|released by) (?:the )?[A-Z]"
)
BY_SOMEBODY = late(r"\b(?:by|from|among) (?:[a-z]\w+ ){0,2}[A-Z]")


OF_MANY = frozenset({"unnamed plural says", "whole group speaks"})
OF_GROUPS = OF_MANY | {"unnamed group says", "by unnamed group", "unnamed group feels"}
UNTOLD = frozenset({"", "republican", "democrat", "other"})  # what nobody is called who speaks for them
IN_OWN_VOICE = frozenset({"own guess", "unsourced superlative", "unnamed place"})
OF_AMOUNTS = frozenset({"change without figure", "vague toll", "open bound"})
BEHIND = 250  # characters before a claim in which the report meant may be named
REACH = 2  # sentences ahead in which an example may stand


class Neighbourhood:
    """What stands around a claim: statements of people with names, and of others who are known."""

    def __init__(self, story: Story) -> None:
        self.story, self.text = story, story.text

    def has_example(self, found: Found, sentence: Span) -> bool:
        """Whether somebody answers for the claim nearby.

        “Including Jane Roe” counts in the claim’s own sentence, and whoever says there that the group
        says so (of an amount anybody, “police said”); one of the group who speaks, or somebody who reacts,
        also in the two sentences after it; the report meant, also shortly before.
        """
        ahead = Span(found.span.end, self._two_on(sentence))
        if found.kind in OF_GROUPS:
            such_as = SUCH_AS.search(self.text, found.span.end, sentence.end)
            if such_as is not None or self._reported(found.span, sentence):
                return True
            loose = found.kind == "unnamed group feels" and found.noun in UNTOLD
            if found.kind in OF_MANY or loose:
                return bool(self._named_statements(ahead))
            return self._names_member(found.noun, Span(sentence.start, ahead.end))
        if found.kind in OF_AMOUNTS:
            return any(sentence.start <= said.cue.start < sentence.end for said in self.story.attributions)
        if found.kind in IN_OWN_VOICE:
            return bool(self._speaking(sentence))
        if found.kind == "unowned report":
            noun = singular(found.noun)[0]
            own = re.compile(OWN_DOCUMENT % (noun, noun))
            behind = Span(max(sentence.start - BEHIND, 0), sentence.start)
            return bool(own.search(self.text, *ahead) or own.search(self.text, *behind))
        own_rest = Span(found.span.end, sentence.end)
        return bool(BY_SOMEBODY.search(self.text, *own_rest) or self._named_statements(ahead))

    def _two_on(self, sentence: Span) -> int:
        """Where the second sentence after this one ends, in the next paragraph if need be."""
        at = bisect_right(self._sentences, sentence) - 1
        return self._sentences[min(at + REACH, len(self._sentences) - 1)].end

    def _reported(self, span: Span, sentence: Span) -> bool:
        """Whether somebody says in this sentence, before the claim, that it is so: “she said experts …”."""
        return any(cue <= span.start for _, cue in self._speaking(Span(sentence.start, span.start)))

    def _speaking(self, within: Span) -> Sequence[tuple[int, int]]:
        """Who speaks in this stretch by name or as a pronoun, with where the cue ends."""
        first, last = (bisect_left(self._spoken, (at, 0)) for at in within)
        return self._spoken[first:last]

    def _names_member(self, noun: str, within: Span) -> bool:
        """“Jane Roe, an analyst at the bank, said …” after “analysts say”."""
        if not noun:
            return False
        member = re.compile(rf"\b{re.escape(noun)}\b", re.I)
        return any(
            member.search(self.text, *statement.phrase) for statement in self._named_statements(within)
        )

    def _named_statements(self, within: Span) -> Sequence[Attribution]:
        """The statements in this stretch whose speaker is called by name."""
        first, last = bisect_left(self._starts, within.start), bisect_left(self._starts, within.end)
        return self._named[first:last]

    @cached_property
    def _named(self) -> list[Attribution]:
        attributions = self.story.attributions
        spoken = (
            attributions[i] for one in self.story.sources if one.kind == "named" for i in one.statements
        )
        by_name = [one for one in spoken if one.speaker.cut(self.text).lower() not in WORDS["pronoun"]]
        return sorted(by_name, key=lambda statement: statement.speaker)

    @cached_property
    def _spoken(self) -> list[tuple[int, int]]:
        """Where somebody known, or a pronoun, begins to speak, and where the cue ends."""
        return sorted(
            (said.speaker.start, said.cue.end)
            for one in self.story.sources
            if one.kind in ("named", "pronoun", "spokesperson")
            for said in (self.story.attributions[i] for i in one.statements)
        )

    @cached_property
    def _sentences(self) -> list[Span]:
        return [sentence for block in self.story.sentences for sentence in block]

    @cached_property
    def _starts(self) -> list[int]:
        return [statement.speaker.start for statement in self._named]
