"""The command line: how to ask, and how to print. One module a command, imported when it is asked for."""

from __future__ import annotations

import errno
import gc
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module
from typing import NoReturn

import click

from newslint.cli.page import complain, hang_up, silence
from newslint.model import Trouble
from newslint.version import VERSION

COMMANDS = (
    "check",
    "show",
    "facts",
    "names",
    "sources",
    "rules",
    "explain",
    "config",
    "pipeline",
    "plugins",
    "accept",
    "baseline",
    "clean",
    "lsp",
)
DONE, FOUND, UNDONE, INTERRUPTED = 0, 1, 2, 130


class Commands(click.Group):
    """Commands by the module that holds them: `newslint explain` does not pay for `newslint check`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"newslint.cli.{cmd_name}").command
        return command


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(VERSION, message="newslint %(version)s")
def app() -> None:
    """The editorial linter for newsrooms: what in this draft would embarrass us?

    Exit codes: 0 nothing to settle, 1 findings at or above --fail-on, 2 something could not be done as asked,
    130 interrupted.
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    stdout = sys.stdout
    try:
        status = app.main(args=arguments, prog_name="newslint", standalone_mode=False)
    except click.ClickException as error:
        with suppress(OSError):  # nobody can be told; the exit code stands
            error.show()
        return UNDONE
    except Trouble as trouble:
        complain(trouble)
        return UNDONE
    except (click.Abort, KeyboardInterrupt):
        with suppress(OSError):
            click.echo("interrupted", err=True)
        return INTERRUPTED
    except SystemExit as wish:
        if sys.stdout is not stdout:  # Click covers it and exits where the reader of its help has gone
            return DONE
        complain(Trouble(f"something made newslint exit early (with {wish})", remedy="Please report this"))
        return UNDONE
    except OSError as error:
        if sys.stdout is not None and error.errno in (errno.ENOSPC, errno.EBADF):
            silence(sys.stdout)
        complain(Trouble(f"newslint was stopped: {error}", remedy="Put that right, and run it again"))
        return UNDONE
    except Exception:
        # Python would exit with 1 here, which says "findings": a defect of ours must not pass for a verdict.
        sys.excepthook(*sys.exc_info())
        complain(Trouble("newslint itself failed", remedy="Please report this, with the lines above."))
        return UNDONE
    return int(status or DONE)


def main() -> NoReturn:
    # A cold run makes many objects that stay; looking through them for garbage every 700 costs a tenth of it.
    gc.set_threshold(100_000)
    status = run()
    hang_up()
    sys.exit(status)
