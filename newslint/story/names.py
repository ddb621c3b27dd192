"""Names: people, bodies and places with all their mentions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from newslint.model import Span

if TYPE_CHECKING:
    from newslint.story.story import Story

NameKind = Literal["person", "organisation", "place", "unknown"]


class Mention(NamedTuple):
    """One mention: where, its text, and the title that stands before it (``President``, ``Dr.``) or ""."""

    span: Span
    text: str
    title: str = ""


class Name(NamedTuple):
    """One person, body or place. ``canonical`` is its fullest form; ``given`` and ``surname`` for people;
    ``acronym`` where the draft gives one (``Islamic State (IS)``)."""

    canonical: str
    kind: NameKind
    mentions: tuple[Mention, ...]
    given: str = ""
    surname: str = ""
    acronym: str = ""


def find_names(story: Story) -> tuple[Name, ...]:
    """The names of the story by first mention.

    A full name is an anchor; a surname alone joins the last full name with that surname. Headlines and other
    lines set in title case make no names: only names that the copy itself knows are found there.
    """
    from newslint.story.naming.gather import Gathering, moved, read

    gathering = Gathering(story.text)
    for block in story.draft.blocks:
        alone = partial(read, story.text, block.span, block.role)
        gathering.add(story.recall(block, find_names, alone, moved, block.role))
    return gathering.names()
