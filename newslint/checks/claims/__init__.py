"""The verb ``claims``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from newslint.hooks import hookimpl

if TYPE_CHECKING:
    from newslint.rulebook.check import Check


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    from newslint.checks.claims.select import Claims

    return (Claims,)
