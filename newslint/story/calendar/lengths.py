"""What lies nowhere in the calendar: five years, every Friday, recent weeks."""

from __future__ import annotations

from newslint.story.calendar.reading import Context, Reading, Words


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
    return Reading("SET", span_value(count, unit), "vague")


def span_value(count: str, unit: str) -> str:
    if count[-1:] == "½":
        half = {"Y": "6M", "TH": "30M", "TM": "30S", "D": "T12H"}.get(unit)
        return span_value(count[:-1], unit) + half if half else f"P{count[:-1]}.5{unit}"
    if unit == "FN":
        return f"P{int(count) * 2}W" if count.isdigit() else "PXW"
    return f"PT{count}{unit[1]}" if unit.startswith("T") and len(unit) == 2 else f"P{count}{unit}"


def duration(words: Words, context: Context) -> Reading | None:
    if words.first("y") or ("-P" in words.tags and words.letters("P") == "Q"):  # an age, three-quarters
        return None
    unit = words.letters("UPQK")
    return Reading(
        "DURATION", span_value(words.count() or ("1" if words.first("UQ") else "X"), unit), "vague"
    )


def rate(words: Words, context: Context) -> Reading | None:
    """$50 a year, twice a week: no date."""
    return None


def recent(words: Words, context: Context) -> Reading | None:
    unit = words.letters("P")
    if words.has("these"):
        return Reading("DATE", "PRESENT_REF", "vague") if unit == "D" else None
    if words.first("F"):
        return Reading("DATE", "FUTURE_REF", "vague")
    if words.first("r"):
        return Reading("DATE", "PAST_REF", "vague")
    return Reading("DURATION", span_value("X", unit), "vague")
