"""Sentences, found without spaCy."""

from __future__ import annotations

import re
from pathlib import Path

from newslint.language.wordfile import read_sections
from newslint.language.words import fold
from newslint.late import late
from newslint.model import Span


def _capitalised(words: frozenset[str]) -> frozenset[str]:
    """The words as listed; those in small letters capitalised as well, but for letters: V. may be a king."""
    return words | {word[:1].upper() + word[1:] for word in words if len(word) > 1}


def _both_cases(words: frozenset[str]) -> frozenset[str]:
    """The words as listed and in capitals; those in small letters capitalised as well."""
    return words | {word[:1].upper() + word[1:] for word in words} | {word.upper() for word in words}


_SECTIONS = read_sections(Path(__file__).with_suffix(".txt"))
_LISTS = {name: frozenset(words) for name, words in _SECTIONS.items()}
STATES = _both_cases(_LISTS["state"])
NEVER_ENDS, MAY_END = _capitalised(_LISTS["never ends"]), _both_cases(_LISTS["may end"]) | STATES
NEVER_ENDS_IN_CAPITALS = frozenset(word.upper() for word in NEVER_ENDS)
BEFORE_NUMBER, CLOCK = _both_cases(_LISTS["before a number"]), _both_cases(_LISTS["clock"])
AFTER_CLOCK, BEGINS, EXCLAIMS, SAYS = (
    _LISTS[name] for name in ("after the clock", "begins", "exclaims", "says")
)
AFTER_STATE, OPENS_ASIDE = _LISTS["after a state"], _LISTS["opens aside"]

# A run of stops is entered at its first character only, so that a long one is read once.
STOP = re.compile(r"([.!?…](?<![.!?…]{2})(?:(?<=\.)(?:\s\.)+|[.!?…]*))([\"”’'»)\]]*)(?=\s)")
NEXT = re.compile(
    r"\s+(?P<open>[\"“„‘'«(\[]*)(?P<dash>[—–-]*)\s*(?P<quote>[\"“„‘'«(\[]*)(?P<word>\w[\w’'.-]{0,30})?"
)
SPEAKER = late(
    r"\s+(?:[A-Z][\w.’'-]{0,30}\s+){1,4}(?:" + "|".join(sorted(SAYS)) + r")"
    r"(?=[.,:;]|$|\s+(?:in|on|at|during|after|as|when|while|before|about|with|from|of|his|her|their|me|us|him)\b)"
)
# “… in St. Paul, ”, and after the state “ Rosa B. Diaz said”
PLACE = re.compile(
    r"\b(?:in|at|of|from|near|to|into|outside|around|through)\s+(?:[A-Z][\w.’'-]{0,30}\s+){0,3}[A-Z][\w’'-]{1,30},\s+$"
)
SUBJECT = re.compile(
    r"\s+(?:[A-Z][\w.’'-]{0,30}\s+){1,4}(?:and\s+[\w\s]{1,30}?\s)?(?:"
    + "|".join(sorted(SAYS | _LISTS["goes on"]))
    + r"|[a-z]{2,20}ed)\b"
)
PART = re.compile(r"[\s\-—–/(\[\"“‘'«]")
LOOK_BACK = 32  # characters: longer words are no abbreviations
PLACE_BACK = 120  # characters: longer phrases are no places


