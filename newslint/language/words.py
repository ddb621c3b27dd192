"""Words, found without spaCy."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.model import Span

LETTERS = r"[\w\u0300-\u036f\u00ad]+"  # accents that stand alone and soft hyphens are not \w
WORD = re.compile(
    r"(?:[^\W\d_](?:\.[^\W\d_])+(?!\w)\.?|Ph\.D\.?|" + LETTERS + ")"
    r"(?:(?:['’&\-‐‑]|(?<=\d)[.,:/](?=\d))" + LETTERS + ")*"
)
FOLD = str.maketrans({"’": "'", "‐": "-", "‑": "-", "\u00ad": None})


class Word(NamedTuple):
    """A word as a reader counts words.

    ``text`` as it stands, ``lower`` folded for look-ups (see ``fold``), ``span`` in the draft's text.
    Words with hyphens, contractions, possessives, decimals and dotted abbreviations (U.S.) are one word
    each.
    """

    text: str
    lower: str
    span: Span


def find_words(text: str, within: Span) -> tuple[Word, ...]:
    """The words of ``text[within]``, in order; punctuation and symbols are left out."""
    new = (
        tuple.__new__
    )  # a fifth faster than calling the classes, and every draft's every word comes through here
    words = []
    for match in WORD.finditer(text, within.start, within.end):
        word = match.group()
        words.append(new(Word, (word, fold(word), new(Span, match.span()))))
    return tuple(words)


def fold(word: str) -> str:
    """The word as look-ups want it: small letters, plain apostrophes and hyphens, no soft hyphens."""
    return word.lower() if word.isascii() else word.lower().translate(FOLD)
