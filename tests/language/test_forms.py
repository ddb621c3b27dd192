from __future__ import annotations

import pytest

from newslint.language.forms import forms_of, inflect, paradigm


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("slam", {"slam", "slams", "slammed", "slamming"}),
        ("carry", {"carry", "carries", "carried", "carrying"}),
        ("play", {"play", "plays", "played", "playing"}),
        ("fix", {"fix", "fixes", "fixed", "fixing"}),
        ("admit", {"admit", "admits", "admitted", "admitting"}),
        ("visit", {"visit", "visits", "visited", "visiting"}),
        ("travel", {"travel", "travels", "travelled", "traveled", "travelling", "traveling"}),
        ("strike", {"strike", "strikes", "struck", "stricken", "striking"}),
        ("die", {"die", "dies", "died", "dying"}),
        ("see", {"see", "sees", "saw", "seen", "seeing"}),
        ("panic", {"panic", "panics", "panicked", "panicking"}),
        ("quiz", {"quiz", "quizzes", "quizzed", "quizzing"}),
        ("be", {"be", "am", "are", "is", "was", "were", "been", "being"}),
    ],
)
def test_forms(word: str, expected: set[str]) -> None:
    assert {form.text for form in forms_of(word)} == expected


@pytest.mark.parametrize(
    ("noun", "plural"), [("crisis", "crises"), ("woman", "women"), ("Tory", "Tories"), ("NGO", "NGOs")]
)
def test_plurals(noun: str, plural: str) -> None:
    assert plural in {form.text for form in forms_of(noun)}


@pytest.mark.parametrize("past", ["slammed", "raised", "carried", "fuelled", "struck"])
def test_a_past_form_stands_for_its_verb(past: str) -> None:
    base = {"slammed": "slam", "raised": "raise", "carried": "carry", "fuelled": "fuel", "struck": "strike"}[
        past
    ]
    assert {form.text for form in forms_of(base)} <= {form.text for form in forms_of(past)}


def test_phrases_inflect_at_their_first_word_and_take_a_plural_at_their_last() -> None:
    texts = {form.text for form in forms_of("sound the alarm")}
    assert {"sounded the alarm", "sounding the alarm", "sound the alarms"} <= texts


def test_inflect_carries_form_and_capitals() -> None:
    assert inflect("adviser", "s") == "advisers"
    assert inflect("Tory", "s") == "Tories"
    assert inflect("health care plan", "s", -1) == "health care plans"


def test_every_form_of_the_table_is_made() -> None:
    assert paradigm("go")["past"] == ("went",)
    assert paradigm("go")["s"] == ("goes",)
    assert paradigm("split")["ing"] == ("splitting",)
