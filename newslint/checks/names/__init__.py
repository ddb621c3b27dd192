"""The verb ``names``: people, bodies and places, and whether the draft calls each by one name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.hooks import hookimpl

if TYPE_CHECKING:
    from typing import Any

    from newslint.rulebook.check import Check


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    from newslint.checks.names.acronyms import AbbreviationMixed, AcronymMixed, AcronymUndefined
    from newslint.checks.names.compounds import CompoundMixed
    from newslint.checks.names.courtesy import CourtesyChanged, CourtesyMixed
    from newslint.checks.names.definitions import DefinedLate, DefinedTwice, DefinedUnused
    from newslint.checks.names.forms import FormMixed
    from newslint.checks.names.given import GivenNameChanged
    from newslint.checks.names.house import HouseForm
    from newslint.checks.names.pairings import PlacePairing
    from newslint.checks.names.repeated import FullNameRepeated
    from newslint.checks.names.select import Names
    from newslint.checks.names.spelling import MisspeltLater, SpellingMixed
    from newslint.checks.names.surname import SurnameFirst
    from newslint.checks.names.titles import TitleChanged

    return [
        Names,
        MisspeltLater,
        SpellingMixed,
        GivenNameChanged,
        AcronymUndefined,
        AcronymMixed,
        AbbreviationMixed,
        FormMixed,
        CompoundMixed,
        SurnameFirst,
        TitleChanged,
        HouseForm,
        DefinedTwice,
        DefinedLate,
        DefinedUnused,
        CourtesyMixed,
        CourtesyChanged,
        FullNameRepeated,
        PlacePairing,
    ]
