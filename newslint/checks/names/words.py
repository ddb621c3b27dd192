"""The words that a draft's names are made of, each with all the places it stands."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from newslint.checks.names.likeness import plain
from newslint.model import Span
from newslint.story.names import Mention, Name
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


def uses(story: Story) -> dict[str, list[Use]]:
    """Every word of every name under its plain spelling, in text order."""
    found: dict[str, list[Use]] = defaultdict(list)
    for name in story.names:
        for mention in name.mentions:
            words = list(_WORD.finditer(mention.text))
            levelled = tuple(plain(word.group()) for word in words)
            for rank, word in enumerate(words):
                span = Span(mention.span.start + word.start(), mention.span.start + word.end())
                last = rank == len(words) - 1
                found[levelled[rank]].append(
                    Use(word.group(), span, mention, name, levelled, -1 if last else rank)
                )
    for places in found.values():
        places.sort(key=lambda use: use.span)
    return found
