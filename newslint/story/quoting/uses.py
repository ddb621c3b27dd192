"""What quotation marks are for: somebody's speech, some words of it, a title, a word held at arm's length."""

from __future__ import annotations

import re
from typing import Literal

Use = Literal["speech", "fragment", "title", "term"]

WORD = re.compile(r"\w+(?:[-’'.&]\w+)*")
SMALL = frozenset(
    {"a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "nor", "of", "on", "or", "the"}
    | {"to", "vs", "with", "is", "it", "s"}
)
TERM_LONGEST = 4  # words
TITLE_LONGEST = 12


def count_words(text: str) -> int:
    return len(WORD.findall(text))


def use_of(inner: str, words: int, *, attributed: bool, embedded: bool, mentioned: bool = False) -> Use:
    """What a quotation is used for.

    Args:
        inner: the quoted words.
        attributed: whether somebody is named as saying them.
        embedded: whether it stands within a sentence of the writer's, not beside an attribution clause
            or alone.
        mentioned: whether the sentence speaks of the words: a headline, a slogan, a cry.
    """
    stripped = inner.strip()
    if words > TERM_LONGEST:
        if stripped.isupper() or (mentioned and not attributed):
            return "title"
        if embedded and is_title(stripped.rstrip(".,?!")):
            return "title"
        whole = stripped[:1].isupper() and stripped.endswith((".", "?", "!", ",", "…", "—", "-"))
        return "speech" if whole or not embedded else "fragment"
    if attributed:
        if not embedded and (stripped[:1].isupper() or stripped.endswith((".", "?", "!", ","))):
            return "speech"
        return "fragment"
    if is_title(stripped) or (embedded and words > 1 and is_title(stripped.rstrip(".,"))):
        return "title"
    return "term"


def is_title(inner: str) -> bool:
    """Whether every word that titles capitalise has a capital, as in the name of a work."""
    found = WORD.findall(inner)
    if (
        not found
        or len(found) > TITLE_LONGEST
        or not found[0][0].isupper()
        or inner.endswith((".", "?", "!"))
    ):
        return False
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in SMALL for word in found)
