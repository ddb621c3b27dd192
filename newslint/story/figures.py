"""Figures: numbers, their units and what they count."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from newslint.late import late
from newslint.model import Span
from newslint.story.counting.numbers import NUMBER, unit_of, value_of
from newslint.story.counting.words import NOT_COUNTED, STOPS, is_plural
from newslint.story.naming.lexicon import lexicon

if TYPE_CHECKING:
    from newslint.story.story import Story

_PHRASE = late(r"[ \n\u00a0](?:((?:[A-Z]\.){2,}|[^\W\d_][\w’'-]*)|\d+)")
_PLACE = late(r" (?:in|at|near|outside|from|across) (?:the )?([A-Z][\w’-]+(?: [A-Z][\w-]+)*)")
_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|Mar\.|April|Apr\.|May|June?|July?|Aug(?:ust|\.)|Sept?(?:ember|\.)|"
    r"Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_MONTH_BEFORE = late(rf"{_MONTH}[ \n]$")
_NO_COUNT_AFTER = late(
    rf"[ \n](?:{_MONTH}\b|[ap]\.?m\b|o[’']clock|noon|midnight|GMT|E[SD]T)"
    r"|[ \n-](?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centur(?:y|ies)|nights?)\b"
    r"|[-–][A-Za-z]|,? \d{4}\b"
    r"|(?: [A-Z][\w.’-]+){1,3} (?:Street|St\.|Avenue|Ave\.|Road|Rd\.|Lane|Drive|Boulevard|Blvd\.)(?!\w)"
)
_TO_SHARE = late(r"(?: to |-|–)\d{1,2}(?:\.\d)?(?:%| per ?cent)")
_NUMBERED = late(
    r"(\w*[A-Z][\w.’-]*|§|#|(?<![\w’-])(?:[Nn]os?\.|[Nn]umber|version|page|chapter|line|aged?|to be))"
    r"[ \n\u00a0]$"
)
_NO_ONE = late(
    r"(?:\b(?:no|the|this|that|any|every|each|which|another|some|only|last|next|not|as|is|was|for|or|my|your|his|her|its|our"
    r"|their|at|by|to|than|be|been|day|it)[ \n]|[(“\"‘])$",
    re.IGNORECASE,
)


class Figure(NamedTuple):
    """A number. ``value`` as a plain number (“two dozen” 24, “$1.5 million” 1500000); ``unit`` (``%``,
    ``USD``, ``km``, "" for a count); ``of`` the noun phrase counted, "" where there is none; ``place`` the
    place tied to it, or ""."""

    span: Span
    value: Decimal
    unit: str
    of: str
    place: str = ""


def find_figures(story: Story) -> tuple[Figure, ...]:
    """Every figure of the story, in order.

    Dates, times of day, spans of time, ages, ordinals, scores, street and telephone numbers are not figures,
    and “hundreds” has no value.
    """
    return tuple(
        figure
        for block in story.draft.blocks
        for figure in story.recall(block, find_figures, partial(_in_block, story.text, block.span), _moved)
    )


def _in_block(text: str, block: Span) -> tuple[Figure, ...]:
    figures = (_figure(match, text, block) for match in NUMBER.finditer(text, block.start, block.end))
    return tuple(figure for figure in figures if figure is not None)


def _moved(figures: tuple[Figure, ...], by: int) -> tuple[Figure, ...]:
    return tuple(figure._replace(span=figure.span.shift(by)) for figure in figures)


def _figure(match: re.Match[str], text: str, block: Span) -> Figure | None:
    start, end = match.span()
    unit = unit_of(match)
    before = text[max(block.start, start - 24) : start]
    if not unit and not _counts(match, text, before):
        return None
    of, after = _counted(text, end, block.end) if not unit or unit == "%" else ("", end)
    if not unit and not of and match["word"] and match["word"].lower() == "one":
        return None
    place = _PLACE.match(text, after, block.end)
    return Figure(Span(start, end), value_of(match), unit, of, place[1] if place else "")


def _counts(match: re.Match[str], text: str, before: str) -> bool:
    """Whether a bare number counts something: it is no date, time, age, house number or part of a name."""
    _start, end = match.span()
    word, digits = match["word"], match["digits"]
    if word and word.lower() == "one" and (_NO_ONE.search(before) or text.startswith(" of ", end)):
        return False
    if _NO_COUNT_AFTER.match(text, end) or _MONTH_BEFORE.search(before):
        return False
    if digits and not match["scale"]:
        if len(digits) == 4 and digits.isdigit() and 1500 <= int(digits) < 2100:
            return False  # a year
        if len(digits) > 6 and digits.isdigit():
            return False  # a telephone number, a case number
        if before.endswith(", ") and text[end : end + 1] in ",.;)":
            return False  # an age: Ruth Pettifer, 48,
        numbered = None if _TO_SHARE.match(text, end) else _NUMBERED.search(before)
        known = lexicon()
        if numbered and not any(
            numbered[1] in words for words in (known.function, known.common, known.calendar)
        ):
            return False  # Route 66, No. 10
    return True


def _counted(text: str, start: int, end: int) -> tuple[str, int]:
    """The noun phrase that follows a number, without the words after its head noun, and where it ends."""
    at, last = start, start
    words = 0
    while words < 5:
        found = _PHRASE.match(text, at, end)
        if found is None or found[1] is None:
            break
        word = found[1].lower().replace("’", "'")
        if word in STOPS or word.endswith("ly") or (words and word in NOT_COUNTED):
            break
        at = last = found.end()
        words += 1
        if text[at : at + 1] in ",.;:)":
            break
        if is_plural(word):  # the head noun, unless another plural follows: “sports cars”
            after = _PHRASE.match(text, at, end)
            if after is None or after[1] is None or not is_plural(after[1].lower()):
                break
    phrase = " ".join(text[start:last].split())
    if words == 1 and phrase.lower() in NOT_COUNTED:
        return "", start
    return phrase, last
