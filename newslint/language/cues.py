"""People told by the words around them: “Dear Ada,”, “Regards, Ada”, “Rowe et al.”, “Ann Rowe and Max Hale”,
“Ann Rowe, arowe@example.org”.

Held against the names marked in the treebanks’ training parts, each cue is right four times in five or more,
farewells, addresses and “and” nineteen times in twenty.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from newslint.language.labels import Entity
from newslint.language.parse import Token

Stretch = tuple[int, int]  # tokens, half-open

LONGEST = 3  # words of a name that stands by itself
SHORTENED = 2  # letters with its stop: an initial
GREETINGS = frozenset("dear hi hey hello welcome".split())
FAREWELLS = frozenset("regards sincerely cheers thanks thx best love yours wishes".split())
ANYBODY = frozenset("all sir sirs madam editor editors everyone friend friends colleagues readers".split())
BEFORE_ADDRESS = frozenset(("<", "(", "[", '"', "“", "”", ",", ":", "at"))


def people(tokens: Sequence[Token], read: Mapping[Stretch, Entity]) -> Iterator[Stretch]:
    """The names of people that the words around them tell.

    Args:
        tokens: a paragraph with parts of speech; without them nothing is told.
        read: the names that the pipeline found in it, with their kinds.
    """
    for at, token in enumerate(tokens):
        word = token.text.lower()
        if word in GREETINGS:
            yield from _closed(tokens, at + 1, ",!.:;-")
        elif word in FAREWELLS:
            first = at + 1
            while first < len(tokens) and tokens[first].text in (",", ".", "!", "-"):
                first += 1
            yield from _closed(tokens, first, "")
        elif word == "et" and at + 1 < len(tokens) and tokens[at + 1].text.lower() in ("al", "al."):
            yield from _before(tokens, at)
        elif "@" in word:
            yield from _addressed(tokens, at)
    yield from _spoken_to(tokens)
    yield from _joined(tokens, read)


def _closed(tokens: Sequence[Token], first: int, signs: str) -> Iterator[Stretch]:
    """The name that begins there, where one of the signs follows or the paragraph ends."""
    end = _end(tokens, first)
    closed = end == len(tokens) or (signs and tokens[end].text in signs)
    if first < end and closed and tokens[first].text.lower() not in ANYBODY:
        yield first, end


def _before(tokens: Sequence[Token], end: int) -> Iterator[Stretch]:
    """The name that ends there."""
    first = end
    while first and end - first < LONGEST and _is_name(tokens[first - 1]):
        first -= 1
    if first < end:
        yield first, end


def _addressed(tokens: Sequence[Token], at: int) -> Iterator[Stretch]:
    """The name before an address that is made of it: “Ann Rowe at arowe@example.org”."""
    local = tokens[at].text.partition("@")[0].lower()
    end = at
    while end and tokens[end - 1].text in BEFORE_ADDRESS:
        end -= 1
    for first, _ in _before(tokens, end):
        inside = [i for i in range(first, end) if _in_address(tokens[i].text, local)]
        if len(inside) > 1 or inside == [end - 2]:
            yield inside[0], end
        elif inside == [end - 1]:  # and the given name, with an initial or without
            initial = end - first > 2 and tokens[end - 2].text.endswith(".")
            yield max(first, end - 2 - initial), end


def _in_address(word: str, local: str) -> bool:
    return len(word) > SHORTENED and word.lower() in local


def _spoken_to(tokens: Sequence[Token]) -> Iterator[Stretch]:
    """Who is spoken to where a letter begins: a line of a name and a comma, or “Ada, Thank you for …”."""
    for first, end in _closed(tokens, 0, ","):
        after = tokens[end + 1 : end + 2]
        if end < len(tokens) and (
            not after or (after[0].text.istitle() and after[0].pos != "PROPN" and after[0].text != "I")
        ):
            yield first, end


def _joined(tokens: Sequence[Token], read: Mapping[Stretch, Entity]) -> Iterator[Stretch]:
    """Who stands behind a person and “and”, by as many words: “Rowe and Hale”, “Ann Rowe, and Max Hale”.

    A single word that was read as the name of something else is left so: “Rowe and Marden”.
    """
    for (first, end), kind in read.items():
        if kind != "PERSON":
            continue
        at = end + (end < len(tokens) and tokens[end].text == ",")
        if at < len(tokens) and tokens[at].text in ("and", "&"):
            last = _end(tokens, at + 1)
            words = last - at - 1
            if words == end - first and (words > 1 or (at + 1, last) not in read):
                yield at + 1, last


def _end(tokens: Sequence[Token], first: int) -> int:
    """Where the name that begins there ends."""
    end = first
    while end < len(tokens) and end - first < LONGEST and _is_name(tokens[end]):
        end += 1
    return end


def _is_name(token: Token) -> bool:
    shortened = token.text.endswith(".") and len(token.text) > SHORTENED  # Inc., Corp.
    return token.pos == "PROPN" and token.text[0].isupper() and not shortened
