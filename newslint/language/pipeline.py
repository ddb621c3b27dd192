"""The one door to spaCy."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from newslint.language.abilities import Ability
from newslint.language.parse import Parse, Token
from newslint.model import Span

if TYPE_CHECKING:
    from spacy.language import Language

BLANK: frozenset[Ability] = frozenset({"tokens"})


class Pipeline:
    """A spaCy pipeline by name or path, opened when first read from. ``blank`` is English without a model.

    ``abilities`` and ``version`` of a named pipeline need it opened; of ``blank`` they do not.
    Raises Trouble, saying what to install, where the pipeline is missing or broken.
    """

    def __init__(self, name: str = "blank") -> None:
        self.name = name

    @property
    def abilities(self) -> frozenset[Ability]:
        return BLANK

    @cached_property
    def _nlp(self) -> Language:
        import spacy

        return spacy.blank("en")

    def read(self, text: str, offset: int = 0) -> Parse:
        """One block's text as a Parse; spans are shifted by ``offset``, the block's start in the draft."""
        tokens = []
        for token in self._nlp.make_doc(text):
            start = offset + token.idx
            tokens.append(Token(Span(start, start + len(token)), token.text))
        return Parse(tuple(tokens), BLANK)
