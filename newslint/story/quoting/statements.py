"""Whether a form of a cue verb is a verb of saying where it stands, and whether a statement goes with it."""

from __future__ import annotations

from newslint.story.quoting.cues import Cue
from newslint.story.quoting.function_words import (
    AUXILIARIES,
    DETERMINERS,
    LOOSE,
    NOUNS_TOO,
    NUMBERS,
    OWNING_UP,
    PERSONAL,
    PREPOSITIONS,
    PRONOUNS,
    QUANTIFIERS,
    RELATIVES,
    SUBORDINATORS,
    TIME,
    UNITS,
)
from newslint.story.quoting.phrases import Phrase, begins_apposition, is_adverb, is_verb, phrase_after
from newslint.story.quoting.rows import Row

SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
BEFORE_NOUNS = DETERMINERS - PRONOUNS - NUMBERS
CONTRACTED = frozenset({"it", "that", "there", "this", "you"})
# What may stand between a cue and “that”: in a letter, after a meeting, before the vote.
CIRCUMSTANCES = frozenset({"in", "on", "during", "at", "to", "after", "before", "through", "via"})
ABOUT_WORDS = frozenset({"that", "which", "what"})
CIRCUMSTANTIAL = 12  # tokens
FURTHEST = 25  # tokens: no subject is longer


def is_noun(row: Row, m: int, cue: Cue) -> bool:
    """Whether the form is no cue but a noun: his claims, Smith’s report, many calls, a plan that calls for
    more.
    """
    word = row.low[m]
    if word == "that":
        return cue.group in ("label", "clause")
    if word in BEFORE_NOUNS or word.endswith("'s"):
        return True
    if cue.form == "past":
        return word.endswith("s'")
    return word in PREPOSITIONS or (
        word in QUANTIFIERS and cue.lemma not in ("say", "argue", "believe", "think")
    )


def may_be_noun(row: Row, cue: Cue, speaker: Phrase) -> bool:
    """“The issues of the states that …”: a plural noun where its verb would look the same. Names and
    pronouns have verbs behind them; so have short noun phrases in the singular (“the report states”).
    """
    if cue.form != "s" or cue.lemma not in NOUNS_TOO or row.is_name(speaker.head - 1):
        return False
    if row.low[speaker.first] in PERSONAL:
        return False
    return row.low[speaker.first] not in ("a", "an", "the", "this") or speaker.head - speaker.first > 3


def gives_name(row: Row, speaker: Phrase) -> bool:
    """“A book called “…””: the participle gives it its name; “what he called “…”” is somebody’s word."""
    return (
        row.low[speaker.first] not in PERSONAL
        and "what" not in row.low[max(0, speaker.first - 3) : speaker.first]
    )


def is_plural(row: Row, speaker: Phrase) -> bool:
    word = row.low[speaker.head - 1]
    if word in NUMBERS:
        return True
    head = row.low[speaker.first]
    return (
        head in ("i", "we", "they", "you", "those", "these")
        or word
        in (
            "people",
            "police",
            "some",
            "many",
            "others",
            "most",
            "few",
            "both",
            "men",
            "women",
            "those",
            "media",
        )
        or word.endswith("s")
        or any(row.low[j] in ("and", "of") for j in range(speaker.first, speaker.head))
        or "who" in row.low[speaker.head : speaker.last]
    )


def has_clause(row: Row, last: int, cue: Cue) -> bool:
    """Whether what follows the cue is a statement in the writer's own words."""
    n = len(row)
    if last >= n:
        return cue.lemma == "say"
    low = row.low
    j = last
    if cue.group == "hearer" or cue.lemma in ("ask", "advise", "urge"):
        hearer = phrase_after(row, j)
        j = hearer.head if hearer else j
    while j < n and (low[j] in TIME or low[j] in UNITS or is_adverb(row, j)):
        j += 1
    if j < n and low[j] in CIRCUMSTANCES and says_that(row, j + 1):
        return True
    if j >= n or row.quote[j] >= 0 or cue.group == "label":
        return False
    if cue.lemma == "tell" and j > last:
        return row.is_word(j) and low[j] not in ("to", "about", "in", "on", "at", "of", "and", "but", "as")
    if low[j] == "that":
        return True
    if cue.lemma == "say":
        return low[j] not in ("so", "nothing", "yes", "no", "goodbye", "hello")
    if low[j] in ("how", "why", "whether", "if", "what", "there"):
        return True
    if cue.lemma in OWNING_UP and "".join(low[j + (low[j] == "to") :][:1]).endswith("ing"):
        return True
    if cue.group == "speech" and cue.lemma not in LOOSE and has_own_verb(row, j):
        return True
    return has_verb_ahead(row, j)


