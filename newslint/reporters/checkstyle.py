"""Findings in Checkstyle's XML, which many review tools read.

Source: what Checkstyle's own XMLLogger writes: ``checkstyle/file/error`` with ``line``, ``column`` (from 1),
``severity`` (info, warning, error), ``message`` and ``source``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from newslint.hooks import hookimpl
from newslint.model import Finding, Part, Severity, Totals, Trouble
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.xmltext import element

LEVELS = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "info"}
VERSION = "4.3"  # of Checkstyle's format, which consumers look for


class Checkstyle(Serial):
    """A ``file`` for each draft read, empty where nothing was found, and for each that trouble is about.
    Columns are code points."""

    name = "checkstyle"

    def open(self, page: Page) -> Writer:
        return _Files()


class _Files(Writer):
    def begin(self) -> str:
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="{VERSION}">\n'

    def part(self, part: Part) -> str:
        return file(part.path, map(of_finding, part.findings))

    def end(self, totals: Totals) -> str:
        troubles = (file(trouble.path or "newslint", [of_trouble(trouble)]) for trouble in totals.troubles)
        return f"{''.join(troubles)}</checkstyle>\n"


def file(path: str, errors: Iterable[str]) -> str:
    lines = "".join(f"\n  {error}" for error in errors)
    inside = f"{lines}\n " if lines else None
    return f" {element('file', inside, name=PurePath(path).as_posix())}\n"


def of_finding(finding: Finding) -> str:
    start = finding.start
    place = {"line": start.line, "column": start.column} if start else {"line": 1}
    severity = LEVELS[finding.severity]
    return element("error", **place, severity=severity, message=finding.message, source=finding.rule)


def of_trouble(trouble: Trouble) -> str:
    message = f"{trouble.message}. {trouble.remedy}" if trouble.remedy else trouble.message
    place = {"line": trouble.line or 1} | ({"column": trouble.column} if trouble.column else {})
    return element("error", **place, severity="error", message=message, source="newslint")


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Checkstyle(),)
