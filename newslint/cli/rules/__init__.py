"""`newslint rules`: what rules there are, whether they keep their word, and tools for those who write them.

One module a command, imported when it is asked for.
"""

from __future__ import annotations

from importlib import import_module

import click

MODULES = {
    "list": "listing",
    "test": "proving",
    "new": "writing",
    "try": "trying",
    "diff": "comparing",
    "schema": "schema",
    "docs": "docs",
}


class Commands(click.Group):
    """Commands by the module that holds them: listing rules does not pay for writing their schema."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in MODULES:
            return None
        found: click.Command = import_module(f"{__name__}.{MODULES[cmd_name]}").command
        return found


@click.group("rules", cls=Commands)
def command() -> None:
    """List rules, prove their examples, and help to write them."""
