"""Holidays with a day that can be reckoned."""

from __future__ import annotations

import datetime
from typing import Final

from newslint.late import late
from newslint.story.calendar.arithmetic import DAY, nth_weekday
from newslint.story.calendar.reading import Context, Reading, Words

_FIXED: Final = {
    "christmas": (12, 25), "christmas eve": (12, 24), "new year's": (1, 1), "new year's eve": (12, 31),
    "halloween": (10, 31), "independence": (7, 4), "valentine's": (2, 14), "boxing": (12, 26),
    "veterans": (11, 11), "armistice": (11, 11),
}  # fmt: skip
# Month, weekday, which of the month.
_FLOATING: Final = {"thanksgiving": (11, 3, 4), "labor": (9, 0, 1), "memorial": (5, 0, -1)}
NAMED: Final = late(
    r"(?:Christmas(?: Eve| Day)?|New Year[’']s(?: Eve| Day)?|Halloween|Thanksgiving(?: Day)?|Black Friday"
    r"|(?:Independence|Valentine[’']s|Boxing|Veterans|Armistice|Labor|Memorial|Election) Day)"
)
_AFTER_THANKSGIVING: Final = {"black friday": 1, "cyber monday": 4}


def holiday(words: Words, context: Context) -> Reading | None:
    token = words.first("G")
    assert token
    given = words.number("Y")
    name = token.text
    if not given and not context.day:
        return Reading("DATE", "", "partial")
    if given:
        return Reading("DATE", holiday_in(name, given), "year", given)
    assert context.day
    near = [d for y in (-1, 0, 1) if (d := holiday_in(name, context.day.year + y))]
    if not near:
        return None
    today = context.day
    value = min(near, key=lambda d: abs((datetime.date.fromisoformat(d) - today).days))
    return Reading("DATE", value, "relative")


def holiday_in(name: str, year: int) -> str:
    """The day on which the holiday falls in a year, as an ISO date; "" for those that cannot be reckoned."""
    name = name.replace("’", "'").lower().removesuffix(" day")
    if name in _FIXED:
        return datetime.date(year, *_FIXED[name]).isoformat()
    if name in _FLOATING:
        return nth_weekday(year, *_FLOATING[name]).isoformat()
    if name in _AFTER_THANKSGIVING:
        return (nth_weekday(year, *_FLOATING["thanksgiving"]) + _AFTER_THANKSGIVING[name] * DAY).isoformat()
    if name == "election":  # the Tuesday after the first Monday of November
        return (nth_weekday(year, 11, 0, 1) + DAY).isoformat()
    return ""
