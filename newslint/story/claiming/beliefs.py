"""Beliefs of nobody: “it is feared that”, “is thought to be”, “there is speculation”, “probably”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.story.claiming.reactions import BE
from newslint.story.claiming.text import WORDS, Found, Passage

BELIEVED = WORDS["believed"]
IMPERSONAL = BELIEVED | WORDS["believed-impersonal"]
SUGGESTED = WORDS["suggested"]
AFTER_PASSIVE = frozenset({"to", "that", "as", "a", "an", "the", "one", "by"})
AFTER_IMPERSONAL = frozenset({"that", "the", "he", "she", "they", "it", "to", "a", "some"})
AFTER_TO = frozenset({"be", "have"})
BETWEEN = WORDS["widely"] | {"also", "still", "now", "then", "not", "already", "once", "usually", "been"}
GUESSES = WORDS["guess"]
DEBATES = WORDS["debate"]
AMOUNTS = WORDS["debate-amount"]
LIKELY = frozenset({"possible", "likely", "unlikely", "probable"})
BEFORE_LIKELY = frozenset({"is", "was", "also", "it's", "very", "quite"})
ABLE = frozenset({"can", "can't", "cannot", "could", "couldn't", "not", "as"})
PRAISED = 6  # words after “considered” in which praise may stand
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
        if passage.gap(verb) or lower[verb + 1] in AFTER_IMPERSONAL:
            yield Found("impersonal belief", passage.span(i, verb), word)


def find_beliefs(passage: Passage) -> Iterator[Found]:
    """Every passive of belief without an agent: “is thought to be”, “was considered a”."""
    lower = passage.lower
    for i, word in enumerate(lower):
        if word not in BE or i + 2 >= len(lower) or passage.gap(i):
            continue
        verb = _past(passage, i + 1, BETWEEN)
        if verb is None or passage.gap(verb) or _agent(passage, verb):
            continue
        if lower[verb] in SUGGESTED and word == "been":
            yield Found("passive belief", passage.span(i, verb), lower[verb])
        elif lower[verb] == "considered":
            if not WORDS["widely"].isdisjoint(lower[i:verb]) or _praise(passage, verb):
                yield Found("passive belief", passage.span(i, verb), lower[verb])
        elif lower[verb] in BELIEVED and _what_is_believed(lower[verb + 1 : verb + 3]):
            yield Found("passive belief", passage.span(i, verb), lower[verb])


def _what_is_believed(after: list[str]) -> bool:
    """Whether the words after the passive begin what is believed: “to be”, “that”, “a”."""
    if not after or after[0] not in AFTER_PASSIVE or after[0] == "by":
        return False
    return after[0] != "to" or after[1:2] == [] or after[1] in AFTER_TO


def _praise(passage: Passage, verb: int) -> bool:
    """“considered one of the finest”, “considered very important”."""
    for j in range(verb + 1, min(verb + 1 + PRAISED, len(passage))):
        if passage.gap(j - 1):
            return False
        if passage.lower[j] in WORDS["praise"]:
            return True
    return False


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
    """Every “probably” of the writer's own, “it is possible that” and “may have been”."""
    lower = passage.lower
    for i, word in enumerate(lower):
        if word in GUESSES:
            if word != "possibly" or not _able(passage, i):
                yield Found("own guess", passage.span(i, i), word)
        elif word in LIKELY:
            if i and lower[i + 1 : i + 2] == ["that"] and lower[i - 1] in BEFORE_LIKELY:
                yield Found("own guess", passage.span(i, i + 1), word)
        elif word == "may" and "have" in lower[i + 1 : i + 3]:
            have = i + 1 + lower[i + 1 : i + 3].index("have")
            if lower[have + 1 : have + 2] == ["been"] and not any(passage.gap(k) for k in range(i, have + 1)):
                yield Found("own guess", passage.span(i, have + 1), word)


def _able(passage: Passage, i: int) -> bool:
    """“could not possibly”, “as fast as she possibly can”: not a guess."""
    near = passage.lower[max(0, i - 1) : i + 2]
    return not ABLE.isdisjoint(near)


def find_places(passage: Passage) -> Iterator[Found]:
    """Every “in some countries” that says nowhere which."""
    lower = passage.lower
    for i, word in enumerate(lower[:-2]):
        if word != "in" or lower[i + 1] not in WORDS["some-places"] or passage.gap(i) or passage.gap(i + 1):
            continue
        place = i + 3 if lower[i + 2] == "other" else i + 2
        if place >= len(passage) or lower[place] not in WORDS["places"]:
            continue
        after = lower[place + 1 : place + 3]
        named = passage.gap(place) in (":", "—", "(") or any(
            passage.capital(j) for j in range(place + 1, min(place + 7, len(passage)))
        )
        if not named and after[:1] not in (["where"], ["like"], ["including"], ["such"]):
            yield Found("unnamed place", passage.span(i, place), word)


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
