"""Sources: who is cited, each once, and of what kind."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

from newslint.model import Span
from newslint.story.sourcing.gather import gather

if TYPE_CHECKING:
    from newslint.story.story import Story

Kind = Literal[
    "named", "pronoun", "anonymous", "collective", "spokesperson", "organisation", "document", "witness"
]
KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody or something cited, once however often it speaks.

    ``id`` is stable within a draft (``s1``, ``s2``… by first mention). ``text`` is the first mention as it
    stands; ``person`` the full name where the draft gives one (also what a pronoun stands for, where the text
    decides it). ``descriptor`` is what the draft says of an unnamed source (“senior U.S. defense official”),
    None for a bare one. ``reason`` is the span of the words that say why the source is not named, None where
    there are none. ``statements`` are indices in ``story.attributions``.
    """

    id: str
    kind: Kind
    text: str
    person: str | None
    descriptor: str | None
    reason: Span | None
    mentions: tuple[Span, ...]
    statements: tuple[int, ...]


def find_sources(story: Story) -> tuple[Source, ...]:
    """Every source of the story, by first mention."""
    return tuple(
        Source(
            id=f"s{number}",
            kind=one.kind,
            text=" ".join(one.mentions[0].cut(story.text).split()),
            person=one.person,
            descriptor=one.descriptor,
            reason=one.reason,
            mentions=tuple(one.mentions),
            statements=tuple(one.statements),
        )
        for number, one in enumerate(gather(story), 1)
    )
