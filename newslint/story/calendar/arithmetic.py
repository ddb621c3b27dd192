"""Calendar arithmetic in TIMEX3 values."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newslint.story.calendar.reading import Tense

DAY: Final = datetime.timedelta(days=1)


def make_day(year: int, month: int, day: int) -> datetime.date | None:
    """The day, or None where the calendar has none."""
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def week_value(day: datetime.date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(year: int, month: int) -> str:
    return f"{year:04d}-{month:02d}"


def shift_month(day: datetime.date, months: int) -> str:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return month_value(year, month + 1)


def quarter_value(year: int, quarter: int) -> str:
    year, quarter = year + (quarter - 1) // 4, (quarter - 1) % 4 + 1
    return f"{year:04d}-Q{quarter}"


def shift(day: datetime.date, unit: str, by: int) -> str:
    """The value ``by`` units away, as exact as the unit is; "" for units that give no calendar value."""
    if abs(by) > 5000:
        return ""
    if unit in ("D", "W", "FN", "WE"):
        days = {"D": 1, "W": 7, "FN": 14, "WE": 7}[unit] * by
        try:
            moved = day + days * DAY
        except OverflowError:
            return ""
        if unit == "D":
            return moved.isoformat()
        return week_value(moved) + ("-WE" if unit == "WE" else "")
    if unit == "M":
        return shift_month(day, by) if day.year * 12 + by > 12 else ""
    if unit == "Q":
        return quarter_value(day.year, (day.month - 1) // 3 + 1 + by)
    year = day.year + {"Y": 1, "DE": 10, "CE": 100}.get(unit, 0) * by
    if not 0 < year < 10000 or unit.startswith("T"):
        return ""
    return f"{year:04d}"[: {"Y": 4, "DE": 3, "CE": 2}[unit]]


def nearest_year(day: datetime.date, month: int, of_month: int, tense: Tense = "open") -> int:
    """The year of a month and day that stand without one in copy of ``day``: the nearest, by the tense.

    Newsrooms leave out the current year. So the year is that of ``day``, but for what lies too far off: for
    the past more than two months ahead (past verbs stand beside dates set for soon, too), for the future more
    than a month back, else some half a year either way.
    """
    ahead = (month - day.month) * 30 + of_month - day.day
    back, forth = {"past": (366, 60), "open": (200, 180), "future": (30, 366)}[tense]
    return day.year + (ahead < -back) - (ahead > forth)


def nearest_weekday(day: datetime.date, weekday: int, *, ahead: bool) -> datetime.date:
    """The last such day up to ``day`` itself, or with ``ahead`` the next one from it."""
    if ahead:
        return day + (weekday - day.weekday()) % 7 * DAY
    return day - (day.weekday() - weekday) % 7 * DAY


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> datetime.date:
    """The nth such weekday of a month; -1 is the last."""
    if nth < 0:
        last = datetime.date(year + month // 12, month % 12 + 1, 1) - DAY
        return nearest_weekday(last, weekday, ahead=False)
    return nearest_weekday(datetime.date(year, month, 1), weekday, ahead=True) + 7 * (nth - 1) * DAY
