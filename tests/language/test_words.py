from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.words import find_words, fold
from newslint.model import Span


def words(text: str) -> list[str]:
    return [word.text for word in find_words(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S.-backed group met.", ["The", "U.S.-backed", "group", "met"]),
        ("in the U.S. The vote", ["in", "the", "U.S.", "The", "vote"]),
        ("It’s Smith’s e-mail, don't", ["It’s", "Smith’s", "e-mail", "don't"]),
        ("$5.5m or 1,000 at 10:30 a.m.", ["5.5m", "or", "1,000", "at", "10:30", "a.m."]),
        ("AT&T — and J.K. Rowling", ["AT&T", "and", "J.K.", "Rowling"]),
        ("word--word ‘Go’ end.", ["word", "word", "Go", "end"]),
        ("nai\u0308ve co\u00adoperate", ["nai\u0308ve", "co\u00adoperate"]),
        ("— … “” !?", []),
    ],
)
def test_words_as_a_reader_counts_them(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_lower_is_folded_for_look_ups() -> None:
    word = find_words("DON’T", Span(0, 5))[0]
    assert (word.text, word.lower) == ("DON’T", "don't")
    assert fold("co\u00adop\u2011shop") == "coop-shop"


def test_only_within() -> None:
    text = "one two three"
    assert [word.span for word in find_words(text, Span(4, 7))] == [Span(4, 7)]


@given(st.text(max_size=200))
def test_spans_are_true_ordered_and_apart(text: str) -> None:
    found = find_words(text, Span(0, len(text)))
    end = 0
    for word in found:
        assert end <= word.span.start < word.span.end <= len(text)
        assert word.span.cut(text) == word.text
        end = word.span.end


@given(st.text(alphabet="aé1b ", max_size=80))
def test_no_letter_or_digit_is_lost(text: str) -> None:
    assert "".join(words(text)) == text.replace(" ", "")


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "a." * 100_000, "x'" * 100_000, "1," * 100_000, "a-" * 100_000]
)
def test_hostile_lines_take_linear_time(text: str) -> None:
    start = time.process_time()
    find_words(text, Span(0, len(text)))
    assert time.process_time() - start < 3
