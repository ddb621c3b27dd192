"""The noun phrase that ends right before a cue: Joan Ferris, the chair, *said*."""

from __future__ import annotations

from newslint.story.quoting.function_words import (
    ARTICLES,
    BE,
    DASHES,
    DETERMINERS,
    LEADING,
    MODALS,
    NEGATIONS,
    PAST,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    SUBORDINATORS,
    TIME,
)
from newslint.story.quoting.phrases import (
    LONGEST,
    Phrase,
    begins_apposition,
    is_adverb,
    is_nickname,
    is_verb,
    joins,
    postmodifies,
    stands_alone,
)
from newslint.story.quoting.rows import Row

WHEN = frozenset({"after", "before", "since", "until"})
TAKES_VERB = MODALS | NEGATIONS | {"to", "has", "have", "had", "having", "'ve", "been"}
NEVER_HEADS = ARTICLES | PREPOSITIONS | TIME


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


def described_before(row: Row, i: int) -> Phrase | None:
    """The noun phrase with a relative clause of any make that ends with token ``i``: an aide *who left as
    the hall was cold*."""
    for j in range(i, max(0, i - LONGEST), -1):
        if row.quote[j] >= 0 or not (row.is_word(j) or row.low[j] == "'"):
            return None
        if row.low[j] == "who":
            antecedent = _plain_before(row, j - 1, -1)
            return antecedent and Phrase(antecedent.first, antecedent.head, i + 1)
    return None


def _before_apposition(row: Row, i: int, mark: str) -> Phrase | None:
    stop = i - 1
    while stop >= 0 and i - stop < LONGEST and row.quote[stop] < 0 and row.low[stop] not in (";", ":"):
        stop -= 1
    opened = _opens_otherwise(row, stop + 1)
    doubtful = None
    for comma in range(stop + 2, i):
        if row.low[comma] != mark:
            continue
        if not (begins_apposition(row, comma + 1) or row.low[comma + 1] in PREPOSITIONS):
            continue
        phrase = _plain_before(row, comma - 1, stop)
        if phrase and _can_have_apposition(row, phrase):
            found = Phrase(phrase.first, phrase.head, i)
            if not (opened and row.is_name(comma + 1)):
                return found
            doubtful = doubtful or found  # “In Deal, Holt, 45, said”: the opening ends here, and she begins
    return doubtful


def _opens_otherwise(row: Row, start: int) -> bool:
    """Whether the clause begins with something other than its subject: In Deal, … Speaking at noon, …"""
    if start >= len(row) or not row.is_word(start):
        return False
    word = row.low[start]
    return word in PREPOSITIONS or word in SUBORDINATORS or not _may_be_subject(row, start)


def _can_have_apposition(row: Row, phrase: Phrase) -> bool:
    """A pronoun, a name, a noun with its determiner; “in detail” or “Earlier Tuesday” is none of these."""
    if row.low[phrase.first] in DETERMINERS or row.low[phrase.first] in PRONOUNS:
        return True
    return any(row.is_name(j) for j in range(phrase.first, min(phrase.head, phrase.first + 4)))


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
            if k == i or not is_nickname(row, k):
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
        elif word in SUBORDINATORS or (k < i and (word in PERSONAL or word in WHEN)):
            break
        elif word in ("and", "or"):
            if k == i or not joins(row, k):
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
    first = _behind_verb(row, first, i)
    if first <= i and (low[first] in PREPOSITIONS or low[first] in TIME):
        first = _after_opening(row, first, i)
    if (
        first > i
        or not row.is_word(noun)
        or low[noun] in NEVER_HEADS
        or (noun == first and not stands_alone(row, noun))
    ):
        return None
    if not _may_be_subject(row, first):
        return None
    head = first + 1
    while head <= i and not (
        low[head] in RELATIVES
        or (low[head] == "," and low[head + 1] in RELATIVES)
        or (low[head] in PREPOSITIONS and low[head] != "of")
        or low[head] == "("
        or postmodifies(row, head)
    ):
        head += 1
    return Phrase(first, head, i + 1)


def _behind_verb(row: Row, first: int, i: int) -> int:
    """Where a noun phrase begins that a verb or its participle seems to open: it *came from* a young child,
    she was *outpacing* Holt.
    """
    low = row.low
    if first == 0 or first > i or row.is_name(first) or low[first] in DETERMINERS:
        return first
    if not (low[first - 1] in PERSONAL or low[first - 1] in BE or low[first - 1] in PAST):
        return first
    for j in range(first + 1, i + 1):
        if low[j - 1] in PREPOSITIONS or low[j] in DETERMINERS or row.is_name(j):
            return j
    return first


def _may_be_subject(row: Row, first: int) -> bool:
    """Whether a noun phrase begins here, and not a verb with its object: will *hold banners*, *backing Holt*,
    *Alarmed* by the noise.
    """
    low = row.low
    word, follows = low[first], low[first + 1] if first + 1 < len(row) else ""
    if word == "there":
        return False
    if row.is_name(first) and not (first == 0 or row.quote[first - 1] >= 0):
        return True
    if word.endswith(("ing", "ed")) and low[first - 1 : first] != ["the"]:
        if follows in PREPOSITIONS or follows in DETERMINERS or follows in PERSONAL or follows[:1].isdigit():
            return False
        if (
            word.endswith("ing")
            and not row.is_name(first)
            and first + 1 < len(row)
            and row.is_name(first + 1)
        ):
            return False
    if row.is_name(first) or word in DETERMINERS or word in PRONOUNS or first == 0:
        return True
    before = first - 1
    while before > 0 and is_adverb(row, before):
        before -= 1
    return low[before] not in TAKES_VERB


def _begins_phrase(row: Row, k: int, stop: int) -> bool:
    """Whether the noun phrase begins with the article at ``k``: not in “mother of the bride”, “he and the
    mayor”.
    """
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
    """Where the subject begins in “On Monday the mayor”, “In a statement Smith”; past the end where it does
    not.
    """
    start = i
    if row.is_name(i):
        while start > first and row.is_name(start - 1) and row.low[start - 1] not in TIME:
            start -= 1
        return start
    for j in range(i, first, -1):
        if row.low[j] in DETERMINERS and row.low[j - 1] not in PREPOSITIONS:
            return j
    return i + 1
