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
    from newslint.checks.figures.change import PercentMismatch
    from newslint.checks.figures.deadly import DeadlyWithoutDead
    from newslint.checks.figures.parts import PartsExceedWhole
    from newslint.checks.figures.repeats import CountsDiffer
    from newslint.checks.figures.select import Figures
    from newslint.checks.figures.shares import SharesExceedHundred
    from newslint.checks.figures.sums import SumMismatch

    return [
        Figures,
        PartsExceedWhole,
        SharesExceedHundred,
        SumMismatch,
        PercentMismatch,
        DeadlyWithoutDead,
        CountsDiffer,
    ]
