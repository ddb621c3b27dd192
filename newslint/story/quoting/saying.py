"""Who says something in a sentence, by word order: cues with their speakers."""

from __future__ import annotations

from itertools import pairwise
from typing import Literal, NamedTuple

from newslint.story.quoting.cues import Cue
from newslint.story.quoting.function_words import (
    AUXILIARIES,
    BE,
    DASHES,
    DETERMINERS,
    ISSUING,
    MODALS,
    NAMING,
    NEGATIONS,
    OCCASIONS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SUBORDINATORS,
    TIME,
    UNITS,
    UNWILLING,
    WORDINGS,
)
from newslint.story.quoting.phrases import Phrase, clause_subject, is_adverb, is_verb, phrase_after
from newslint.story.quoting.phrases_before import described_before, phrase_before
from newslint.story.quoting.rows import Row
from newslint.story.quoting.statements import (
    gives_name,
    has_clause,
    is_noun,
    is_plural,
    may_be_noun,
    trails_statement,
)

Side = Literal["before", "after", "clause"]
CLAUSE_BEGINS = DASHES | {",", "and", "but", "that", "when", "as", "while", "because", "then", "where"}
CLAUSE_SUBJECTS = frozenset({"he", "she", "they", "i", "we"})
NEAR, CLOSE = (
    8,
    4,
)  # tokens from a verb that looks like a noun to the words it quotes; of verbs that take no object
LATEST = 20  # cues: nobody looks further back for a subject
JOINS = frozenset({"and", "but", "then", "or", ","})
GERUND_AFTER = frozenset({"of", "for", "without", "from", "before", "about", "against"})
ACCORDING = Cue("according to", "speech", "past")
COLON = Cue(":", "speech", "past")
BESIDE = Cue("by", "speech", "past")
COMMA = Cue(",", "speech", "past")
DASH = Cue("—", "speech", "past")


class Said(NamedTuple):
    """A cue (tokens ``first`` up to ``last``) and its speaker; ``side`` is where the speaker stands from
    the cue.

    ``reported`` where a statement follows or precedes in the writer's own words, so that the cue stands
    without any quotation. ``weak`` where the words are not said but thought, wished or possible (“would
    say”, “believes”); ``trails`` where it stands behind the statement it belongs to (“…, she said.”).
    """

    first: int
    last: int
    cue: Cue
    speaker: Phrase
    side: Side
    reported: bool
    weak: bool = False
    trails: bool = False


def find_said(row: Row) -> list[Said]:
    """Every cue of the sentence that has a speaker, in order."""
    found: list[Said] = []
    forms = row.cues.forms
    low = row.low
    for i, word in enumerate(low):
        if word not in forms and word != "according":
            continue
        if word == "according":
            if i + 1 < len(row) and low[i + 1] == "to" and (speaker := phrase_after(row, i + 2)):
                if i == 0 or not row.is_word(i - 1):
                    speaker = _closed(row, speaker)
                found.append(Said(i, i + 2, ACCORDING, speaker, "after", True, trails=i > 0))
            continue
        for cue in forms[word]:
            last = i + 1 + len(cue.particles)
            if tuple(low[i + 1 : last]) == cue.particles:
                said = read_cue(row, i, last, cue, found)
                if said:
                    found.append(said)
                break
    return found


def read_cue(row: Row, first: int, last: int, cue: Cue, earlier: list[Said]) -> Said | None:
    """The cue at tokens ``first`` up to ``last`` with its speaker, or None where the word is no cue here."""
    if row.is_name(first) and first > 0 and row.is_word(first - 1):
        return None  # part of a name or a headline
    verb = _auxiliaries(row, first, cue)
    if verb is None:
        return None
    loose = verb.at < 0 or not row.is_word(verb.at)
    if (
        cue.form == "past"
        and row.low[last : last + 1] == ["by"]
        and (verb.passive or cue.group == "label" or loose)
    ):
        speaker = phrase_after(row, last + 1)
        if speaker and not {*row.low[speaker.first : speaker.head]} & (TIME | OCCASIONS):
            return Said(first, last + 1, cue, speaker, "after", False)
    if verb.passive:
        if cue.lemma != "quote" or row.low[last : last + 1] != ["as"]:
            return None
        speaker = phrase_before(row, verb.at)
        return Said(first, last, cue, speaker, "before", False) if speaker else None
    if verb.infinitive or cue.form == "ing":
        return _nonfinite(row, first, last, cue, verb, earlier)
    return _finite(row, first, last, cue, verb, earlier)


class Before(NamedTuple):
    """What stands between a verb and its subject: auxiliaries and adverbs, read leftwards from the verb.

    ``at`` is the token left of them all, -1 at the start.
    """

    at: int
    passive: bool
    modal: bool
    infinitive: bool


