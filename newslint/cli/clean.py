"""`newslint clean`: let go of what is kept between runs."""

from __future__ import annotations

import click

from newslint.cli.page import write
from newslint.kept.folder import home, let_go
from newslint.model import Trouble
from newslint.reporters.summary import count
from newslint.reporters.terminal import clean


@click.command("clean")
def command() -> int:
    """Remove what newslint keeps between runs: results of drafts, and rules once read.

    It lies in a folder of your own, NEWSLINT_CACHE_DIR where that is set; nothing else is touched.

    Exit codes: 0, or 2 where it cannot be removed.
    """
    try:
        gone = let_go()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise Trouble(
            f"cannot be removed: {reason}", path=str(error.filename or home()), remedy="Remove it by hand"
        ) from error
    write(f"{clean(str(home()))}: {count(gone, 'file')} removed.\n" if gone else "Nothing was kept.\n")
    return 0
