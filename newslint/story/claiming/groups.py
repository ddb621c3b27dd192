"""Unnamed groups made to speak: “critics argue”, “some analysts say”, “framed by some as”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.story.claiming.text import SAYS, WORDS, Found, Passage
from newslint.story.sourcing.words import singular

FAR = 9  # words between a group and its verb, over “of the plan in both parties”
LINKS = frozenset(
    {"of", "in", "at", "from", "on", "within", "across", "outside", "inside", "like", "to", "for"}
)
NO_VERB = frozenset(
    {"who", "that", "which", "and", "or", "but", "whose", "when", "while", "if", "including", "such"}
)
SPEECH = frozenset({"said", "say", "says"})
NO_NOUN = LINKS | {"as", "to", "and", "who", "but", "with"}
BEFORE_ALONE = frozenset(
    {"while", "but", "and", "as", "though", "although", "what", "that", "because", "yet"}
)
RELATIVE = frozenset({"what", "how"})  # “what critics call a gift”, “how experts say it works”
REPEATED = frozenset({"other", "some", "many", "several"})
ALONE = WORDS["alone"] - WORDS["group"] - WORDS["party"]
GROUPS = WORDS["group"] | WORDS["party"] | ALONE
ASIDES = frozenset({"however", "though", "meanwhile", "too", "for", "instead"})


def find_groups(passage: Passage) -> Iterator[Found]:
    """Every group without a name that is said to say or think, or by whom something is said to be so."""
    lower = passage.lower
    for i, word in enumerate(lower):
        if word not in GROUPS and not word.endswith("ologists"):
            continue
        found = _alone(passage, i) if word in ALONE else _noun(passage, i)
        if found:
            yield found


def _noun(passage: Passage, i: int) -> Found | None:
    first, quantity = beginning(passage, i)
    if first is None:
        return None
    lower = passage.lower
    if not quantity and (lower[i] in WORDS["shy"] or lower[i] in WORDS["party"]):
        return None
    if lower[first] == "other" or named_after(passage, i):
        return None
    noun = singular(lower[i])[0]
    before = lower[first - 1] if first and not passage.gap(first - 1) else ""
    if before == "of":
        return None  # “two-thirds of experts” is a count
    if before == "by" and _seen(passage, first - 1):
        return Found("by unnamed group", passage.span(first - 1, i), noun)
    if _cited_before(passage, first) or _to_them(passage, first, i) or _speaks(passage, i, before):
        return Found("unnamed group says", passage.span(first, i), noun)
    return None


def beginning(passage: Passage, i: int) -> tuple[int | None, bool]:
    """Where the noun phrase of a head noun begins, None where it is somebody’s or has a name or number in it;
    and whether a word like “some” opens it."""
    lower, first = passage.lower, i
    while first > 0 and i - first < 4 and not passage.gap(first - 1):
        word = lower[first - 1]
        if word in WORDS["many"] or word == "other":
            if first < i and singular(lower[first])[1]:
                return None, False  # “how many times people told him”
            first -= 1
            while first > 0 and lower[first - 1] in REPEATED and not passage.gap(first - 1):
                first -= 1
            return first, True
        if word in WORDS["left-stop"] or word in WORDS["adverb"] or word in RELATIVE:
            break
        if passage.counted_or_owned(first - 1):
            return None, False
        if passage.capital(first - 1) and word not in WORDS["adjective"]:
            return None, False
        first -= 1
    return first, False


def named_after(passage: Passage, i: int) -> bool:
    """“analysts Jane Roe and John Doe”, “critics including Jane Roe”, “experts at the Harbour Institute”."""
    if passage.gap(i) or i + 1 >= len(passage):
        return False
    if passage.capital(i + 1):
        return True
    if passage.lower[i + 1] not in ("at", "from", "with", "like", "including", "such"):
        return False
    return any(passage.capital(j) for j in range(i + 2, min(i + 6, len(passage))))


def _cited_before(passage: Passage, first: int) -> bool:
    """“…,” said some analysts; according to analysts."""
    lower = passage.lower
    if first >= 2 and lower[first - 2 : first] == ["according", "to"]:
        return True
    if first < 1 or lower[first - 1] not in SPEECH or passage.gap(first - 1):
        return False
    return first == 1 or passage.gap(first - 2) != ""


def _to_them(passage: Passage, first: int, last: int) -> bool:
    """“To critics, the plan is a gift”: at the beginning of its sentence."""
    to = first - 1
    return to >= 0 and passage.lower[to] == "to" and passage.opens(to) and passage.gap(last) == ","


def _speaks(passage: Passage, i: int, before: str = "") -> bool:
    """Whether a verb of saying or thinking follows the head noun as its verb.

    ``before`` is the word before the noun phrase: after “leads many experts” comes “to suspect”.
    """
    lower, far = passage.lower, False
    for j in range(i + 1, min(i + 1 + FAR, len(passage))):
        gap, word = passage.gap(j - 1), lower[j]
        if gap and not (gap == "," and (word in ASIDES or lower[j - 1] in ASIDES)):
            return False
        if word in SAYS:
            if lower[j - 1] == "to":
                return before in WORDS["leads"] and j == i + 2
            if word.endswith("ing"):
                return (not far and j <= i + 2) or lower[j - 1] in ("are", "were", "been")
            if far and word not in WORDS["says-far"]:
                return False
            return not _is_noun(passage, j)
        if word in WORDS["adverb"] or word.endswith("ly") or word in ASIDES or (word == "who" and not far):
            continue
        if word in WORDS["stance"]:
            return lower[j - 1] in WORDS["adverb"] and not far
        if word in NO_VERB:
            return False
        if not far and word not in LINKS:
            return False
        far = True
    return False


def _is_noun(passage: Passage, j: int) -> bool:
    """Whether the form is a noun here: “experts fear of flying”."""
    return not passage.gap(j) and j + 1 < len(passage) and passage.lower[j + 1] == "of"


def _seen(passage: Passage, by: int) -> bool:
    """Whether a participle of seeing or saying stands before “by”: framed by, widely seen by."""
    for j in range(max(0, by - 3), by):
        word = passage.lower[j]
        if word in WORDS["judged"] or word in WORDS["framed"] or (word in SAYS and word.endswith("ed")):
            return all(not passage.gap(k) for k in range(j, by))
    return False


def _alone(passage: Passage, i: int) -> Found | None:
    """“some”, “others” and “many” that stand for people: they say, or something is seen by them."""
    lower = passage.lower
    if i + 1 < len(passage) and not passage.gap(i) and lower[i + 1] == "of":
        return None
    before = lower[i - 1] if i and not passage.gap(i - 1) else ""
    if before == "by" and _seen(passage, i - 1) and not _has_noun(passage, i):
        return Found("by unnamed group", passage.span(i - 1, i), "")
    if before == "and" and (i < 2 or not passage.gap(i - 2)):
        return None  # “Americans and others”
    if before and before not in BEFORE_ALONE and before not in WORDS["leads"] and before != "to":
        return None
    if before in WORDS["leads"] and lower[i + 1 : i + 2] != ["to"]:
        return None  # “causing some worry”, not “causing some to worry”
    if lower[i] == "others" and _after_a_count(passage, i):
        return None
    if _to_them(passage, i, i) or (before != "to" and _speaks(passage, i, before)):
        return Found("unnamed group says", passage.span(i, i), "")
    return None


def _has_noun(passage: Passage, i: int) -> bool:
    """Whether a noun follows the quantity: “by some estimates” is another thing."""
    if passage.gap(i) or i + 1 >= len(passage):
        return False
    return passage.lower[i + 1] not in NO_NOUN and passage.lower[i + 1] not in WORDS["adverb"]


def _after_a_count(passage: Passage, i: int) -> bool:
    """“Two senators agreed; others …”: a counted group stands before it in the same sentence."""
    return not passage.opens(i) and any(
        word in WORDS["numeral"] for word in passage.lower[max(0, i - 40) : i]
    )
