"""The verb ``sources`` and its problems, one a module."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newslint.hooks import hookimpl

if TYPE_CHECKING:
    from newslint.rulebook.check import Check


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    from newslint.checks.sources.boilerplate import BoilerplateReason
    from newslint.checks.sources.declined import DeclinedYetQuoted
    from newslint.checks.sources.opinion import AnonymousOpinion
    from newslint.checks.sources.overuse import Overuse
    from newslint.checks.sources.pseudo import PseudoSource
    from newslint.checks.sources.pseudonym import Pseudonym
    from newslint.checks.sources.second_hand import SecondHand
    from newslint.checks.sources.select import Sources
    from newslint.checks.sources.single import SingleSource
    from newslint.checks.sources.weak import WeakDescriptor

    return (
        Sources,
        Overuse,
        BoilerplateReason,
        PseudoSource,
        SecondHand,
        SingleSource,
        WeakDescriptor,
        AnonymousOpinion,
        DeclinedYetQuoted,
        Pseudonym,
    )
