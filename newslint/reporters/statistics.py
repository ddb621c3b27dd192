"""How many findings each rule has: what a desk looks at before it switches a rule on or off."""

from __future__ import annotations

from collections import Counter

from newslint.hooks import hookimpl
from newslint.model import Part, Totals
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.summary import summary


class Statistics(Serial):
    """A line a rule, the most frequent first: findings, findings in 1,000 words, drafts, severity, rule."""

    name = "statistics"

    def open(self, page: Page) -> Writer:
        return _Table()


class _Table(Writer):
    def __init__(self) -> None:
        self._found: Counter[tuple[str, str]] = Counter()
        self._drafts: Counter[str] = Counter()

    def part(self, part: Part) -> str:
        self._found.update((finding.rule, str(finding.severity)) for finding in part.findings)
        self._drafts.update({finding.rule for finding in part.findings})
        return ""

    def end(self, totals: Totals) -> str:
        rows = [("findings", "per 1,000 words", "drafts", "severity", "rule")]
        for (rule, severity), number in sorted(self._found.items(), key=lambda item: (-item[1], item[0])):
            rate = 1000 * number / totals.words if totals.words else 0
            rows.append((f"{number:,}", f"{rate:.2f}", f"{self._drafts[rule]:,}", severity, rule))
        widths = [max(len(row[column]) for row in rows) for column in range(3)]
        lines = [
            "  ".join((*(cell.rjust(width) for cell, width in zip(row, widths, strict=False)), *row[3:]))
            for row in (rows if len(rows) > 1 else [])
        ]
        return "".join(f"{line}\n" for line in (*lines, summary(totals)))


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Statistics(),)