def _auxiliaries(row: Row, first: int, cue: Cue) -> Before | None:
    """What stands before the verb, or None where it is negated."""
    at = first - 1
    passive = modal = False
    while at >= 0:
        word = row.low[at]
        if word in NEGATIONS or word.endswith("n't"):
            return None
        if word == "to" and cue.form in ("base", "past"):
            return Before(at - 1, False, modal, True)
        if word in BE:
            passive = cue.form == "past" and at >= first - 3
        elif row.is_name(at) and cue.form == "past":
            break  # Will wrote, May said
        elif word in MODALS:
            modal = True
        elif not (word in AUXILIARIES or is_adverb(row, at)):
            break
        at -= 1
    return Before(at, passive, modal, False)


def _nonfinite(row: Row, first: int, last: int, cue: Cue, verb: Before, earlier: list[Said]) -> Said | None:
    """“to say”, “saying”: the subject is that of the clause, or the noun right before (“a sign saying”)."""
    at = verb.at
    if at >= 0 and row.low[at] in UNWILLING:
        return None
    speaker = None
    if cue.form == "ing" and at >= 0 and row.is_word(at):
        if at == first - 1 and (row.low[at] in GERUND_AFTER or row.low[at] in DETERMINERS):
            return None
        speaker = phrase_before(row, at) or _with_subject(row, at)
        if speaker and (issuer := _issuer(row, speaker, earlier)):
            speaker = issuer
    speaker = speaker or _subject(row, first, earlier)
    if speaker is None:
        return None
    return Said(
        first,
        last,
        cue,
        speaker,
        "clause",
        cue.form == "ing" and has_clause(row, last, cue),
        verb.infinitive,
    )


def _finite(row: Row, first: int, last: int, cue: Cue, verb: Before, earlier: list[Said]) -> Said | None:
    at, low = verb.at, row.low
    inverted = _inverted(row, first, last, at, cue)
    if inverted:
        return Said(first, last, cue, inverted, "after", at >= 0 and low[at] == ",", trails=True)
    if at >= 0 and row.is_word(at) and is_noun(row, at, cue):
        return None
    side: Side = "before"
    speaker = phrase_before(row, at) if at >= 0 else None
    if speaker is None and at >= 0 and cue.form != "base" and cue.group != "label":
        at = _before_time(row, at)
        speaker = phrase_before(row, at) or described_before(row, at)
    if speaker is None:
        joined = at >= 0 and (low[at] in JOINS or row.quote[at] >= 0 or low[at] in DASHES)
        if cue.form == "base" or not joined:
            return None
        if low[at] == "," and cue.group in ("clause", "label"):
            return None  # a participle: Lazar, known as “Guppy”
        speaker, side = _subject(row, first, earlier), "clause"
    if speaker is None or (cue.form == "base" and not verb.modal and not is_plural(row, speaker)):
        return None
    if cue.form == "s" and low[speaker.first] in ("i", "we", "they", "you"):
        return None
    if cue.lemma in NAMING and row.quote[last : last + 1] != [-1] and gives_name(row, speaker):
        return None
    if cue.group == "label" and may_be_noun(row, cue, speaker):
        return None
    trails = trails_statement(row, speaker, last, cue)
    if (
        not (trails or verb.modal or has_clause(row, last, cue))
        and (cue.form == "base" or may_be_noun(row, cue, speaker))
        and not any(
            quote >= 0 for quote in row.quote[last : last + (NEAR if cue.group == "label" else CLOSE)]
        )
    ):
        return None  # rather a noun: two state parks, the surprised comments
    return Said(
        first,
        last,
        cue,
        speaker,
        side,
        reported=not verb.modal
        and (trails or has_clause(row, last, cue))
        and not may_be_noun(row, cue, speaker),
        weak=verb.modal or cue.group in ("clause", "label"),
        trails=trails,
    )


def _before_time(row: Row, at: int) -> int:
    """Where the subject ends in “the mayor on Tuesday said”: before the time, else where it was."""
    start = at
    while start > 0 and (row.low[start] in TIME or row.low[start] in UNITS):
        start -= 1
    return start - 1 if 0 < start < at and row.low[start] == "on" else start


def _closed(row: Row, speaker: Phrase) -> Phrase:
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


def _inverted(row: Row, first: int, last: int, m: int, cue: Cue) -> Phrase | None:
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
    if row.low[m] == "," and m >= 0 and phrase_before(row, m) and _comma_closes_apposition(row, m):
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


def _comma_closes_apposition(row: Row, comma: int) -> bool:
    j = comma - 1
    while j >= 0 and row.quote[j] < 0:
        if row.low[j] == ",":
            return True
        j -= 1
    return False


def _subject(row: Row, before: int, earlier: list[Said]) -> Phrase | None:
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


def _issuer(row: Row, words: Phrase, earlier: list[Said]) -> Phrase | None:
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


def _with_subject(row: Row, m: int) -> Phrase | None:
    """“…, with the mayor calling it “…””: the noun phrase between “with” and the participle behind ``m``."""
    for j in range(m - 1, max(-1, m - 9), -1):
        if row.low[j] == "with":
            return Phrase(j + 1, m + 1, m + 1)
        if not row.is_word(j):
            return None
    return None
