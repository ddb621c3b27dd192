"""The source audit: who speaks in a draft, how often, in how many quoted words."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from newslint.story.sources import Source

if TYPE_CHECKING:
    from newslint.story.story import Story


@dataclass(frozen=True, slots=True)
class Heard:
    """A source and its part in the draft.

    ``statements`` are those laid at its door, quoted or not; ``words`` those of its quotations; ``share`` is
    that of the draft's statements, between 0 and 1.
    """

    source: Source
    statements: int
    words: int
    share: float


@dataclass(frozen=True, slots=True)
class Total:
    """One draft, or several together: how many sources, how many of them have no name, what they say.

    ``unspoken`` counts the words of quotations of a clause or more that nobody is named as saying. Sources
    are counted draft by draft: nobody can tell whether two drafts' spokesmen are the same man.
    """

    sources: int = 0
    anonymous: int = 0
    statements: int = 0
    by_anonymous: int = 0
    words: int = 0
    unspoken: int = 0

    def __add__(self, other: Total) -> Total:
        return Total(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


def audit(story: Story) -> tuple[tuple[Heard, ...], Total]:
    """Every source of the story by first mention, and their total."""
    quoted: dict[int, int] = {}
    unspoken = 0
    for quotation in story.quotations:
        if quotation.attribution is not None:
            quoted[quotation.attribution] = quoted.get(quotation.attribution, 0) + quotation.words
        elif quotation.use == "speech":
            unspoken += quotation.words
    statements = sum(len(source.statements) for source in story.sources)
    heard = tuple(
        Heard(
            source,
            len(source.statements),
            sum(quoted.get(statement, 0) for statement in source.statements),
            len(source.statements) / statements,
        )
        for source in story.sources
    )
    hidden = [one for one in heard if one.source.kind == "anonymous"]
    return heard, Total(
        sources=len(heard),
        anonymous=len(hidden),
        statements=statements,
        by_anonymous=sum(one.statements for one in hidden),
        words=sum(one.words for one in heard),
        unspoken=unspoken,
    )
