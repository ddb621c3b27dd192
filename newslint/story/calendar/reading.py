"""What a production of the grammar yields, and the words and context it is read from."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from newslint.story.calendar.scan import Token

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Anchor = Literal["absolute", "year", "partial", "relative", "vague"]


class Reading(NamedTuple):
    """A date as the words give it; the fields are those of ``story.dates.DateMention``."""

    type: TimexType
    value: str
    anchor: Anchor
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


Tense = Literal["past", "future", "open"]


class Context(NamedTuple):
    """What lies around an expression: the draft's day, the sentence's tense, the quarter last spoken of, and
    the value of the date told last ("" where none stands near by)."""

    day: datetime.date | None
    tense: Tense = "open"
    quarter: str = ""
    told: str = ""


class Words:
    """The tokens of one expression, asked for by tag."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.tags = "".join(token.tag for token in tokens)

    def first(self, tags: str) -> Token | None:
        """The first token with one of these tags."""
        for token in self.tokens:
            if token.tag in tags:
                return token
        return None

    def number(self, tags: str) -> int | None:
        token = self.first(tags)
        return token.number if token else None

    def letters(self, tags: str) -> str:
        """The value of the first token with one of these tags, as TIMEX3 letters; "" where there is none."""
        token = self.first(tags)
        return str(token.value) if token else ""

    def has(self, *words: str) -> bool:
        return any(token.text.lower() in words for token in self.tokens)

    def count(self) -> str:
        """How many: “twenty-four” 24, “a hundred” 100, “several” X, “a” 1; "" where nothing counts."""
        total, seen = 0, False
        for token in self.tokens:
            if token.tag == "N":
                total, seen = total + token.number, True
            elif token.tag == "C":
                total, seen = max(total, 1) * token.number, True
            elif token.tag == "n":
                return re.sub(r"[\s-]1/2", "½", token.text.replace(",", ""))
            elif token.tag == "~":
                return "2" if token.text.lower() == "couple" else "X"
        if seen:
            return str(total)
        return "1" if self.first("a") or self.first("A") or self.has("another") else ""
