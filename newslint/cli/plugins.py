"""`newslint plugins`: who adds what, and who could not."""

from __future__ import annotations

import click

from newslint.cli.page import write
from newslint.plugins import Plugins, load_plugins
from newslint.reporters.terminal import one_line


@click.command("plugins")
def command() -> int:
    """List plugins: name, version, where each is from, what it adds; and the broken ones, with why.

    Exit codes: 0, or 2 where a plugin is broken.
    """
    plugins = load_plugins()
    write(listing(plugins))
    return 2 if plugins.broken else 0


def listing(plugins: Plugins) -> str:
    lines = []
    for offer in plugins.offers:
        lines.append(headline(*offer.plugin[:3]))
        lines += [f"  {one_line(thing)}" for thing in offer.adds]
    for broken in plugins.broken:
        lines.append(f"{headline(*broken.plugin[:3])}  BROKEN, left out")
        lines.append(f"  {one_line(broken.why)}")
    return "".join(f"{line}\n" for line in lines)


def headline(name: str, version: str, where: str) -> str:
    return one_line(f"{name} {version} from {where}" if version else f"{name} from {where}")
