"""Whole sides made to take one: “Republicans oppose the bill”, “progressives welcomed it”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.story.claiming.groups import GROUPS, beginning, named_after
from newslint.story.claiming.text import SAYS, WORDS, Found, Passage, forms
from newslint.story.sourcing.words import singular

STANDS = frozenset(
    form
    for verb in (
        *(
            "favor",
            "favour",
            "oppose",
            "support",
            "back",
            "want",
            "welcome",
            "reject",
            "resist",
            "condemn",
            "object",
        ),
        *(
            "prefer",
            "distrust",
            "love",
            "like",
            "dislike",
            "endorse",
            "applaud",
            "embrace",
            "push",
            "press",
            "worry",
        ),
        *(
            "expect",
            "trust",
            "resent",
            "demand",
            "insist",
            "refuse",
            "vow",
            "pledge",
            "promise",
            "acknowledge",
        ),
    )
    for form in forms(verb)[:2]
) | {"saw", "see", "sees", "knew", "know", "mistrust"}
MODALS = frozenset({"will", "would", "may", "might", "can", "could", "do", "did", "not", "never"})
ON_THE_WAY = (WORDS["adverb"] - MODALS) | {
    "tend",
    "to",
    "long",
    "largely",
    "mostly",
    "overwhelmingly",
    "strongly",
}
OPENS = frozenset(
    {"but", "and", "as", "while", "because", "although", "though", "that", "since", "whereas", "so"}
)
NO_VERB = frozenset({"to", "be", "been", "is", "are", "was", "were"})  # after these it is another form
FAR = 4  # words between a side and its verb


def find_sides(passage: Passage) -> Iterator[Found]:
    """Every group or party without a name, in the plural, that is said to think, want or back something."""
    lower = passage.lower
    for i, word in enumerate(lower):
        if word not in GROUPS or singular(word)[0] == word or named_after(passage, i):
            continue
        first, _ = beginning(passage, i)
        if first is None or not _subject(passage, first, i):
            continue
        for j in range(i + 1, min(i + 1 + FAR, len(passage))):
            if passage.gap(j - 1):
                break
            if lower[j] in STANDS or (lower[j] in SAYS and not lower[j].endswith("ing")):
                if (
                    lower[j - 1] not in ("to", "be", "been", "is", "are", "was", "were")
                    or lower[j - 2] == "tend"
                ):
                    yield Found("unnamed plural says", passage.span(first, i), singular(word)[0])
                break
            if lower[j] not in ON_THE_WAY:
                break


def _subject(passage: Passage, first: int, last: int) -> bool:
    """Whether the noun phrase opens its clause, as a subject does: not “if voters”, nor “reviewing users”."""
    if any(word.endswith("ing") or word == "whom" for word in passage.lower[first:last]):
        return False
    if passage.opens(first) or passage.gap(first - 1):
        return True
    return passage.lower[first - 1] in OPENS and (first < 2 or passage.lower[first - 1] != "and")
