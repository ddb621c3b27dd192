"""Findings in Reviewdog's diagnostic format, as one object (``rdjson``) or a line each (``rdjsonl``).

Source: reviewdog's ``proto/rdf/reviewdog.proto``: lines from 1, columns from 1 in bytes of UTF-8, the end
excluded; ``suggestions`` replace a range of the file by a text.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from newslint.hooks import hookimpl
from newslint.model import Finding, Place, Report, Severity, Trouble
from newslint.reporters.base import Page, Reporter

LEVELS = {Severity.error: "ERROR", Severity.warning: "WARNING", Severity.suggestion: "INFO"}
SOURCE = {"name": "newslint"}


class RdJson:
    """``{"source": …, "diagnostics": […]}``"""

    name = "rdjson"

    def render(self, report: Report, page: Page) -> str:
        found = [{key: value for key, value in one.items() if key != "source"} for one in diagnostics(report)]
        return json.dumps({"source": SOURCE, "diagnostics": found}, indent=1) + "\n"


class RdJsonl:
    """A diagnostic a line."""

    name = "rdjsonl"

    def render(self, report: Report, page: Page) -> str:
        return "".join(f"{json.dumps(one)}\n" for one in diagnostics(report))


def diagnostics(report: Report) -> Iterator[dict[str, Any]]:
    places = Bytes(report)
    for finding in report.findings:
        yield of_finding(finding, places)
    for trouble in report.troubles:
        yield of_trouble(trouble)


class Bytes:
    """Places in the drafts of a report, their columns in bytes."""

    def __init__(self, report: Report) -> None:
        self._sources = report.sources

    def position(self, path: str, place: Place) -> dict[str, int]:
        source = self._sources.get(path, "")
        before = source[place.offset - place.column + 1 : place.offset]
        return {"line": place.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}

    def range(self, path: str, start: Place, end: Place) -> dict[str, Any]:
        return {"start": self.position(path, start), "end": self.position(path, end)}


def of_finding(finding: Finding, places: Bytes) -> dict[str, Any]:
    told: dict[str, Any] = {
        "message": finding.message,
        "location": location(finding.path, finding.start, finding.end, places),
        "severity": LEVELS[finding.severity],
        "source": SOURCE,
        "code": {"value": finding.rule},
    }
    if finding.edits:
        told["suggestions"] = [
            {"range": places.range(finding.path, edit.start, edit.end), "text": edit.text}
            for edit in finding.edits
        ]
    if finding.related:
        told["relatedLocations"] = [
            {
                "message": related.message,
                "location": location(related.path, related.start, related.end, places),
            }
            for related in finding.related
        ]
    return told


def location(path: str, start: Place | None, end: Place | None, places: Bytes) -> dict[str, Any]:
    where: dict[str, Any] = {"path": PurePath(path).as_posix()}
    return where | ({"range": places.range(path, start, end or start)} if start else {})


def of_trouble(trouble: Trouble) -> dict[str, Any]:
    message = f"{trouble.message}. {trouble.remedy}" if trouble.remedy else trouble.message
    where: dict[str, Any] = {"path": PurePath(trouble.path).as_posix() if trouble.path else ""}
    if trouble.line:
        where["range"] = {"start": {"line": trouble.line}}
    return {"message": message, "location": where, "severity": "ERROR", "source": SOURCE}


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (RdJson(), RdJsonl())
