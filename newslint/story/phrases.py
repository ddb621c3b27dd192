"""Noun phrases beside a cue, read by word order: who speaks, with and without what is said of them.

A parse, where the pipeline gives one, can answer the same three questions better: the phrase that ends before a cue,
the phrase that begins after it, and the subject of the clause.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from newslint.language.wordfile import read_sections
from newslint.story.cues import cue_forms
from newslint.story.rows import Row

_LISTS = {n: frozenset(w) for n, w in read_sections(Path(__file__).with_name("function_words.txt")).items()}
PRONOUNS, DETERMINERS, AUXILIARIES = _LISTS["pronouns"], _LISTS["determiners"], _LISTS["auxiliaries"]
NEGATIONS, PREPOSITIONS, SUBORDINATORS = _LISTS["negations"], _LISTS["prepositions"], _LISTS["subordinators"]
ARTICLES, LEADING, TIME, OCCASIONS, ADVERBS = (
    _LISTS["articles"],
    _LISTS["leading"],
    _LISTS["time"],
    _LISTS["occasions"],
    _LISTS["adverbs"],
)
RELATIVES = frozenset({"who", "whose", "which", "whom"})
PERSONAL = frozenset({"he", "she", "they", "i", "we", "it", "you"})
DASHES = frozenset({"—", "–", "-", "--", "---"})
NOUNS_IN_LY = frozenset(
    {"family", "assembly", "reply", "supply", "monopoly", "italy", "july", "rally", "emily"}
)
BARE_NOUNS = frozenset(
    {"police", "people", "management", "counsel", "everyone", "women", "men", "children", "staff", "media"}
)
LONGEST = 40  # tokens: no speaker's phrase is longer


class Phrase(NamedTuple):
    """Token numbers: the head noun phrase is ``first`` up to ``head``, all that belongs to it goes up to ``last``."""

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
    return any(
        cue.form == "past" or (cue.form == "s" and cue.group != "label") for cue in cue_forms().get(low, ())
    )


def stands_alone(row: Row, i: int) -> bool:
    """Whether a single word can be a whole noun phrase: a name, a pronoun, a plural; no number, no past of a verb."""
    low = row.low[i]
    if low in PRONOUNS or low in BARE_NOUNS:
        return True
    if row.is_name(i):
        return i > 0 or not (low in SUBORDINATORS or low.endswith(("'s", "'re", "'ll", "'d", "'m", "'ve")))
    return low.endswith("s") and not low.endswith(("ss", "'s"))


def phrase_before(row: Row, i: int) -> Phrase | None:
    """The noun phrase whose last token is ``i`` (a comma there closes an apposition)."""
    if i < 0 or row.quote[i] >= 0:
        return None
    if row.low[i] == "," or row.low[i] in DASHES:
        return _before_apposition(row, i, row.low[i])
    if row.low[i] in RELATIVES or (
        row.low[i] == "that" and i and row.is_word(i - 1) and not is_verb(row, i - 1)
    ):
        before = i - 1 if i and row.low[i - 1] != "," else i - 2
        antecedent = _plain_before(row, before, -1) if before >= 0 else None
        return Phrase(antecedent.first, antecedent.head, i) if antecedent else None
    return _plain_before(row, i, -1)


def _before_apposition(row: Row, i: int, mark: str) -> Phrase | None:
    stop = i - 1
    while stop >= 0 and i - stop < LONGEST and row.quote[stop] < 0 and row.low[stop] not in (";", ":"):
        stop -= 1
    for comma in range(stop + 2, i):
        if row.low[comma] != mark or not begins_apposition(row, comma + 1):
            continue
        phrase = _plain_before(row, comma - 1, stop)
        if phrase and _can_have_apposition(row, phrase):
            return Phrase(phrase.first, phrase.head, i)
    return None


def _can_have_apposition(row: Row, phrase: Phrase) -> bool:
    """A pronoun, a name, a noun with its determiner; “in detail” or “Earlier Tuesday” is none of these."""
    if row.low[phrase.first] in DETERMINERS or row.low[phrase.first] in PRONOUNS:
        return True
    return any(row.is_name(j) for j in range(phrase.first, min(phrase.head, phrase.first + 4)))


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
    return row.is_word(i) and not is_verb(row, i)


def _plain_before(row: Row, i: int, stop: int) -> Phrase | None:
    """A noun phrase without appositions that ends with token ``i`` and begins after ``stop``."""
    low = row.low
    if low[i] in PERSONAL or (
        low[i] in PRONOUNS
        and (i == 0 or not row.is_word(i - 1) or is_verb(row, i - 1) or low[i - 1] in SUBORDINATORS)
    ):
        return Phrase(i, i + 1, i + 1)
    k = noun = i
    stop = max(stop, i - LONGEST)
    if low[i] == ")":
        while noun > stop and low[noun] != "(":
            noun -= 1
        noun -= 1
        if noun <= stop:
            return None
    while k > stop:
        word = low[k]
        if row.quote[k] >= 0:
            if not (k < i and row.is_name(k + 1) and k > 0 and row.is_name(k - 1)):
                break
        elif word == ")":
            opening = k
            while opening > stop and low[opening] != "(":
                opening -= 1
            if low[opening] != "(":
                break
            k = opening
        elif not row.is_word(k):
            if word not in "&/$#@%" and not (word == "," and _in_list(row, k, i)):
                break
        elif word in RELATIVES:
            if k == 0 or not row.is_word(k - 1) or low[k - 1] in PREPOSITIONS:
                break
        elif word in SUBORDINATORS or (k < i and word in PERSONAL):
            break
        elif word in ("and", "or"):
            if k == i or not _joins(row, k):
                break
        elif word in ARTICLES and _begins_phrase(row, k, stop):
            k -= 1
            break
        elif k < i and is_verb(row, k):
            who = _relative_before(row, k, stop)
            if who is None:
                break
            k = who
        k -= 1
    first = k + 1
    while first <= i and (low[first] in LEADING or low[first] == "," or is_adverb(row, first)):
        first += 1
    if first <= i and (low[first] in PREPOSITIONS or low[first] in TIME):
        first = _after_opening(row, first, i)
    if (
        first > i
        or not row.is_word(noun)
        or low[noun] in ARTICLES | PREPOSITIONS | TIME
        or (noun == first and not stands_alone(row, noun))
    ):
        return None
    head = first + 1
    while head <= i and not (
        low[head] in RELATIVES
        or (low[head] == "," and low[head + 1] in RELATIVES)
        or (low[head] in PREPOSITIONS and low[head] != "of")
        or low[head] == "("
    ):
        head += 1
    return Phrase(first, head, i + 1)


def _begins_phrase(row: Row, k: int, stop: int) -> bool:
    """Whether the noun phrase begins with the article at ``k``: not in “mother of the bride”, “he and the mayor”."""
    before = k - 1
    if before <= stop or not row.is_word(before) or row.is_name(before) or row.low[before] in PREPOSITIONS:
        return False
    if row.low[before] in ("and", "or", "all", "both", "half") or row.low[before] in RELATIVES:
        return False
    return _relative_before(row, k, stop) is None


def _in_list(row: Row, comma: int, i: int) -> bool:
    """Smith, Jones and Brown; Smith, Jr."""
    if row.low[comma + 1].rstrip(".") in ("jr", "sr"):
        return True
    return (
        comma > 0
        and row.is_name(comma - 1)
        and row.is_name(comma + 1)
        and any(row.low[j] in ("and", "or") for j in range(comma + 1, i))
    )


def _joins(row: Row, k: int) -> bool:
    """Whether “and” joins two noun phrases rather than two clauses."""
    if k == 0 or not row.is_word(k - 1) or row.low[k + 1] in PERSONAL:
        return False
    if row.is_name(k + 1) == row.is_name(k - 1):
        return True
    for j in range(k - 1, max(-1, k - 8), -1):  # the Florida senator and Republican candidate
        if not row.is_word(j):
            return True
        if is_verb(row, j) or row.low[j] in SUBORDINATORS or row.low[j] in PREPOSITIONS - {"of"}:
            return False
    return k < 8


def _relative_before(row: Row, k: int, stop: int) -> int | None:
    for j in range(k - 1, max(stop, k - 15), -1):
        if row.low[j] in RELATIVES:
            if j > 0 and row.is_word(j - 1):
                return j
            return j - 1 if j > 1 and row.low[j - 1] == "," else None
        if not row.is_word(j) or row.low[j] in SUBORDINATORS:
            return None
    return None


def _after_opening(row: Row, first: int, i: int) -> int:
    """Where the subject begins in “On Monday the mayor”, “In a statement Smith”; past the end where it does not."""
    start = i
    if row.is_name(i):
        while start > first and row.is_name(start - 1) and row.low[start - 1] not in TIME:
            start -= 1
        return start
    for j in range(i, first, -1):
        if row.low[j] in DETERMINERS and row.low[j - 1] not in PREPOSITIONS:
            return j
    return i + 1


def phrase_after(row: Row, i: int, *, subject: bool = False) -> Phrase | None:
    """The noun phrase that begins with token ``i``; a ``subject`` ends before its verb."""
    n = len(row)
    if i >= n or not row.is_word(i):
        return None
    low = row.low
    if low[i] in PERSONAL:
        return Phrase(i, i + 1, i + 1)
    j = i
    named = row.is_name(i)
    while j < n and j - i < LONGEST:
        word = low[j]
        if row.quote[j] >= 0:
            if not (j > i and row.is_name(j - 1) and j + 1 < n and row.is_name(j + 1)):
                break
        elif not row.is_word(j):
            if word not in "&/$#@%" and not (
                word == "," and j + 1 < n and low[j + 1].rstrip(".") in ("jr", "sr")
            ):
                break
        elif word in PREPOSITIONS:
            if word != "of" or j == i:
                break
        elif word in ("and", "or"):
            if j + 1 >= n or j == i or not _joins(row, j):
                break
        elif (
            word in SUBORDINATORS
            or (word in AUXILIARIES and not row.is_name(j))
            or word in PERSONAL
            or (
                j > i
                and (
                    (word in TIME and low[j - 1] not in ARTICLES)
                    or is_adverb(row, j)
                    or (word in DETERMINERS and low[j - 1] not in ("of", "and", "or", "all", "both"))
                )
            )
            or (
                subject
                and j > i
                and not row.is_name(j)
                and ((named and low[j - 1] not in ("of", "and", "or") and _verbal(row, j)) or is_verb(row, j))
            )
        ):
            break
        j += 1
    if j == i or (j == i + 1 and not stands_alone(row, i)):
        return None
    return Phrase(i, j, min(_extent(row, j), n))


def _verbal(row: Row, j: int) -> bool:
    """After a name, a small word that is no role noun is taken for its verb."""
    return row.low[j].endswith(("ed", "es", "s")) or is_verb(row, j)


def _extent(row: Row, j: int) -> int:
    """How far prepositional phrases, appositions and relative clauses carry a phrase whose head ends before ``j``."""
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
    i = 0
    while i < before:
        word = row.low[i]
        if row.quote[i] >= 0 or not row.is_word(i) or word in LEADING or is_adverb(row, i):
            i += 1
        elif (
            word in PREPOSITIONS
            or word in SUBORDINATORS - RELATIVES
            or word.endswith("ing")
            or word in TIME
            or is_verb(row, i)
        ):
            comma = next((j for j in range(i, before) if row.low[j] == ","), None)
            if comma is None:
                return None
            i = comma + 1
        else:
            phrase = phrase_after(row, i, subject=True)
            return phrase if phrase and phrase.head <= before else None
    return None
