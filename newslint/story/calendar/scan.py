"""From text to tokens: one pass, one tag a token."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final, NamedTuple

from newslint.story.calendar.lexicon import LEXICON

# Groups in the order of _SHAPES. Words in small letters are the bulk of any text, so they come first.
_TOKEN: Final = re.compile(
    r"(?! )(?:([a-z]{2,}\b(?:(?<=n)['’]t\b)?)"
    r"|(?=[\d$£€'’])(?:"  # asked once, so that other signs need not try all that follow
    r"(\d{4}-\d\d-\d\d(?![\w-]))"  # 2025-12-13
    r"|((?<![\w/.])\d{1,2}([/.])\d{1,2}\4(?:\d{4}|\d\d)(?!\w|[/.]\d))"  # 13/12/2025
    r"|((?:1[0-9]|20)\d0['’]?s\b|['’][1-9]0['’]?s\b)"  # 1990s
    r"|(\d{1,2}(?:[:.]\d\d)?\s?[APap](?:\.[Mm]\.|[Mm]\b)"  # 8 p.m., 8.30pm
    r"|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))"  # 20:00
    r"|(\d{1,2}(?:st|nd|rd|th)\b)"  # 13th
    r"|(?:[$£€]\s?)(\d[\d,]*(?:\.\d+)?)"  # an amount of money is no date
    r"|((?:1[0-9]|20|21)\d\d(?![\d%]|[,.]\d))"  # 2025
    r"|(\d{1,3}(?![\d%½]|[,.]\d|[\s-]1/2))"  # 13
    r"|(\d{1,3}(?:[\s-]1/2|½)|\d[\d,.]*\d|\d))"  # 2½, 12,500
    r"|(?=[A-Z])(?:(Q[1-4]\b)"
    r"|((?:Christmas|New\sYear['’]s)(?:\s(?:Day|Eve))?\b|(?:Thanksgiving|Independence|Valentine['’]s|Boxing"
    r"|Labor|Memorial|Veterans|Armistice|Election)\sDay\b|Thanksgiving\b|Halloween\b|(?:Black|Good)\sFriday\b"
    r"|(?:Cyber|Easter|Bank Holiday)\sMonday\b|(?:Easter|Palm|Bloody)\sSunday\b|(?:Super|Shrove)\sTuesday\b"
    r"|Ash\sWednesday\b))"
    r"|(\n[^\S\n]*\n)"
    r"|([AaPp]\.[Mm]\.)"
    r"|([A-Za-z]\.(?:[A-Za-z]\.)+)"
    rf"|((?:{'|'.join(word[:-1] for word in LEXICON if word[-1] == '.' and word[0] <= 'Z')})\.|[^\W\d_]+)"
    r"|(['’]s?\b)"
    r"|([^\s\w])"
    r"|\w+)"
)
# The tag of each group; “small”, “Word” and “mark” are looked up.
_SHAPES: Final = ("x", "small", "I", "#", "x", *"BTO$YNnqG¶Xp", "Word", "'", "mark")
_SMALL, _WORD, _MARK = (_SHAPES.index(name) for name in ("small", "Word", "mark"))
_MARKS: Final = {"–": "-", "—": "·", "-": "-", ",": ",", ".": ".", "?": ".", "!": ".", "’": "'", "'": "'"}


class Token(NamedTuple):
    """A word, figure or mark that dates are made of, with its place in the text."""

    tag: str
    start: int
    end: int
    text: str

    @property
    def value(self) -> int | str:
        """The number, the weekday, the letters of the unit; its text where it has no entry."""
        entry = LEXICON.get(self.text)
        if entry:
            return entry.value
        digits = re.match(r"\d+", self.text)
        return int(digits[0]) if digits else self.text

    @property
    def number(self) -> int:
        value = self.value
        return value if isinstance(value, int) else 0


class Scan(NamedTuple):
    """The tokens of a text: their places, and in ``tags`` one letter each."""

    places: list[re.Match[str]]
    tags: str

    def tokens(self, start: int, end: int) -> list[Token]:
        return [
            Token(self.tags[i], *self.places[i].span(), self.places[i].group()) for i in range(start, end)
        ]


def scan(text: str) -> Scan:
    """The tokens of ``text``; white space is left out, a blank line is the token ``¶``."""
    places = list(_TOKEN.finditer(text))
    return Scan(places, "".join([_tag(place.lastindex, place.group()) for place in places]))


@lru_cache(maxsize=8192)
def _tag(shape: int | None, text: str) -> str:
    """The tag of a token: most of its words a draft has more than once, and all drafts have in common."""
    if shape in (_SMALL, _WORD):
        entry = LEXICON.get(text)
        if entry is not None:
            return entry.tag
        if shape == _WORD:
            return "p" if text[0] <= "Z" else "x"
        return "z" if text[-1] == "s" else "d" if text[-2:] == "ed" else "x"
    if shape == _MARK:
        return _MARKS.get(text, "·")
    return _SHAPES[shape] if shape else "x"
