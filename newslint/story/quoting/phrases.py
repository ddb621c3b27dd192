"""Noun phrases read by word order: who speaks, with and without what is said of them.

Three questions are answered: which phrase begins after a cue, which ends before it (``phrases_before``), and
what is the subject of the clause.
"""

from __future__ import annotations

from typing import NamedTuple

from newslint.story.quoting.function_words import (
    ADVERBS,
    ARTICLES,
    AUXILIARIES,
    BARE_NOUNS,
    DASHES,
    DETERMINERS,
    LEADING,
    NEGATIONS,
    NOUNS_IN_LY,
    OCCASIONS,
    PAST,
    PERSONAL,
    POSTMODIFIERS,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME,
    UNITS,
)
from newslint.story.quoting.rows import Row

FURTHEST = 300  # tokens: no verb is further from its subject
LONGEST = 40  # tokens: no speaker's phrase is longer


class Phrase(NamedTuple):
    """Token numbers: the head noun phrase is ``first`` up to ``head``, all that belongs to it goes up to
    ``last``.
    """

    first: int
    head: int
    last: int


def is_adverb(row: Row, i: int) -> bool:
    low = row.low[i]
    if low in ADVERBS:
        return True
    if not (low.endswith("ly") and len(low) > 4 and low not in NOUNS_IN_LY):
        return False
    return not row.is_name(i) or (i == 0 and len(row) > 1 and not is_verb(row, 1))


def is_verb(row: Row, i: int) -> bool:
    """Whether the token looks like a finite verb where it stands, by its form alone."""
    low = row.low[i]
    if low in AUXILIARIES or low in NEGATIONS:
        return True
    if row.is_name(i) and i > 0:
        return False
    if i > 0 and (row.low[i - 1] in DETERMINERS or row.low[i - 1].endswith(("'s", "s'"))):
        return False
    return low in row.cues.finite or low in PAST


def is_nickname(row: Row, i: int) -> bool:
    """Mira “the Gull” Holt: a few words, without a stop, between two names that are no headline’s."""
    if not (0 < i < len(row) - 1 and row.quote[i] >= 0 and row.is_name(i - 1) and row.is_name(i + 1)):
        return False
    words = row.quoted(i)
    if words.count(" ") > 2 or not words[-2:-1].isalnum() or row.low[i - 1].endswith(("'s", "s'")):
        return False
    return any(len(word) > 3 and word.islower() for word in row.text)


def stands_alone(row: Row, i: int) -> bool:
    """Whether a single word can be a whole noun phrase: a name, a pronoun, a plural; no number, no past of a
    verb.
    """
    low = row.low[i]
    if low in PRONOUNS or low in BARE_NOUNS:
        return True
    if row.is_name(i):
        return i > 0 or not (low in SUBORDINATORS or low.endswith(("'s", "'re", "'ll", "'d", "'m", "'ve")))
    return low.endswith("s") and not low.endswith(("ss", "'s"))


def postmodifies(row: Row, i: int) -> bool:
    """Whether a word describes the noun before it: officials *briefed* on it, a person *familiar* with it."""
    low = row.low
    if not 0 < i < len(row) - 1 or row.is_name(i) or low[i + 1] not in PREPOSITIONS or low[i + 1] == "of":
        return False
    if not (low[i] in POSTMODIFIERS or (low[i].endswith("ed") and low[i] != "hundred")):
        return False
    return row.is_word(i - 1) and low[i - 1] not in DETERMINERS and not is_adverb(row, i - 1)


def begins_apposition(row: Row, i: int) -> bool:
    """Whether what follows a comma says more of the noun phrase before it."""
    if i >= len(row) or row.quote[i] >= 0:
        return False
    low = row.low[i]
    if low in RELATIVES or low[0].isdigit() or low in DETERMINERS:
        return True
    if low in ("and", "or", "but") or low in PREPOSITIONS or low in SUBORDINATORS or low in PERSONAL:
        return low in ("of", "from")
    if is_adverb(row, i) or low in LEADING:
        return low in ("now", "then")
    if row.low[i + 1 : i + 2] == ["by"]:
        return True  # Holt, quoted by the Gazette, said
    return row.is_word(i) and not is_verb(row, i)


def joins(row: Row, k: int) -> bool:
    """Whether “and” joins two noun phrases rather than two clauses."""
    if k == 0 or not row.is_word(k - 1) or row.low[k + 1] in PERSONAL or row.low[k + 1] in AUXILIARIES:
        return False
    if row.is_name(k + 1) == row.is_name(k - 1):
        return True
    for j in range(k - 1, max(-1, k - 8), -1):  # the Florida senator and Republican candidate
        if not row.is_word(j):
            return True
        if is_verb(row, j) or row.low[j] in SUBORDINATORS or row.low[j] in PREPOSITIONS - {"of"}:
            return False
    return k < 8


