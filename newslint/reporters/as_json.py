"""Findings for programs. The same report gives the same bytes, all ASCII: no terminal is at risk."""

from __future__ import annotations

import json
from typing import Any

from newslint.hooks import hookimpl
from newslint.model import Edit, Finding, Place, Related, Report, Trouble
from newslint.reporters.base import Page, Reporter
from newslint.reporters.summary import severities

VERSION = 1
BEGINNING = Place(1, 1, 0)


class AsJson:
    """``{"version": 1, "findings": […], "skipped": […], "troubles": […], "notes": […], "summary": {…}}``.

    Lines and columns from 1, offsets from 0, in code points of the decoded source. A finding on the whole
    draft stands at its beginning and is empty. ``troubles`` are what could not be done as asked.
    """

    name = "json"

    def render(self, report: Report, page: Page) -> str:
        data = {
            "version": VERSION,
            "findings": [finding_data(finding) for finding in report.findings],
            "skipped": [{"rule": skipped.rule, "reason": skipped.reason} for skipped in report.skipped],
            "troubles": [trouble_data(trouble) for trouble in report.troubles],
            "notes": list(report.notes),
            "summary": {
                "drafts": len(report.drafts),
                "words": report.words,
                "rules": len(report.rules),
                **{f"{severity}s": number for severity, number in reversed(severities(report).items())},
                "accepted": len(report.settled),
                "failed": report.failed,
            },
        }
        return json.dumps(data, indent=1) + "\n"


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
