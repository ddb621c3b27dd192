"""`newslint config show PATH`: what holds for a draft, and who said so."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newslint.cli import options
from newslint.cli.page import told, write
from newslint.desk import Desk
from newslint.proofs import Order
from newslint.reporters.terminal import one_line


@click.group("config")
def command() -> None:
    """Show the config."""


@command.command("show")
@click.argument("path", default=".", metavar="[PATH]")
@options.config
def show(path: str, config: str | None) -> int:
    """Show what the config comes to at PATH (a draft or folder): each setting, each rule, and who said so.

    What a draft says of itself (kind:) is not looked at. Exit codes: 0, or 2 where a file is broken.
    """
    desk = Desk(Order(config=config))
    for line in lines(desk, path):
        write(f"{line}\n")
    _, troubles = desk.book(desk.config.effective(path))
    return told([*desk.plugins.troubles, *troubles])


def lines(desk: Desk, path: str) -> Iterator[str]:
    effective = desk.config.effective(path)
    yield one_line(path)
    yield ""
    yield "Config files, the nearest last"
    for file in effective.files:
        yield f"  {one_line(file.path)}"
    if not effective.files:
        yield "  none"
    yield ""
    yield "Settings"
    for key, value, origin in effective.values():
        yield f"  {key} = {one_line(value)}  ({one_line(origin)})"
    yield ""
    yield "Rules"
    book, _ = desk.book(effective)
    widest = max(map(len, book.rules), default=0)
    for head, decision in book.decisions(effective.layers, effective.kind):
        level, origin = (
            (str(decision.severity), decision.severity_from) if decision.on else ("off", decision.on_from)
        )
        yield f"  {head.name:<{widest}}  {level:<10}  ({one_line(origin)})"
        for setting in decision.settings:
            for key, value in setting.options.items():
                yield f"    {key} = {one_line(str(value))}  ({one_line(setting.file.path)})"
