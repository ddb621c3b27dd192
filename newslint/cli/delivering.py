"""Where the reports of a run go: standard output, and as many files as were asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from newslint.cli.page import Colour, page, say, write, write_file
from newslint.model import Report, Trouble
from newslint.proofs import Verdict
from newslint.reporters.base import Page, Reporter
from newslint.rulebook.mistakes import unknown


class Delivery(NamedTuple):
    """A report to be made: in which format, and the file it goes to (None: standard output)."""

    reporter: Reporter
    file: str | None = None


def ordered(
    reporters: Mapping[str, Reporter], form: str, file: str | None, others: Sequence[tuple[str, str]]
) -> tuple[Delivery, ...]:
    """The reports that are asked for: one in ``form``, and others by format and file.

    Raises Trouble where a format is not there, or two reports would go to the same file.
    """
    wanted = [Delivery(_named(reporters, form), file)]
    wanted += [Delivery(_named(reporters, name), to) for name, to in others]
    taken: set[str] = set()
    for each in wanted:
        place = os.path.realpath(each.file) if each.file else None
        if place in taken:
            raise Trouble("two reports would go to this file", path=each.file, remedy="Name another for one")
        taken |= {place} if place else set()
    return tuple(wanted)


def deliver(deliveries: Iterable[Delivery], verdict: Verdict, colour: Colour, *, aside: bool) -> None:
    """Make the reports and send them off, files first; ``aside`` where standard output is taken, and the
    report for it goes to standard error.

    Raises Trouble where a format breaks down or a file cannot be written, once the others are delivered.
    """
    troubles: list[Trouble] = []
    for reporter, file in sorted(deliveries, key=lambda each: each.file is None):
        try:
            sheet = page(colour, fold=not verdict.unfold, file=file is not None)
            text = rendered(reporter, verdict.report, sheet)
            if file is not None:
                refuse_a_draft(file, verdict.report.drafts)
                write_file(file, text)
            elif aside:
                say(text)
            else:
                write(text)
        except Trouble as trouble:
            troubles.append(trouble)
    if troubles:
        raise troubles[0]


def refuse_a_draft(file: str, drafts: Iterable[str]) -> None:
    """Raise Trouble where the report would be written over a draft of this run."""
    if any(os.path.realpath(file) == os.path.realpath(draft) for draft in drafts):
        raise Trouble("is a draft of this run; it was left as it is", path=file, remedy="Name another file")


def rendered(reporter: Reporter, report: Report, sheet: Page) -> str:
    """The report as text. Raises Trouble where the reporter, which may be a stranger's, breaks down."""
    try:
        text = reporter.render(report, sheet)
        if isinstance(text, str):
            return text
        told = f"it gave {type(text).__name__}, not text"
    except (Exception, SystemExit) as error:
        told = f"{type(error).__name__}: {error}"
    remedy = "Use another --format, and report this to whoever made it (“newslint plugins”)"
    raise Trouble(f"the format “{reporter.name}” broke down: {told}", remedy=remedy)


def _named(reporters: Mapping[str, Reporter], name: str) -> Reporter:
    if name in reporters:
        return reporters[name]
    message, remedy = unknown("format", name, reporters)
    raise Trouble(message, remedy=remedy)
