"""Capitalised runs: the stretches of a paragraph that may be names, titles stripped, particles kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from newslint.model import Span
from newslint.story.naming.lexicon import Lexicon, lexicon

_UP = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶĹĽŁŃŅŇŌŐŒŘŚŞŠŤŪŮŰŹŻŽȘȚ"
_ABBREVIATED = (
    "Adm|Atty|Brig|Capt|Cdr|Cmdr|Co|Col|Corp|Cpl|Det|Dr|Fr|Ft|Gen|Gov|Hon|Inc|Jr|Lt|Ltd|Maj|Mr|Mrs|Ms|Msgr|Mt|Pres|"
    "Prof|Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|Spc|Sr|St|Ste|Supt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues?|"
    "Wed|Thurs?|Fri|Sat|Sun"
)
CAPITALISED = re.compile(
    rf"(?=[{_UP}]|[adelb][a-z]{{0,2}}[-’'])(?<![\w@#/&])(?:"  # most places of a text fail at once
    rf"(?:Secretary|Minister) of (?:the )?[{_UP}]\w+"
    rf"|(?:{_ABBREVIATED})\."
    rf"|(?:[A-Z]\.){{2,}}|[A-Z]\.(?=[ \n])"
    rf"|(?:(?<!-)(?:al|el|ez|es|ed|ad|ar|as|ash|an|at|az|ben|bin|d|l)[-’'])?[{_UP}]\w*"
    rf"(?:-(?:al|el|e|de|i|ul|ur|la|le|sur|du)-[{_UP}]\w*|-(?:[A-Z]\.){{2,}}|[-&’'][{_UP}]\w*|[’'][a-z]{{3,}}|-elect|-designate)*"
    rf"|(?<!-)(?:ez|al|el|es|ad|ash|as)-[{_UP}]\w*)"
)
_SPACES = frozenset((" ", "\n", "\u00a0", "  "))
_OF = frozenset((" of ", " of the ", "\nof ", " of\n"))
_FOR = frozenset((" for ", " for the "))
# “Department of Health and Human Services”, “Centre for Cities”: heads that “and” and “for” may follow
_AND_HEADS = frozenset(
    ("Agency", "Board", "Bureau", "Center", "Centre", "Coalition", "Commission", "Committee", "Department")
) | {"Directorate", "Institute", "Ministry", "Office"}
_FOR_HEADS = _AND_HEADS | {"Association", "Campaign", "Council", "Foundation", "Fund", "Society", "Union"}
_PARTICLE = "van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|ibn|bint|al|el|ten|ter|zu|af"
PARTICLES = frozenset(_PARTICLE.split("|"))
_BRIDGE = re.compile(rf"[ \n](?:(?:{_PARTICLE})[ \n]){{1,3}}")
_BEFORE_SENTENCE = frozenset(".!?:;…—–“‘\"'«([•*|")
_STANDS_ALONE = frozenset(
    ("U.S", "US", "U.N", "UN", "U.K", "UK", "E.U", "EU", "U.A.E", "UAE", "USA", "U.S.A", "D.C", "DC")
)
# Months that are given names as well, and what makes them months.
_MONTH_NAMES = frozenset(("April", "May", "June", "August"))
_IN_BEFORE = re.compile(r"(?<![\w’'-])(?:[Ii]n|[Ss]ince|[Uu]ntil|[Dd]uring|last|next|this|early|late)[ \n]$")
_SUFFIXES = frozenset(("Jr", "Sr", "II", "III", "IV"))
# endings of ordinary words that open sentences, where nothing else shows a name
_ABSTRACT = (
    *(
        f"{ending}{plural}"
        for ending in ("ing", "tion", "sion", "ment", "ist", "ure")
        for plural in ("", "s")
    ),
    *(
        "ed",
        "ly",
        "ness",
        "ism",
        "ics",
        "ship",
        "ology",
        "ogue",
        "hood",
        "ence",
        "ance",
        "ity",
        "ities",
        "cies",
    ),
)
# endings of what people do: comedian, actress, singer, activist, billionaire
_CALLINGS = ("ian", "ess", "er", "or", "ist", "ire", "ant", "man", "woman", "mate", "end")
Hint = Literal["person", "organisation", "place", "title", ""]


class Part(NamedTuple):
    """One capitalised word and its place; ``initial`` where a sentence or quotation begins with it."""

    text: str
    start: int
    end: int
    initial: bool


class Candidate(NamedTuple):
    """A run that may be a name: its words, the title before it, and what its own words say of its kind.

    A title that stands alone (hint ``title``) is a name only where somebody in the draft is so called.
    """

    parts: tuple[Part, ...]
    title: str
    hint: Hint
    core: tuple[Part, ...]  # the words without “Jr.” and the like

    @property
    def span(self) -> Span:
        return Span(self.parts[0].start, self.parts[-1].end)

    @property
    def suffix(self) -> str:
        return "" if len(self.core) == len(self.parts) else self.parts[-1].text.rstrip(".")


def candidate(parts: Sequence[Part], title: str, hint: Hint) -> Candidate:
    """The candidate these words make."""
    parts = tuple(parts)
    suffixed = len(parts) > 1 and parts[-1].text.rstrip(".") in _SUFFIXES
    return Candidate(parts, title, hint, parts[:-1] if suffixed else parts)


def capitalised_runs(text: str, span: Span) -> Iterator[list[Part]]:
    """Capitalised words of one block that stand together, particles and “Bank of …” bridged, in order."""
    words = lexicon()
    function = words.function
    run: list[Part] = []
    bridged = False
    for found in CAPITALISED.finditer(text, span.start, span.end):
        word = found.group()
        start = found.start()
        if run:
            gap = text[run[-1].end : start]
            if gap in _SPACES:
                joined = not (gap == "\n" and word in function)
            elif gap in _OF:
                joined = bridged = run[-1].text in words.joined_by_of
            elif gap in _FOR:
                joined = bridged = run[-1].text in _FOR_HEADS
            elif gap == " & ":
                joined = True
            elif gap == " and ":
                joined = (
                    bridged and run[0].text in _AND_HEADS and not word.isupper() and word not in words.given
                )
            else:
                joined = len(gap) < 16 and _BRIDGE.fullmatch(gap) is not None
            if joined:
                run.append(Part(word, start, found.end(), False))
                continue
            yield run
            run = []
        if word in function:  # never part of a name that it opens
            continue
        if word in _MONTH_NAMES and _IN_BEFORE.search(text, max(span.start, start - 8), start):
            continue  # “In June Ann Rowe sailed”
        run = [Part(word, start, found.end(), _opens_sentence(text, start, span.start))]
        bridged = False
    if run:
        yield run


def _opens_sentence(text: str, at: int, block_start: int) -> bool:
    before = at - 1
    while before >= block_start and text[before] in " \n\u00a0":
        before -= 1
    if before < block_start:
        return True
    if text[before] in "”’)" and before > block_start:
        return text[before - 1] in ".!?…"
    return text[before] in _BEFORE_SENTENCE


def candidates(run: list[Part], lower: frozenset[str], firm: frozenset[str]) -> Iterator[Candidate]:
    """The names in a run, in order.

    Args:
        run: words that stand together.
        lower: words the draft also spells with a small letter.
        firm: words the draft capitalises within a sentence, so not for their place only.
    """
    words = lexicon()
    run = _without_opening(run, words, lower, firm)
    piece: list[Part] = []
    for i, part in enumerate(run):
        if part.text.rstrip(".") in _STANDS_ALONE:
            yield from _read(piece, words)
            yield candidate((part,), "", "place" if part.text in words.places else "organisation")
            piece = []
        elif _straight(part.text) in words.function or (
            part.text in words.calendar and not _named_after_month(run, i, words)
        ):
            yield from _read(piece, words)
            piece = []
        else:
            piece.append(part)
    yield from _read(piece, words)


def _named_after_month(run: list[Part], i: int, words: Lexicon) -> bool:
    """Whether a month is rather a given name or surname: “April Ryan”, “Theresa May”."""
    if i and run[i].text in ("March", "April", "May", "June", "August"):
        return run[i - 1].text in words.given
    return i == 0 and len(run) > 1 and run[i].text in words.given and run[1].text not in words.calendar


def _without_opening(
    run: list[Part], words: Lexicon, lower: frozenset[str], firm: frozenset[str]
) -> list[Part]:
    """The run without words that are capitalised only because a sentence begins with them."""
    while run:
        first = run[0]
        text = _straight(first.text)
        if text in words.function:
            run = run[1:]
            continue
        if not first.initial or (len(run) > 1 and text.lower() in PARTICLES):
            return run
        ordinary = text in words.common or (text.lower() in lower and first.text not in firm)
        if len(run) == 1:
            return [] if ordinary or (first.text not in firm and looks_common(text)) else run
        following = run[1].text
        if (
            ordinary
            and text not in words.given
            and text not in words.titles
            and text not in words.place_prefixes
        ):
            if following in words.given or following in words.titles:
                return run[1:]
            if not _heads(run[-1].text, words) and text.lower() in lower:
                return run[1:]
        if _describes(run, words):
            return run[1:]
        return run
    return run


def _describes(run: list[Part], words: Lexicon) -> bool:
    """Whether the word that opens a sentence says what somebody is: “Comedian Ann Rowe joked …”."""
    text = run[0].text
    return (
        len(run) == 3
        and run[1].text in words.given
        and text.endswith(_CALLINGS)
        and text not in words.given
        and text not in words.titles
        and not _heads(run[-1].text, words)
    )


def _heads(text: str, words: Lexicon) -> bool:
    return text in words.organisation_heads or text in words.place_heads


def looks_common(text: str) -> bool:
    """Whether a word that only ever opens sentences is rather an ordinary word: “Opponents”, “Having”."""
    return len(text) > 5 and text.endswith(_ABSTRACT) and text[1:].isalpha() and text[1:].islower()


def _straight(text: str) -> str:
    return text.replace("’", "'")


def _read(piece: list[Part], words: Lexicon) -> Iterator[Candidate]:
    """The names in a run without calendar words: “Texas Gov. Rick Perry” is a place and a person."""
    while piece and piece[0].text in words.demonyms:
        if len(piece) > 1 and not (
            piece[1].text in words.given or piece[1].text in words.demonyms or _is_title(piece, 1, words)
        ):
            break
        piece = piece[1:]
    if not piece:
        return
    for i in range(1, len(piece) - 1):
        if piece[i - 1].text in words.demonyms and piece[i].text in words.given and i + 1 < len(piece):
            yield from _read(piece[: i - 1], words)
            yield from _read(piece[i:], words)
            return
    last = next((i for i in reversed(range(len(piece))) if _is_title(piece, i, words)), None)
    if last is None:
        yield candidate(piece, "", _hint(piece, words))
        return
    first = last
    while first and (
        piece[first - 1].text in words.title_modifiers or piece[first - 1].text.split(" ")[0] in words.titles
    ):
        if piece[first - 1].text == "House" and first > 1 and piece[first - 2].text == "White":
            break
        first -= 1
    yield from _read(piece[:first], words)
    if last + 1 == len(piece) == 1:
        yield candidate(piece, "", "title")
    elif last + 1 < len(piece):
        title = " ".join(part.text for part in piece[first : last + 1])
        yield candidate(piece[last + 1 :], title, "person")


def _is_title(piece: list[Part], i: int, words: Lexicon) -> bool:
    text = piece[i].text.removesuffix("-elect").removesuffix("-designate")
    if text.split(" ")[0] not in words.titles:
        return False
    if text in words.given or text.endswith("."):
        return text.endswith(".") and text not in words.given
    rest = [part.text for part in piece[i + 1 :]]
    if not rest or rest[0].rstrip(".") in _SUFFIXES:
        # “the Chief”, a title and no name; but “Steve King” and “Martin Luther King Jr.” are names
        return i == 0 or piece[0].text not in words.given
    return not any(word in words.organisation_heads or word in words.place_heads for word in rest)


def _hint(piece: list[Part], words: Lexicon) -> Hint:
    texts = [part.text for part in piece]
    last = texts[-1]
    if len(texts) == 1:
        if last in words.places and last not in words.given:
            return "place"
        if last in words.organisation_heads:
            return "organisation"
        return "organisation" if last.isupper() and 2 <= len(last.replace(".", "")) <= 5 else ""
    if texts[0] in words.given and last not in words.organisation_heads and last not in words.place_heads:
        return "person"
    if " ".join(texts) in words.places or (last in words.places and texts[0] in words.place_prefixes):
        return "place"
    if any(text in words.organisation_heads or text in words.joined_by_of for text in texts):
        return "organisation"
    if last in words.place_heads or texts[0] in words.place_prefixes:
        return "place"
    return ""
