"""The verb ``dates`` and its problems."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from newslint.checks.dates import newslint_checks
from newslint.checks.dates.house_style import House, HouseStyle, HouseStyleOptions, Part
from newslint.checks.dates.no_time import NoTime, NoTimeOptions
from newslint.checks.dates.select import Dates, DatesOptions
from newslint.language.pipeline import Pipeline
from newslint.model import Draft, Hit
from newslint.plugins import load_plugins
from newslint.readers.base import Builder
from newslint.readers.plain import PlainReader
from newslint.rulebook.check import Check, Options
from newslint.rulebook.examples import run_examples
from newslint.rulebook.rule import load_rule
from newslint.story.calendar.lexicon import MONTHS, WEEKDAYS
from newslint.story.story import Story

TODAY = datetime.date(2025, 12, 16)
RULES = sorted((Path(__file__).resolve().parents[2] / "rules" / "dates").glob("*.yml"))
PROBLEMS = {check.problem: check for check in newslint_checks() if check.problem}


def draft_of(text: str) -> Draft:
    builder = Builder("draft.txt", text, format="plain", encoding="utf-8")
    builder.open("body")
    builder.add(0, len(text))
    builder.close()
    return builder.draft()


def look(check: Check[Any], text: str, day: datetime.date | None = TODAY) -> list[Hit]:
    return list(check.look(Story(draft_of(text), Pipeline("blank"), day)))


def flagged(problem: str, text: str, day: datetime.date | None = TODAY) -> list[str]:
    return [hit.span.cut(text) for hit in look(PROBLEMS[problem](Options()), text, day)]


def chosen(text: str, today: datetime.date | None = TODAY, **options: Any) -> list[str]:
    return [hit.span.cut(text) for hit in look(Dates(DatesOptions(**options)), text, today)]


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_examples_of_the_rules(path: Path) -> None:
    rule = load_rule(path, load_plugins().checks)
    results = run_examples(rule, read=lambda name, data, _: PlainReader().read(name, data))
    assert results
    assert not [str(result) for result in results if not result.ok]


def test_the_verb_selects_by_every_condition() -> None:
    text = "It rained on Dec. 13, on Friday, on Dec. 14, 2025, in 2014, for five years and again in May."
    assert chosen(text, anchor="partial") == ["Dec. 13", "May"]
    assert chosen(text, anchor="partial", day="given") == ["Dec. 13"]
    assert chosen(text, year="given") == ["Dec. 14, 2025", "2014"]
    assert chosen(text, type="DURATION") == ["five years"]
    assert chosen(text, anchor="relative", draft_date="known") == ["Friday"]
    assert chosen(text, anchor="relative", draft_date="unknown") == []


def test_once_gives_the_first_with_the_others_beside_it() -> None:
    text = "It rained on Dec. 13, on Dec. 14 and on Dec. 15."
    (hit,) = look(Dates(DatesOptions(anchor="partial", once=True)), text)
    assert hit.span.cut(text) == "Dec. 13"
    assert [aside.span.cut(text) for aside in hit.asides] == ["Dec. 14", "Dec. 15"]
    assert hit.facts["others"] == "2"


def test_a_year_given_once_holds_for_the_same_day_later_on() -> None:
    text = "It rained on Dec. 13, 2025, and the mill flooded. After Dec. 13 nobody came."
    assert chosen(text, None, year="missing", day="given") == []


DAYS = st.dates(datetime.date(1950, 1, 1), datetime.date(2049, 12, 31))


@given(DAYS, st.integers(0, 6), st.booleans())
def test_a_weekday_is_wrong_where_the_calendar_disagrees(
    day: datetime.date, weekday: int, british: bool
) -> None:
    month = MONTHS[day.month - 1]
    date = f"{day.day} {month} {day.year}" if british else f"{month} {day.day}, {day.year}"
    written = f"{WEEKDAYS[weekday]}, {date}"
    expected = [] if weekday == day.weekday() else [written]
    assert flagged("wrong weekday", f"The bridge shut on {written}, in rain.", None) == expected


@given(st.dates(datetime.date(2024, 7, 1), datetime.date(2026, 6, 1)), st.integers(-360, 360))
def test_the_right_weekday_is_never_flagged_within_the_year(today: datetime.date, by: int) -> None:
    day = today + datetime.timedelta(days=by)
    assume(day.year == today.year or abs(by) <= 200)
    assume((day.month, day.day) != (2, 29))
    text = f"The council met {WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, to vote."
    assert flagged("wrong weekday", text, today) == []


def test_the_message_of_a_wrong_weekday_has_its_facts() -> None:
    (hit,) = look(PROBLEMS["wrong weekday"](Options()), "It shut on Monday, Dec. 13, 2025.")
    assert hit.facts == {"date": "13 December 2025", "weekday": "Monday", "actual": "Saturday", "was": "was"}


@given(st.integers(1, 12), st.integers(1, 99), st.integers(1950, 2049))
def test_a_day_is_impossible_where_the_calendar_has_none(month: int, day: int, year: int) -> None:
    written = f"{MONTHS[month - 1]} {day}, {year}"
    try:
        datetime.date(year, month, day)
        expected = []
    except ValueError:
        expected = [written]
    assert flagged("impossible date", f"It shut on {written}, in rain.", None) == expected


@given(st.integers(1900, 2020), st.integers(0, 60), st.integers(1, 70))
def test_a_span_is_wrong_where_its_length_is_neither_way_of_counting(
    first: int, years: int, stated: int
) -> None:
    text = f"He led it from {first} to {first + years}, a {stated}-year stretch."
    assert bool(flagged("span mismatch", text)) == (stated not in (years, years + 1))


@given(st.dates(datetime.date(1930, 1, 1), datetime.date(2020, 1, 1)), st.integers(1, 99))
def test_an_age_is_wrong_where_it_is_not_that_of_the_day(born: datetime.date, age: int) -> None:
    actual = TODAY.year - born.year - ((TODAY.month, TODAY.day) < (born.month, born.day))
    text = f"Okafor, {age}, who was born on {born.day} {MONTHS[born.month - 1]} {born.year}, has two boats."
    assert bool(flagged("age mismatch", text)) == (age != actual)


@pytest.mark.parametrize(
    ("problem", "text"),
    [
        ("age mismatch", "Okafor, 48, born in 1953, has two boats."),
        ("relative mismatch", "The dam broke last year, in 2012."),
        ("later than publication", "The treaty was signed on Oct. 9, 2099."),
        ("anniversary mismatch", "Hundreds gathered for the 10th anniversary of the 2014 fire."),
        ("wrong weekday", "The council met Monday, Dec. 13."),
        ("past as future", "The council will meet on Dec. 1."),
    ],
)
def test_no_verdict_that_needs_the_drafts_date_without_it(problem: str, text: str) -> None:
    assert flagged(problem, text, TODAY)
    assert not flagged(problem, text, None)


def test_money_voted_for_a_later_year_is_no_slip() -> None:
    assert flagged("later than publication", "The bridge was opened in 2099.")
    assert not flagged("later than publication", "The council raised funding for the bridge in 2099.")


def test_ages_differ_for_one_person_at_one_time() -> None:
    problem = "ages differ"
    assert flagged(problem, "Joan Hale, 48, left. A day later Joan Hale, 47, came back.") == ["47"]
    assert flagged(problem, "Joan Hale (48) left. The 47-year-old Hale came back.") == ["47"]
    assert not flagged(problem, "Joan Hale, 48, left. Then Joan Hale, 48, came back.")
    assert not flagged(problem, "Joan Hale, 48, left. Tom Hale, 12, stayed. Hale, 12, is her son.")
    assert not flagged(problem, "Joan Hale, 48, left. When Joan Hale, 20, came it was calm.")


def test_an_event_is_dated_twice_where_it_is_the_same() -> None:
    problem = "event dated twice"
    assert flagged(problem, "The Dec. 3 vote was close. The Dec. 4 vote is under inquiry.") == ["Dec. 4"]
    assert not flagged(problem, "The Dec. 3 vote was close. A Dec. 4 vote is under inquiry.")
    assert not flagged(problem, "The Dec. 3 vote in Leith was close. The Dec. 4 vote in Perth was not.")
    assert not flagged(problem, "The Sept. 11 attack was recalled. The Sept. 12 attack was not.")


def test_a_holiday_needs_no_year_where_it_has_one_date() -> None:
    assert flagged("wrong holiday", "They met on Christmas Day, Dec. 26, in rain.", None) == [
        "Christmas Day, Dec. 26"
    ]
    assert not flagged("wrong holiday", "They met on Thanksgiving, Nov. 26, in rain.", None)
    assert flagged("wrong holiday", "They met on Thanksgiving, Nov. 26, in rain.") == [
        "Thanksgiving, Nov. 26"
    ]


def test_a_zone_is_wrong_only_on_a_day_that_is_told() -> None:
    assert flagged("wrong zone", "It begins at 8 p.m. EST on July 4, 2025.") == ["EST"]
    assert flagged("wrong zone", "It begins at 8 p.m. EDT Friday.") == ["EDT"]
    assert not flagged("wrong zone", "It begins at 8 p.m. EDT.")
    assert not flagged("wrong zone", "It begins at 8 p.m. EST on Nov. 2, 2025.")  # the clocks change


@pytest.mark.parametrize(("year", "far"), [("1025", True), ("2125", True), ("2052", False), ("1066", False)])
def test_a_year_one_slip_away(year: str, far: bool) -> None:
    assert bool(flagged("far year", f"The bridge was shut in {year}, it says.")) is far


@pytest.mark.parametrize(
    ("house", "part", "text", "better"),
    [
        ("AP", "date", "He left on 13th December.", "Dec. 13"),
        ("AP", "date", "He left on the 13th of December 2024.", "Dec. 13, 2024"),
        ("AP", "date", "He left in Sept. 2024.", "September 2024"),
        ("AP", "date", "He left on December 13 at 8 p.m.", "Dec. 13"),
        ("UK", "date", "He left at 8pm on December 13, 2024, he said.", "13 December 2024"),
        ("UK", "date", "He left on Dec. 13, 2024, at noon.", "13 December 2024"),
        ("UK", "date", "He left in December, 2024.", "December 2024"),
        ("AP", "time", "He left at 10:00am.", "10 a.m."),
        ("UK", "time", "He left at 10:15 A.M. on Friday.", "10.15am"),
    ],
)
def test_a_house_writes_dates_its_own_way(house: House, part: Part, text: str, better: str) -> None:
    (hit,) = look(HouseStyle(HouseStyleOptions(house=house, part=part)), text)
    assert hit.facts["better"] == better


@pytest.mark.parametrize(
    "text", ["May 45 people came.", "In 15 PM Modi won.", "It was founded on the Fourth of July."]
)
@pytest.mark.parametrize("house", ["AP", "UK"])
@pytest.mark.parametrize("part", ["date", "time"])
def test_a_house_leaves_alone_what_is_no_date(text: str, house: House, part: Part) -> None:
    assert not look(HouseStyle(HouseStyleOptions(house=house, part=part)), text)


OPTIONS: dict[str, Options] = {"house style": HouseStyleOptions(house="AP"), "no time": NoTimeOptions()}


def test_every_hit_has_the_facts_its_check_declares() -> None:
    text = (
        "On Monday, Dec. 13, 2025, and Nov. 31 it rained last year, in 2012, from 2011 to 2018, a five-year "
        "run. Okafor, 48, born in 1953, was seen on Oct. 9, 2099. Many kept the 10th anniversary of the "
        "2014 fire on May 3rd. The mill ran from 2018 to 2011. Doors open at 13 p.m. It will meet on Dec. 1. "
        "Joan Okafor, 48, left; Joan Okafor, 47, came. The Dec. 3 vote was close. The Dec. 4 vote was not. "
        "They met on Christmas Day, Dec. 26, at 8 p.m. EST on July 4, 2025, at 12 noon and on 7 December. "
        "It sank in 2125, in Q7 2025. She has led it for nine years, since 2020. He left on May 9 and then "
        "returned on May 2."
    )
    seen = set()
    for problem, kind in PROBLEMS.items():
        options = OPTIONS.get(problem, Options())
        for hit in look(kind(options), text):
            assert set(hit.facts) == set(kind.facts), problem
            seen.add(problem)
    assert seen == PROBLEMS.keys() - {
        "unclear year",
        "dateline mismatch",
        "stale dateline",
        "no time",
    }  # of undated drafts, datelines, and drafts without dates


@given(st.integers(0, 99), st.none() | st.integers(0, 99), st.sampled_from("ap"), st.booleans())
def test_a_time_is_impossible_where_no_clock_shows_it(
    hour: int, minute: int | None, half: str, stops: bool
) -> None:
    time = f"{hour}{'' if minute is None else f':{minute:02d}'} " + (f"{half}.m." if stops else f"{half}m")
    possible = (1 <= hour <= 12 or (hour == 0 and half == "a")) and (minute or 0) < 60
    assert bool(flagged("impossible time", f"Doors open at {time} on Friday.")) != possible


def test_thousands_are_no_age() -> None:
    assert flagged("ages differ", "Ruth Pettifer, 48, won. With Pettifer, 1,200 others sailed.") == []
    assert flagged("ages differ", "Ruth Pettifer, 48, won. With Pettifer, 47, two others sailed.") == ["47"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He has run it for nine years, since 2020.", "nine years, since 2020"),
        ("It has stood empty since 2005 (six years).", "2005 (six years"),
        ("She has been in office for two years — since 2019.", "two years — since 2019"),
    ],
)
def test_a_length_of_time_that_does_not_fit_the_year_it_began(text: str, words: str) -> None:
    assert flagged("since mismatch", text) == [words]
    assert flagged("since mismatch", text, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "He has run it for five years, since 2020.",
        "He has run it for six years, since 2020.",
        "He has run it for almost nine years, since 2020.",
        "He had run it for nine years, since 2001.",
        "He ran it from 2001 to 2010, for nine years, since 2020 only in name.",
        "Since 2020, two years after the flood, he has run it.",
        "Since 2020, two-year contracts are the rule.",
    ],
)
def test_lengths_that_fit_or_end_elsewhere(text: str) -> None:
    assert flagged("since mismatch", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("She was charged on May 9 and then arrested on May 2.", "May 9 and then arrested on May 2"),
        ("He left in 2014 and later returned in 2012.", "2014 and later returned in 2012"),
        (
            "He left on May 2, 2025, after being fined on May 9, 2025.",
            "May 2, 2025, after being fined on May 9, 2025",
        ),
    ],
)
def test_dates_in_another_order_than_their_words(text: str, words: str) -> None:
    assert flagged("order mismatch", text, None) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "She was charged on May 2 and then arrested on May 9.",
        "He left in 2012 and later returned in 2014.",
        "It opened on Dec. 28 and then closed on Jan. 4.",
        "It opened on May 9. Then, on May 2, came the fine.",
        "He left on Tuesday and then returned on Monday.",
        "Later than on May 9, but not than on May 2, he wrote.",
        "He was fined on May 9 for what he then said he had done on May 2.",
    ],
)
def test_orders_that_may_be_right(text: str) -> None:
    assert flagged("order mismatch", text, None) == []


def test_an_opening_without_a_day() -> None:
    plain = "A fire closed the old mill in Leith. " + "Two crews came up from Perth again. " * 6
    check = NoTime(NoTimeOptions())
    assert [hit.span.cut(plain) for hit in look(check, plain, None)] == [
        "A fire closed the old mill in Leith."
    ]
    for when in ("on Monday", "last week", "on Dec. 13", "at noon"):
        assert look(check, plain.replace("Leith", f"Leith {when}"), None) == []
    assert look(check, "A fire closed the old mill in Leith.", None) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two buses collided near Leith on Dec. 3, he said. The Dec. 4 collision hurt nobody.", ["Dec. 4"]),
        ("The raid on the mill on Dec. 3 was loud. The raid on the mill on Dec. 5 was not.", ["Dec. 5"]),
        ("A blast shook Leith on Monday. The explosion in Leith on Sunday hurt two.", ["Sunday"]),
        ("A storm hit on Dec. 1. The storm of Dec. 2 sank two boats.", ["Dec. 2"]),
        ("The raid on Dec. 3 was loud. The raid on Dec. 5 was not.", []),
        ("The second raid took place on Dec. 3. The raid on Dec. 4 was loud.", []),
        ("The town vote on Dec. 3 was close. The county vote on Dec. 4 was not.", []),
        ("The fire of Dec. 3 and the fire of Dec. 4 were one.", []),
        ("A crash on Dec. 3 hurt two. A crash on Dec. 4 hurt three.", []),
        ("The crash on Monday hurt two. The crash on Sunday hurt three.", []),
        ("Every fire on Sunday and the fire on Sundays cost time.", []),
    ],
)
def test_events_and_their_days(text: str, words: list[str]) -> None:
    assert flagged("event dated twice", text) == words


@pytest.mark.parametrize(
    ("problem", "text", "words"),
    [
        ("span mismatch", "It opened in 2001 and shut 12 years later, in 2015.", ["12 years later, in 2015"]),
        (
            "span mismatch",
            "It opened in 2001 and shut two years later, in 2015.",
            ["two years later, in 2015"],
        ),
        ("span mismatch", "It opened in 2001 and shut 14 years later, in 2015.", []),
        ("span mismatch", "It opened in 2001 and shut some 12 years later, in 2015.", []),
        ("span mismatch", "It opened in 2001. He left 12 years later, in 2015.", []),
        ("relative mismatch", "It shut last month, in September.", ["last month, in September"]),
        ("relative mismatch", "It shut last month, in November.", []),
        ("past as future", "The court will sit on Dec. 3 at noon.", ["Dec. 3 at noon"]),
        ("past as future", "The court will sit on Dec. 23 at noon.", []),
        ("age mismatch", "Ann Rowe, 44, of Leith, was born in 1975.", ["44, of Leith, was born in 1975"]),
        ("age mismatch", "Ann Rowe, 50, of Leith, was born in 1975.", []),
    ],
)
def test_the_same_in_other_words(problem: str, text: str, words: list[str]) -> None:
    assert flagged(problem, text) == words


def test_last_month_may_be_that_of_the_day_before() -> None:
    text = "It shut last month, in November."
    assert flagged("relative mismatch", text, datetime.date(2026, 1, 2)) == []
    assert flagged("relative mismatch", text, datetime.date(2026, 1, 12)) != []
