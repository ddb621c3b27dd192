"""The verb ``quotes`` and its problems, one a module."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newslint.hooks import hookimpl

if TYPE_CHECKING:
    from newslint.rulebook.check import Check


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    from newslint.checks.quotes.collide import SpeakersCollide
    from newslint.checks.quotes.fragments import Fragments
    from newslint.checks.quotes.late import LateAttribution
    from newslint.checks.quotes.loaded_verb import LoadedVerb
    from newslint.checks.quotes.mixed import MixedMarks
    from newslint.checks.quotes.restate import Restate
    from newslint.checks.quotes.said_he import SaidHe
    from newslint.checks.quotes.select import Quotes
    from newslint.checks.quotes.stop_inside import StopInside
    from newslint.checks.quotes.stop_outside import StopOutside
    from newslint.checks.quotes.unclosed import Unclosed

    return (
        Quotes,
        Unclosed,
        SaidHe,
        LoadedVerb,
        StopOutside,
        StopInside,
        MixedMarks,
        Restate,
        LateAttribution,
        SpeakersCollide,
        Fragments,
    )
