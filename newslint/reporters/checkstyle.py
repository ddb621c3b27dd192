"""Findings in Checkstyle's XML, which many review tools read.

Source: what Checkstyle's own XMLLogger writes: ``checkstyle/file/error`` with ``line``, ``column`` (from 1),
``severity`` (info, warning, error), ``message`` and ``source``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from newslint.hooks import hookimpl
from newslint.model import Finding, Report, Severity, Trouble
from newslint.reporters.base import Page, Reporter
from newslint.reporters.xmltext import element

LEVELS = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "info"}
VERSION = "4.3"  # of Checkstyle's format, which consumers look for


class Checkstyle:
    """A ``file`` for each draft read, empty where nothing was found, and for each that trouble is about.
    Columns are code points."""

    name = "checkstyle"

    def render(self, report: Report, page: Page) -> str:
        files: dict[str, list[str]] = {path: [] for path in report.drafts}
        for path, error in (*map(of_finding, report.findings), *map(of_trouble, report.troubles)):
            files.setdefault(path, []).append(error)
        return "".join(f"{line}\n" for line in lines(files))


def of_finding(finding: Finding) -> tuple[str, str]:
    """The path of a finding, and the finding as an element."""
    start = finding.start
    place = {"line": start.line, "column": start.column} if start else {"line": 1}
    severity = LEVELS[finding.severity]
    told = element("error", **place, severity=severity, message=finding.message, source=finding.rule)
    return finding.path, told


def of_trouble(trouble: Trouble) -> tuple[str, str]:
    message = f"{trouble.message}. {trouble.remedy}" if trouble.remedy else trouble.message
    place = {"line": trouble.line or 1} | ({"column": trouble.column} if trouble.column else {})
    told = element("error", **place, severity="error", message=message, source="newslint")
    return trouble.path or "newslint", told


def lines(files: dict[str, list[str]]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<checkstyle version="{VERSION}">'
    for path, errors in files.items():
        inside = "".join(f"\n  {error}" for error in errors) + "\n " if errors else None
        yield " " + element("file", inside, name=PurePath(path).as_posix())
    yield "</checkstyle>"


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Checkstyle(),)
