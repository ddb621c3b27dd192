"""Numbers with their units and what they count."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.pipeline import Pipeline
from newslint.rulebook.exampletext import build
from newslint.story.figures import Figure
from newslint.story.story import Story


def figures(text: str) -> tuple[Figure, ...]:
    draft, _ = build(text, "lede")
    return Story(draft, Pipeline("blank")).figures


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("two dozen boats", "24", ""),
        ("twenty-one boats", "21", ""),
        ("1.5 million people", "1500000", ""),
        ("half a million people", "500000", ""),
        ("three hundred thousand people", "300000", ""),
        ("12,500 people", "12500", ""),
        ("$2.4 million", "2400000", "USD"),
        ("£3bn", "3000000000", "GBP"),
        ("€50", "50", "EUR"),
        ("40 percent", "40", "%"),
        ("40 per cent", "40", "%"),
        ("4.5%", "4.5", "%"),
        ("three percentage points", "3", "points"),
        ("12 km", "12", "km"),
        ("12 miles", "12", "mile"),
        ("200 dollars", "200", "USD"),
    ],
)
def test_values_and_units(words: str, value: str, unit: str) -> None:
    (figure,) = figures(f"They counted {words} in the end.")
    assert (figure.value, figure.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    ("text", "of", "place"),
    [
        ("It injured two U.S. service members and a translator.", "U.S. service members", ""),
        ("It sank 12 boats in Marlow Bridge on Monday.", "boats", "Marlow Bridge"),
        ("Two other officials said so.", "other officials", ""),
        ("It hurt 14 people, the police said.", "people", ""),
        ("The vote was 14 of 20.", "", ""),
    ],
)
def test_what_is_counted(text: str, of: str, place: str) -> None:
    figure = figures(text)[0]
    assert (figure.of, figure.place) == (of, place)


@pytest.mark.parametrize(
    "text",
    [
        "The storm damaged 230 houses.",
        "The fund managed 14 pubs.",
        "The site reached online 300 readers a day.",
        "Before the deadline 40 readers wrote in.",
        "On Tuesday 40 readers wrote in.",
        "The crew—14 men—swam ashore.",
        "It left kilos. 14 men carried them.",
        "The bridge, 12 London Roadworkers said, was safe.",
    ],
)
def test_words_that_only_end_like_those_before_a_number_that_counts_nothing(text: str) -> None:
    assert figures(text)[0].of


@pytest.mark.parametrize(
    "text",
    [
        "Rooms for those aged 30 fans of rock.",
        "It opened on Dec. 13, 2025, and on 4 May.",
        "It opened at 9 a.m. and shut at 17:30.",
        "He was elected in 2016.",
        "Ruth Pettifer, 48, is a 48-year-old sailor.",
        "They won 3-2 and 14–10.",
        "Call 555-0143 or 02079460000.",
        "He lives at 10 Downing Street and 221 Baker Street.",
        "It is the 21st vote and the third fire.",
        "It took two years and six days.",
        "Hundreds came, dozens left, and thousands stayed at home.",
        "No one knew, and one of the boats sank. The one thing left was rope.",
        "They took Route 66 and Flight 370 under No. 10 of Chapter 11.",
    ],
)
def test_what_is_no_figure(text: str) -> None:
    assert figures(text) == ()


@given(st.integers(min_value=1, max_value=10**9))
def test_digits_read_back(number: int) -> None:
    (figure,) = figures(
        f"They sold {number:,} boats then." if number > 999 else f"They sold {number} boats then."
    )
    assert figure.value == number
    assert figure.of == "boats"


def test_figures_of_the_text_stand_where_they_say() -> None:
    draft, _ = build("It cost $3 million. ¶ Six men came ⏎ with 12 dogs.", "lede")
    story = Story(draft, Pipeline("blank"))
    assert [figure.span.cut(story.text) for figure in story.figures] == ["$3 million", "Six", "12"]
