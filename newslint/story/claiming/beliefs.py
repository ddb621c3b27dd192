"""Beliefs of nobody: “it is feared that”, “is thought to be”, “there is speculation”, “probably”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.story.claiming.reactions import BE
from newslint.story.claiming.text import WORDS, Found, Passage

BELIEVED = frozenset(
    {
        "believed",
        "thought",
        "considered",
        "assumed",
        "presumed",
        "suspected",
        "rumored",
        "rumoured",
        "reputed",
    }
    | {"deemed", "feared", "speculated", "estimated", "hoped", "accepted", "acknowledged", "held"}
)
IMPERSONAL = BELIEVED | {"claimed", "alleged", "suggested", "argued", "said", "reported", "hypothesized"}
AFTER_PASSIVE = frozenset({"to", "that", "as", "a", "an", "the", "one", "by"})
AFTER_IMPERSONAL = frozenset({"that", "the", "he", "she", "they", "it", "to", "a", "some"})
AFTER_TO = frozenset({"be", "have"})
BETWEEN = WORDS["widely"] | {"also", "still", "now", "then", "not", "already", "once", "usually", "been"}
GUESSES = frozenset({"probably", "presumably", "supposedly", "reputedly", "purportedly", "arguably"})
DEBATES = frozenset(
    {
        "debate",
        "controversy",
        "speculation",
        "disagreement",
        "concern",
        "concerns",
        "fears",
        "rumours",
        "rumors",
    }
    | {
        "doubts",
        "suspicion",
        "suspicions",
        "consensus",
        "talk",
        "calls",
        "criticism",
        "unease",
        "allegations",
    }
)
AMOUNTS = frozenset(
    {
        "some",
        "much",
        "considerable",
        "growing",
        "widespread",
        "increasing",
        "great",
        "serious",
        "real",
        "mounting",
    }
    | {
        "a",
        "lot",
        "of",
        "also",
        "still",
        "now",
        "ongoing",
        "renewed",
        "significant",
        "new",
        "many",
        "persistent",
    }
)
REACH = 6  # words behind a passive in which its agent may stand


def find_impersonal(passage: Passage) -> Iterator[Found]:
    """Every “it is believed” that nobody believes."""
    lower = passage.lower
    for i, word in enumerate(lower):
        if word != "it" and word not in ("it's", "it’s"):
            continue
        be = i if word != "it" else i + 1
        if be >= len(lower) or (word == "it" and lower[be] not in ("is", "was", "has", "had")):
            continue
        verb = _past(passage, be + 1, BETWEEN)
        if verb is None or lower[verb] not in IMPERSONAL or _agent(passage, verb):
            continue
        if lower[be] in ("has", "had") and lower[verb - 1] != "been" and "been" not in lower[be:verb]:
            continue
        if passage.gap(verb) or lower[verb + 1] in (
            "that",
            "the",
            "he",
            "she",
            "they",
            "it",
            "to",
            "a",
            "some",
        ):
            yield Found("impersonal belief", passage.span(i, verb), word)


def find_beliefs(passage: Passage) -> Iterator[Found]:
    """Every passive of belief without an agent: “is thought to be”, “was considered a”."""
    lower = passage.lower
    for i, word in enumerate(lower):
        if word not in BE or i + 2 >= len(lower) or passage.gap(i):
            continue
        verb = _past(passage, i + 1, BETWEEN)
        if verb is None or lower[verb] not in BELIEVED or passage.gap(verb):
            continue
        after = lower[verb + 1 : verb + 3]
        if not after or after[0] not in AFTER_PASSIVE or after[0] == "by":
            continue
        if after[0] == "to" and after[1:] and after[1] not in AFTER_TO:
            continue
        if not _agent(passage, verb):
            yield Found("passive belief", passage.span(i, verb), lower[verb])


def find_debates(passage: Passage) -> Iterator[Found]:
    """Every “there is speculation” that nobody takes part in."""
    lower = passage.lower
    for i, word in enumerate(lower):
        if word not in DEBATES:
            continue
        first = i
        while first > 0 and i - first < 5 and lower[first - 1] in AMOUNTS and not passage.gap(first - 1):
            first -= 1
        be = first - 1
        if be > 0 and lower[be] == "been":
            be -= 1
        if be < 1 or lower[be] not in ("is", "are", "was", "were", "has", "have") or lower[be - 1] != "there":
            continue
        if not any(passage.gap(k) for k in range(be - 1, i)) and not _agent(passage, i):
            yield Found("unowned reaction", passage.span(be - 1, i), word)


def find_guesses(passage: Passage) -> Iterator[Found]:
    """Every “probably” of the writer's own."""
    for i, word in enumerate(passage.lower):
        if word in GUESSES:
            yield Found("own guess", passage.span(i, i), word)


def _past(passage: Passage, first: int, between: frozenset[str]) -> int | None:
    """The first word from ``first`` that is none of ``between``; None where something parts them."""
    for i in range(first, min(first + 4, len(passage))):
        if i and passage.gap(i - 1):
            return None
        if passage.lower[i] not in between:
            return i
    return None


def _agent(passage: Passage, i: int) -> bool:
    """Whether somebody follows who believes it: “by the police”, “among traders”, “from the unions”."""
    for j in range(i + 1, min(i + 1 + REACH, len(passage))):
        if passage.gap(j - 1) and passage.gap(j - 1) != ",":
            return False
        if passage.lower[j] in ("by", "among", "according", "from", "inside", "within"):
            return True
    return False
