"""Quotations and attributions: which words are quoted, who is made to say what, by which cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newslint.model import Span

if TYPE_CHECKING:
    from newslint.story.story import Story

Mark = Literal["double", "single", "guillemets", "ticks", "block"]
Use = Literal["speech", "fragment", "title", "term"]
How = Literal["before", "after", "middle", "follow-on", "continuation", "lead-in"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (or a block quote).

    ``span`` with the marks, ``inner`` without; ``block`` its block's index. ``mark`` the kind of mark, ``curly``
    whether it is typographic. ``closed`` is False where no closing mark is found in the block; ``continues`` is the
    index (in ``story.quotations``) of the quotation of the paragraph before that it goes on with. ``use``: ``speech``
    (a clause or more), ``fragment`` (a few quoted words of somebody), ``title`` (a work, a nickname, a name),
    ``term`` (scare quotes, a word as a word). ``attribution`` is an index in ``story.attributions``, None where the
    draft does not say who speaks; ``how`` where the attribution stands.
    """

    index: int
    span: Span
    inner: Span
    block: int
    mark: Mark
    curly: bool
    closed: bool
    use: Use
    words: int
    continues: int | None = None
    attribution: int | None = None
    how: How | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement laid at somebody's door, quoted or in indirect speech.

    ``speaker`` is the mention as it stands (“he”, “a senior official”), without what follows its head noun phrase
    beyond of-phrases; ``phrase`` is the whole noun phrase with its appositions and relative clauses. ``verb`` is the
    cue's lemma (“say”, “according to”). ``sentence`` is the sentence the cue stands in.
    """

    index: int
    speaker: Span
    phrase: Span
    cue: Span
    verb: str
    sentence: Span
    block: int
    direct: bool


def read_quotations(story: Story) -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
    """All quotations and all attributions of the story, each in text order."""
    raise NotImplementedError
