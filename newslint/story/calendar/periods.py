"""Stretches of the calendar: December 2025, the third quarter, two years ago, last week, the 1990s."""

from __future__ import annotations

import datetime
import re
from typing import Final

from newslint.story.calendar.arithmetic import (
    month_value,
    nearest_year,
    quarter_value,
    shift,
    week_value,
)
from newslint.story.calendar.days import day
from newslint.story.calendar.reading import Context, Reading, Words


def month_year(words: Words, context: Context) -> Reading | None:
    year, month = words.number("Y"), words.number("Mm")
    if not year or not month:
        return None
    return Reading("DATE", month_value(year, month), "year", year, month)


def month(words: Words, context: Context) -> Reading | None:
    of_year = words.number("Mm")
    if not of_year:
        return None
    relative = words.first("LFc")
    if not context.day:
        return Reading("DATE", "", "relative" if relative else "partial", None, of_year)
    today = context.day
    year = nearest_year(today, of_year, 15, context.tense)
    if words.first("U") and relative:
        year = today.year + {"L": -1, "c": 0, "F": 1}[relative.tag]
    elif relative and relative.tag == "L":
        year = today.year - (of_year >= today.month)
    elif relative and relative.tag == "F":
        year = today.year + (of_year <= today.month)
    elif relative:
        year = today.year
    return Reading("DATE", month_value(year, of_year), "relative" if relative else "partial", None, of_year)


def ago(words: Words, context: Context) -> Reading | None:
    unit = words.letters("UPQK")
    count = "X" if words.tags[0] == "P" else words.count() or "1"  # months ago
    by = 1 if words.has("later") else -1
    value = ""
    if count == "X":
        value = "PAST_REF" if by < 0 else ""
    elif context.day and count.isdigit() and by < 0:  # “two days later” is counted from something in the text
        value = shift(context.day, unit, -int(count))
        if unit == "Y" and context.quarter:  # “up from a year earlier” in copy on a quarter: that quarter's
            value = f"{int(context.quarter[:4]) - int(count):04d}{context.quarter[4:]}"
    return Reading("DATE", value, "relative")


def told(words: Words, context: Context) -> Reading | None:
    """The following year, that month: counted from the date the text told last."""
    unit = words.letters("UQ")
    exact = {"Y": 4, "M": 7, "D": 10, "W": 10, "Q": 7}.get(unit)
    if exact is None or (unit == "D" and not words.first("<")):  # “that day” is often any day
        return None
    value, by = "", 1 if words.first("<") else 0
    since = context.told
    if len(since) >= exact and re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", since[:exact]):
        value = shift(datetime.date.fromisoformat(f"{since[:exact]}-01-01"[: max(exact, 10)][:10]), unit, by)
    elif unit == "Q" and since[4:6] == "-Q":
        value = quarter_value(int(since[:4]), int(since[6]) + by)
    return Reading("DATE", value, "relative")


def week_of(words: Words, context: Context) -> Reading | None:
    """The week of March 6."""
    if words.letters("U") != "W":
        return None
    reading = day(words, context)
    if reading is None or not reading.value:
        return reading and reading._replace(value="", day=None)
    return reading._replace(value=week_value(datetime.date.fromisoformat(reading.value)), day=None)


def unit(words: Words, context: Context) -> Reading | None:
    kind = words.letters("Ss") or words.letters("UQK")
    relative = words.first("LFc")
    by = {"L": -1, "F": 1}.get(relative.tag, 0) if relative else 0
    if words.has("latest") and kind in ("Y", "M", "W", "D"):
        return Reading("DATE", "PAST_REF", "vague")
    if kind.startswith("T") or (kind == "D" and words.first("cL")):  # the last minute, to this day
        return None
    today = context.day
    if not kind:
        return Reading("DATE", context.quarter, "relative") if context.quarter and words.first("Lc") else None
    if not today:
        return Reading("DATE", "", "relative")
    if kind in _SEASONS:
        return Reading("DATE", _season_value(today, kind, by), "relative")
    if kind == "WE":
        if by == 0 and today.weekday() < 5 and not relative:
            by = 0 if context.tense == "future" else -1
        return Reading("DATE", shift(today, kind, by), "relative")
    return Reading("DATE", shift(today, kind, by), "relative")


_SEASONS: Final = ("SP", "SU", "FA", "WI")


def _season_value(today: datetime.date, season: str, by: int) -> str:
    now = _SEASONS.index(season) * 3 + 3  # the month it begins
    year = today.year
    if by < 0 and now >= today.month - 1:
        year -= 1
    elif by > 0 and now <= today.month:
        year += 1
    return f"{year:04d}-{season}"


