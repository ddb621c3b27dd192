"""The words that a draft's names are made of, each with all the places it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import NamedTuple

from newslint.model import Span
from newslint.story.names import Mention, Name
from newslint.story.naming.likeness import plain
from newslint.story.story import Story

_WORD = re.compile(r"[^\s]+")


class Use(NamedTuple):
    """One word of one mention: its spelling, its place, the mention and name it belongs to, the
    mention's words (plain), and its rank among them (0 for the first, -1 for the last or only)."""

    text: str
    span: Span
    mention: Mention
    name: Name
    words: tuple[str, ...]
    rank: int

    @property
    def alone(self) -> bool:
        return len(self.words) == 1

    @property
    def others(self) -> tuple[str, ...]:
        """The other words of the mention, levelled."""
        at = self.rank % len(self.words)
        return self.words[:at] + self.words[at + 1 :]


@lru_cache(maxsize=8)  # several problems ask for the same story, and those that compare for several
def uses(story: Story) -> dict[str, list[Use]]:
    """Every word of every name under its plain spelling, in text order."""
    found: dict[str, list[Use]] = defaultdict(list)
    seen: dict[str, tuple[tuple[str, ...], list[tuple[str, int, int]]]] = {}
    for name in story.names:
        for mention in name.mentions:
            if mention.text not in seen:
                words = [(word.group(), *word.span()) for word in _WORD.finditer(mention.text)]
                seen[mention.text] = (tuple(plain(word) for word, _, _ in words), words)
            levelled, words = seen[mention.text]
            start, last = mention.span.start, len(words) - 1
            for rank, (word, begin, end) in enumerate(words):
                span = Span(start + begin, start + end)
                use = Use(word, span, mention, name, levelled, -1 if rank == last else rank)
                found[levelled[rank]].append(use)
    for places in found.values():
        if len(places) > 1:
            places.sort(key=_start)
    return found


def _start(use: Use) -> Span:
    return use.span
