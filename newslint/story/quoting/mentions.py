"""Quotations that a sentence has for a noun, so that nobody need be named: headlines, slogans, cries."""

from __future__ import annotations

import re

from newslint.story.quoting.function_words import WORDINGS
from newslint.story.quoting.rows import Row

LINKING = frozenset({",", ":", "of", "like", "reading", "saying"})
GOVERNING = frozenset({"between", "than", "versus", "vs", "against", "as"})
JOINING = frozenset({"and", "or", "to", ",", "versus", "vs"})
PIECES = frozenset(
    {"column", "article", "editorial", "essay", "op-ed", "book", "novel", "film", "story", "piece"}
)
POSSESSIVES = frozenset({"his", "her", "their", "my", "your", "our"})
LONGEST = 12  # tokens up to the name of a writer
YEAR = re.compile(r"[ \t]*[(\[](?:19|20)\d\d[)\]]")


def find_mentions(row: Row, text: str) -> set[int]:
    """The quotations (by number) that stand for words rather than for somebody's saying them.

    The headline “…”; cries of “…” and “…”; torn between “…” and “…”; it is easy to say, “…”; “…” (1994).
    """
    found: set[int] = set()
    for i, quote in enumerate(row.quote):
        if quote >= 0 and (
            is_dated(row, i, text)
            or is_noun(row, i)
            or is_piece(row, i)
            or is_unsaid(row, i)
            or joined_to(row, i) in found
        ):
            found.add(quote)
    return found


def is_dated(row: Row, i: int, text: str) -> bool:
    """“…” (1994)"""
    bracket = i + 1 == len(row) or row.low[i + 1] in ("(", "[")
    return bracket and YEAR.match(text, row.cut(i, i + 1).end) is not None


def is_noun(row: Row, i: int) -> bool:
    """Whether a noun or a preposition before the quotation at token ``i`` makes it a noun."""
    before = i - 1
    if before >= 0 and row.low[before] in GOVERNING:
        return True
    if before >= 1 and row.low[before] == "as" and row.low[before - 1] == "such":
        before -= 2
    elif before >= 0 and row.low[before] in LINKING:
        before -= 1
        if before >= 0 and row.low[before] == "or":  # cries of “…” or, “…”
            return False
    return before >= 0 and row.low[before] in WORDINGS


def is_piece(row: Row, i: int) -> bool:
    """Whether it is the title of what somebody wrote: In Holt's column on May 3, “The quay must close,” …"""
    if i < 4 or row.low[0] not in ("in", "re") or row.low[i - 1] != ",":
        return False
    owned = [
        j for j in range(1, min(i, LONGEST)) if row.low[j].endswith(("'s", "s'")) or row.low[j] in POSSESSIVES
    ]
    return any(row.low[j] in PIECES for j in range(owned[0], i)) if owned else False


def is_unsaid(row: Row, i: int) -> bool:
    """Whether somebody might say it, and nobody does: Why not just say, “…”?"""
    before = i - 1
    if before >= 0 and row.low[before] in (",", ":"):
        before -= 1
    return before >= 0 and any(
        cue.group == "speech" and cue.form == "base" for cue in row.cues.forms.get(row.low[before], ())
    )


def joined_to(row: Row, i: int) -> int:
    """The quotation that “and” joins to the one at token ``i``, -1 where there is none.

    A remark in brackets may stand between.
    """
    j = i - 1
    joined = False
    while j >= 0 and row.quote[j] < 0:
        if row.low[j] == ")":
            while j > 0 and row.low[j] != "(":
                j -= 1
        elif row.low[j] not in JOINING:
            return -1
        joined = True
        j -= 1
    return row.quote[j] if joined and j >= 0 else -1
