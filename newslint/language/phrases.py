"""Many words and phrases looked for at once, in one pass over the words of a block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Generic, Literal, NamedTuple, TypeVar

from newslint.language.forms import forms_of
from newslint.language.words import FOLD, Concordance, Word, find_words
from newslint.late import late
from newslint.model import Span

T = TypeVar("T")
Forms = Literal["all", "as written"]
Case = Literal["any", "exact"]
SPACE = late(r"(?!\s*\n\s*\n)\s+")  # but a blank line parts blocks, and no phrase runs over one
PLAIN = late(r"[A-Za-z]+(?: [A-Za-z]+)*")
# Behind these ’s is “is” or “has”, not a possessive.
CONTRACTED = frozenset(
    ("it", "he", "she", "that", "there", "this", "who", "what", "here", "where", "when", "how", "let", "one")
)


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A phrase in a text: where (without a possessive ’s), and what was stored with it."""

    span: Span
    value: T


def moved_finds(finds: tuple[Found[T], ...], by: int) -> tuple[Found[T], ...]:
    """The same phrases, ``by`` characters further on in the draft."""
    return tuple(Found(found.span.shift(by), found.value) for found in finds)


class _Entry(NamedTuple):
    """A phrase made ready. ``cut`` is how much of its end is a possessive; ``value`` the T of its Phrases."""

    words: tuple[str, ...]
    texts: tuple[str, ...]
    lead: str
    gaps: tuple[str, ...]
    tail: str
    exact: bool
    cut: int
    value: Any


class Phrases(Generic[T]):
    """A dictionary of phrases, each with a value of the caller's.

    A phrase is found as whole words; spaces stand for any white space, other signs between the words,
    before and behind them must stand there too (``e-mail``, ``[name]``). Apostrophes match curly and
    straight, capitals are passed over unless the phrase is stored as ``exact``. A possessive of the
    last word is found as well (advisor’s). Where phrases overlap, the one that begins first and is
    longest is found, and no other.

    Raises ValueError for a phrase without a word in it.
    """

    def __init__(self, entries: Iterable[tuple[str, T, bool]]) -> None:
        # A draft holds few of them, so they are filed by their first words, and made ready when one occurs.
        self._filed: dict[str, list[tuple[str, T, bool]]] = {}
        self._ready: dict[str, dict[str, list[_Entry]]] = {}  # by the first word, then by the second or ""
        for entry in entries:
            for first in _firsts(entry[0]):
                self._filed.setdefault(first, []).append(entry)

    def _beginning(self, first: str) -> dict[str, list[_Entry]] | None:
        """The phrases that begin with this word, by their second word, the longest first."""
        if first not in self._filed:
            return None
        if first not in self._ready:
            ready: dict[str, list[_Entry]] = {}
            for phrase, value, exact in self._filed[first]:
                for entry in _entries(phrase, value, exact):
                    if entry.words[0] == first:
                        ready.setdefault(entry.words[1] if len(entry.words) > 1 else "", []).append(entry)
            for stored in ready.values():
                stored.sort(key=lambda entry: -len(entry.words))
            self._ready[first] = ready
        return self._ready[first]

    def find(self, text: str, words: Sequence[Word]) -> Iterator[Found[T]]:
        """The phrases among the words of one block of ``text``, in order, none overlapping another."""
        return self._find(text, words, range(len(words)))

    def find_all(self, text: str, concordance: Concordance) -> Iterator[Found[T]]:
        """The phrases in all blocks of ``text``, likewise. Only places where one may begin are looked at, so
        that phrases nobody uses cost next to nothing."""
        firsts = self._filed.keys() & concordance.places.keys()
        places = sorted(place for first in firsts for place in concordance.places[first])
        return self._find(text, concordance.words, places)

    def _find(self, text: str, words: Sequence[Word], places: Iterable[int]) -> Iterator[Found[T]]:
        """The phrases that begin at one of ``places``, which are in order."""
        past = -1
        for i in places:
            by_second = self._beginning(words[i].lower)
            if by_second is None or i <= past:
                continue
            second = words[i + 1].lower if i + 1 < len(words) else ""
            for entry in (*by_second.get(second, ()), *by_second.get("", ())):
                span = _match(entry, text, words, i)
                if span:
                    past = i + len(entry.words) - 1
                    yield Found(span, entry.value)
                    break


