"""The report ``tally``: how often each rule found something, the most frequent first."""

from __future__ import annotations

from collections import Counter

from newslint.model import Report
from newslint.reporters.base import Page


class Tally:
    name = "tally"

    def render(self, report: Report, page: Page) -> str:
        counts = Counter(finding.rule for finding in report.findings)
        rows = sorted(counts.items(), key=lambda row: (-row[1], row[0]))
        return "".join(f"{count}\t{rule}\n" for rule, count in rows)
