"""The verb ``stories``: drafts of one story, and whether they tell the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from newslint.hooks import hookimpl

if TYPE_CHECKING:
    from typing import Any

    from newslint.rulebook.check import Check


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    from newslint.checks.stories.problems import PROBLEMS

    return PROBLEMS
