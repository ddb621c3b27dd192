"""Words that end the noun phrase a number counts, and words that are no noun phrase alone."""

from __future__ import annotations

from pathlib import Path

STOPS = frozenset(
    word
    for line in (Path(__file__).parent / "words.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
    for word in line.split()
)
NOT_COUNTED = frozenset(
    ("percent", "times", "more", "fewer", "other", "different", "new", "additional", "separate")
)

_PLURALS = frozenset(("people", "men", "women", "children", "police", "cattle", "mice", "geese", "teeth"))
_NO_PLURAL = ("ss", "us", "is", "'s")


def is_plural(word: str) -> bool:
    """Whether a word in small letters looks like a plural noun."""
    if word in STOPS:
        return False
    return (
        word in _PLURALS
        or word.endswith(("men", "women"))
        or (word[-1:] == "s" and not word.endswith(_NO_PLURAL))
    )
