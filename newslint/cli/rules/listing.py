"""`newslint rules list`: what rules there are."""

from __future__ import annotations

import click

from newslint.cli import options
from newslint.cli.page import told, write
from newslint.cli.rules.choosing import named
from newslint.desk import Desk
from newslint.proofs import Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import one_line


@click.command("list")
@click.argument("names", nargs=-1)
@options.config
def command(names: tuple[str, ...], config: str | None) -> int:
    """List all rules, or those of the NAMES (rules, families) given: name, severity, title.

    Exit codes: 0, or 2 where a rule file is broken or a name unknown.
    """
    desk = Desk(Order(config=config))
    book, troubles = desk.book(desk.config.effective("."))
    rules = named(book, names)
    widest = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        status = "" if rule.status == "live" else f" ({rule.status})"
        write(f"{rule.name:<{widest}}  {rule.severity!s:<10}  {one_line(rule.title)}{status}\n")
    write(f"{count(len(rules), 'rule')}.\n")
    return told([*desk.plugins.troubles, *troubles])
