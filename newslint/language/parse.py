"""A paragraph as the pipeline reads it, frozen: what is handed upwards in place of spaCy's objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.language.abilities import Ability
from newslint.language.labels import Entity
from newslint.model import Span


class Token(NamedTuple):
    """One token.

    ``span`` in the draft's text; ``head`` is the index of its head in the same Parse (its own for a root, -1
    where there is no parse); ``dep`` is one of ``labels.RELATIONS``, ``entity`` PERSON, ORG, LOC or "".
    Attributes that the pipeline cannot give are empty.
    """

    span: Span
    text: str
    lemma: str = ""
    pos: str = ""
    tag: str = ""
    morph: str = ""
    dep: str = ""
    head: int = -1
    entity: str = ""


class Named(NamedTuple):
    """A name in a block: its tokens (half-open) and its kind."""

    first: int
    end: int
    kind: Entity


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of one block, the names that were read in it, and what can be relied on."""

    tokens: tuple[Token, ...]
    abilities: frozenset[Ability]
    names: tuple[Named, ...] = ()
    _doc: object = field(default=None, repr=False, compare=False)  # for language/patterns.py alone

    @property
    def reading(self) -> object:
        """The same for the same block wherever in a draft it stands, and another where it was read anew."""
        return self._doc
