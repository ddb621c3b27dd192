"""Where a source is shown."""

from __future__ import annotations

from newslint.model import Span
from newslint.rulebook.check import PROSE
from newslint.story.sources import Source
from newslint.story.story import Story


def shown(story: Story, source: Source) -> Span:
    """The first mention of a source in prose (a headline may have it first), else the first of all."""
    for mention in source.mentions:
        block = story.draft.block_at(mention.start)
        if block is not None and block.role in PROSE:
            return mention
    return source.mentions[0]