def _firsts(phrase: str) -> tuple[str, ...]:
    """The words that a phrase may begin with: its own first word, which as the only one may be a possessive.

    Raises ValueError for a phrase without a word in it.
    """
    if PLAIN.fullmatch(phrase):
        first, *others = phrase.lower().split(" ", 1)
        return (first,) if others else (first, first + "'s")
    return tuple(dict.fromkeys(entry.words[0] for entry in _entries(phrase, None, False)))


def _entries(phrase: str, value: Any, exact: bool) -> Iterator[_Entry]:
    """A phrase made ready, and with a possessive, where it can take one."""
    words = find_words(phrase, Span(0, len(phrase)))
    if not words:
        raise ValueError(f"“{phrase}” has no word in it; write it as a regex")
    spans = [word.span for word in words]
    gaps = tuple(_plain(phrase[a.end : b.start]) for a, b in pairwise(spans))
    lead, tail = _plain(phrase[: spans[0].start].lstrip()), _plain(phrase[spans[-1].end :].rstrip())
    lowers, texts = tuple(w.lower for w in words), tuple(w.text.translate(FOLD) for w in words)
    yield _Entry(lowers, texts, lead, gaps, tail, exact, 0, value)
    if not tail and lowers[-1] not in CONTRACTED and "'" not in lowers[-1]:
        lowers, texts = (*lowers[:-1], lowers[-1] + "'s"), (*texts[:-1], texts[-1] + "'s")
        yield _Entry(lowers, texts, lead, gaps, tail, exact, 2, value)


def listed(words: Iterable[str], *, forms: Forms, case: Case) -> Phrases[str]:
    """Words as an editor lists them, in all forms or as written; each find has the listed word as value."""
    return Phrases(
        (text, word, case == "exact")
        for word in words
        for text in ([form.text for form in forms_of(word)] if forms == "all" else [word])
    )


def require_words(phrases: Iterable[str]) -> None:
    """Raise ValueError for a phrase without a word in it: at once, for phrases that are made ready late."""
    for phrase in phrases:
        if not any(map(str.isalnum, phrase)):
            raise ValueError(f"“{phrase}” has no word in it, and would never be found")


def in_name(text: str, span: Span, sentences: Sequence[Span]) -> bool:
    """Whether a word spelt with a small letter stands in a name here: capitalised inside its sentence.

    A word all in capitals says nothing, nor does one that opens the sentence or a quotation in it.
    """
    word = span.cut(text)
    if not word[:1].isupper() or word.isupper():
        return False
    start = next((s.start for s in sentences if s.start <= span.start < s.end), span.start)
    return bool(text[start : span.start].strip("\"'“”‘’([«—–- \n")) and text[span.start - 1] not in '"“‘«'


def _match(entry: _Entry, text: str, words: Sequence[Word], i: int) -> Span | None:
    """Where the entry stands if it begins at the word ``i``."""
    last = i + len(entry.words) - 1
    if last >= len(words):
        return None
    for k, lower in enumerate(entry.words):
        word = words[i + k]
        if word.lower != lower or (entry.exact and word.text.translate(FOLD) != entry.texts[k]):
            return None
        if k and _plain(text[words[i + k - 1].span.end : word.span.start]) != entry.gaps[k - 1]:
            return None
    start, end = words[i].span.start, words[last].span.end - entry.cut
    if entry.lead:
        if _plain(text[max(0, start - len(entry.lead)) : start]) != entry.lead:
            return None
        start -= len(entry.lead)
    if entry.tail:
        if _plain(text[end : end + len(entry.tail)]) != entry.tail:
            return None
        end += len(entry.tail)
    return Span(start, end)


def _plain(gap: str) -> str:
    return gap if gap == " " else SPACE.sub(" ", gap).translate(FOLD)
