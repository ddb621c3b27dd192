"""One finding a line, ``path:line:column: severity rule message``, for editors and ``grep``."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.hooks import hookimpl
from newslint.model import Finding, Report
from newslint.reporters.base import Page, Reporter
from newslint.reporters.summary import summary
from newslint.reporters.terminal import Painter, one_line, painter


class Concise:
    name = "concise"

    def render(self, report: Report, page: Page) -> str:
        return "".join(f"{line}\n" for line in self._lines(report, painter(page.colour)))

    def _lines(self, report: Report, paint: Painter) -> Iterator[str]:
        for finding in report.findings:
            severity = paint(str(finding.severity), finding.severity.name)
            yield f"{place(finding)}: {severity} {finding.rule} {one_line(finding.message)}"
        for skipped in report.skipped:
            yield f"note: {skipped.rule} was skipped: {one_line(skipped.reason)}"
        for note in report.notes:
            yield f"note: {one_line(note)}"
        yield summary(report)


def place(finding: Finding) -> str:
    """``path:line:column``, or the path alone for a finding on the whole draft."""
    path = one_line(finding.path)
    return f"{path}:{finding.start.line}:{finding.start.column}" if finding.start else path


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Concise(),)
