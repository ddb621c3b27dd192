"""Who speaks where no verb of saying says so: by colon, dash, comma, credit or signature."""

from __future__ import annotations

from itertools import islice

from newslint.story.quoting.cues import Cue
from newslint.story.quoting.function_words import (
    AUXILIARIES,
    BE,
    DASHES,
    DETERMINERS,
    OCCASIONS,
    PERSONAL,
    PREPOSITIONS,
    SUBORDINATORS,
    WORDINGS,
)
from newslint.story.quoting.phrases import Phrase, clause_subject, is_verb, phrase_after
from newslint.story.quoting.phrases_before import phrase_before
from newslint.story.quoting.rows import Row
from newslint.story.quoting.said import BESIDE, COLON, COMMA, DASH, Said

SAYINGS = frozenset({"words", "phrase", "telling", "view", "parlance"})
POSSESSIVES = frozenset({"his", "her", "their", "my", "our", "its"})
NEAR = 12  # tokens: no subject that a cue follows directly is longer
ASKING = frozenset(
    {"why", "what", "how", "where", "when", "who", "whom", "did", "does", "was", "is", "would", "will"}
)
ANSWERS = frozenset(
    {"answer", "reply", "response", "verdict", "conclusion", "explanation", "advice", "message"}
)
CLOSE = 6  # tokens
ANSWERING = frozenset({"he", "she"})
REFERS_BACK = frozenset({"that", "this", "those", "these"})
SPOKEN = frozenset(
    {"quote", "quotation", "line", "sentence", "words", "remark", "remarks", "comment", "comments"}
)


def find_bare(row: Row, place: int, nth: int) -> Said | None:
    """Who speaks the quotation at token ``place`` (the ``nth`` of its sentence), where no cue says so."""
    return (
        by_words_of(row, place)
        or by_colon(row, place)
        or by_dash(row, place)
        or by_credit(row, place)
        or by_place(row, place, nth)
        or (by_lead(row, place) if row.begins[nth] else None)
    )


def by_colon(row: Row, place: int) -> Said | None:
    """“Smith: “…””, “The mayor was blunt: “…””: a colon that no cue explains."""
    if place < 2 or row.low[place - 1] != ":":
        return None
    if place > 2 and row.low[place - 3] == "@":
        return Said(place - 1, place, COLON, Phrase(place - 2, place - 1, place - 1), "before", False)
    if row.low[0] in ("from", "in") and (source := phrase_after(row, 1)) and source.last == place - 1:
        return Said(place - 1, place, COLON, source, "before", False)
    speaker = phrase_before(row, place - 2)
    if speaker is None or speaker.first > 0:
        speaker = clause_subject(row, place - 1) or speaker
    if speaker is None:
        return by_lead(row, place)
    return Said(place - 1, place, COLON, speaker, "before", False)


def by_words_of(row: Row, place: int) -> Said | None:
    """In the words of Mira Holt, “…”; in Holt’s words, “…”; “…,” in her words; the words of Mira Holt: “…”"""
    for i in range(max(1, place - 2 * NEAR), min(place + NEAR, len(row))):
        if row.low[i] not in SAYINGS:
            continue
        if row.low[i - 1] == "the" and row.low[i + 1 : i + 2] == ["of"]:
            speaker = phrase_after(row, i + 2)
            begins = i - 2 if row.low[i - 2 : i - 1] == ["in"] else i - 1
            if speaker and beside(row, begins, speaker.head, place):
                return Said(i - 1, i + 2, BESIDE, speaker, "after", False)
            continue
        owner = phrase_before(row, i - 2 if row.low[i - 1] == "own" else i - 1) or possessive(row, i)
        if owner is None or row.low[owner.first - 1 : owner.first] != ["in"]:
            continue
        owns = row.low[owner.head - 1].endswith(("'s", "s'")) or row.low[owner.first] in POSSESSIVES
        if owns and beside(row, owner.first - 1, i + 1, place):
            return Said(i, i + 1, BESIDE, owner, "before", False)
    return None


def possessive(row: Row, i: int) -> Phrase | None:
    """In *her* words, in *her own* words."""
    first = i - 2 if row.low[i - 1] == "own" else i - 1
    return Phrase(first, first + 1, first + 1) if first >= 0 and row.low[first] in POSSESSIVES else None


def beside(row: Row, first: int, last: int, place: int) -> bool:
    """Whether the words from ``first`` up to ``last`` stand right behind a quotation, or set off before."""
    if place < first:
        return not any(row.is_word(j) or row.quote[j] >= 0 for j in range(place + 1, first))
    if place - last > NEAR or any(quote >= 0 for quote in row.quote[last:place]):
        return False
    return last == place or row.low[last] in (",", ":")