def season(words: Words, context: Context) -> Reading | None:
    letters, year = words.letters("Ss"), words.number("Y")
    if year:
        return Reading("DATE", f"{year:04d}-{letters}", "year", year)
    return Reading("DATE", f"{context.day.year:04d}-{letters}" if context.day else "", "partial")


def quarter(words: Words, context: Context) -> Reading | None:
    named = words.first("q")
    which = int(named.text[1]) if named else words.number("O")
    if not which or which > 4:
        return None
    year = words.number("Y")
    if year:
        return Reading("DATE", quarter_value(year, which), "year", year)
    relative = words.first("LFc")
    ago = words.first("AE") is not None  # the year-ago third quarter
    if not context.day:
        return Reading("DATE", "", "relative" if ago else "partial")
    if relative:
        of = context.day.year + {"L": -1, "F": 1, "c": 0}[relative.tag]
        return Reading("DATE", quarter_value(of, which), "relative")
    of = nearest_year(context.day, which * 3 - 1, 15, "open" if context.tense == "future" else "past")
    return Reading("DATE", quarter_value(of - ago, which), "relative" if ago else "partial")


def same_quarter(words: Words, context: Context) -> Reading | None:
    """The 2024 quarter, last year’s period: the quarter last spoken of, in another year."""
    year, relative = words.number("Y"), words.first("LFc")
    if relative and context.day:
        year = context.day.year + {"L": -1, "F": 1, "c": 0}[relative.tag]
    value = f"{year or 0:04d}{context.quarter[4:]}" if context.quarter and year else str(year or "")
    return Reading("DATE", value, "relative" if relative else "year", words.number("Y"))


def half(words: Words, context: Context) -> Reading | None:
    which, year = words.number("O"), words.number("Y")
    if which is None and words.first("L"):  # the last half of 2025
        which = 2
    if which not in (1, 2):
        return None
    if year:
        return Reading("DATE", f"{year:04d}-H{which}", "year", year)
    relative = words.first("LFc")
    if not words.first("U"):
        return None
    by = {"L": -1, "F": 1}.get(relative.tag, 0) if relative else 0
    return Reading("DATE", f"{context.day.year + by:04d}-H{which}" if context.day else "", "relative")


def decade(words: Words, context: Context) -> Reading | None:
    token = words.first("B")
    assert token
    digits = re.sub(r"\D", "", token.text)
    if not digits:
        return Reading("DATE", str(token.value), "year") if words.first("t") or words.first("e") else None
    century = "19" if len(digits) == 2 and digits >= "20" else "20"
    return Reading("DATE", (digits if len(digits) == 4 else century + digits)[:3], "year")


def century(words: Words, context: Context) -> Reading | None:
    which = words.number("O")
    if words.letters("U") != "CE" or not which or which > 30:
        return None
    return Reading("DATE", f"{which - 1:02d}", "year")


def year(words: Words, context: Context) -> Reading | None:
    of = words.number("Y")
    if not of:
        return None
    return Reading("DATE", f"{of:04d}", "year", of)


def spoken_year(words: Words, context: Context) -> Reading | None:
    """Nineteen ninety-six, the year two thousand; January nineteen ninety-seven."""
    century, *rest = (token.number for token in words.tokens if token.tag == "N")
    digits = any(token.text.isdigit() for token in words.tokens if token.tag == "N")
    if words.first("C"):
        of = int(words.count()) if not digits else 0
    else:
        of = century * 100 + sum(rest) if century in (18, 19, 20) and 10 <= sum(rest) <= 99 else 0
    if digits or not 1000 <= of < 2100:  # “on June 19 20 people”
        return day(Words(words.tokens[:2]), context) if words.first("Mm") else None
    month, season = words.number("Mm"), words.letters("Ss")
    value = month_value(of, month) if month else f"{of:04d}" + (f"-{season}" if season else "")
    return Reading("DATE", value, "year", of, month)


def the_unit(words: Words, context: Context) -> Reading | None:
    """The quarter: the last one ended; the year: the one that runs. Other units need more words."""
    kind = words.letters("UQ")
    if kind not in ("Q", "Y") or not context.day:
        return None
    return Reading("DATE", shift(context.day, kind, -1 if kind == "Q" else 0), "relative")


def reference(words: Words, context: Context) -> Reading | None:
    if words.first("c"):
        return Reading("DATE", "PRESENT_REF", "vague") if words.has("current") else None
    if words.first("L"):
        return Reading("DATE", "PAST_REF", "vague") if words.has("past") else None
    return Reading("DATE", words.letters("g") or "FUTURE_REF", "vague")
