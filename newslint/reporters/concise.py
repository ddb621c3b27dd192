"""One finding a line, ``path:line:column: severity rule message``, for editors and ``grep``."""

from __future__ import annotations

from newslint.hooks import hookimpl
from newslint.model import Finding, Part, Totals
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.summary import summary
from newslint.reporters.terminal import Painter, one_line, painter


class Concise(Serial):
    name = "concise"

    def open(self, page: Page) -> Writer:
        return _Lines(painter(page.colour))


class _Lines(Writer):
    def __init__(self, paint: Painter) -> None:
        self._paint = paint

    def part(self, part: Part) -> str:
        return "".join(f"{self._line(finding)}\n" for finding in part.findings)

    def end(self, totals: Totals) -> str:
        skipped = (f"{each.rule} was skipped: {one_line(each.reason)}" for each in totals.skipped)
        notes = "".join(f"note: {note}\n" for note in (*skipped, *map(one_line, totals.notes)))
        return f"{notes}{summary(totals)}\n"

    def _line(self, finding: Finding) -> str:
        severity = self._paint(str(finding.severity), finding.severity.name)
        return f"{place(finding)}: {severity} {finding.rule} {one_line(finding.message)}"


def place(finding: Finding) -> str:
    """``path:line:column``, or the path alone for a finding on the whole draft."""
    path = one_line(finding.path)
    return f"{path}:{finding.start.line}:{finding.start.column}" if finding.start else path


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Concise(),)
