"""Fingerprints: a finding known again by its words and the words around it, wherever edits elsewhere move
it."""

from __future__ import annotations

import re
from collections import Counter
from hashlib import blake2b
from typing import TYPE_CHECKING

from newslint.model import Span
from newslint.rulebook.rule import Rule

if TYPE_CHECKING:
    from newslint.story.story import Story

AROUND = 3  # words on either side
FAR = 80  # characters in which they are looked for
WORD = re.compile(r"\w+(?:['’\-.]\w+)*")
SAME = str.maketrans("’‘“”–—\u00a0", "''\"\"-- ")


class Numbers:
    """Hands out the fingerprints of one draft. Ask in order of place: equal ones are numbered as they
    come."""

    def __init__(self, story: Story) -> None:
        self._story = story
        self._given: Counter[str] = Counter()

    def fingerprint(self, rule: Rule, span: Span) -> str:
        """The fingerprint of the rule's finding at ``span`` (``Span(0, 0)`` for the draft as a whole)."""
        name = fingerprint_of(rule.first_name, *context(self._story, span))
        self._given[name] += 1
        return name if self._given[name] == 1 else f"{name}-{self._given[name]}"


def fingerprint_of(*parts: str) -> str:
    """Sixteen hexadecimal digits that name these parts, in this order."""
    return blake2b("\n".join(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def context(story: Story, span: Span) -> tuple[str, str, str]:
    """The words of a span, those before and those after it in its block; case, spaces and curls of marks
    left out."""
    block = story.draft.block_at(span.start)
    if block is None or span == (0, 0):
        return "", "", ""
    text = story.text
    before = text[max(block.span.start, span.start - FAR) : span.start]
    after = text[span.end : min(max(block.span.end, span.end), span.end + FAR)]
    return (
        " ".join(text[span.start : span.end].translate(SAME).lower().split()),
        " ".join(WORD.findall(before.translate(SAME).lower())[-AROUND:]),
        " ".join(WORD.findall(after.translate(SAME).lower())[:AROUND]),
    )
