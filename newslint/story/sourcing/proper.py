"""Where a noun phrase ends in a proper name: a person’s, or a body’s."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.story.sourcing.words import COMMON, PEOPLE, WORDS, bare, singular, unpossessed

NOT_BEFORE_NAMES = WORDS["indefinite"] | WORDS["possessive"] | WORDS["many"] | {"the", "these", "those"}


class Proper(NamedTuple):
    """``name`` without titles; a ``group`` (Republicans) or a ``document`` (a Gallup Poll) is no name."""

    kind: Literal["named", "organisation", "group", "document"]
    name: tuple[str, ...]


def read_name(words: list[str], lowered: list[str], whole: list[str]) -> Proper | None:
    """The proper name that ends the phrase (titles and roles may stand before it), or None.

    Args:
        words, lowered: the phrase up to its head noun.
        whole: the mention, with what follows its head: “columnist and broadcaster Ann Shaw” is a name too.
    """
    opens = words[0] is whole[0]
    last, first = bare(words[-1]), lowered[0]
    if not words[-1][0].isupper():
        tail = _trailing_name(whole) if opens and first not in NOT_BEFORE_NAMES else None
        return Proper("named", tail) if tail else None
    noun, plural = singular(last)
    if last in WORDS["name-group"]:
        return Proper("group", (last,))
    if len(words) == 1 and opens and (noun in COMMON or last in WORDS["many"]):
        return None  # a common noun that opens its sentence
    if noun in WORDS["document"] and len(words) > 1:
        return Proper("document", (last,))
    if first in WORDS["many"] or first in WORDS["indefinite"]:
        if noun in PEOPLE:
            return None  # one MP, a Democrat
        return Proper("group" if plural else "organisation", (last,))
    if first == "the" and len(words) == 2 and noun in PEOPLE:
        return None
    name = _name_run(words)
    low = [bare(part) for part in name]
    article = first == "the"
    roles = len(name) < len(words) - article
    acronym = len(name) == 1 and len(name[0]) > 1 and name[0].replace(".", "").isupper()
    heads = low[-1:] if roles else low
    if acronym or (article and not roles) or not WORDS["name-body"].isdisjoint(heads):
        return Proper("organisation", name)
    return Proper("named", (*name[:-1], unpossessed(name[-1])))


def inside_name(words: list[str], lowered: list[str], i: int) -> bool:
    """Whether the small word at ``i`` is part of a proper name (Bank of England, Secretary of State)."""
    if lowered[i] not in ("of", "for", "and", "on") or i + 1 >= len(words) or not words[i - 1][0].isupper():
        return False
    follows = words[i + 1]
    if follows == "the" and i + 2 < len(words):
        follows = words[i + 2]
    before = lowered[i - 1]
    if before in WORDS["title"]:
        return follows[0].isupper() and lowered[i] != "and"
    return follows[0].isupper() and before in WORDS["name-body"]


def _name_run(words: list[str]) -> tuple[str, ...]:
    """The capitalised words that end the phrase, without the titles before a person’s name."""
    begin = len(words) - 1
    while begin > 0 and (words[begin - 1][0].isupper() or words[begin - 1] in WORDS["particle"]):
        begin -= 1
    while begin < len(words) - 1 and bare(words[begin]) in ("the", "a", "an", "of"):
        begin += 1
    name = words[begin:]
    for i in range(len(name) - 2, -1, -1):
        if bare(name[i]) in WORDS["title"]:
            return tuple(name[i + 1 :])
    return tuple(name)


def _trailing_name(whole: list[str]) -> tuple[str, ...] | None:
    """A name of two words or more behind a role, “columnist and broadcaster Ann Shaw”."""
    end = whole.index(",") if "," in whole else len(whole)
    run = _name_run(whole[:end]) if end else ()
    before = end - len(run) - 1
    if len(run) < 2 or before < 0 or not run[0][0].isupper():
        return None
    return run if whole[before].lower() in COMMON else None
