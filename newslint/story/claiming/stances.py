"""Groups without a name made to want, fear or feel: “Republicans oppose the bill”, “many voters are wary”."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Literal

from newslint.story.claiming.groups import ALONE, GROUPS, beginning, named_after
from newslint.story.claiming.text import SAYS, WORDS, Found, Passage, forms
from newslint.story.sourcing.words import PLURALS as IRREGULAR
from newslint.story.sourcing.words import WORDS as SOURCES
from newslint.story.sourcing.words import singular

if TYPE_CHECKING:
    from newslint.story.claims import ClaimKind

PEOPLE = SOURCES["role"] | SOURCES["insider"] | SOURCES["public"] | SOURCES["witness"]
PLURALS = (
    GROUPS
    | SOURCES["name-group"]
    | WORDS["bodies"]
    | {plural for plural, noun in IRREGULAR.items() if noun in PEOPLE}
    | {
        form
        for noun in PEOPLE
        for form in (noun + "s", noun + "es", noun[:-1] + "ies", noun[:-2] + "en")
        if singular(form) == (noun, True)
    }
)
PEOPLES = SOURCES["name-group"] | WORDS["party"]
STANDS = frozenset(form for verb in WORDS["stands"] for form in forms(verb)[:2]) | WORDS["stands-irregular"]
STANDING = frozenset(forms(verb)[2] for verb in WORDS["stands"]) | WORDS["standing"]
MOVES = frozenset(form for verb in WORDS["moves"] for form in (*forms(verb)[:2], verb + "s"))
SAYS_FINITE = frozenset(form for form in SAYS if not form.endswith("ing"))
SAYING = SAYS - SAYS_FINITE
BE = WORDS["seem"]
HAVE = frozenset({"have", "had", "will", "would", "may", "might", "do", "don't", "did"})
MAY = frozenset({"may", "might", "could", "would", "will", "should", "can", "tend", "to"})
ON_THE_WAY = (WORDS["adverb"] - BE) | WORDS["stand-adverb"]
ASIDES = frozenset(
    {"however", "meanwhile", "too", "though", "for", "instance", "example", "historically", "in"}
    | {"particular", "instead", "also"}
)
OPENS = frozenset(
    {"but", "and", "as", "while", "because", "although", "though", "that", "since", "whereas", "so", "yet"}
    | {"what", "which", "whom", "who", "than", "even", "when", "where", "now", "then"}
)
LINKS = frozenset(
    {"of", "in", "at", "across", "on", "within", "inside", "outside", "around", "along", "here"}
)
ABSOLUTE = frozenset({"with", "had", "has", "left", "leaving", "leaves"})  # “had tenants wondering”
POSSESSIVE = frozenset({"his", "her", "their", "its", "whose"})
# past forms that “to” or “by” may follow and that are no passives
ACTIVE = frozenset(
    form for verb in ("object", "agree", "pledge", "vow", "demand", "refuse", "yield") for form in forms(verb)
)
FAR = 7  # words between a group and its verb
PHRASE = 6  # words of a phrase that goes on after the head noun: “in both parties”
CLAUSE = 10  # words of a relative clause after it: “who favour a ban”

How = Literal["says", "stands", "may", "felt", "moved", ""]


def find_stances(passage: Passage) -> Iterator[Found]:
    """Every group without a name, in the plural, that is said to think, want, back or feel something.

    What news copy rightly leaves unnamed (a party's stand, what officials say, what voters may do) is told
    apart as ``whole group speaks``.
    """
    for i, word in enumerate(passage.lower):
        if not is_group(word) or (passage.capital(i) and word not in PEOPLES):
            continue
        first, some = _beginning(passage, i)
        if first is None or named_after(passage, i) or _known(passage, first):
            continue
        some = some or (word in WORDS["group"] and word not in WORDS["shy"])
        how = _felt_by(passage, first, some)
        if not how and first and passage.lower[first - 1] in ABSOLUTE and not passage.gap(first - 1):
            how = _stands(passage, i, be=True)
        elif not how and _subject(passage, first, i, some):
            how = _stands(passage, i)
        if how:
            noun = singular(word)[0]
            yield Found(_kind(how, noun, some), passage.span(first, i), noun)


def is_group(word: str) -> bool:
    """Whether the word is a plural: people who could be asked one by one, or bodies that take sides."""
    return word in PLURALS or ("-" in word and word.rpartition("-")[2] in PLURALS)


def _kind(how: How, noun: str, some: bool) -> ClaimKind:
    if noun in WORDS["rightly-unnamed"] or how in ("may", "felt") or (how != "says" and not some):
        return "whole group speaks"
    return "unnamed plural says" if how == "says" else "unnamed group feels"


def _beginning(passage: Passage, i: int) -> tuple[int | None, bool]:
    """As ``groups.beginning``, and “some of his supporters”, “a rule voters like”."""
    lower = passage.lower
    if lower[i] in ALONE:
        return (i, True) if _stands_alone(passage, i) else (None, False)
    first, some = beginning(passage, i)
    if first is not None:
        return (i if not some and not {"a", "an"}.isdisjoint(lower[first:i]) else first), some
    for j in range(i - 1, max(1, i - 4), -1):
        if passage.gap(j):
            break
        if lower[j] in POSSESSIVE and lower[j - 1] == "of" and lower[j - 2] in WORDS["many"]:
            return j - 2, True
    return None, False


def _stands_alone(passage: Passage, i: int) -> bool:
    """Whether “some” or “many” stands for people here: “some fear”, not “some credit”."""
    if i + 1 >= len(passage) or passage.gap(i):
        return True
    after = passage.lower[i + 1]
    opening = passage.opens(i) or passage.gap(i - 1) or passage.lower[i - 1] in OPENS
    if after == "of" or not (opening or after in WORDS["says-far"] or after in BE or after in HAVE):
        return False  # “gave him some praise”
    verb = after in STANDS or after in SAYS or after in BE or after in ON_THE_WAY
    return verb or after in LINKS or after == "who" or after.endswith("ly")


def _known(passage: Passage, first: int) -> bool:
    """“Ms. Roe and other critics”, “the most ardent fans”: what stands before them makes them known."""
    if first == 0:
        return False
    before, word = passage.lower[first - 1], passage.lower[first]
    if word in ALONE and not passage.gap(first - 1) and before in WORDS["numeral"]:
        return True  # “two others”
    if word == "other":
        return before in ("and", "or")
    return word == "most" and not passage.gap(first - 1) and passage.counted_or_owned(first - 1)


def _subject(passage: Passage, first: int, last: int, some: bool) -> bool:
    """Whether the noun phrase opens its clause, as a subject does: not “if voters”, nor “reviewing users”."""
    if any(word.endswith("ing") or word == "whom" for word in passage.lower[first:last]):
        return passage.opens(first) and last - first > 1  # “Voting rights groups”
    if passage.opens(first) or passage.gap(first - 1) not in ("", "'", "’"):
        return True
    if passage.gap(first - 1):
        return False  # “Mr. Bright’ aides”
    before = passage.lower[first - 1]
    if some and before not in WORDS["left-stop"] and not before.endswith("ing"):
        return True
    return before in OPENS and (before != "and" or first < 2 or passage.gap(first - 2) != "")


def _stands(passage: Passage, head: int, be: bool = False) -> How:
    """Whether a verb or an adjective of stance follows the group as its predicate.

    ``be`` is true where the adjective needs no verb: “with tenants wary of the plan”.
    """
    lower = passage.lower
    start = _past_phrase(passage, head)
    for j in range(start, min(start + FAR, len(passage))):
        gap, word = passage.gap(j - 1), lower[j]
        if gap and not (gap == "," and (word in ASIDES or lower[j - 1] in ASIDES)):
            return ""
        if be and (word in STANDING or word in SAYING or word in WORDS["stance"] or word in WORDS["feels"]):
            return "stands"
        if not be and (word in STANDS or word in SAYS_FINITE):
            if (
                j == start
                and word.endswith("ed")
                and word not in ACTIVE
                and _goes_on(passage, j, ("by", "to"))
            ):
                return ""
            if not MAY.isdisjoint(lower[start:j]):
                return "may"
            return "says" if word in SAYS else "stands"
        if not be and word in WORDS["voices"] and _goes_on(passage, j, WORDS["voiced-what"], 3):
            return "stands"
        if word in BE:
            be = True
        elif word not in ON_THE_WAY and word not in ASIDES and not word.endswith("ly"):
            return ""
    return ""


def _goes_on(passage: Passage, j: int, words: frozenset[str] | tuple[str, ...], far: int = 1) -> bool:
    """Whether one of the words follows at once, or among the next ``far``."""
    for k in range(j + 1, min(j + 1 + far, len(passage))):
        if passage.gap(k - 1):
            return False
        if passage.lower[k] in words:
            return True
    return False


def _past_phrase(passage: Passage, head: int) -> int:
    """Where the verb may stand: after the head noun, or after “in both parties”, “who favour a ban”."""
    lower = passage.lower
    if passage.gap(head) or head + 1 >= len(passage):
        return head + 1
    if lower[head + 1] == "who":
        verbs, begin, far = WORDS["says-far"] | BE, head + 3, CLAUSE
    elif lower[head + 1] in LINKS:
        verbs, begin, far = WORDS["says-far"] | BE | STANDS | HAVE, head + 2, PHRASE
    else:
        return head + 1
    for j in range(begin, min(begin + far, len(passage))):
        if passage.gap(j - 1):
            break
        if lower[j] in verbs:
            return j
    return head + 1


def _felt_by(passage: Passage, first: int, some: bool) -> How:
    """“worried some Republicans”, “concern among party leaders”, “favored by Republicans”."""
    lower = passage.lower
    if first == 0 or passage.gap(first - 1):
        return ""
    before = lower[first - 1]
    if before in MOVES and first > 1 and lower[first - 2] not in ("are", "were", "been", "is", "was", "be"):
        return "moved"
    for j in range(first - 2, max(-1, first - 5), -1):
        if passage.gap(j):
            break
        word = lower[j]
        if some and before in ("among", "from") and word in WORDS["felt"]:
            return "felt"
        backed = (
            word in WORDS["judged"] or word in WORDS["framed"] or (word in STANDS and word.endswith("ed"))
        )
        if before == "by" and backed:
            return "felt"
    return ""
