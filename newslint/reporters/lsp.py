"""Diagnostics for editors: the parameters of ``textDocument/publishDiagnostics``, a draft a line.

Source: Language Server Protocol 3.17. Lines and characters count from 0, characters in UTF-16 code units.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from newslint.hooks import hookimpl
from newslint.model import About, Edit, Finding, Place, Related, Report, Severity
from newslint.reporters.as_json import BEGINNING
from newslint.reporters.base import Page, Reporter

SEVERITIES = {Severity.error: 1, Severity.warning: 2, Severity.suggestion: 3}
# What columns count, by the names that editors negotiate.
UNITS: Mapping[str, Callable[[str], int]] = {
    "utf-8": lambda text: len(text.encode("utf-8", "surrogatepass")),
    "utf-16": lambda text: len(text.encode("utf-16-le", "surrogatepass")) // 2,
    "utf-32": len,
}


class Lsp:
    """One ``PublishDiagnosticsParams`` for each draft read, those without findings too: an editor takes that
    as the news that they are settled. Relative paths become addresses under the working directory.
    """

    name = "lsp"

    def render(self, report: Report, page: Page) -> str:
        findings: dict[str, list[Finding]] = {path: [] for path in report.drafts}
        for finding in report.findings:
            findings.setdefault(finding.path, []).append(finding)
        dress = Dresser(report.rules, report.sources)
        published = (
            {"uri": uri(path), "diagnostics": [dress.diagnostic(finding) for finding in of_draft]}
            for path, of_draft in findings.items()
        )
        return "".join(f"{json.dumps(params)}\n" for params in published)


def uri(path: str) -> str:
    return Path(path).absolute().as_uri()


class Dresser:
    """Findings as diagnostics.

    Args:
        sources: decoded sources by path; where one is missing, its characters count as one unit each.
        encoding: what columns count (``UNITS``).
        address: the URI of a path.
    """

    def __init__(
        self,
        rules: Mapping[str, About],
        sources: Mapping[str, str],
        encoding: str = "utf-16",
        address: Callable[[str], str] = uri,
    ) -> None:
        self._rules, self._sources, self._address = rules, sources, address
        self._units = UNITS[encoding]

    def diagnostic(self, finding: Finding) -> dict[str, Any]:
        path, start = finding.path, finding.start or BEGINNING
        about = self._rules.get(finding.rule)
        return {
            "range": self._range(path, start, finding.end or start),
            "severity": SEVERITIES[finding.severity],
            "code": finding.rule,
            **({"codeDescription": {"href": about.see[0]}} if about and about.see else {}),
            "source": "newslint",
            "message": finding.message,
            "relatedInformation": [self._related(related) for related in finding.related],
            "data": {
                "fingerprint": finding.fingerprint,
                "edits": [self._edit(path, edit) for edit in finding.edits],
            },
        }

    def _related(self, related: Related) -> dict[str, Any]:
        span = self._range(related.path, related.start, related.end)
        return {"location": {"uri": self._address(related.path), "range": span}, "message": related.message}

    def _edit(self, path: str, edit: Edit) -> dict[str, Any]:
        """A ``TextEdit``, and whether it is safe."""
        return {"range": self._range(path, edit.start, edit.end), "newText": edit.text, "safe": edit.safe}

    def _range(self, path: str, start: Place, end: Place) -> dict[str, Any]:
        return {"start": self._position(path, start), "end": self._position(path, end)}

    def _position(self, path: str, place: Place) -> dict[str, int]:
        before = place.column - 1
        if path in self._sources:
            before = self._units(self._sources[path][place.offset - before : place.offset])
        return {"line": place.line - 1, "character": before}


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Lsp(),)
