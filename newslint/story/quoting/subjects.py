"""Whose verb of saying it is, where the subject does not stand right before it: behind the verb, earlier in
the sentence, in an apposition or a phrase with “with”."""

from __future__ import annotations

from itertools import pairwise

from newslint.story.quoting.cues import Cue
from newslint.story.quoting.function_words import (
    AUXILIARIES,
    DASHES,
    DETERMINERS,
    ISSUING,
    OCCASIONS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME,
    UNITS,
    WORDINGS,
)
from newslint.story.quoting.phrases import Phrase, clause_subject, is_adverb, is_verb, phrase_after
from newslint.story.quoting.phrases_before import phrase_before
from newslint.story.quoting.rows import Row
from newslint.story.quoting.said import ACCORDING, Said

CLAUSE_BEGINS = DASHES | {",", "and", "but", "that", "when", "as", "while", "because", "then", "where"}
CLAUSE_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
LATEST = 20  # cues: nobody looks further back for a subject


def before_time(row: Row, at: int) -> int:
    """Where the subject ends in “the mayor on Tuesday said”: before the time, else where it was."""
    start = at
    while start > 0 and (row.low[start] in TIME or row.low[start] in UNITS):
        start -= 1
    return start - 1 if 0 < start < at and row.low[start] == "on" else start


def closed(row: Row, speaker: Phrase) -> Phrase:
    """A phrase up to the last apposition that a comma closes and that has no verb of its own.

    What follows is the main clause: “According to X, a lawyer, the mayor resigned on Friday, ending …”.
    """
    commas = [j for j in range(speaker.head, speaker.last) if row.low[j] == ","]
    for comma, closing in pairwise([*commas, speaker.last]):
        closed = closing < len(row) and row.low[closing] == ","
        clause = row.low[comma + 1] not in RELATIVES and any(
            row.low[j].endswith("ed") or is_verb(row, j) for j in range(comma + 2, closing)
        )
        if clause or not closed:
            return speaker._replace(last=comma)
    return speaker


def inverted_subject(row: Row, first: int, last: int, m: int, cue: Cue) -> Phrase | None:
    """“…,” said Emily Carter: the speaker behind the cue, which stands behind a quotation or a comma."""
    if cue.group != "speech" or m != first - 1 or last >= len(row):
        return None
    if m >= 0 and not (row.quote[m] >= 0 or row.low[m] in (",", ":") or row.low[m] in DASHES):
        return None
    if m < 0 and cue.form != "past":
        return None
    word = row.low[last]
    if not row.is_word(last) or word in TIME or word in PREPOSITIONS or word in SUBORDINATORS - {"one"}:
        return None
    known = row.is_name(last) or word in DETERMINERS or word in PERSONAL or cue.lemma == "say"
    if not (known or _leads_to_name(row, m, last)):
        return None
    speaker = phrase_after(row, last)
    if speaker is None or word == "it" or word == "that":
        return None
    follows = speaker.head
    if follows < len(row) and row.is_word(follows):
        after = row.low[follows]
        if after in AUXILIARIES or after in PERSONAL or after.endswith("n't"):
            return None  # “The mayor, a Democrat, said the plan was”
        if word in PERSONAL and is_verb(row, follows):
            return None  # “Holt, who calls it “a farce,” said he thinks”
    if m >= 0 and row.quote[m] < 0 and phrase_before(row, m) and _closes_apposition(row, m):
        return None
    if m < 0 and not (follows < len(row) and row.low[follows] in (":", ",")):
        return None
    return speaker


def _leads_to_name(row: Row, m: int, last: int) -> bool:
    """“…,” added *former chair Joan Ferris*: a role and a name, right behind a quotation and its cue."""
    if m < 0 or row.quote[m] < 0:
        return False
    for j in range(last, min(last + 5, len(row))):
        if row.is_name(j):
            return j > last
        if not row.is_word(j) or row.low[j] in PREPOSITIONS or row.low[j] in SUBORDINATORS:
            return False
    return False


def _closes_apposition(row: Row, mark: int) -> bool:
    """Whether a comma or a dash has another one before it, with no quotation between."""
    j = mark - 1
    while j >= 0 and row.quote[j] < 0:
        if row.low[j] == row.low[mark]:
            return True
        j -= 1
    return False


def subject(row: Row, before: int, earlier: list[Said]) -> Phrase | None:
    """The subject of a verb that has none of its own: a pronoun that began the clause, else whoever spoke
    last.
    """
    speakers = [said for said in earlier[-LATEST:] if said.cue is not ACCORDING]
    stop = speakers[-1].last if speakers else 0
    for j in range(before - 1, stop - 1, -1):
        if row.low[j] in CLAUSE_SUBJECTS and (
            j == 0 or row.quote[j - 1] >= 0 or row.low[j - 1] in CLAUSE_BEGINS
        ):
            return Phrase(j, j + 1, j + 1)
    for said in reversed(speakers):
        if not said.weak:
            return said.speaker
    return speakers[-1].speaker if speakers else clause_subject(row, before)


def issuer(row: Row, words: Phrase, earlier: list[Said]) -> Phrase | None:
    """“The board issued a statement saying “…””: not the statement speaks, but whoever put it out."""
    verb = words.first - 1
    if verb < 1 or row.low[verb] not in ISSUING or not _are_words(row, words):
        return None
    for said in reversed(earlier):
        if said.first <= verb < said.last:
            return said.speaker
    at = verb - 1
    while at >= 0 and (row.low[at] in AUXILIARIES or is_adverb(row, at)):
        at -= 1
    return phrase_before(row, at) or clause_subject(row, verb)


def _are_words(row: Row, phrase: Phrase) -> bool:
    """A statement, an e-mail, a letter to the board: something written or sent."""
    return any(row.low[j] in OCCASIONS or row.low[j] in WORDINGS for j in range(phrase.first, phrase.head))


def with_subject(row: Row, m: int) -> Phrase | None:
    """“…, with the mayor calling it “…””: the noun phrase between “with” and the participle behind ``m``."""
    for j in range(m - 1, max(-1, m - 9), -1):
        if row.low[j] == "with":
            return Phrase(j + 1, m + 1, m + 1)
        if not row.is_word(j):
            return None
    return None
