from __future__ import annotations

import pytest

from newslint.language.phrases import Phrases, in_name, listed
from newslint.language.words import find_words
from newslint.model import Span


def found(text: str, *words: str, exact: bool = False) -> list[str]:
    phrases = Phrases((word, word, exact) for word in words)
    return [find.span.cut(text) for find in phrases.find(text, find_words(text, Span(0, len(text))))]


def test_whole_words_in_any_case() -> None:
    assert found("Art and the artist. ART!", "art") == ["Art", "ART"]


def test_exact_case() -> None:
    assert found("US told us", "US", exact=True) == ["US"]


def test_spaces_are_any_white_space_and_hyphens_are_themselves() -> None:
    assert found("health  care, health\ncare, health-care, health, care", "health care") == [
        "health  care",
        "health\ncare",
    ]
    assert found("e-mail e mail email e‑mail", "e-mail") == ["e-mail", "e‑mail"]


def test_apostrophes_are_alike() -> None:
    assert found("don’t don't", "don't") == ["don’t", "don't"]


def test_a_possessive_is_found_without_its_ending() -> None:
    assert found("The advisor’s plan", "advisor") == ["advisor"]
    assert found("It's late", "it") == []


def test_signs_around_the_words_must_stand_there() -> None:
    assert found("Dear [name], your name", "[name]") == ["[name]"]
    assert found("it cost $1 million and 1 million", "$1 million") == ["$1 million"]


def test_the_first_and_longest_wins() -> None:
    assert found("a new york times story", "new york", "new york times", "york times story") == [
        "new york times"
    ]


def test_longest_wins_over_a_single_word() -> None:
    assert found("slam dunk", "slam", "slam dunk") == ["slam dunk"]


def test_a_phrase_cut_off_by_the_end_is_not_found() -> None:
    assert found("in health", "health care") == []


def test_without_words_there_is_nothing_to_look_for() -> None:
    with pytest.raises(ValueError, match="regex"):
        found("x", "???")


def test_listed_in_all_forms_keeps_the_word_of_the_list() -> None:
    text = "They slammed it."
    phrases = listed(["slam"], forms="all", case="any")
    assert [
        (f.span.cut(text), f.value) for f in phrases.find(text, find_words(text, Span(0, len(text))))
    ] == [("slammed", "slam")]
    assert not list(
        listed(["slam"], forms="as written", case="any").find(text, find_words(text, Span(0, len(text))))
    )


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Board of Advisors met.", True),
        ("Advisors met.", False),
        ("“Advisors met,” she said.", False),
        ("She said: “Advisors met.”", False),
        ("The ADVISORS met.", False),
        ("The advisors met.", False),
    ],
)
def test_capitalised_inside_the_sentence_is_a_name(text: str, name: bool) -> None:
    start = text.lower().index("advisors")
    assert in_name(text, Span(start, start + 8), (Span(0, len(text)),)) is name
