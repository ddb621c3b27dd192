"""From PATH… and standard input to the drafts of a run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newslint.cli.page import read_stdin
from newslint.files import find_drafts
from newslint.model import Trouble
from newslint.proofs import Copy, Drafts
from newslint.reporters.summary import count

if TYPE_CHECKING:
    from newslint.desk import Desk
    from newslint.run import Run

STDIN = "-"


def gather(desk: Desk | Run, paths: Sequence[str], stdin_filename: str | None = None) -> Drafts:
    """The drafts that PATH… mean. Raises Trouble where nothing is named.

    Where all that is named is excluded by the config there is nothing to read, and a note that says so.
    """
    if not paths:
        raise Trouble("no draft is named", remedy="Name files or folders, or “-” for standard input")
    if stdin_filename and STDIN not in paths:
        raise Trouble("--stdin-filename names a draft on standard input", remedy="Add “-” as PATH")
    found = find_drafts(
        [path for path in paths if path != STDIN], desk.plugins.readers, desk.config.effective
    )
    copies = [Copy(path) for path in found.drafts]
    if STDIN in paths:
        copies.append(Copy(stdin_filename or STDIN, read_stdin()))
    notes = []
    if found.excluded:
        verb = "is" if found.excluded == 1 else "are"
        notes.append(f"{count(found.excluded, 'file')} {verb} excluded by the config")
    return Drafts(copies, tuple(notes), found.troubles)
