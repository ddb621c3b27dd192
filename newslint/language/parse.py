"""A paragraph as the pipeline reads it, frozen: what is handed upwards in place of spaCy's objects."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.language.abilities import Ability
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


@dataclass(frozen=True, slots=True)
class Parse:
    """The tokens of one block, and what can be relied on in them."""

    tokens: tuple[Token, ...]
    abilities: frozenset[Ability]
    _doc: object = field(default=None, repr=False, compare=False)  # for language/patterns.py alone
