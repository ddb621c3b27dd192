"""A name that is none, and no word on why."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

CHANGED = late(
    r"\bnot (?:his|her|their) (?:real|actual|true|full) names?\b"
    r"|\b(?:names? (?:has|have|had) been|names? (?:was|were)) changed\b|\ba pseudonym\b|\bpseudonyms\b",
    re.I,
)
WHY = late(
    r"\b(?:because|to protect|to preserve|to shield|to avoid|for fear|fear(?:s|ed|ing)|for (?:\w+ )?(?:safety"
    r"|security|privacy|legal) reasons?|out of|at (?:his|her|their) request|so that|given|since"
    r"|as (?:he|she|they)|citing|under (?:the|a) court|by order|privacy|safety)\b",
    re.I,
)


class Pseudonym(Check[Options]):
    """“Not her real name” where neither that sentence nor the next says why."""

    verb = "sources"
    problem = "pseudonym"

    def look(self, story: Story) -> Iterable[Hit]:
        if not {"name", "names", "pseudonym", "pseudonyms"} & story.concordance.places.keys():
            return
        for found in CHANGED.finditer(story.text):
            block = story.draft.block_at(found.start())
            if block is None:
                continue
            sentences = story.sentences[block.index]
            at = max(0, bisect_right(sentences, (found.start(), len(story.text))) - 1)
            near = Span(sentences[at].start, sentences[min(at + 1, len(sentences) - 1)].end)
            if not WHY.search(story.text, near.start, near.end):
                yield Hit(Span(*found.span()))
