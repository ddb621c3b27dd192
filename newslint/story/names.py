"""Names: people, bodies and places with all their mentions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newslint.model import Span

if TYPE_CHECKING:
    from newslint.story.story import Story

NameKind = Literal["person", "organisation", "place", "unknown"]


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention: where, its text, and the title that stands before it (``President``, ``Dr.``) or ""."""

    span: Span
    text: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """One person, body or place. ``canonical`` is its fullest form; ``given`` and ``surname`` for people; ``acronym``
    where the draft gives one (``Islamic State (IS)``)."""

    canonical: str
    kind: NameKind
    mentions: tuple[Mention, ...]
    given: str = ""
    surname: str = ""
    acronym: str = ""


def find_names(story: Story) -> tuple[Name, ...]:
    """The names of the story by first mention."""
    raise NotImplementedError
