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
