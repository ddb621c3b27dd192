"""What kind of source a noun phrase names, by its words and their order alone."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from newslint.late import late
from newslint.story.sourcing.anonymity import ANONYMITY
from newslint.story.sourcing.proper import inside_name, read_name
from newslint.story.sourcing.words import PEOPLE, WORDS, bare, singular

if TYPE_CHECKING:
    from newslint.story.sources import Kind

TOKEN = re.compile(r"[^\W_][\w.&/’'-]*[^\W_]\.?|[^\W_]\.?|,|\(|\)|—|–|;|:")
PUNCTUATION = frozenset(",()—–;:")
ARTICLES = WORDS["indefinite"] | WORDS["definite"]
NEW_ONES = frozenset({"another", "other", "second", "third"})
SHARES = frozenset(
    {"two-thirds", "three-quarters", "percent", "half", "majority", "minority", "plurality", "most"}
)
ALONE = WORDS["many"] | ARTICLES
KNOWS = re.compile(
    r"\b(?:familiar with|close to|briefed (?:on|about|by)|with (?:\w+ )?knowledge (?:of|about)|privy to"
    r"|aware of|involved (?:in|with)|(?:with|had) access to|in a position to know)\b"
)
WHO_DOES = late(
    r"\swho\s(?!spoke|speaks?|asked|requested|declined|insisted|wanted|did|does|refused"
    r"|(?:is|was|were|are) not|\w+n[’'])[\w\s’'-]{3,60}?(?=[,.;”\"(]|\s(?:and|but|said|says|told)\b|$)"
)
FURTHER = late(r"[,(;—–]|\s(?:who|whom|whose|which|said|says|speaking|spoke)\b")


class Reading(NamedTuple):
    """How a noun phrase reads.

    ``head`` is its head noun in the singular, lowered (of a proper name, its last word); ``name`` the
    proper name in it, without title, or None; ``descriptor`` as in Source. ``plural`` and ``definite`` (“the
    official”) as the words are; ``fresh`` where they say that it is somebody new (“another official”).
    """

    kind: Kind
    head: str
    name: str | None = None
    descriptor: str | None = None
    plural: bool = False
    definite: bool = False
    fresh: bool = False


@lru_cache(maxsize=1024)  # a draft's speakers come back, and so do its pronouns
def read_phrase(speaker: str, phrase: str = "", anonymous: bool = False) -> Reading:
    """Reads the noun phrase of a source.

    Args:
        speaker: the mention, up to its head noun and of-phrases (“a senior official”).
        phrase: the whole noun phrase, with what follows (“a senior official, who asked not to be named”).
        anonymous: whether the draft says elsewhere that this source would not be named.
    """
    words = TOKEN.findall(speaker.rstrip(".,;:!? "))
    phrase = " ".join((phrase or speaker).split())
    lowered = [word.lower().replace("’", "'") for word in words]
    while len(words) > 1 and lowered[0] in WORDS["opener"]:
        words, lowered = words[1:], lowered[1:]
    if words and lowered[0] == "those" and KNOWS.search(phrase):  # “those close to the mayor”
        told = FURTHER.split(phrase[phrase.lower().find("those") + 5 :], maxsplit=1)[0].strip()
        return Reading("anonymous", "person", None, told, plural=True)
    if not words or _is_pronoun(lowered):
        return Reading("pronoun", lowered[0] if words else "")
    start, many = _behind_quantity(lowered)
    end = _end_of_head(words, lowered, start)
    head_words, head_lowered = words[start:end], lowered[start:end]
    if len(head_words) == 1 and head_lowered[0] in ALONE:
        return Reading(
            "pronoun" if head_lowered[0] in ARTICLES else "collective", head_lowered[0], plural=True
        )
    if _is_no_speaker(lowered, words, end):
        return Reading("pronoun", "")
    proper = read_name(head_words, head_lowered, words)
    if proper is None:
        anonymous = anonymous or ANONYMITY.search(phrase) is not None
        return _read_common(head_words, head_lowered, lowered[:start], phrase, many, anonymous)
    if proper.kind == "group":
        return Reading("collective", proper.name[-1], plural=True)
    if proper.kind == "document":
        return Reading("document", proper.name[-1], definite=head_lowered[0] == "the")
    return Reading(proper.kind, bare(proper.name[-1]), name=" ".join(proper.name))


def _is_pronoun(lowered: list[str]) -> bool:
    if lowered[0] not in WORDS["pronoun"]:
        return False
    return len(lowered) == 1 or lowered[-1] in ("both", "all", "themselves", "himself", "herself", "too")


def _is_no_speaker(lowered: list[str], words: list[str], end: int) -> bool:
    """Sources of income, the source of the leak: nobody who speaks; “a source of the ministry” does."""
    if lowered[end - 1] not in ("source", "sources") or lowered[end : end + 1] != ["of"]:
        return False
    of = next((word for word in words[end + 1 :] if word.lower() not in ARTICLES), "")
    return not (of[:1].isupper() or singular(bare(of))[0] in PEOPLE | WORDS["body"])


def _behind_quantity(lowered: list[str]) -> tuple[int, bool | None]:
    """Where the noun phrase proper begins behind “dozens of”, “one of his”; and whether it speaks as many."""
    for i in range(min(4, len(lowered) - 2)):
        if lowered[i + 1] == "of" and lowered[i] in WORDS["of-many"]:
            return i + 2, lowered[i] not in ("one", "each", "any", "none")
    return 0, None


def _end_of_head(words: list[str], lowered: list[str], start: int) -> int:
    """Index behind the head noun: the first word that begins what follows it."""
    for i in range(start + 1, len(words)):
        if lowered[i] in PUNCTUATION:
            return i
        if lowered[i] in WORDS["after-head"] and not inside_name(words, lowered, i):
            if i == start + 1 and lowered[start] in ARTICLES and i + 1 < len(words):
                continue  # “an inside source”
            joined = {*lowered[i - 1 : i], *lowered[i + 1 : i + 2]}
            if lowered[i] == "and" and len(joined) == 2 and joined <= WORDS["institutional"]:
                continue  # “federal and state officials”
            return i
    return len(words)


def _read_common(
    words: list[str], lowered: list[str], quantity: list[str], phrase: str, many: bool | None, anonymous: bool
) -> Reading:
    head, plural = singular(bare(words[-1]))
    if "-" in head and head not in PEOPLE:
        head = head.rsplit("-", 1)[1]
    plural = plural and many is not False
    first = lowered[0]
    counted = (
        first in WORDS["many"] or bool(quantity) or (first == "the" and lowered[1:2] in (["two"], ["three"]))
    )
    indefinite = first in WORDS["indefinite"] or (not plural and quantity[:1] == ["one"])
    of_body = plural and first == "its"  # its officials speak for whatever it is
    possessed = first in WORDS["possessive"] or any(word.endswith(("'s", "s'")) for word in lowered[:-1])
    definite = not indefinite and not counted and (first in WORDS["definite"] or possessed)
    knows = KNOWS.search(phrase) is not None
    person = head in PEOPLE or head in WORDS["spokesperson"] or _ends_like_a_person(head)
    if (anonymous and person) or (knows and head in WORDS["insider"] | {"person"}):
        kind: Kind = "anonymous"
    elif head in WORDS["insider"] and (of_body or not SHARES.isdisjoint(quantity)):
        kind = "collective"  # “two-thirds of insiders”: a poll
    elif head in WORDS["insider"]:
        kind = _insider(head, words, plural, counted, definite, possessed)
    elif head in WORDS["role"] or (person and head not in PEOPLE | WORDS["spokesperson"]):
        kind = "collective" if plural or counted else "anonymous" if indefinite else "named"
    elif head in WORDS["public"]:
        kind = "collective" if plural or counted else "named" if definite else "witness"
    else:
        kind = _thing(head, plural)
    descriptor = _descriptor(words, lowered, phrase, head) if kind == "anonymous" else None
    fresh = not NEW_ONES.isdisjoint(lowered[:2])
    return Reading(kind, head, None, descriptor, plural, definite, fresh)


def _insider(
    head: str, words: list[str], plural: bool, counted: bool, definite: bool, possessed: bool
) -> Kind:
    if plural and "-in-" in words[0]:
        return "collective"
    if plural and not counted and not possessed and head in WORDS["bodied"] and _of_a_body(words[:-1]):
        return "collective"
    if definite and not plural and (possessed or head not in WORDS["nameless"]):
        return "named"  # somebody’s adviser: the draft tells whose, and as a rule who
    return "anonymous"


def _of_a_body(modifiers: list[str]) -> bool:
    """Whether “city officials” or “Navy officials” speak for their body, and not “senior Navy officials”."""
    own = [word for word in modifiers if word.lower() not in ARTICLES]
    return bool(own) and all(
        word == "and"
        or word.lower() in WORDS["institutional"]
        or (word[0].isupper() and word.lower() not in WORDS["rank"])
        for word in own
    )


def _thing(head: str, plural: bool) -> Kind:
    if head in WORDS["crowd"]:
        return "collective"
    if head in WORDS["spokesperson"]:
        return "spokesperson"
    if head in WORDS["document"]:
        return "document"
    if head in WORDS["witness"]:
        return "witness"
    if head in WORDS["body"] or head in WORDS["office"] or not plural:
        return "organisation"
    return "collective"


def _ends_like_a_person(noun: str) -> bool:
    """Whether a noun we do not know has an ending that occupations have."""
    return noun.endswith(("ist", "ian", "man", "woman", "eer", "person"))


def _descriptor(words: list[str], lowered: list[str], phrase: str, head: str) -> str | None:
    """What the phrase tells of the source: its words without the article, None where that is a bare noun."""
    begin = 0
    while begin < len(words) - 1 and (lowered[begin] in ARTICLES or lowered[begin] in WORDS["many"]):
        begin += 1
    own, rest = _found(words[begin:], phrase)
    told = FURTHER.split(rest, maxsplit=1)[0].rstrip()
    if ANONYMITY.search(told):
        told = ""
    if not told and head in WORDS["bare"]:
        clause = WHO_DOES.match(rest)
        told = clause.group().rstrip() if clause else ""
    if len(words) - begin == 1 and not told and head in WORDS["bare"]:
        return None
    return own + told


def _found(words: list[str], phrase: str) -> tuple[str, str]:
    """The words as the phrase spells them, and what follows them there."""
    start = end = phrase.find(words[0])
    for word in words:
        end = phrase.find(word, end) + len(word)
    return phrase[start:end], phrase[end:]
