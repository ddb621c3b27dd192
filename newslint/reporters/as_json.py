"""Findings for programs. The same report gives the same bytes, all ASCII: no terminal is at risk."""

from __future__ import annotations

from typing import Any

from newslint.hooks import hookimpl
from newslint.model import Edit, Finding, Part, Place, Related, Severity, Totals, Trouble
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.jsontext import Items, members

VERSION = 1
BEGINNING = Place(1, 1, 0)


class AsJson(Serial):
    """``{"version": 1, "findings": […], "skipped": […], "troubles": […], "notes": […], "summary": {…}}``.

    Lines and columns from 1, offsets from 0, in code points of the decoded source. A finding on the whole
    draft stands at its beginning and is empty. ``troubles`` are what could not be done as asked.
    """

    name = "json"

    def open(self, page: Page) -> Writer:
        return _Object()


class _Object(Writer):
    def __init__(self) -> None:
        self._findings = Items(2)

    def begin(self) -> str:
        head = members({"version": VERSION}, 1)
        return f'{{\n{head},\n "findings": {self._findings.begin()}'

    def part(self, part: Part) -> str:
        return self._findings.more(map(finding_data, part.findings))

    def end(self, totals: Totals) -> str:
        rest = {
            "skipped": [{"rule": skipped.rule, "reason": skipped.reason} for skipped in totals.skipped],
            "troubles": [trouble_data(trouble) for trouble in totals.troubles],
            "notes": list(totals.notes),
            "summary": {
                "drafts": totals.drafts,
                "words": totals.words,
                "rules": len(totals.rules),
                **{f"{each}s": totals.found.get(each, 0) for each in sorted(Severity, reverse=True)},
                "accepted": totals.accepted + totals.old,
                "failed": totals.failed,
            },
        }
        return f"{self._findings.end()},\n{members(rest, 1)}\n}}\n"


def finding_data(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "path": finding.path,
        "start": place_data(finding.start or BEGINNING),
        "end": place_data(finding.end or finding.start or BEGINNING),
        "edits": [edit_data(edit) for edit in finding.edits],
        "related": [related_data(related) for related in finding.related],
        "fingerprint": finding.fingerprint,
    }


def trouble_data(trouble: Trouble) -> dict[str, Any]:
    return {
        "message": trouble.message,
        "path": trouble.path,
        "line": trouble.line,
        "column": trouble.column,
        "remedy": trouble.remedy,
    }


def place_data(place: Place) -> dict[str, int]:
    return {"line": place.line, "column": place.column, "offset": place.offset}


def edit_data(edit: Edit) -> dict[str, Any]:
    return {
        "start": place_data(edit.start),
        "end": place_data(edit.end),
        "text": edit.text,
        "safe": edit.safe,
    }


def related_data(related: Related) -> dict[str, Any]:
    return {
        "path": related.path,
        "start": place_data(related.start),
        "end": place_data(related.end),
        "message": related.message,
    }


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (AsJson(),)
