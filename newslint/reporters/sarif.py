"""Findings as SARIF 2.1.0, for code scanning and dashboards.

Source: OASIS Standard “Static Analysis Results Interchange Format (SARIF) Version 2.1.0”. Lines and columns
count from 1, columns in code points, the end excluded.
"""

from __future__ import annotations

import os
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from newslint.hooks import hookimpl
from newslint.model import About, Finding, Part, Place, Settled, Severity, Totals, Trouble
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.jsontext import Items, members
from newslint.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.error: "error", Severity.warning: "warning", Severity.suggestion: "note"}
FINGERPRINT = "newslint/v1"


class Sarif(Serial):
    """One run: every rule that was to run, every finding, and those that somebody settled as suppressed."""

    name = "sarif"

    def open(self, page: Page) -> Writer:
        return _Log()


class _Log(Writer):
    def __init__(self) -> None:
        self._results = Items(4)
        self._index: dict[str, int] = {}  # of the rules met so far

    def begin(self) -> str:
        head = members({"$schema": SCHEMA, "version": "2.1.0"}, 1)
        return f'{{\n{head},\n "runs": [\n  {{\n   "results": {self._results.begin()}'

    def part(self, part: Part) -> str:
        for name in sorted(part.rules):
            self._index.setdefault(name, len(self._index))
        found: list[tuple[Finding, Settled | None]] = [(finding, None) for finding in part.findings]
        found += [(settled.finding, settled) for settled in part.settled]
        return self._results.more(
            result(finding, settled, self._index)
            for finding, settled in sorted(found, key=lambda each: each[0].order)
        )

    def end(self, totals: Totals) -> str:
        for name in sorted(totals.rules):
            self._index.setdefault(name, len(self._index))
        driver = {
            "name": "newslint",
            "version": VERSION,
            "rules": [rule_data(name, totals.rules[name]) for name in self._index],
        }
        run = {
            "columnKind": "unicodeCodePoints",
            "newlineSequences": ["\r\n", "\n", "\r"],
            "tool": {"driver": driver},
            "invocations": [invocation(totals)],
        }
        return f"{self._results.end()},\n{members(run, 3)}\n  }}\n ]\n}}\n"


def rule_data(name: str, about: About) -> dict[str, Any]:
    why = about.why.strip()
    return {
        "id": name,
        "shortDescription": {"text": about.title},
        "fullDescription": {"text": why},
        "help": {"text": "\n".join((why, *(f"See {address}" for address in about.see)))},
        **({"helpUri": about.see[0]} if about.see else {}),
        "defaultConfiguration": {"level": LEVELS[about.severity]},
    }


def result(finding: Finding, settled: Settled | None, index: dict[str, int]) -> dict[str, Any]:
    data: dict[str, Any] = {"ruleId": finding.rule}
    if finding.rule in index:  # what newslint says of itself has no rule
        data["ruleIndex"] = index[finding.rule]
    data["level"] = LEVELS[finding.severity]
    data["message"] = {"text": finding.message}
    data["locations"] = [location(finding.path, finding.start, finding.end)]
    if finding.related:
        data["relatedLocations"] = [
            {**location(related.path, related.start, related.end), "message": {"text": related.message}}
            for related in finding.related
        ]
    if finding.fingerprint:
        data["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
    if finding.edits:
        data["fixes"] = [fix(finding)]
    # Said of every result or of none (3.27.23), so that empty is known to mean: nobody settled it.
    data["suppressions"] = [suppression(settled)] if settled else []
    return data


def fix(finding: Finding) -> dict[str, Any]:
    """The edits of a finding belong together: they are one fix."""
    replacements = [
        {"deletedRegion": region(edit.start, edit.end), "insertedContent": {"text": edit.text}}
        for edit in finding.edits
    ]
    return {
        "artifactChanges": [{"artifactLocation": {"uri": uri(finding.path)}, "replacements": replacements}],
        "properties": {"safe": all(edit.safe for edit in finding.edits)},
    }


def suppression(settled: Settled) -> dict[str, Any]:
    return {
        "kind": "inSource" if settled.inline else "external",
        "status": "accepted",
        "justification": settled.why,
    }


def location(path: str, start: Place | None, end: Place | None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(path)}}
    if start is not None:
        physical["region"] = region(start, end or start)
    return {"physicalLocation": physical}


def region(start: Place, end: Place) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def uri(path: str) -> str:
    """A relative path stays relative: whoever takes the report in knows the top of the repository."""
    return (
        Path(path).as_uri() if PurePath(path).is_absolute() else quote(os.fsencode(PurePath(path).as_posix()))
    )


def invocation(totals: Totals) -> dict[str, Any]:
    return {
        "executionSuccessful": not totals.failed,
        "toolConfigurationNotifications": [
            {
                "level": "note",
                "message": {"text": f"{skipped.rule} was skipped: {skipped.reason}"},
                "associatedRule": {"id": skipped.rule},
            }
            for skipped in totals.skipped
        ],
        "toolExecutionNotifications": [
            *(trouble_data(trouble) for trouble in totals.troubles),
            *({"level": "note", "message": {"text": note}} for note in totals.notes),
        ],
    }


def trouble_data(trouble: Trouble) -> dict[str, Any]:
    told = f"{trouble.message}\n{trouble.remedy}" if trouble.remedy else trouble.message
    data: dict[str, Any] = {"level": "error", "message": {"text": told}}
    if trouble.path:
        physical: dict[str, Any] = {"artifactLocation": {"uri": uri(trouble.path)}}
        if trouble.line is not None:
            column = {"startColumn": trouble.column} if trouble.column is not None else {}
            physical["region"] = {"startLine": trouble.line, **column}
        data["locations"] = [{"physicalLocation": physical}]
    return data


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Sarif(),)
