"""Words, found without spaCy."""

from __future__ import annotations

from typing import NamedTuple

from newslint.model import Span


class Word(NamedTuple):
    """A word as a reader counts words: ``text`` as it stands, ``lower`` folded for look-ups (curly apostrophes made
    straight), ``span`` in the draft's text. Hyphenated words, contractions, possessives, decimals and dotted
    abbreviations (U.S.) are one word each."""

    text: str
    lower: str
    span: Span


def find_words(text: str, within: Span) -> tuple[Word, ...]:
    """The words of ``text[within]``, in order; punctuation and symbols are left out."""
    raise NotImplementedError
