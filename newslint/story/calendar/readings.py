"""How each production is read: tokens and context in, a Reading out, or None where the words are no date."""

from __future__ import annotations

import datetime
import re

from newslint.story.calendar.arithmetic import (
    DAY,
    make_day,
    month_value,
    nearest_weekday,
    nearest_year,
    nth_weekday,
    quarter_value,
    shift,
)
from newslint.story.calendar.reading import Context, Reading, Words

DAY_PART_OF_HOUR = ((5, "NI"), (12, "MO"), (18, "AF"), (22, "EV"), (24, "NI"))


def iso(words: Words, context: Context) -> Reading | None:
    year, month, day = (int(part) for part in words.tokens[0].text.split("-"))
    if not 1 <= month <= 12:
        return None
    return Reading("DATE", words.tokens[0].text, "absolute", year, month, day)


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
    if context.day:
        value = _day_value(nearest_year(context.day, month, of_month, context.tense), month, of_month)
    return Reading("DATE", value, "partial", None, month, of_month, weekday)


def _day_value(year: int, month: int, day: int) -> str:
    made = make_day(year, month, day)
    return made.isoformat() if made else ""


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
    date: Reading | None = None
    if words.first("Mm") or words.first("I"):
        inner = Words(
            [token for token in words.tokens if token.tag in "WwMmNOYI" and not _is_clock(words, token)]
        )
        date = iso(inner, context) if inner.first("I") else day(inner, context)
    elif words.first("R"):
        date = today(Words([token for token in words.tokens if token.tag == "R"]), context)
    elif words.first("W"):
        date = weekday(Words([token for token in words.tokens if token.tag in "LFcW"]), context)
    if not date:
        return Reading("TIME", f"{context.day}{time}" if context.day else "", "relative")
    value = f"{date.value[:10]}{time}" if date.value else ""
    return Reading("TIME", value, date.anchor, date.year, date.month, date.day, date.weekday)


def _is_clock(words: Words, token: object) -> bool:
    i = words.tokens.index(token)  # type: ignore[arg-type]
    return words.tags[i : i + 2] == "NX"


def _clock_value(words: Words) -> str:
    noon = words.first("H")
    if noon:
        return "T24:00" if noon.text.lower() == "midnight" else "T12:00"
    token = words.first("T") or words.first("NY")
    if not token:
        return ""
    digits = [int(part) for part in re.findall(r"\d+", token.text)]
    hour, minute = digits[0], digits[1] if len(digits) > 1 else 0
    if token.tag == "Y":
        hour, minute = divmod(hour, 100)
    half = words.first("X")
    letters = (half.text if half else re.sub(r"[\d:.\s]", "", token.text)).lower()
    if letters.startswith("p"):
        hour += 12 if hour < 12 else 0
    elif letters.startswith("a") and hour == 12:
        hour = 0
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else ""


def sets(words: Words, context: Context) -> Reading | None:
    plain = words.first("v")
    if plain:
        return Reading("SET", str(plain.value), "vague")
    of_week = words.number("WJ")
    if of_week is not None:
        part = words.letters("D")
        return Reading(
            "SET", f"XXXX-WXX-{of_week + 1}" + (f"T{part}" if part else ""), "vague", weekday=of_week
        )
    of_year = words.number("Mm")
    if of_year:
        return Reading("SET", f"XXXX-{of_year:02d}", "vague", month=of_year)
    season = words.letters("Ss")
    if season:
        return Reading("SET", f"XXXX-{season}", "vague")
    part = words.letters("D")
    if part:
        return Reading("SET", f"XXXX-XX-XXT{part}", "vague")
    unit = words.letters("UPQK")
    count = "2" if words.has("other", "second") else words.count() or "1"
    return Reading("SET", _span_value(count, unit), "vague")


def _span_value(count: str, unit: str) -> str:
    if unit == "FN":
        return f"P{int(count) * 2}W" if count.isdigit() else "PXW"
    return f"PT{count}{unit[1]}" if unit.startswith("T") and len(unit) == 2 else f"P{count}{unit}"


def duration(words: Words, context: Context) -> Reading | None:
    if words.first("y"):  # an age
        return None
    unit = words.letters("UPQKD").replace("NI", "D")
    return Reading("DURATION", _span_value(words.count() or "X", unit), "vague")


def rate(words: Words, context: Context) -> Reading | None:
    """$50 a year, twice a week: no date."""
    return None


def stretch(words: Words, context: Context) -> Reading | None:
    return duration(words, context)


def recent(words: Words, context: Context) -> Reading | None:
    unit = words.letters("P")
    if words.first("F"):
        return Reading("DATE", "FUTURE_REF", "vague")
    if words.first("r"):
        return Reading("DATE", "PAST_REF", "vague")
    return Reading("DURATION", _span_value("X", unit), "vague")


