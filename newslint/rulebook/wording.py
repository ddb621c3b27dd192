"""The words of a finding: a rule's message with the facts of a hit in it."""

from __future__ import annotations

import re
from collections.abc import Mapping

BLANK = re.compile(r"\{([^{}]*)\}")
SPACE = re.compile(r"\s+")
LONGEST = 70  # characters of a fact in a message: enough to know it again


def blanks(message: str) -> tuple[str, ...]:
    """The names in braces in a message, in order."""
    return tuple(BLANK.findall(message))


def fill(message: str, facts: Mapping[str, str], match: str) -> str:
    """The message with each ``{fact}`` replaced by its value, ``{match}`` by the words of the hit.

    Line breaks become spaces, and what is too long is cut at a word. Raises KeyError for a fact the hit
    does not have.
    """
    return BLANK.sub(
        lambda blank: trim(match if blank[1] == "match" else facts[blank[1]]), SPACE.sub(" ", message.strip())
    )


def trim(text: str, longest: int = LONGEST) -> str:
    """``text`` on one line, cut at a word and ended with “…” where it is longer than ``longest``
    characters."""
    line = SPACE.sub(" ", text).strip()
    if len(line) <= longest:
        return line
    head = line[: longest - 1]
    if line[longest - 1] != " " and (space := head.rfind(" ")) > longest // 2:
        head = head[:space]
    return head.rstrip(" ,;:.-–—") + "…"
