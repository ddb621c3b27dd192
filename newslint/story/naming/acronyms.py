"""Acronyms the draft defines: “Islamic State (IS)”, “IMF (International Monetary Fund)”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.late import late

_IN_BRACKETS = re.compile(
    r"\((?:the |or |known as |also known as |hereafter )?[“\"‘']?"
    r"((?:[A-Z]\.){2,}|[A-Z][A-Za-z&-]{0,8}[A-Z])s?[”\"’']?\)"
)
_EXPANDED = re.compile(r"([A-Z](?<!\w.)[A-Z]{1,7}) \((?:the )?([A-Z]\w+(?: \w+){1,7})\)")
_WORD = late(r"\w[\w.]*")
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "de",
        "del",
        "des",
        "du",
        "et",
        "for",
        "from",
        "in",
        "la",
        "of",
        "on",
    )
)
_SMALL |= {"or", "the", "to", "und", "with", "y", "al", "el", "en", "le", "les"}


class Definition(NamedTuple):
    """An acronym and the stretch of text (half-open) that spells it out."""

    acronym: str
    start: int
    end: int


def acronym_definitions(text: str) -> Iterator[Definition]:
    """Every acronym that the draft itself spells out beside it, in order of the two patterns."""
    for found in _IN_BRACKETS.finditer(text):
        start = expansion_start(text, found.start(), found.group(1))
        if start is not None:
            yield Definition(found.group(1), start, found.start())
    for found in _EXPANDED.finditer(text):
        if expansion_start(text, found.end(2), found.group(1)) is not None:
            yield Definition(found.group(1), found.start(2), found.end(2))


def expansion_start(text: str, end: int, acronym: str) -> int | None:
    """Where the words begin that end at ``end`` and spell ``acronym`` by their first letters, or None.

    Small words may be left out of the acronym, one word may give several letters (“television”, TV), and what
    stands before may be shorter than the acronym (“Islamic State (ISIS)”).
    """
    letters = [letter for letter in acronym.lower() if letter.isalpha()]
    words = list(_WORD.finditer(text, max(0, end - 110), end))[-12:]
    i = len(letters) - 1
    for word in reversed(words):
        if i < 0:
            break
        token = word.group().lower()
        if token[0] == letters[i]:
            i -= 1
            if i < 0:
                return word.start()
        elif token in _SMALL:
            continue
        elif token[0] == letters[0] and all(letter in token for letter in letters[: i + 1]):
            return word.start()  # several letters from one word: Pakistan Tehreek (PTeh), television (TV)
        else:
            break
    near = words[-2:]
    if (
        len(near) == 2
        and [word.group()[0].lower() for word in near] == letters[:2]
        and near[0].group()[0].isupper()
    ):
        return near[0].start()
    return None