def ago(words: Words, context: Context) -> Reading | None:
    unit = words.letters("UPQK")
    count = words.count() or "1"
    by = 1 if words.has("later") else -1
    value = ""
    if count == "X":
        value = "PAST_REF" if by < 0 else "FUTURE_REF"
    elif context.day and count.isdigit():
        value = shift(context.day, unit, by * int(count))
        if unit == "Y" and context.quarter:  # “up from a year earlier” in copy on a quarter: that quarter's
            value = f"{int(context.quarter[:4]) + by * int(count):04d}{context.quarter[4:]}"
    return Reading("DATE", value, "relative")


def unit(words: Words, context: Context) -> Reading | None:
    kind = words.letters("Ss") or words.letters("UQK")
    relative = words.first("LFc")
    by = {"L": -1, "F": 1}.get(relative.tag, 0) if relative else 0
    if words.has("latest") and kind in ("Y", "M", "W", "D"):
        return Reading("DATE", "PAST_REF", "vague")
    today = context.day
    if not kind:
        return Reading("DATE", context.quarter, "relative") if context.quarter and words.first("Lc") else None
    if not today:
        return Reading("DATE", "", "relative")
    if kind in LETTERS_OF_SEASONS:
        return Reading("DATE", _season_value(today, kind, by), "relative")
    if kind == "WE":
        if by == 0 and today.weekday() < 5 and not relative:
            by = 0 if context.tense == "future" else -1
        return Reading("DATE", shift(today, kind, by), "relative")
    return Reading("DATE", shift(today, kind, by), "relative")


LETTERS_OF_SEASONS = ("SP", "SU", "FA", "WI")


def _season_value(today: datetime.date, season: str, by: int) -> str:
    now = LETTERS_OF_SEASONS.index(season) * 3 + 3  # the month it begins
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
    if not context.day:
        return Reading("DATE", "", "partial")
    if relative:
        of = context.day.year + {"L": -1, "F": 1, "c": 0}[relative.tag]
        return Reading("DATE", quarter_value(of, which), "relative")
    of = nearest_year(context.day, which * 3 - 1, 15, "open" if context.tense == "future" else "past")
    return Reading("DATE", quarter_value(of, which), "partial")


def half(words: Words, context: Context) -> Reading | None:
    which, year = words.number("O"), words.number("Y")
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
    """Nineteen ninety-six."""
    century, *rest = (token.number for token in words.tokens if token.tag == "N")
    if (
        century not in (18, 19, 20)
        or not 10 <= sum(rest) <= 99
        or any(t.text.isdigit() for t in words.tokens)
    ):
        return None
    of = century * 100 + sum(rest)
    return Reading("DATE", f"{of:04d}", "year", of)


def the_unit(words: Words, context: Context) -> Reading | None:
    kind = words.letters("UQK")
    if kind in ("Q", "Y") and context.day:
        return Reading("DATE", shift(context.day, kind, -1 if kind == "Q" else 0), "relative")
    if kind == "WE":
        return unit(words, context)
    return None


def holiday(words: Words, context: Context) -> Reading | None:
    token = words.first("G")
    assert token
    given = words.number("Y")
    name = token.text.replace("’", "'").lower().removesuffix(" day")
    if not given and not context.day:
        return Reading("DATE", "", "partial")
    if given:
        return Reading("DATE", _holiday(name, given), "year", given)
    assert context.day
    near = [d for y in (-1, 0, 1) if (d := _holiday(name, context.day.year + y))]
    if not near:
        return None
    today = context.day
    value = min(near, key=lambda d: abs((datetime.date.fromisoformat(d) - today).days))
    return Reading("DATE", value, "relative")


FIXED_HOLIDAYS = {
    "christmas": (12, 25), "christmas eve": (12, 24), "new year's": (1, 1), "new year's eve": (12, 31),
    "halloween": (10, 31), "independence": (7, 4), "valentine's": (2, 14), "boxing": (12, 26),
    "veterans": (11, 11), "armistice": (11, 11),
}  # fmt: skip
FLOATING_HOLIDAYS = {"thanksgiving": (11, 3, 4), "labor": (9, 0, 1), "memorial": (5, 0, -1)}


def _holiday(name: str, year: int) -> str:
    if name in FIXED_HOLIDAYS:
        return datetime.date(year, *FIXED_HOLIDAYS[name]).isoformat()
    if name in FLOATING_HOLIDAYS:
        return nth_weekday(year, *FLOATING_HOLIDAYS[name]).isoformat()
    if name == "election":  # the Tuesday after the first Monday of November
        return (nth_weekday(year, 11, 0, 1) + DAY).isoformat()
    return ""


def reference(words: Words, context: Context) -> Reading | None:
    if words.first("c"):
        return Reading("DATE", "PRESENT_REF", "vague") if words.has("current") else None
    if words.first("L"):
        return Reading("DATE", "PAST_REF", "vague") if words.has("past") else None
    return Reading("DATE", words.letters("g"), "vague")
