"""Words known before the draft is read: given names, titles, heads of bodies and places, common words."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple


class Lexicon(NamedTuple):
    """Sets of words as they are spelt in running text, apostrophes straight.

    ``common`` are words that open sentences (“Police”) and may also be part of a name (“Police Department”);
    ``function`` are words that never are."""

    given: frozenset[str]
    titles: frozenset[str]
    title_modifiers: frozenset[str]
    organisation_heads: frozenset[str]
    joined_by_of: frozenset[str]
    place_heads: frozenset[str]
    place_prefixes: frozenset[str]
    places: frozenset[str]
    demonyms: frozenset[str]
    calendar: frozenset[str]
    function: frozenset[str]
    common: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The word lists beside this module, read once."""
    return Lexicon(**{key.replace(" ", "_"): words for key, words in read_sections("words.txt").items()})


def read_sections(file: str) -> dict[str, frozenset[str]]:
    """The sections of a word list in this folder: ``[heading]`` lines, words, ``#`` comments."""
    sections: dict[str, frozenset[str]] = {}
    heading, words = "", list[str]()
    for line in (Path(__file__).parent / file).read_text("utf-8").replace("’", "'").splitlines():
        if line.startswith("["):
            sections[heading], heading, words = frozenset(words), line.strip("[]"), []
        elif not line.startswith("#"):
            words += line.split()
    sections[heading] = frozenset(words)
    sections.pop("")
    return sections