def by_lead(row: Row, place: int) -> Said | None:
    """“Holt was blunt — “…””, “Then came this headline in the Gazette: “…””: words that lead to it.

    They do so only by naming a person as their subject, or what the words stand in; “Traffic stopped — “…””
    leads nowhere, nor does a dateline.
    """
    mark = place - 1
    if mark < 2 or not (row.low[mark] in DASHES or row.low[mark] == ":"):
        return None
    if not any(row.text[j].islower() and row.is_word(j) for j in range(mark)):
        return None
    cue = COLON if row.low[mark] == ":" else DASH
    subject = clause_subject(row, mark)
    if subject is None or not can_speak(row, subject):
        starts = (j for j in range(mark) if row.is_word(j) and starts_speaker(row, j))
        phrases = (named(row, j) or phrase_after(row, j) for j in islice(starts, NEAR))
        subject = next((each for each in phrases if each and can_speak(row, each)), None)
    return Said(mark, place, cue, subject, "before", False) if subject and subject.head <= mark else None


def can_speak(row: Row, phrase: Phrase) -> bool:
    """Whether a noun phrase is a person, by pronoun or name, or words on paper: her answer, the tweet."""
    first, last = phrase.first, phrase.head - 1
    if row.low[first] in PERSONAL - {"it"}:
        return True
    if row.low[last] in WORDINGS or row.low[last] in OCCASIONS:
        return True
    return row.is_name(first) and row.is_name(last) and row.low[first] not in DETERMINERS


def named(row: Row, j: int) -> Phrase | None:
    """The name that begins at token ``j``."""
    last = j
    while last < len(row) and row.is_name(last) and row.low[last] not in DETERMINERS:
        last += 1
    return Phrase(j, last, last) if last > j else None


def starts_speaker(row: Row, j: int) -> bool:
    """Whether a subject may begin here: no name behind a preposition, which is a place as likely."""
    if row.low[j] in SUBORDINATORS or row.low[j] in PREPOSITIONS:
        return False
    before = row.low[j - 1] if j else ","
    if before in PREPOSITIONS:
        return False
    if row.low[j] in PERSONAL or row.low[j] in DETERMINERS:
        return True
    return j > 0 and row.is_name(j) and (j == 1 or not row.is_name(j - 1))


def by_dash(row: Row, place: int) -> Said | None:
    """“…” — Joan Ferris, chair of the board; “…” – @joanferris: the name set behind a dash, and no more."""
    if place + 2 >= len(row) or row.low[place + 1] not in DASHES:
        return None
    if row.low[place + 2] == "@" and place + 3 < len(row):
        return Said(place + 1, place + 2, DASH, Phrase(place + 3, place + 4, place + 4), "after", False)
    if not row.is_name(place + 2):
        return None
    speaker = phrase_after(row, place + 2)
    if speaker is None or any(row.is_word(j) for j in range(speaker.last, len(row))):
        return None
    return Said(place + 1, place + 2, DASH, speaker, "after", False)


def by_credit(row: Row, place: int) -> Said | None:
    """“…,” by Joan Ferris; “…” (Reuters); (“…,” Gazette, May 3): a credit right behind the quotation."""
    if place and row.low[place - 1] in ("(", "[") and place + 1 < len(row) and row.is_name(place + 1):
        speaker = phrase_after(row, place + 1)
        return Said(place, place + 1, BESIDE, speaker, "after", False) if speaker else None
    credit = place + 2
    if credit >= len(row) or row.low[place + 1] not in ("by", "via", "(", "["):
        return None
    speaker = phrase_after(row, credit)
    if speaker is None or not (
        row.is_name(credit) or (row.low[place + 1] == "by" and is_passive(row, place))
    ):
        return None
    if row.low[place + 1] in ("(", "[") and (
        speaker.head >= len(row) or row.low[speaker.head] not in (")", "]", ".", ",")
    ):
        return None
    return Said(place + 1, credit, BESIDE, speaker, "after", False)


def is_passive(row: Row, place: int) -> bool:
    """Whether what is quoted at ``place`` was said of something, so that “by” tells who says it: it was
    denounced as “a farce” by the crews.
    """
    return any(
        row.low[j - 1] in BE and any(cue.form == "past" for cue in row.cues.forms.get(row.low[j], ()))
        for j in range(max(1, place - NEAR), place)
    )


def signature(row: Row) -> Said | None:
    """A name and nothing else, with or without a dash: — Joan Ferris; Joan Ferris, harbour master."""
    first = 1 if row.low[0] in DASHES else 0
    if len(row) < 2 or not row.is_name(first):
        return None
    speaker = phrase_after(row, first)
    if speaker is None or any(row.is_word(j) for j in range(speaker.last, len(row))):
        return None
    inside = row.ends_with_mark and not row.quotes
    if not (first or inside or signs_alone(row)):
        return None
    return Said(0, first or speaker.head, DASH, speaker, "after", False)


def signs_alone(row: Row) -> bool:
    """Whether a line is a full name and what somebody is, not a sentence: “Joan Ferris stood up.” is one."""
    name = named(row, 0)
    if name is None or name.head < 2 or any(is_verb(row, j) for j in range(1, len(row))):
        return False
    follows = name.head
    return follows == len(row) or not row.is_word(follows) or row.low[follows] in ("of", "from", "at", "for")


