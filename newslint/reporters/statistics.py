"""How many findings each rule has: what a desk looks at before it switches a rule on or off."""

from __future__ import annotations

from collections import Counter

from newslint.hooks import hookimpl
from newslint.model import Report
from newslint.reporters.base import Page, Reporter
from newslint.reporters.summary import summary


class Statistics:
    """A line a rule, the most frequent first: findings, findings in 1,000 words, drafts, severity, rule."""

    name = "statistics"

    def render(self, report: Report, page: Page) -> str:
        found = Counter((finding.rule, str(finding.severity)) for finding in report.findings)
        drafts = Counter(rule for rule, _ in {(one.rule, one.path) for one in report.findings})
        rows = [("findings", "per 1,000 words", "drafts", "severity", "rule")]
        for (rule, severity), number in sorted(found.items(), key=lambda item: (-item[1], item[0])):
            rate = 1000 * number / report.words if report.words else 0
            rows.append((f"{number:,}", f"{rate:.2f}", f"{drafts[rule]:,}", severity, rule))
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        lines = [
            "  ".join((*(cell.rjust(width) for cell, width in zip(row, widths, strict=False)), *row[3:]))
            for row in (rows if len(rows) > 1 else [])
        ]
        return "".join(f"{line}\n" for line in (*lines, summary(report)))


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Statistics(),)
