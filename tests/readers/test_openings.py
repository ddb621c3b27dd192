from __future__ import annotations

import time

import pytest

from newslint.readers.openings import dateline_end, is_byline, is_dateline, shown_role
from newslint.readers.roles import is_crosshead, is_headline

STORY = "The council shut the lower bridge on Saturday after an engineer found a crack in one of its piers."


@pytest.mark.parametrize(
    "dateline",
    [
        "WASHINGTON, Dec. 13 (AP) — ",
        "KYIV, Ukraine — ",
        "LONDON (Reuters) - ",
        "NEW YORK -- ",
        "ST. LOUIS, Mo. (AP) — ",
        "PORT-AU-PRINCE, Haiti – ",
        "N’DJAMENA, Chad — ",
        "McALLEN, Texas — ",
        "PARIS, 13 December (AFP) - ",
        "MEXICO CITY, Feb. 8 (UPI) —",
        "Washington (CNN) — ",
        "Kyiv, Ukraine (AP) — ",
        "KHAN YOUNIS, Gaza Strip, Oct. 3, 2025 — ",
        "MALMÖ, Sweden — ",
    ],
)
def test_datelines(dateline: str) -> None:
    assert dateline_end(dateline + STORY) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "BREAKING — " + STORY,
        "EXCLUSIVE - " + STORY,
        "The mayor — who was late — spoke.",
        "NATO said on Monday — twice — that it would.",
        "Q - What did you see?",
        "Jane Roe (Ind) — the last to speak — said no.",
        "IBM shares fell - again.",
        "KYIV, Ukraine —",
        STORY,
    ],
)
def test_no_datelines(text: str) -> None:
    assert dateline_end(text) == 0


def test_datelines_of_their_own() -> None:
    assert is_dateline("LONDON, Jan. 5")
    assert is_dateline("LONDON, January 5, 2026 —")
    assert not is_dateline("LONDON")
    assert not is_dateline("LONDON, January 5, was cold.")


@pytest.mark.parametrize(
    "text",
    [
        "By Jane Roe",
        "BY JANE ROE",
        "By Jane Roe and John Doe, Staff Writers",
        "By Jane Roe, John Doe and Ann Pollard in Marlow",
        "By Ursula von der Marsh | Marlow Herald",
        "By J. R. O’Neill",
    ],
)
def test_bylines(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    "text",
    ["By the time it was over, four were hurt.", "By Monday the water had gone down.", "Jane Roe", "By law"],
)
def test_no_bylines(text: str) -> None:
    assert not is_byline(text)


def test_a_signature_is_a_byline_below_a_headline_only() -> None:
    assert is_byline("Jane Roe, Political Editor", signed=True)
    assert is_byline("Jane Roe in Marlow", signed=True)
    assert not is_byline("Jane Roe, Political Editor")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Photo: The bridge at dawn.", "caption"),
        ("The bridge at dawn. (AP Photo/Jane Roe)", "caption"),
        ("(Photo by Jane Roe)", "caption"),
        ("Editor's note: This is a reprint.", "note"),
        ("Correction: The bridge opened in 1911, not 1912.", "note"),
        ("This story has been updated to name the mill.", "note"),
        ("(Reporting by Jane Roe; editing by John Doe)", "note"),
        ("The Marlow Herald contributed to this report.", "note"),
        ("ENDS", "meta"),
        ("- ends -", "meta"),
        ("-30-", "meta"),
        ("###", "meta"),
        ("EMBARGOED UNTIL 0001 Friday", "meta"),
        ("Published: Dec. 13, 2025 at 10:14 a.m.", "meta"),
        ("More", None),
        ("Correction fluid was found on the ballots.", None),
        ("The photo was taken at dawn.", None),
        ("This story has no end.", None),
        (STORY, None),
    ],
)
def test_what_shows_its_role(text: str, role: str | None) -> None:
    assert shown_role(text) == role


@pytest.mark.parametrize(
    "text",
    [
        "Council shuts lower bridge",
        "Council shuts lower bridge after crack is found, and nobody knows for how long",
        "Is the bridge safe?",
        "Council Shuts the Lower Bridge for Good.",
        "Pollard: ‘We had no choice’",
    ],
)
def test_headlines(text: str) -> None:
    assert is_headline(text, [STORY])


@pytest.mark.parametrize(
    "text",
    ["The bridge is shut.", "It was over before dawn.", STORY, "Among those on the bridge:", "Shut"],
)
def test_no_headlines(text: str) -> None:
    assert not is_headline(text, [STORY, STORY])


def test_a_headline_with_a_stop_is_known_by_what_stands_below() -> None:
    assert is_headline("Council shuts lower bridge.", ["By Jane Roe", STORY])
    assert is_headline("Council shuts lower bridge.", ["MARLOW, Dec. 13 — " + STORY])
    assert is_headline(
        "Pollard shuts the lower bridge.", ["Mayor Ann Pollard shut the bridge on Saturday, she said."]
    )
    assert not is_headline(
        "Pollard shuts the lower bridge.", ["President Pollard shut it on Saturday, she said."]
    )


def test_nothing_below_means_no_headline() -> None:
    assert not is_headline("Council shuts lower bridge", [])


def test_crossheads() -> None:
    assert is_crosshead("No way round", [STORY])
    assert not is_crosshead("No way round.", [STORY])
    assert not is_crosshead("no way round", [STORY])
    assert not is_crosshead("No way round", [])
    assert not is_crosshead("Among those on the bridge:", [STORY])
    assert not is_crosshead("Pollard 41", ["Ferris 12"])


@pytest.mark.parametrize(
    "text", ["A" * 200_000, "A B" * 60_000, "By " + "A " * 60_000, "(" * 100_000, "A, " * 60_000]
)
def test_hostile_lines_take_no_time(text: str) -> None:
    begun = time.process_time()
    (
        dateline_end(text),
        is_byline(text, signed=True),
        shown_role(text),
        is_dateline(text),
        is_headline(text, [text]),
    )
    assert time.process_time() - begun < 1
