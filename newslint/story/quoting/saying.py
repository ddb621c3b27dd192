"""Who says something in a sentence, by word order: cues with their speakers."""

from __future__ import annotations

from typing import NamedTuple

from newslint.story.quoting.cues import Cue
from newslint.story.quoting.function_words import (
    AUXILIARIES,
    BE,
    DASHES,
    DETERMINERS,
    MODALS,
    NAMING,
    NEGATIONS,
    OCCASIONS,
    ONLY_SAYING,
    TIME,
    UNWILLING,
)
from newslint.story.quoting.phrases import is_adverb, is_verb, phrase_after
from newslint.story.quoting.phrases_before import described_before, phrase_before
from newslint.story.quoting.rows import Row
from newslint.story.quoting.said import ACCORDING, Said, Side
from newslint.story.quoting.statements import (
    gives_name,
    has_clause,
    is_noun,
    is_plural,
    is_what_was_said,
    may_be_noun,
    trails_statement,
)
from newslint.story.quoting.subjects import (
    before_time,
    closed,
    inverted_subject,
    issuer,
    subject,
    with_subject,
)

# Tokens from a verb that looks like a noun to the words it quotes; of verbs that take no object.
NEAR, CLOSE = 8, 4
JOINS = frozenset({"and", "but", "then", "or", ","})
HELD = frozenset({"say", "report", "allege", "think", "believe", "know", "estimate"})
HELD_TO = (["to", "be"], ["to", "have"])
GERUND_AFTER = frozenset({"of", "for", "without", "from", "about", "against"})


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
                    speaker = closed(row, speaker)
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
    if verb is None or (cue.form == "past" and cue.lemma in HELD and row.low[last : last + 2] in HELD_TO):
        return None  # boats said to be safe: nobody in particular says so
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
    if verb.infinitive and cue.form == "base" and not (has_clause(row, last, cue) or quotes_next(row, last)):
        return None  # a leader to counter threats
    speaker = None
    if cue.form == "ing" and at >= 0 and row.is_word(at):
        if at == first - 1 and (row.low[at] in GERUND_AFTER or row.low[at] in DETERMINERS):
            return None
        if row.low[at] == "before" and not (has_clause(row, last, cue) or quotes_next(row, last)):
            return None
        quoted = at > 0 and row.low[at] == "as" and not is_verb(row, at - 1)
        speaker = phrase_before(row, at - 1 if quoted else at) or with_subject(row, at)
        speaker = (speaker and issuer(row, speaker, earlier)) or speaker
    speaker = speaker or subject(row, first, earlier)
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


def quotes_next(row: Row, last: int) -> bool:
    """Whether quoted words follow a cue closely."""
    return any(quote >= 0 for quote in row.quote[last : last + NEAR])


def _finite(row: Row, first: int, last: int, cue: Cue, verb: Before, earlier: list[Said]) -> Said | None:
    at, low = verb.at, row.low
    if behind := inverted_subject(row, first, last, at, cue):
        return Said(first, last, cue, behind, "after", at >= 0 and low[at] == ",", trails=True)
    if at >= 0 and row.is_word(at) and is_noun(row, at, cue):
        return None
    side: Side = "before"
    speaker = phrase_before(row, at) if at >= 0 else None
    if speaker is None and at >= 0 and cue.form != "base" and cue.group != "label":
        at = before_time(row, at)
        speaker = phrase_before(row, at) or described_before(row, at)
    if speaker is None:
        joined = at >= 0 and (low[at] in JOINS or row.quote[at] >= 0 or low[at] in DASHES)
        if cue.form == "base" or not joined:
            return None
        if low[at] == "," and cue.group in ("clause", "label"):
            return None  # a participle: Lazar, known as “Guppy”
        speaker, side = subject(row, first, earlier), "clause"
    if speaker is None or (cue.form == "base" and not verb.modal and not is_plural(row, speaker)):
        return None
    if cue.form == "s" and low[speaker.first] in ("i", "we", "they", "you"):
        return None
    if cue.lemma in NAMING and row.quote[last : last + 1] != [-1] and gives_name(row, speaker):
        return None
    if cue.group == "label" and may_be_noun(row, cue, speaker):
        return None
    trails = trails_statement(row, speaker, last, cue)
    states = cue.lemma in ONLY_SAYING or has_clause(row, last, cue) or is_what_was_said(row, speaker, last)
    if (
        not (trails or verb.modal or states)
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
        reported=not verb.modal and (trails or states) and not may_be_noun(row, cue, speaker),
        weak=verb.modal or cue.group in ("clause", "label"),
        trails=trails,
    )
