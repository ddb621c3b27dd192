"""Reports nobody signed: “Intelligence reports suggest”, “studies show”, “according to polls”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.story.claiming.text import WORDS, Found, Passage

GOVERNS = frozenset({"for", "of", "in", "on", "about", "into", "by"})
OWNED_BY = frozenset({"by", "from", "at", "in", "of", "published", "released", "compiled", "conducted"})
THEIRS = frozenset({"the", "his", "her", "its", "their"})


def find_reports(passage: Passage) -> Iterator[Found]:
    """Every plural or mass noun for findings, without an owner, that is said to show something."""
    lower = passage.lower
    for i, word in enumerate(lower):
        if word not in WORDS["report"]:
            continue
        first = _beginning(passage, i)
        if first is None:
            continue
        if lower[max(0, first - 2) : first] == ["according", "to"]:
            if passage.is_head(i) and not _owner_follows(passage, i):
                yield Found("unowned report", passage.span(first, i), word)
            continue
        shows = _shows(passage, i)
        if shows is not None and not _owner_follows(passage, i):
            yield Found("unowned report", passage.span(first, shows), word)


def _beginning(passage: Passage, i: int) -> int | None:
    """Where the noun phrase begins, None where somebody owns the report or a number counts it."""
    lower, first = passage.lower, i
    while first > 0 and i - first < 4 and not passage.gap(first - 1):
        word = lower[first - 1]
        if word in WORDS["left-stop"] or word in WORDS["adverb"]:
            break
        owned = word in WORDS["owned-report"] or word in WORDS["pronoun"]
        if owned or passage.counted_or_owned(first - 1) or passage.capital(first - 1):
            return None
        first -= 1
    if first > 0 and not passage.gap(first - 1):
        if lower[first - 1] in GOVERNS:
            return None
        if lower[first - 1] == "and" and _owned_too(passage, first - 1):
            return None
    return None if lower[first] in WORDS["adjective"] else first


def _owned_too(passage: Passage, both: int) -> bool:
    """Whether what stands before “and” is somebody’s: “her surveys and other research”."""
    for j in range(both - 1, max(-1, both - 4), -1):
        if passage.gap(j):
            return False
        if passage.counted_or_owned(j):
            return True
    return False


def _shows(passage: Passage, i: int) -> int | None:
    """Index of the verb by which the report shows something: right after it, or after “have also”."""
    for j in range(i + 1, min(i + 4, len(passage))):
        if passage.gap(j - 1):
            return None
        if passage.lower[j] in WORDS["shows"]:
            return j
        if passage.lower[j] not in WORDS["adverb"]:
            return None
    return None


def _owner_follows(passage: Passage, i: int) -> bool:
    """“reports by the harbour office say”, “data from Acme show”, “figures that were sent in May by Acme”."""
    if passage.gap(i) or i + 1 >= len(passage):
        return False
    if passage.lower[i + 1] in ("that", "which"):
        ahead = range(i + 2, min(i + 9, len(passage) - 1))
        return any(passage.lower[j] == "by" and passage.capital(j + 1) for j in ahead)
    if passage.lower[i + 1] not in OWNED_BY:
        return False
    following = range(i + 2, min(i + 5, len(passage)))
    return any(passage.words[j].text != passage.lower[j] or passage.lower[j] in THEIRS for j in following)
