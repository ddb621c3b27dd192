"""The verb ``dates`` and its problems, one a module."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newslint.hooks import hookimpl

if TYPE_CHECKING:
    from newslint.rulebook.check import Check


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    from newslint.checks.dates.age_mismatch import AgeMismatch
    from newslint.checks.dates.ages_differ import AgesDiffer
    from newslint.checks.dates.anniversary_mismatch import AnniversaryMismatch
    from newslint.checks.dates.dateline_mismatch import DatelineMismatch, StaleDateline
    from newslint.checks.dates.event_dated_twice import EventDatedTwice
    from newslint.checks.dates.far_year import FarYear
    from newslint.checks.dates.house_style import HouseStyle
    from newslint.checks.dates.impossible_date import ImpossibleDate
    from newslint.checks.dates.impossible_quarter import ImpossibleQuarter
    from newslint.checks.dates.impossible_time import ImpossibleTime
    from newslint.checks.dates.later_than_publication import LaterThanPublication
    from newslint.checks.dates.mixed_order import MixedOrder
    from newslint.checks.dates.no_time import NoTime
    from newslint.checks.dates.order_mismatch import OrderMismatch
    from newslint.checks.dates.ordinal_day import OrdinalDay
    from newslint.checks.dates.past_as_future import PastAsFuture
    from newslint.checks.dates.relative_mismatch import RelativeMismatch
    from newslint.checks.dates.select import Dates
    from newslint.checks.dates.since_mismatch import SinceMismatch
    from newslint.checks.dates.span_mismatch import SpanMismatch
    from newslint.checks.dates.time_twice import TimeTwice
    from newslint.checks.dates.unclear_year import UnclearYear
    from newslint.checks.dates.wrong_holiday import WrongHoliday
    from newslint.checks.dates.wrong_weekday import WrongWeekday
    from newslint.checks.dates.wrong_zone import WrongZone
    from newslint.checks.dates.years_reversed import YearsReversed

    return (
        Dates,
        WrongWeekday,
        ImpossibleDate,
        ImpossibleTime,
        RelativeMismatch,
        SpanMismatch,
        YearsReversed,
        AgeMismatch,
        LaterThanPublication,
        PastAsFuture,
        DatelineMismatch,
        StaleDateline,
        AnniversaryMismatch,
        UnclearYear,
        OrdinalDay,
        AgesDiffer,
        EventDatedTwice,
        WrongHoliday,
        WrongZone,
        FarYear,
        ImpossibleQuarter,
        MixedOrder,
        TimeTwice,
        SinceMismatch,
        OrderMismatch,
        NoTime,
        HouseStyle,
    )
