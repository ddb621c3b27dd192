"""What the Gazette adds to newslint. What is heavy is imported inside the hooks."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.hooks import hookimpl

if TYPE_CHECKING:
    from typing import Any

    from newslint.readers.base import Reader
    from newslint.reporters.base import Reporter
    from newslint.rulebook.check import Check
    from newslint.rulebook.pack import Pack


@hookimpl
def newslint_readers() -> Iterable[Reader]:
    from newslint_gazette.slips import SlipReader

    return [SlipReader()]


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    from newslint_gazette.openings import Openings
    from newslint_gazette.repeated import Repeated

    return [Openings, Repeated]


@hookimpl
def newslint_packs() -> Iterable[Pack]:
    from newslint.rulebook.pack import Pack

    return [Pack("gazette", Path(__file__).parent / "rules")]


@hookimpl
def newslint_reporters() -> Iterable[Reporter]:
    from newslint_gazette.tally import Tally

    return [Tally()]
