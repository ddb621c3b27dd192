"""Findings in Reviewdog's diagnostic format, as one object (``rdjson``) or a line each (``rdjsonl``).

Source: reviewdog's ``proto/rdf/reviewdog.proto``: lines from 1, columns from 1 in bytes of UTF-8, the end
excluded; ``suggestions`` replace a range of the file by a text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import PurePath
from typing import Any

from newslint.hooks import hookimpl
from newslint.model import Finding, Part, Place, Severity, Totals, Trouble
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.jsontext import Items, members

LEVELS = {Severity.error: "ERROR", Severity.warning: "WARNING", Severity.suggestion: "INFO"}
SOURCE = {"name": "newslint"}


class RdJson(Serial):
    """``{"source": …, "diagnostics": […]}``"""

    name = "rdjson"

    def open(self, page: Page) -> Writer:
        return _Object()


class RdJsonl(Serial):
    """A diagnostic a line, each with its source."""

    name = "rdjsonl"

    def open(self, page: Page) -> Writer:
        return _Lines()


class _Object(Writer):
    def __init__(self) -> None:
        self._diagnostics = Items(2)

    def begin(self) -> str:
        return f'{{\n{members({"source": SOURCE}, 1)},\n "diagnostics": {self._diagnostics.begin()}'

    def part(self, part: Part) -> str:
        places = Bytes(part.sources)
        return self._diagnostics.more(of_finding(finding, places) for finding in part.findings)

    def end(self, totals: Totals) -> str:
        return f"{self._diagnostics.more(map(of_trouble, totals.troubles))}{self._diagnostics.end()}\n}}\n"


class _Lines(Writer):
    def part(self, part: Part) -> str:
        places = Bytes(part.sources)
        return "".join(map(line, (of_finding(finding, places) for finding in part.findings)))

    def end(self, totals: Totals) -> str:
        return "".join(map(line, map(of_trouble, totals.troubles)))


def line(diagnostic: dict[str, Any]) -> str:
    return f"{json.dumps({**diagnostic, 'source': SOURCE})}\n"


class Bytes:
    """Places in drafts, by their decoded sources, their columns in bytes."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        self._sources = sources

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
    return {"message": message, "location": where, "severity": "ERROR"}


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (RdJson(), RdJsonl())
