"""The same quoted words in another mouth."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from newslint.checks.stories.problems import Differing
from newslint.late import late
from newslint.model import Span
from newslint.story.naming.likeness import plain
from newslint.story.quotations import Quotation
from newslint.story.story import Story

_WORD = late(r"[\w’']+")
FEWEST = 5  # words; fewer are said by many


class Said(NamedTuple):
    """A quotation with its words and who says it: the surname, in plain letters, and the words that name
    them. ``who`` is "" where nobody with a name does."""

    quotation: Quotation
    words: tuple[str, ...]
    who: str
    speaker: Span


@lru_cache(maxsize=8)
def said(story: Story) -> tuple[Said, ...]:
    """The quotations of a story that are long enough to be somebody's own words, and have a speaker."""
    person = {i: one for one in story.sources for i in one.statements}
    found = []
    for quotation in story.quotations:
        if quotation.attribution is None or quotation.words < FEWEST:
            continue
        words = tuple(plain(word) for word in _WORD.findall(quotation.inner.cut(story.text)))
        source = person.get(quotation.attribution)
        named = source is not None and source.kind == "named"
        name = source.person or source.text if source is not None and named else ""
        speaker = story.attributions[quotation.attribution].speaker
        found.append(Said(quotation, words, plain(name.split()[-1]) if name else "", speaker))
    return tuple(found)


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each quotation that the other draft gives to somebody else with a name."""
    there = {one.words: one for one in said(earlier)}
    for one in said(story):
        other = there.get(one.words)
        if other is not None and one.who and other.who and one.who != other.who:
            yield Differing(one.speaker, other.speaker)