def label(row: Row) -> Said | None:
    """Who speaks in a transcript, before any word is quoted: RAMOS: …; A: …"""
    for j in range(min(4, len(row) - 1)):
        if row.quote[j] >= 0 or not row.text[j].isupper():
            return None
        if row.low[j + 1] == ":":
            return Said(j + 1, j + 2, COLON, Phrase(0, j + 1, j + 1), "before", False)
    return None


def bracketed(row: Row) -> Said | None:
    """A credit in brackets: (Reuters.) [Will Reed, Kent Gazette]"""
    if len(row) < 3 or row.low[0] not in ("(", "[") or not row.is_name(1):
        return None
    closing = next((j for j in range(2, min(NEAR, len(row))) if row.low[j] in (")", "]")), len(row))
    speaker = phrase_after(row, 1)
    if speaker is None or any(row.is_word(j) and is_verb(row, j) for j in range(1, min(closing, len(row)))):
        return None
    if speaker.head < closing and row.low[speaker.head] not in (",", "."):
        return None
    return Said(0, 1, BESIDE, speaker, "after", False)


def by_place(row: Row, place: int, nth: int) -> Said | None:
    """A speaker by nothing but the comma between: “…,” the coach deadpanned. The coach, hoarse by now, said,
    “…”.
    """
    if row.asks[nth] and place + 2 < len(row) and row.is_word(place + 1):
        if said := up_to_cue(row, place + 1) or without_verb(row, place + 1):
            return said
        subject = phrase_after(row, place + 1, subject=True)
        if subject and subject.last < len(row) and row.low[subject.last].endswith("ed"):
            verb = subject.last
            return Said(verb, verb + 1, Cue(row.low[verb], "speech", "past"), subject, "before", False)
        if row.low[place + 1].endswith(("ed", "s")) and not row.is_name(place + 1):
            subject = phrase_after(row, place + 2)
            if subject:
                cue = Cue(row.low[place + 1], "speech", "past")
                return Said(place + 1, place + 2, cue, subject, "after", False)
    if row.begins[nth] and place > 2 and row.low[place - 1] == "," and place == len(row) - 1:
        subject = clause_subject(row, place - 1)
        if subject and subject.head < place - 1:
            return Said(place - 1, place, COMMA, subject, "before", False)
    return None


def up_to_cue(row: Row, start: int) -> Said | None:
    """“…,” a voice over says: the words between a quotation and a cue, whatever they are."""
    if not (row.is_name(start) or row.low[start] in DETERMINERS):
        return None
    for j in range(start, min(start + NEAR, len(row))):
        if (
            row.quote[j] >= 0
            or row.low[j] in (",", ";", ":", ".", "(")
            or row.low[j] in SUBORDINATORS | AUXILIARIES
        ):
            return None
        for cue in row.cues.forms.get(row.low[j], ()):
            if j > start and cue.group in ("speech", "hearer") and cue.form in ("past", "s"):
                if cue.particles:
                    continue
                return Said(j, j + 1, cue, Phrase(start, j, j), "before", False, trails=True)
    return None


def without_verb(row: Row, start: int) -> Said | None:
    """“…,” Holt from her office.: a name to which the verb was forgotten."""
    speaker = named(row, start)
    if speaker is None or speaker.head == len(row) or row.low[speaker.head] not in PREPOSITIONS:
        return None
    if any(row.quote[j] >= 0 or is_verb(row, j) or row.low[j] == "," for j in range(speaker.head, len(row))):
        return None
    return Said(start, speaker.head, BESIDE, speaker, "after", False)


def asks_for_answer(row: Row) -> Said | None:
    """Whose answer a question in the writer's own words calls for: Why did she come at all?"""
    if row.low[-1] != "?" or row.quotes:
        return None
    if 2 < len(row) <= CLOSE and row.low[-2] in ANSWERS:  # Holt’s answer? Her reply?
        whose = Phrase(0, len(row) - 2, len(row) - 2)
        if row.low[whose.head - 1].endswith(("'s", "s'")) or row.low[whose.head - 1] in POSSESSIVES:
            return Said(len(row) - 1, len(row), COLON, whose, "before", False)
    if row.low[0] not in ASKING:
        return None
    for j in range(1, min(4, len(row))):
        if row.low[j] in ANSWERING:
            return Said(len(row) - 1, len(row), COLON, Phrase(j, j + 1, j + 1), "before", False)
    return None


def refers_back(row: Row) -> Said | None:
    """“So says a voice on the tape.”, “That line from Mira Holt is famous.”: a sentence about the quotation
    before it.
    """
    if len(row) < 3:
        return None
    first, second, third = row.low[:3]
    if first == "so" and any(
        cue.group == "speech" and cue.form != "base" for cue in row.cues.forms.get(second, ())
    ):
        speaker = phrase_after(row, 2)
        return Said(1, 2, row.cues.forms[second][0], speaker, "after", False) if speaker else None
    if first in REFERS_BACK and second in SPOKEN and third in ("from", "by", "of"):
        speaker = phrase_after(row, 3)
        return Said(1, 3, BESIDE, speaker, "after", False) if speaker else None
    return None