def split_sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of ``text[within]`` (one block), in order, without the space around them.

    Abbreviations, initials, decimals, ellipses, quotation marks and line breaks are respected: a closing
    mark belongs to the sentence it closes, and ``“Yes.” she said.`` is one sentence. Inside a quotation
    sentences are parted as anywhere, so ``“I left. He stayed,” she said.`` is two: that is how it reads,
    and the second holds the cue.
    """
    start, end = within
    sentences = []
    begin = start
    for stop in STOP.finditer(text, start, end):
        if _ends(text, begin, stop, end):
            sentences.append(_trim(text, begin, stop.end()))
            begin = stop.end()
    sentences.append(_trim(text, begin, end))
    return tuple(sentence for sentence in sentences if sentence.start < sentence.end)


def moved_spans(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    """The same stretches, ``by`` characters further on in the draft."""
    return tuple(span.shift(by) for span in spans)


def _trim(text: str, start: int, end: int) -> Span:
    cut = text[start:end]
    left = len(cut) - len(cut.lstrip())
    return Span(start + left, start + max(left, len(cut.rstrip())))


def _ends(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    """Whether the stop ends the sentence that began at ``begin``."""
    following = NEXT.match(text, stop.end(), end)
    if following is None:
        return False  # white space to the end of the block
    word = following["word"] or ""
    marks, closers = stop[1], stop[2]
    if _small(word) and not following["dash"]:
        return False  # “Yes?” she asked
    if marks != ".":
        return _ends_by_mark(text, begin, stop, end, word, quoted=any(mark in "\"”’'»" for mark in closers))
    before = _before(text, begin, stop.start())
    if closers and not set(closers) <= {")", "]"} and "." not in before:
        return True
    return _ends_by_full_stop(text, begin, stop.start(), before, following)


def _small(word: str) -> bool:
    """Whether the word goes on with a sentence: it begins with a small letter, and is no iPhone."""
    return word[:1].islower() and not word[1:2].isupper()


def _before(text: str, begin: int, at: int) -> str:
    """What stands directly before a full stop: ``Sen``, ``U.S``, empty where there is a space."""
    chunk = text[max(begin, at - LOOK_BACK) : at]
    if not chunk or chunk[-1].isspace():
        return ""
    return PART.split(chunk)[-1]


def _ends_by_mark(text: str, begin: int, stop: re.Match[str], end: int, word: str, *, quoted: bool) -> bool:
    marks = stop[1]
    if "!" in marks or "?" in marks:
        if quoted:
            return SPEAKER.match(text, stop.end(), end) is None  # ‘Go!’ Lopez said.
        return not (marks == "!" and fold(_before(text, begin, stop.start())) in EXCLAIMS)
    # An ellipsis: “I …” is a new start, not a new sentence.
    return bool(word) and (word not in ("I", "I'm", "I’m") or len(marks) == 4)


def _ends_by_full_stop(text: str, begin: int, at: int, before: str, following: re.Match[str]) -> bool:
    word = following["word"] or ""
    opened = bool(following["open"] or following["quote"])
    starts = fold(word).rstrip(".") in BEGINS
    if before in NEVER_ENDS or (before in NEVER_ENDS_IN_CAPITALS and word.isupper()):
        return False
    if before in CLOCK:
        return fold(word).rstrip(".") not in AFTER_CLOCK and not following["dash"]
    if word[:1].isdigit() and (before in BEFORE_NUMBER or before in MAY_END):
        return False
    single = len(before) == 1 and before.isalpha() and before.isupper()
    dotted = "." in before and len(before) < 8 and before.replace(".", "").isalpha()
    if single or dotted or before in MAY_END:
        if following["dash"] or (opened and following["open"][:1] in ("(", "[")):
            return False
        return (
            starts
            or (opened and not single)
            or (before in STATES and _ends_place(text, begin, at, following))
        )
    # “1. Wash your hands”: a number that opens a line is no sentence
    return not (before.isdigit() and len(before) <= 2 and not text[begin:at].strip().rstrip(before))


def _ends_place(text: str, begin: int, at: int, following: re.Match[str]) -> bool:
    """Whether a state with its full stop at ``at`` ends the sentence: a place that nothing but a comma can
    follow within it, and then a subject with its verb.

    ``He moved to Newark, N.J. Diaz said``, but not ``It came from Newark, N.J. Mayor Diaz said``, nor
    ``In Newark, N.J. Diaz said``, which lacks its comma.
    """
    start = max(begin, at - PLACE_BACK)
    place = PLACE.search(text, start, at - len(_before(text, begin, at)))
    if place is None or not SUBJECT.match(text, at + 1, following.endpos):
        return False
    ahead = text[begin : min(place.start(), begin + PLACE_BACK)].split(maxsplit=2)
    return (
        len(ahead) > 1
        and fold(ahead[0]).strip("“\"‘'—,") not in OPENS_ASIDE
        and fold(following["word"] or "").rstrip(".") not in AFTER_STATE
    )
