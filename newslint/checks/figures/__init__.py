"""The verb ``figures``: numbers that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.hooks import hookimpl

if TYPE_CHECKING:
    from typing import Any

    from newslint.rulebook.check import Check


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    from newslint.checks.figures.averages import AverageOutsideRange
    from newslint.checks.figures.breakdown import BreakdownOver100
    from newslint.checks.figures.change import PercentForPoints, PercentMismatch
    from newslint.checks.figures.conversions import ConversionMismatch
    from newslint.checks.figures.deadly import DeadlyWithoutDead
    from newslint.checks.figures.margins import MarginMismatch
    from newslint.checks.figures.parts import OrdinalExceedsCount, PartsExceedWhole
    from newslint.checks.figures.ratios import ShareMismatch
    from newslint.checks.figures.repeats import CountsDiffer
    from newslint.checks.figures.scales import ScaleSlip
    from newslint.checks.figures.select import Figures
    from newslint.checks.figures.shares import SharesExceedHundred
    from newslint.checks.figures.sums import SumMismatch
    from newslint.checks.figures.toll import TollMismatch

    return [
        Figures,
        PartsExceedWhole,
        SharesExceedHundred,
        SumMismatch,
        PercentMismatch,
        PercentForPoints,
        DeadlyWithoutDead,
        CountsDiffer,
        ShareMismatch,
        ConversionMismatch,
        ScaleSlip,
        TollMismatch,
        BreakdownOver100,
        OrdinalExceedsCount,
        AverageOutsideRange,
        MarginMismatch,
    ]
