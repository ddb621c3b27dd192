"""The word lists of this room, read once when first asked for."""

from __future__ import annotations

from functools import cache
from pathlib import Path


@cache
def read_lines(file: str) -> tuple[str, ...]:
    """The lines of a list beside this module, without comments and empty ones."""
    text = (Path(__file__).parent / file).read_text("utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def known_acronyms() -> frozenset[str]:
    """Acronyms that need no spelling out, without periods."""
    return frozenset(word for line in read_lines("acronyms.txt") for word in line.split())


@cache
def compound_parts() -> tuple[frozenset[str], frozenset[str]]:
    """Second and first halves of words that are rightly written both open and closed."""
    seconds, firsts = read_lines("compound_parts.txt")
    return frozenset(seconds.split()), frozenset(firsts.split())
