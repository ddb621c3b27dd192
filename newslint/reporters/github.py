"""Workflow commands of GitHub Actions: a finding a line, shown beside its line in the pull request.

Source: “Workflow commands for GitHub Actions” (::error file=…,line=…::message), with the escapes of its
toolkit. The runner drops the columns of a command that ends on another line, so those go unsaid.
"""

from __future__ import annotations

from pathlib import PurePath

from newslint.hooks import hookimpl
from newslint.model import Finding, Part, Severity, Totals, Trouble
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.summary import summary
from newslint.reporters.terminal import clean

LEVELS = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "notice"}
DATA = {ord("%"): "%25", ord("\r"): "%0D", ord("\n"): "%0A"}
PROPERTY = {**DATA, ord(":"): "%3A", ord(","): "%2C"}


class GitHub(Serial):
    """Findings and troubles as commands, then the summary. Columns are code points, the end excluded."""

    name = "github"

    def open(self, page: Page) -> Writer:
        return _Commands()


class _Commands(Writer):
    def part(self, part: Part) -> str:
        return "".join(
            f"{command(LEVELS[finding.severity], finding.message, where(finding), finding.rule)}\n"
            for finding in part.findings
        )

    def end(self, totals: Totals) -> str:
        troubles = "".join(
            f"{command('error', told(each), spot(each), 'newslint')}\n" for each in totals.troubles
        )
        return f"{troubles}{summary(totals)}\n"


def told(trouble: Trouble) -> str:
    return f"{trouble.message}\n{trouble.remedy}" if trouble.remedy else trouble.message


def command(level: str, message: str, properties: dict[str, str | int], title: str) -> str:
    told = ",".join(
        f"{name}={clean(str(value).translate(PROPERTY))}"
        for name, value in {**properties, "title": title}.items()
    )
    return f"::{level} {told}::{clean(message.translate(DATA))}"


def where(finding: Finding) -> dict[str, str | int]:
    file = PurePath(finding.path).as_posix()
    start, end = finding.start, finding.end
    if start is None or end is None:
        return {"file": file}
    if start.line != end.line:
        return {"file": file, "line": start.line, "endLine": end.line}
    return {
        "file": file,
        "line": start.line,
        "endLine": end.line,
        "col": start.column,
        "endColumn": end.column,
    }


def spot(trouble: Trouble) -> dict[str, str | int]:
    """Where a trouble is; a config's column helps nobody in a pull request."""
    if trouble.path is None:
        return {}
    file = PurePath(trouble.path).as_posix()
    return {"file": file} if trouble.line is None else {"file": file, "line": trouble.line}


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (GitHub(),)
