"""From text to tokens: one pass, one tag a token."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from newslint.story.calendar.lexicon import LEXICON

# Groups in the order of _SHAPES. Words in small letters are the bulk of any text, so they come first.
_TOKEN: Final = re.compile(
    r"([a-z]{2,}\b)"
    r"|(?=[\d$£€'’])(?:"  # asked once, so that other signs need not try all that follow
    r"(\d{4}-\d\d-\d\d(?![\w-]))"  # 2025-12-13
    r"|((?<![\w/.])\d{1,2}([/.])\d{1,2}\4(?:\d{4}|\d\d)(?!\w|[/.]\d))"  # 13/12/2025
    r"|((?:1[0-9]|20)\d0['’]?s\b|['’][1-9]0['’]?s\b)"  # 1990s
    r"|(\d{1,2}(?:[:.]\d\d)?\s?[APap](?:\.[Mm]\.|[Mm]\b)"  # 8 p.m., 8.30pm
    r"|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:]))"  # 20:00
    r"|(\d{1,2}(?:st|nd|rd|th)\b)"  # 13th
    r"|(?:[$£€]\s?)(\d[\d,]*(?:\.\d+)?)"  # an amount of money is no date
    r"|((?:1[0-9]|20|21)\d\d(?![\d%]|[,.]\d))"  # 2025
    r"|(\d{1,3}(?![\d%]|[,.]\d))"  # 13
    r"|(\d[\d,.]*\d|\d))"
    r"|(?=[A-Z])(?:(Q[1-4]\b)"
    r"|((?:Christmas|New\sYear['’]s)(?:\s(?:Day|Eve))?\b|(?:Thanksgiving|Independence|Valentine['’]s|Boxing"
    r"|Labor|Memorial|Veterans|Armistice|Election)\sDay\b|Thanksgiving\b|Halloween\b|(?:Black|Good)\sFriday\b"
    r"|(?:Cyber|Easter|Bank Holiday)\sMonday\b|(?:Easter|Palm|Bloody)\sSunday\b|(?:Super|Shrove)\sTuesday\b"
    r"|Ash\sWednesday\b))"
    r"|(\n[^\S\n]*\n)"
    r"|([AaPp]\.[Mm]\.)"
    r"|([A-Za-z]\.(?:[A-Za-z]\.)+)"
    r"|((?:[JFMASONDTW][a-z]{2,4}|[JFMASOND][A-Z]{2,3})\.|[^\W\d_]+)"
    r"|(['’]s?\b)"
    r"|([^\s\w])"
    r"|\w+"
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
    """The tokens of a text: ``tags`` has one letter each, ``starts`` and ``ends`` their places."""

    text: str
    tags: str
    starts: list[int]
    ends: list[int]

    def tokens(self, start: int, end: int) -> list[Token]:
        return [
            Token(self.tags[i], self.starts[i], self.ends[i], self.text[self.starts[i] : self.ends[i]])
            for i in range(start, end)
        ]


def scan(text: str) -> Scan:
    """The tokens of ``text``; white space is left out, a blank line is the token ``¶``."""
    tags: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    look_up = LEXICON.get
    for match in _TOKEN.finditer(text):
        shape = match.lastindex
        start, end = match.span()
        if shape == _SMALL:
            word = match[0]
            entry = look_up(word)
            if entry is not None:
                tag = entry.tag
            else:
                tag = "z" if word[-1] == "s" else "d" if word[-2:] == "ed" else "x"
        elif shape == _WORD:
            word = match[0]
            entry = look_up(word)
            if entry is not None:
                tag = entry.tag
            elif word[-1] == ".":  # an ordinary word at the end of its sentence
                entry = look_up(word[:-1])
                tags.append(entry.tag if entry else "p")
                starts.append(start)
                ends.append(end - 1)
                tag, start = ".", end - 1
            else:
                tag = "p" if word[0] <= "Z" else "x"
        elif shape == _MARK:
            tag = _MARKS.get(match.group(), "·")
        else:
            tag = _SHAPES[shape] if shape else "x"
        tags.append(tag)
        starts.append(start)
        ends.append(end)
    return Scan(text, "".join(tags), starts, ends)
