"""Words, found without spaCy."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
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
    )  # a fifth faster than calling the classes; every word of every draft comes through here
    return tuple(
        [
            new(Word, (word := match.group(), fold(word), new(Span, match.span())))
            for match in WORD.finditer(text, within.start, within.end)
        ]
    )


def moved_words(words: tuple[Word, ...], by: int) -> tuple[Word, ...]:
    """The same words, ``by`` characters further on in the draft."""
    new = tuple.__new__
    return tuple(
        [new(Word, (text, lower, new(Span, (start + by, end + by)))) for text, lower, (start, end) in words]
    )


class Concordance(NamedTuple):
    """All words of a text in a row, and where in the row each of them stands, by its folded form."""

    words: tuple[Word, ...]
    places: Mapping[str, Sequence[int]]


def concord(blocks: Iterable[Iterable[Word]]) -> Concordance:
    """The concordance of a text, given the words of its blocks in order."""
    row = tuple(chain.from_iterable(blocks))
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(row):
        places[word.lower].append(i)
    return Concordance(row, dict(places))


def fold(word: str) -> str:
    """The word as look-ups want it: small letters, plain apostrophes and hyphens, no soft hyphens."""
    return word.lower() if word.isascii() else word.lower().translate(FOLD)
