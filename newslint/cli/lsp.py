"""`newslint lsp`: findings in an editor, while she types."""

from __future__ import annotations

import os
import sys
from typing import Any

import click

from newslint.cli import options
from newslint.cli.page import say
from newslint.model import Trouble
from newslint.proofs import Order


@click.command("lsp")
@click.option("--stdio", is_flag=True, hidden=True, help="What editors add; there is no other way.")
@options.config
@options.pipeline
def command(stdio: bool, **asked: Any) -> int:
    """Serve an editor, in the Language Server Protocol on standard input and output.

    docs/editors.md says how each editor is told of it. Exit codes: 0, or 1 where the editor left without
    saying so.
    """
    if sys.stdin is None or sys.stdout is None:
        raise Trouble("standard input or output is closed", remedy="Start it from an editor")
    if sys.stdin.isatty():
        say("newslint lsp waits for an editor on standard input; docs/editors.md says how to set one up.\n")
    from newslint.server.answering import serve

    server = serve(Order(**asked))
    # Whatever else is printed here, by a plugin say, must not come between two messages.
    messages = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno() if sys.stderr else os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    server.start_io(sys.stdin.buffer, messages)
    return 0 if server.left_in_order else 1
