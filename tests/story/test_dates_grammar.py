"""What the grammar of dates finds, and the value it gives."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.story.calendar.find import read_dates
from newslint.story.calendar.lexicon import MONTHS, WEEKDAYS

# A Tuesday.
TODAY = datetime.date(2025, 12, 16)

DAYS = [
    ("on Dec. 13, 2025, the", "Dec. 13, 2025", "2025-12-13"),
    ("on December 13, 2025", "December 13, 2025", "2025-12-13"),
    ("on December 13th, 2025", "December 13th, 2025", "2025-12-13"),
    ("on 13 December 2025", "13 December 2025", "2025-12-13"),
    ("on the 13th of December 2025", "the 13th of December 2025", "2025-12-13"),
    ("on the 13th of December", "the 13th of December", "2025-12-13"),
    ("on Saturday, Dec. 13, 2025, at", "Saturday, Dec. 13, 2025", "2025-12-13"),
    ("on Saturday 13 December 2025", "Saturday 13 December 2025", "2025-12-13"),
    ("filed 2025-12-13 late", "2025-12-13", "2025-12-13"),
    ("filed 13/12/2025 late", "13/12/2025", "2025-12-13"),
    ("filed 12/13/2025 late", "12/13/2025", "2025-12-13"),
    ("filed 3/4/2025 late", "3/4/2025", ""),
    ("filed 12.12.2025 late", "12.12.2025", "2025-12-12"),
    ("on March 3, 2025, he", "March 3, 2025", "2025-03-03"),
    ("on Feb. 30, 2025, he", "Feb. 30, 2025", ""),
    ("He won on Dec. 13.", "Dec. 13", "2025-12-13"),
    ("He will speak on Jan. 5.", "Jan. 5", "2026-01-05"),
    ("He spoke on Jan. 5.", "Jan. 5", "2025-01-05"),
    ("He met her last Oct. 23.", "last Oct. 23", "2025-10-23"),
    ("payable Jan. 2 to holders", "Jan. 2", "2026-01-02"),
    ("closed since Oct. 5", "Oct. 5", "2025-10-05"),
    ("A vote will be held on April 24.", "April 24", "2026-04-24"),
    ("on June 19 20 people came", "June 19 20", "2025-06-19"),
    ("Fourth of July games and the 4th of July", "Fourth of July", "2025-07-04"),
]
PERIODS = [
    ("in December 2025", "December 2025", "2025-12"),
    ("in early December 2025", "early December 2025", "2025-12"),
    ("in Sept. 2001", "Sept. 2001", "2001-09"),
    ("He left in October.", "October", "2025-10"),
    ("He left last October.", "last October", "2025-10"),
    ("in May, he said", "May", "2025-05"),
    ("in 2014, he", "2014", "2014"),
    ("since 1999 he", "1999", "1999"),
    ("the 2014 siege", "2014", "2014"),
    ("by the end of 2014", "the end of 2014", "2014"),
    ("in the 1990s", "the 1990s", "199"),
    ("in the 1990's", "the 1990's", "199"),
    ("in the ’90s", "the ’90s", "199"),
    ("in the early '80s", "the early '80s", "198"),
    ("in the 19th century", "the 19th century", "18"),
    ("in the nineties", "the nineties", "199"),
    ("in the early eighties", "the early eighties", "198"),
    ("in nineteen ninety-six", "nineteen ninety-six", "1996"),
    ("by the year two thousand", "the year two thousand", "2000"),
    ("in January nineteen ninety-seven", "January nineteen ninety-seven", "1997-01"),
    ("an April poll said", "April", "2025-04"),
    ("in early October this year", "early October this year", "2025-10"),
    ("the week of March 6, 2025", "the week of March 6, 2025", "2025-W10"),
    ("the last half of 2024", "the last half of 2024", "2024-H2"),
    ("the year-ago third quarter", "the year-ago third quarter", "2024-Q3"),
    ("for the full year", "the full year", "2025"),
    ("just months ago", "months ago", "PAST_REF"),
    ("in the summer of 2014", "the summer of 2014", "2014-SU"),
    ("in Q3 2025", "Q3 2025", "2025-Q3"),
    ("in the third quarter of 2024", "the third quarter of 2024", "2024-Q3"),
    ("a third-quarter loss", "third-quarter", "2025-Q3"),
    ("in the first half of 2025", "the first half of 2025", "2025-H1"),
    ("this year", "this year", "2025"),
    ("Earlier this year, he", "Earlier this year", "2025"),
    ("last year", "last year", "2024"),
    ("next year", "next year", "2026"),
    ("last month", "last month", "2025-11"),
    ("this week", "this week", "2025-W51"),
    ("last week", "last week", "2025-W50"),
    ("last summer", "last summer", "2025-SU"),
    ("two years ago", "two years ago", "2023"),
    ("three months ago", "three months ago", "2025-09"),
    ("five days ago", "five days ago", "2025-12-11"),
    ("a week ago", "a week ago", "2025-W50"),
    ("a year earlier", "a year earlier", "2024"),
]
RELATIVE_DAYS = [
    ("he said today.", "today", "2025-12-16"),
    ("he said yesterday.", "yesterday", "2025-12-15"),
    ("he speaks tomorrow.", "tomorrow", "2025-12-17"),
    ("he said on Friday.", "Friday", "2025-12-12"),
    ("he said on Tuesday.", "Tuesday", "2025-12-16"),
    ("he will speak on Friday.", "Friday", "2025-12-19"),
    ("he said last Friday.", "last Friday", "2025-12-12"),
    ("he speaks next Friday.", "next Friday", "2025-12-19"),
    ("She could come as early as Friday.", "Friday", "2025-12-19"),
    ("They have until Friday to sign.", "Friday", "2025-12-19"),
    ("He plans to speak on Friday.", "Friday", "2025-12-19"),
    ("The play is set to open Friday.", "Friday", "2025-12-19"),
    ("On Friday the union plans to meet.", "Friday", "2025-12-19"),
    ("He agreed Friday to meet her.", "Friday", "2025-12-12"),
    ("by Christmas Day", "Christmas Day", "2025-12-25"),
    ("on Black Friday, he", "Black Friday", "2025-11-28"),
    ("before Thanksgiving, he", "Thanksgiving", "2025-11-27"),
    ("on Memorial Day 2024", "Memorial Day 2024", "2024-05-27"),
    ("on Election Day 2024", "Election Day 2024", "2024-11-05"),
]
TIMES = [
    ("He left at 4 in the morning on Friday.", "4 in the morning on Friday", "2025-12-12T04:00"),
    ("They came at nine at night.", "nine at night", "2025-12-16T21:00"),
    ("at 2 at night", "2 at night", "2025-12-16T02:00"),
    ("tonight", "tonight", "2025-12-16TNI"),
    ("on Friday night, he said", "Friday night", "2025-12-12TNI"),
    ("this morning", "this morning", "2025-12-16TMO"),
    ("last night", "last night", "2025-12-15TNI"),
    ("at 8 p.m. he", "8 p.m.", "2025-12-16T20:00"),
    ("at 8.30pm he", "8.30pm", "2025-12-16T20:30"),
    ("at 20:00 GMT he", "20:00 GMT", "2025-12-16T20:00"),
    ("at noon he", "noon", "2025-12-16T12:00"),
    ("at 12:15 a.m. he", "12:15 a.m.", "2025-12-16T00:15"),
    ("spoke at 8 p.m. on Dec. 5.", "8 p.m. on Dec. 5", "2025-12-05T20:00"),
    ("spoke at five p.m., he", "five p.m.", "2025-12-16T17:00"),
    ("spoke at 2000 GMT on 5 December", "2000 GMT on 5 December", "2025-12-05T20:00"),
    ("spoke at 8 p.m. Friday.", "8 p.m. Friday", "2025-12-12T20:00"),
    ("sank at 10.35 a.m. (1535 GMT) Friday, he", "10.35 a.m. (1535 GMT) Friday", "2025-12-12T10:35"),
    ("spoke Friday at 8 p.m. EST", "Friday at 8 p.m. EST", "2025-12-12T20:00"),
]
LENGTHS = [
    ("for five years", "five years", "P5Y"),
    ("a five-year war", "a five-year", "P5Y"),
    ("for twenty-four hours", "twenty-four hours", "PT24H"),
    ("for two weeks", "two weeks", "P2W"),
    ("over the past three months", "the past three months", "P3M"),
    ("for several days", "several days", "PXD"),
    ("for 90 minutes", "90 minutes", "PT90M"),
    ("for a decade", "a decade", "P1DE"),
    ("for 2 1/2 years", "2 1/2 years", "P2Y6M"),
    ("for 5½ hours", "5½ hours", "PT5H30M"),
    ("for 20 more years", "20 more years", "P20Y"),
    ("a further month", "a further month", "P1M"),
    ("in the year ended June 30", "the year", "P1Y"),
]
SETS = [
    ("every Friday", "every Friday", "XXXX-WXX-5"),
    ("on Fridays, he", "Fridays", "XXXX-WXX-5"),
    ("printed weekly", "weekly", "P1W"),
    ("paid annually", "annually", "P1Y"),
    ("every two weeks", "every two weeks", "P2W"),
    ("each summer", "each summer", "XXXX-SU"),
]
VAGUE = [
    ("more of them these days", "these days", "PRESENT_REF"),
    ("He recently left.", "recently", "PAST_REF"),
    ("He is now abroad.", "now", "PRESENT_REF"),
    ("He is currently abroad.", "currently", "PRESENT_REF"),
    ("in the future", "the future", "FUTURE_REF"),
    ("in recent years", "recent years", "PAST_REF"),
]
NO_DATES = [
    "2014 people signed the petition.",
    "It cost $2014 to mend.",
    "A turnout of 2,014 was counted.",
    "He may march in.",
    "The marchers fall in line and spring back.",
    "The Sunday Times was first.",
    "A 6-year-old boy and a man, 44 years old.",
    "May I come in?",
    "The Sun rose. The cat Sat down.",
    "It is 50% of 31.",
    "Version 3.4.20 and clause 1.2.",
    "She was on “60 Minutes” and on “This Week” with Ann Rowe.",
]
TENSES = [  # TODAY is a Tuesday
    ("The mayor could not be reached for comment Friday.", "2025-12-12"),
    ("He couldn’t be reached for comment Friday.", "2025-12-12"),
    ("Neither of the two could be found Friday.", "2025-12-12"),
    ("It had been due to open Friday.", "2025-12-12"),
    ("It had previously been scheduled for Friday.", "2025-12-12"),
    ("They didn't meet Friday.", "2025-12-12"),
    ("They won’t meet Friday.", "2025-12-19"),
    ("They could meet Friday.", "2025-12-19"),
    ("It will not be held Friday.", "2025-12-19"),
    ("They planned a march on Friday.", "2025-12-19"),
    ("They are to meet Friday.", "2025-12-19"),
]


def found(text: str, day: datetime.date | None = TODAY) -> list[tuple[str, str, str]]:
    return [(text[start:end], reading.value, reading.type) for start, end, reading in read_dates(text, day)]


@pytest.mark.parametrize(("text", "value"), TENSES)
def test_the_tense_says_which_friday(text: str, value: str) -> None:
    assert found(text) == [("Friday", value, "DATE")]


@pytest.mark.parametrize(("text", "words", "value"), DAYS + PERIODS + RELATIVE_DAYS)
def test_dates(text: str, words: str, value: str) -> None:
    assert found(text)[0] == (words, value, "DATE")


@pytest.mark.parametrize(("text", "words", "value"), TIMES)
def test_times(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value, "TIME")]


@pytest.mark.parametrize(("text", "words", "value"), LENGTHS)
def test_durations(text: str, words: str, value: str) -> None:
    assert found(text)[0] == (words, value, "DURATION")


@pytest.mark.parametrize(("text", "words", "value"), SETS)
def test_sets(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value, "SET")]


@pytest.mark.parametrize(("text", "words", "value"), VAGUE)
def test_vague_references(text: str, words: str, value: str) -> None:
    assert found(text) == [(words, value, "DATE")]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_figures_and_words(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "on Dec. 13",
        "last year",
        "on Friday",
        "tonight",
        "at noon",
        "two years ago",
        "in October",
        "this week",
    ],
)
def test_nothing_is_guessed_without_the_drafts_date(text: str) -> None:
    ((_, value, _),) = found(text, None)
    assert value == ""


def test_fields_are_what_the_words_say() -> None:
    ((_, _, reading),) = read_dates("on Saturday, Dec. 13", TODAY)
    assert (reading.anchor, reading.weekday, reading.month, reading.day, reading.year) == (
        "partial",
        5,
        12,
        13,
        None,
    )


def test_a_year_earlier_is_the_quarter_last_spoken_of() -> None:
    text = "Profit rose in the third quarter to $3 million from $2 million a year earlier."
    assert [value for _, value, _ in found(text)] == ["2025-Q3", "2024-Q3"]


def test_the_following_year_is_counted_from_the_year_told_last() -> None:
    text = "The mill was built in 1994. The following year it burned; that year the river rose."
    assert [value for _, value, _ in found(text)] == ["1994", "1995", "1995"]
    assert [value for _, value, _ in found("The following year it burned.")] == [""]


def test_another_years_quarter_is_the_quarter_last_spoken_of() -> None:
    text = "Profit rose in the third quarter; in the 2023 period it fell, as in last year's quarter."
    assert [value for _, value, _ in found(text)] == ["2025-Q3", "2023-Q3", "2024-Q3"]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("on Dec. 13-15, 2025, he", [("Dec. 13", "2025-12-13"), ("15, 2025", "2025-12-15")]),
        ("on Dec. 13 and 14, he", [("Dec. 13", "2025-12-13"), ("14", "2025-12-14")]),
        ("from 13 to 15 December 2024", [("13", "2024-12-13"), ("15 December 2024", "2024-12-15")]),
        ("from Dec. 30, 2024, to Jan. 2", [("Dec. 30, 2024", "2024-12-30"), ("Jan. 2", "2025-01-02")]),
        ("on Dec. 13 and 14 people came", [("Dec. 13", "2025-12-13")]),
        ("of 347–30 September 420, he", [("30 September", "2025-09-30")]),
        ("lost Dec. 13 to 9, he", [("Dec. 13", "2025-12-13")]),
    ],
)
def test_ranges_are_two_days(text: str, days: list[tuple[str, str]]) -> None:
    assert [(words, value) for words, value, _ in found(text)] == days


def test_a_blank_line_parts_dates() -> None:
    assert [words for words, _, _ in found("It closed in December\n\n2014 was worse.")] == [
        "December",
        "2014",
    ]


def _styles(day: datetime.date) -> list[str]:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    nth = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}.get(day.day, "th")
    return [
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day}{nth}, {day.year}",
        f"{month if len(month) < 6 else month[:3] + '.'} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"the {day.day}{nth} of {month}, {day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"{weekday[:3]}. {month if len(month) < 6 else month[:3] + '.'} {day.day}, {day.year}",
        day.isoformat(),
    ]


DAY = st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31))


@given(DAY, st.integers(0, 8))
def test_a_full_date_in_any_style_has_its_value(day: datetime.date, style: int) -> None:
    written = _styles(day)[style]
    assert found(f"The bridge opened on {written}, in rain.", None) == [(written, day.isoformat(), "DATE")]


WORDS = """
last next this Friday Dec. December 13 13th 2025 the of a an five years year ago earlier every p.m. 8 noon
- – , ' ’s quarter Q3 third half fiscal in since recent now May march 1990s weeks . “ ” about hundred and GMT
12/13/25 tonight nineteen ninety-six 2025-12-13 end early summer Christmas weekend
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])


@given(st.lists(PIECES, max_size=40), st.sampled_from([TODAY, None]))
def test_spans_lie_in_the_text_in_order_without_overlap(pieces: list[str], day: datetime.date | None) -> None:
    text = " ".join(pieces)
    last = 0
    for start, end, _ in read_dates(text, day):
        assert last <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        last = end


@given(st.text(max_size=200), st.dates(datetime.date(1000, 1, 1), datetime.date(2999, 12, 31)))
def test_any_text_can_be_read(text: str, day: datetime.date) -> None:
    for start, end, _ in read_dates(text, day):
        assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(
    "piece",
    ["about ", "last ", "1 ", "five-", "1,", "' ", " \n ", "  ", "a.", "12/", "1.", "Dec. ", "the end of "],
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    begun = time.process_time()
    list(read_dates(piece * 40_000, TODAY))
    assert time.process_time() - begun < 5
