"""Days and times of day: 13 December 2025, Friday night, yesterday, 8 p.m. GMT."""

from __future__ import annotations

import datetime
import re

from newslint.story.calendar.arithmetic import (
    DAY,
    make_day,
    nearest_weekday,
    nearest_year,
)
from newslint.story.calendar.reading import Context, Reading, Words
from newslint.story.calendar.scan import Token

_LAST_OF_MONTH = 31
_EVENING = 5  # an hour before five at night is one of the morning


def iso(words: Words, context: Context) -> Reading | None:
    year, month, day = (int(part) for part in words.tokens[0].text.split("-"))
    if not 1 <= month <= 12:
        return None
    return Reading("DATE", _day_value(year, month, day), "absolute", year, month, day)


def numeric(words: Words, context: Context) -> Reading | None:
    """13/12/2025 and 12/13/2025 can only mean one day; 3/4/2025 means two, and its value stays open."""
    a, b, year = (int(part) for part in re.split(r"[/.]", words.tokens[0].text))
    if year < 100:
        if "." in words.tokens[0].text:  # a version or a clause number
            return None
        year += 2000 if year < 70 else 1900
    if a > 12 >= b > 0:
        day, month = a, b
    elif b > 12 >= a > 0 or a == b:
        month, day = a, b
    elif 0 < a <= 12 and 0 < b <= 12:
        return Reading("DATE", "", "year", year)
    else:
        return None
    made = make_day(year, month, day)
    return Reading("DATE", made.isoformat(), "absolute", year, month, day) if made else None


def day(words: Words, context: Context) -> Reading | None:
    month, of_month, year = words.number("Mm"), words.number("NO"), words.number("Y")
    weekday = words.number("Ww")
    if not month or not of_month:
        return None
    named = words.first("NO")
    if named and named.text[0].isalpha() and named.tag == "N":  # “five March”
        return None
    if year:
        return Reading("DATE", _day_value(year, month, of_month), "absolute", year, month, of_month, weekday)
    value = ""
    last = words.first("L") is not None  # last Oct. 23
    if context.day:
        on = nearest_year(context.day, month, of_month, context.tense)
        if last:
            on = context.day.year - ((month, of_month) >= (context.day.month, context.day.day))
        value = _day_value(on, month, of_month)
    return Reading("DATE", value, "relative" if last else "partial", None, month, of_month, weekday)


def first_day(words: Words, context: Context) -> Reading | None:
    """The first of the days in “Dec. 13-15, 2025”, “13 and 14 December”; where they are no two days of one
    month (“Dec. 13 to 9”, “347–30 September”), the one beside the month."""
    first, last = (token for token in words.tokens if token.tag == "N")
    beside = last if words.tokens[0] == first and not _in_order(first, last) else first
    return _one_of(words, beside, context)


def last_day(words: Words, context: Context) -> Reading | None:
    """The last of them; None where there is one only."""
    first, last = (token for token in words.tokens if token.tag == "N")
    return _one_of(words, last, context) if _in_order(first, last) else None


def _in_order(first: Token, last: Token) -> bool:
    return first.number < last.number <= _LAST_OF_MONTH and last.text.isdigit()


def _one_of(words: Words, number: Token, context: Context) -> Reading | None:
    return day(Words([token for token in words.tokens if token.tag in "MmY" or token == number]), context)


def _day_value(year: int, month: int, day: int) -> str:
    made = make_day(year, month, day)
    return made.isoformat() if made else ""


def weekday(words: Words, context: Context) -> Reading | None:
    of_week = words.number("Ww")
    if of_week is None:
        return None
    part = words.letters("D")
    value = ""
    if context.day:
        value = (_weekday(words, of_week, context)).isoformat() + (f"T{part}" if part else "")
    return Reading("TIME" if part else "DATE", value, "relative", weekday=of_week)


def _weekday(words: Words, of_week: int, context: Context) -> datetime.date:
    assert context.day
    relative = words.first("LFc")
    if relative and relative.tag == "L":
        return nearest_weekday(context.day - DAY, of_week, ahead=False)
    if relative and relative.tag == "F":
        return nearest_weekday(context.day + DAY, of_week, ahead=True)
    if relative:
        return context.day + (of_week - context.day.weekday()) * DAY
    return nearest_weekday(context.day, of_week, ahead=context.tense == "future")


def today(words: Words, context: Context) -> Reading | None:
    word = words.letters("R")
    part = words.letters("D") or ("NI" if word == "tonight" else "")
    value = ""
    if context.day:
        moved = context.day + {"yesterday": -1, "tomorrow": 1}.get(word, 0) * DAY
        value = moved.isoformat() + (f"T{part}" if part else "")
    return Reading("TIME" if part else "DATE", value, "relative")


def day_part(words: Words, context: Context) -> Reading | None:
    """This morning, last night."""
    part = words.letters("D")
    value = ""
    if context.day:
        value = f"{context.day - DAY if words.first('L') else context.day}T{part}"
    return Reading("TIME", value, "relative")


def clock(words: Words, context: Context) -> Reading | None:
    time = _clock_value(words)
    if not time:
        return None
    rest = _without_clock(words)
    date: Reading | None = None
    if rest.first("I"):
        date = iso(rest, context)
    elif rest.first("Mm"):
        date = day(rest, context)
    elif rest.first("R"):
        date = today(rest, context)
    elif rest.first("W"):
        date = weekday(rest, context)
    if not date:
        return Reading("TIME", f"{context.day}{time}" if context.day else "", "relative")
    value = f"{date.value[:10]}{time}" if date.value else ""
    return Reading("TIME", value, date.anchor, date.year, date.month, date.day, date.weekday)


def _without_clock(words: Words) -> Words:
    """The words of the day: neither “8 p.m.” nor “2000 GMT”."""
    following = words.tags[1:] + " "
    return Words(
        [
            token
            for token, tag in zip(words.tokens, following, strict=True)
            if token.tag not in "THXZ@ib" and not (token.tag in "NY" and tag in "XZ")
        ]
    )


def _clock_value(words: Words) -> str:
    noon = words.first("H")
    if noon:
        return "T24:00" if noon.text.lower() == "midnight" else "T12:00"
    token = words.first("T") or words.first("NY")
    if not token:
        return ""
    digits = [int(part) for part in re.findall(r"\d+", token.text)] or [token.number]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    if token.tag == "Y":
        hour, minute = divmod(hour, 100)
    half = words.first("X")
    letters = (half.text if half else re.sub(r"[\d:.\s]", "", token.text)).lower()
    if not half and ("jtD" in words.tags or "@D" in words.tags):  # four in the morning, nine at night
        letters = "a" if words.letters("D") == "MO" or (words.has("night") and hour < _EVENING) else "p"
    if letters.startswith("p"):
        hour += 12 if hour < 12 else 0
    elif letters.startswith("a") and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else ""
