"""Findings as a GitLab Code Quality report, shown in merge requests.

Source: GitLab’s documentation, “Code Quality report format”: an array of objects with ``description``,
``check_name``, ``fingerprint``, ``severity`` and ``location``. GitLab drops entries whose fingerprint stood
before, and shows nothing that has no file.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import PurePath
from typing import Any

from newslint.hooks import hookimpl
from newslint.model import Finding, Part, Severity, Totals, Trouble
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.jsontext import Items

LEVELS = {Severity.error: "major", Severity.warning: "minor", Severity.suggestion: "info"}
UNDONE = "newslint/not-done"
HERE = "."  # where what has no file is shown


class GitLab(Serial):
    """An entry a finding, and one for everything that could not be done. Lines from 1; the end is the line
    of the last character."""

    name = "gitlab"

    def open(self, page: Page) -> Writer:
        return _Array()


class _Array(Writer):
    def __init__(self) -> None:
        self._entries = Items(1)

    def begin(self) -> str:
        return self._entries.begin()

    def part(self, part: Part) -> str:
        return self._entries.more(told_apart(map(of_finding, part.findings)))

    def end(self, totals: Totals) -> str:
        troubles = self._entries.more(told_apart(map(of_trouble, totals.troubles)))
        return f"{troubles}{self._entries.end()}\n"


def of_finding(finding: Finding) -> dict[str, Any]:
    first = finding.start.line if finding.start else 1
    last = finding.end.line if finding.end else first
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": digest(finding.rule, finding.path, finding.fingerprint),
        "severity": LEVELS[finding.severity],
        "location": {"path": posix(finding.path), "lines": {"begin": first, "end": last}},
    }


def of_trouble(trouble: Trouble) -> dict[str, Any]:
    told = f"{trouble.message}. {trouble.remedy}" if trouble.remedy else trouble.message
    line = trouble.line or 1
    return {
        "description": told,
        "check_name": UNDONE,
        "fingerprint": digest(UNDONE, trouble.path or "", trouble.message),
        "severity": "blocker",
        "location": {"path": posix(trouble.path or HERE), "lines": {"begin": line, "end": line}},
    }


def told_apart(entries: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The entries of one file, those that say the same of the same words counted, so that none passes for
    another."""
    seen: Counter[str] = Counter()
    for entry in entries:
        mark = entry["fingerprint"]
        if seen[mark]:
            entry["fingerprint"] = digest(mark, str(seen[mark]))
        seen[mark] += 1
        yield entry


def digest(*parts: str) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def posix(path: str) -> str:
    return PurePath(path).as_posix()


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (GitLab(),)
