"""Where a source is shown, and where those without a name speak."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.model import Span
from newslint.rulebook.check import PROSE
from newslint.story.quotations import Attribution
from newslint.story.sources import Source
from newslint.story.story import Story


def shown(story: Story, source: Source) -> Span:
    """The first mention of a source in prose (a headline may have it first), else the first of all."""
    for mention in source.mentions:
        if story.draft.role_at(mention.start) in PROSE:
            return mention
    return source.mentions[0]


def statements_without_name(story: Story) -> Iterator[Attribution]:
    """What sources without a name say, source by source."""
    for source in story.sources:
        if source.kind == "anonymous":
            yield from (story.attributions[number] for number in source.statements)