def says_that(row: Row, start: int) -> bool:
    """Whether a statement follows behind time and place: said *in a letter on Monday* that it was; *on Monday
    night* they left.
    """
    low = row.low
    for k in range(start, min(start + CIRCUMSTANTIAL, len(row) - 1)):
        if row.quote[k] >= 0 or low[k] in (";", ":"):
            return False
        if low[k] == "that" and low[k - 1] != "so":
            return not (low[k + 1] in AUXILIARIES or low[k + 1].endswith("ed"))  # a letter that was lost
        if low[k] in SUBJECTS and (low[k - 1] in TIME or low[k - 1] in UNITS):
            return True
    return False


def has_verb_ahead(row: Row, j: int) -> bool:
    """Whether the noun phrase that begins at token ``j`` is the subject of a finite verb further on.

    A verb in a clause of its own says nothing: the prize *that was* hers, the prize *she had* won.
    """
    low = row.low
    if not (low[j] in PERSONAL or low[j] in DETERMINERS or row.is_name(j)):
        return False
    k = j + 1
    while k < min(j + FURTHEST, len(row)):
        if row.quote[k] >= 0 or low[k] in SUBORDINATORS or low[k] in SUBJECTS or low[k] == "but":
            return False
        if low[k] in ("and", "or") and k + 1 < len(row) and is_verb(row, k + 1):
            return False
        if low[k] in AUXILIARIES or low[k].endswith("n't"):
            return low[k - 1] != "to"
        if low[k] == ",":
            k = behind_apposition(row, k)
            if k < 0:
                return False
        elif not (row.is_word(k) or low[k] in "$%'"):
            return False
        k += 1
    return False


def behind_apposition(row: Row, comma: int) -> int:
    """The comma that closes what another comma opens, -1 where that is no apposition."""
    if not begins_apposition(row, comma + 1):
        return -1
    for k in range(comma + 2, min(comma + FURTHEST, len(row))):
        if row.low[k] == ",":
            return k
        if row.quote[k] >= 0 or not row.is_word(k):
            return -1
    return -1


def has_own_verb(row: Row, j: int) -> bool:
    """Whether a subject with its verb begins here: Holt conceded *the quay needs* work, not *the point*."""
    low = row.low
    pronoun, mark, _ = low[j].partition("'")
    if pronoun in SUBJECTS or (mark and pronoun in CONTRACTED):  # they, they're, it's
        return True
    subject = phrase_after(row, j, subject=True)
    if subject is None or subject.head >= len(row):
        return False
    verb = subject.head
    if low[verb] in PREPOSITIONS and verb + 1 < len(row):  # the head of the board resigned; “of” stays inside
        inner = phrase_after(row, verb + 1, subject=True)
        if inner is None or inner.head >= len(row):
            return False
        verb = inner.head
    if low[verb] in AUXILIARIES or low[verb].endswith("n't"):
        return True
    if low[verb] in DETERMINERS or low[verb] in PERSONAL:
        # what ends the noun phrase is a verb with its object: the change *reflects* the
        return verb - 1 > j and low[verb - 1].endswith(("s", "ed")) and row.is_word(verb - 1)
    return (
        row.is_word(verb)
        and not row.is_name(verb)
        and (is_verb(row, verb) or (row.is_name(j) and low[verb].endswith(("s", "ed"))))
    )


def is_what_was_said(row: Row, speaker: Phrase, last: int) -> bool:
    """Whether the cue stands inside a clause about what was said: a plan *that* Holt conceded *was* old.

    “The crews *who* conceded were” is none: there they are the subject.
    """
    if last >= len(row) or row.low[last] not in AUXILIARIES or goes_on(row, speaker):
        return False
    before = speaker.first - 1
    return before >= 0 and row.low[before] in ABOUT_WORDS


def goes_on(row: Row, speaker: Phrase) -> bool:
    """Whether a relative clause says more of the speaker: the crews *who*."""
    return speaker.last < len(row) and row.low[speaker.last] in RELATIVES


def trails_statement(row: Row, speaker: Phrase, last: int, cue: Cue) -> bool:
    """“The talks are over, Smith argued.”, “…, as Smith argued.”: a statement before, then speaker and cue,
    and nothing they would need.
    """
    before = speaker.first - 1
    if cue.group == "speech" and cue.lemma not in LOOSE and before > 0 and row.low[before] == "as":
        before -= 1
    if cue.group == "label" or before < 0 or goes_on(row, speaker):
        return False
    if row.low[before] != "," and row.quote[before] < 0:
        return False
    j = last
    while j < len(row) and is_adverb(row, j):
        j += 1
    if cue.group == "hearer" and j < len(row) and (hearer := phrase_after(row, j)):
        j = hearer.head
    return j >= len(row) or not row.is_word(j) or row.low[j] in TIME or row.low[j] in PREPOSITIONS
