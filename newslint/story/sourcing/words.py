"""The nouns that tell what kind of source a noun phrase names, from ``sources_words.txt``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def read_sections(path: Path) -> dict[str, frozenset[str]]:
    """The ``[sections]`` of a word file: words parted by white space, ``#`` begins a line of comment."""
    sections: dict[str, set[str]] = {}
    words: set[str] = set()
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            words = sections.setdefault(line.strip("[]"), set())
        elif not line.startswith("#"):
            words.update(line.split())
    return {name: frozenset(found) for name, found in sections.items()}


WORDS: Mapping[str, frozenset[str]] = read_sections(Path(__file__).with_name("words.txt"))
PEOPLE = WORDS["insider"] | WORDS["role"] | WORDS["public"] | WORDS["witness"] | WORDS["office"]
COMMON = PEOPLE | WORDS["spokesperson"] | WORDS["document"] | WORDS["body"] | WORDS["crowd"]
PLURALS = {
    "people": "person",
    "children": "child",
    "wives": "wife",
    "passers-by": "passer-by",
    "spokespeople": "spokesperson",
    "witnesses": "witness",
    "eyewitnesses": "eyewitness",
    "analyses": "analysis",
    "whistle-blowers": "whistleblower",
}


def singular(noun: str) -> tuple[str, bool]:
    """The lowered noun in the singular, and whether it stood in the plural."""
    if noun in PLURALS:
        return PLURALS[noun], True
    if noun in COMMON:
        return noun, False
    if noun.endswith(("women", "men")):
        return noun[:-2] + "an", True
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y", True
    if noun.endswith(("sses", "ches", "shes", "xes")):
        return noun[:-2], True
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3:
        return noun[:-1], True
    return noun, False


def unpossessed(word: str) -> str:
    """The word without a possessive ending."""
    return word.removesuffix("’s").removesuffix("'s").removesuffix("’").removesuffix("'")


def bare(word: str) -> str:
    """The word as it is looked up: lowered, without a possessive ending or a last point."""
    return unpossessed(word).lower().rstrip(".")