def phrase_after(row: Row, i: int, *, subject: bool = False) -> Phrase | None:
    """The noun phrase that begins with token ``i``; a ``subject`` ends before its verb."""
    n = len(row)
    if i >= n or not row.is_word(i):
        return None
    low = row.low
    if low[i] in PERSONAL:
        return Phrase(i, i + 1, i + 1)
    j = i
    named = row.is_name(i) and low[i] not in DETERMINERS
    while j < n and j - i < LONGEST:
        word = low[j]
        if row.quote[j] >= 0:
            if j == i or not is_nickname(row, j):
                break
        elif not row.is_word(j):
            if word not in "&/$#@%" and not (
                word == "," and j + 1 < n and low[j + 1].rstrip(".") in ("jr", "sr")
            ):
                break
        elif word in PREPOSITIONS:
            if word != "of" or j == i:
                break
        elif j > i and postmodifies(row, j):
            break
        elif word in ("and", "or"):
            if j + 1 >= n or j == i or not joins(row, j):
                break
        elif (
            word in SUBORDINATORS
            or (word in AUXILIARIES and not row.is_name(j))
            or word in PERSONAL
            or (
                j > i
                and (
                    (word in TIME and low[j - 1] not in ARTICLES)
                    or (
                        is_adverb(row, j) and not low[j - 1].endswith(("'s", "s'"))
                    )  # her mother's first word
                    or (word in DETERMINERS and low[j - 1] not in ("of", "and", "or", "all", "both"))
                )
            )
            or (
                subject
                and j > i
                and not row.is_name(j)
                and (
                    (named and low[j - 1] not in ("of", "and", "or") and _verbal(row, j))
                    or is_verb(row, j)
                    or _takes_object(row, i, j)
                )
            )
        ):
            break
        j += 1
    if j == i or (j == i + 1 and not stands_alone(row, i)):
        return None
    return Phrase(i, j, min(_extent(row, j), n))


def _takes_object(row: Row, first: int, j: int) -> bool:
    """Whether a past form behind a noun has an object: The board *closed* the meeting."""
    low = row.low
    return j > first + 1 and low[j].endswith("ed") and j + 1 < len(row) and low[j + 1] in DETERMINERS


def _verbal(row: Row, j: int) -> bool:
    """After a name, a small word that is no role noun is taken for its verb."""
    low = row.low[j]
    return (low.endswith(("ed", "s")) and not low.endswith(("'s", "s'"))) or is_verb(row, j)


def _extent(row: Row, j: int) -> int:
    """How far prepositional phrases, appositions and relative clauses carry a phrase whose head ends before
    ``j``.
    """
    n = len(row)
    low = row.low
    while j < n:
        word = low[j]
        if word in PREPOSITIONS and j + 1 < n and row.is_word(j + 1):
            if any(low[k] in TIME or low[k] in OCCASIONS for k in range(j + 1, min(j + 5, n))):
                return j
        elif word == "," and begins_apposition(row, j + 1) and not row.low[j + 1].endswith("ing"):
            j += 1
        elif word == "(":
            while j < n and low[j] != ")":
                j += 1
        elif word not in RELATIVES:
            return j
        j += 1
        while (
            j < n
            and row.quote[j] < 0
            and low[j] not in (",", ";", ":", ".", "(", ")", "?", "!")
            and low[j] not in DASHES
        ):
            if low[j] in PREPOSITIONS and any(low[k] in OCCASIONS for k in range(j + 1, min(j + 4, n))):
                return j
            j += 1
    return j


def clause_subject(row: Row, before: int) -> Phrase | None:
    """The subject of the sentence, for a verb at ``before`` that has none of its own (“turned and said”)."""
    i = max(0, before - FURTHEST)
    while i < before:
        word = row.low[i]
        if row.quote[i] >= 0 or not row.is_word(i) or word in LEADING or is_adverb(row, i):
            i += 1
        elif (
            word in PREPOSITIONS
            or word in SUBORDINATORS - RELATIVES
            or (word.endswith("ing") and not (i and row.is_name(i)))
            or word in TIME
            or is_verb(row, i)
        ):
            comma = next((j for j in range(i, before) if row.low[j] == ","), None)
            if comma is None:
                return None
            i = comma + 1
        else:
            phrase = phrase_after(row, i, subject=True)
            if phrase is None or phrase.head > before:
                return None
            if row.low[phrase.head - 1] not in UNITS:
                return phrase
            i = phrase.head  # Hours later, this week: not yet the subject
    return None
