"""`newslint check --watch`: again and again, as drafts, rules and configs change."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress

from newslint.cli.drafts import STDIN
from newslint.cli.page import complain, say
from newslint.files import find_drafts
from newslint.kept.marks import stamp, stamps_below
from newslint.model import Trouble
from newslint.run import Run

OFTEN = 0.5  # seconds between two looks at the files


def watch(once: Callable[[], int], paths: Sequence[str], run: Run) -> int:
    """Run ``once``, then again after every change, until somebody interrupts. Raises Trouble where standard
    input is to be watched."""
    if STDIN in paths:
        raise Trouble("standard input cannot be watched", remedy="Leave out --watch, or name files")
    seen: list[str] = []
    while True:
        now = sorted(state(paths, run))
        if now != seen:
            seen = now
            if sys.stdout.isatty():
                say("\x1b[2J\x1b[H")
            with suppress(Trouble):
                _told(once)
            say("watching for changes; Ctrl-C ends it\n")
        time.sleep(OFTEN)


def _told(once: Callable[[], int]) -> None:
    try:
        once()
    except Trouble as trouble:
        complain(trouble)
        raise


def state(paths: Sequence[str], run: Run) -> Iterator[str]:
    """Stamps of everything that a run over these paths reads."""
    fresh = Run(run.order)  # the config may have changed
    try:
        found = find_drafts(paths, fresh.plugins.readers, fresh.config.effective)
        folders = {os.path.dirname(os.path.abspath(draft)) for draft in found.drafts}
        yield from map(stamp, found.drafts)
        packs = {
            pack.folder
            for folder in folders
            for pack in fresh.config.effective(folder).packs(fresh.plugins.packs)
        }
        for pack in packs:
            yield from stamps_below(pack, (".yml",))
        for folder in folders:
            for file in fresh.config.effective(folder).files:
                yield stamp(file.path)
                yield from stamps_below(file.folder / ".newslint")
    except Trouble as trouble:  # told by the run itself; a change of it is a change
        yield str(trouble)
        for path in paths:
            yield stamp(path)
