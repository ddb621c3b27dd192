"""People are told by the words around them, and nobody else is."""

from __future__ import annotations

import pytest

from newslint.language.cues import people
from newslint.language.labels import Entity
from newslint.language.parse import Token
from newslint.model import Span

PLAIN = Span(0, 1)  # cues look at words, not at places


def told(paragraph: str, read: dict[tuple[int, int], Entity] | None = None) -> list[str]:
    """The people told in a paragraph whose capitalised words are names, unless ``/POS`` says otherwise."""
    tokens = []
    for piece in paragraph.split():
        text, _, pos = piece.partition("/") if piece != "/" else (piece, "", "")
        tokens.append(Token(PLAIN, text, pos=pos or ("PROPN" if text[0].isupper() else "NOUN")))
    return [" ".join(t.text for t in tokens[a:b]) for a, b in people(tokens, read or {})]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Dear/ADJ Ilka , the/DET vote",
        "hello Ilka !",
        "thank you Kind/ADJ regards , Ilka",
        "see you Cheers/INTJ Ilka",
        "as Ilka et al. found/VERB",
        "Ilka ,",
        "Ilka , Thank/VERB you",
    ],
)
def test_who_is_spoken_to_who_signs_and_who_is_cited(paragraph: str) -> None:
    assert told(paragraph) == ["Ilka"]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Dear/ADJ All , the/DET vote",
        "dear Marden council voted/VERB",  # nothing closes the name
        "best Marden cheese in/ADP town",
        "Marden Foods Inc. et al. appealed/VERB",
        "Marden , Houston , and/CCONJ more",  # a list
        "Marden , I went/VERB",
        "Marden ,/PUNCT where/ADV it began/VERB",
        "Dear/ADJ ilka ,",
    ],
)
def test_who_is_nobody(paragraph: str) -> None:
    assert told(paragraph) == []


@pytest.mark.parametrize(
    ("paragraph", "name"),
    [
        ("Contact/VERB Ilka Brandt at/ADP ibrandt@example.org", "Ilka Brandt"),
        ("from/ADP Marden Ilka Brandt ilka.brandt@example.org", "Ilka Brandt"),
        ("write/VERB to/ADP Ilka Brandt < ilka@example.org", "Ilka Brandt"),
        ("ask/VERB Ilka M. Brandt ( brandt@example.org", "Ilka M. Brandt"),
    ],
)
def test_whose_address_it_is(paragraph: str, name: str) -> None:
    assert told(paragraph) == [name]


@pytest.mark.parametrize(
    "paragraph", ["Contact/VERB Marden Council at/ADP news@example.org", "mail ibrandt@example.org", "@ noon"]
)
def test_an_address_that_is_nobodys(paragraph: str) -> None:
    assert told(paragraph) == []


def test_who_stands_beside_a_person() -> None:
    assert told("Hale and/CCONJ Rowe spoke/VERB", {(0, 1): "PERSON"}) == ["Rowe"]
    assert told("Max Hale , and/CCONJ Ann Rowe spoke/VERB", {(0, 2): "PERSON"}) == ["Ann Rowe"]
    assert told("Max Hale , and/CCONJ Ann Rowe spoke/VERB", {(0, 2): "PERSON", (4, 6): "LOC"}) == ["Ann Rowe"]


def test_who_does_not() -> None:
    assert told("Marden and/CCONJ Rowe voted/VERB", {(0, 1): "LOC"}) == []
    assert told("Hale and/CCONJ Marden differ/VERB", {(0, 1): "PERSON", (2, 3): "LOC"}) == []
    assert told("Hale and/CCONJ Marden Council differ/VERB", {(0, 1): "PERSON"}) == []


def test_without_parts_of_speech_nothing_is_told() -> None:
    assert list(people([Token(PLAIN, "Dear"), Token(PLAIN, "Ilka"), Token(PLAIN, ",")], {})) == []
    assert list(people([], {})) == []
