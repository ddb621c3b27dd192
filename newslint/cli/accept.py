"""`newslint accept`: a finding that was looked at, and stands as it is, with the reason."""

from __future__ import annotations

import datetime
from typing import Any

import click

from newslint.cli import options
from newslint.cli.page import write
from newslint.desk import Desk
from newslint.model import Finding, Severity, Trouble
from newslint.proofs import Copy, Drafts, Order
from newslint.reporters.concise import place
from newslint.reporters.terminal import one_line
from newslint.rulebook.accepted import accept
from newslint.rulebook.mistakes import Unplaced
from newslint.run import Run


@click.command("accept")
@click.argument("rule")
@click.argument("where", metavar="FILE[:LINE]")
@click.option("--why", required=True, help="Why the finding may stand.")
@click.option(
    "--until",
    callback=options.day,
    metavar="YYYY-MM-DD",
    help="The day of publication from which it counts again.",
)
@options.date
@options.config
@options.pipeline
def command(rule: str, where: str, why: str, until: datetime.date | None, **asked: Any) -> int:
    """Accept what RULE finds at FILE:LINE; without LINE, what it finds in the draft as a whole.

    It is kept in .newslint/accepted.toml beside the config; the draft is not touched. Exit codes: 0, or 2
    where nothing could be accepted.
    """
    desk = Desk(Order(**asked, min_severity=Severity.suggestion))
    path, line = parted(where)
    effective = desk.config.effective(path)
    book, _ = desk.book(effective)
    name = book.resolve(rule)
    if name is None:
        raise book.unknown(rule, Unplaced("the command line"))
    if book.rules[name].kind.compares:
        report = Run(desk.order).check(Drafts([Copy(path)]))
        findings = [one for one in report.findings if one.rule == name and one.path == path]
    else:
        findings = [one for one in desk.prove(Copy(path)).result.findings if one.rule == name]
    meant = [finding for finding in findings if stands_at(finding, line)]
    if not meant:
        there = ", ".join(dict.fromkeys(place(finding) for finding in findings))
        remedy = f"It does at {there}" if there else "“newslint check” shows what is found"
        raise Trouble(f"{name} finds nothing there that is not accepted", path=path, line=line, remedy=remedy)
    home = desk.accepted(effective).folder
    for finding in meant:
        kept = accept(home, finding, why, until)
        write(f"{place(finding)}: accepted {name}, in {one_line(str(kept.file))}\n")
    return 0


def parted(where: str) -> tuple[str, int | None]:
    """``FILE:LINE`` (or ``FILE:LINE:COLUMN``, as reports print it) as its parts."""
    path, *numbers = where.split(":")
    while numbers and not numbers[0].isdecimal():  # a colon in the name of the file
        path = f"{path}:{numbers.pop(0)}"
    return path, int(numbers[0]) if numbers else None


def stands_at(finding: Finding, line: int | None) -> bool:
    if finding.start is None or finding.end is None:
        return line is None
    return line is not None and finding.start.line <= line <= finding.end.line
