"""The report an editor reads: settle first, then ask, then style, each finding with its words marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.hooks import hookimpl
from newslint.model import Finding, Report, Severity
from newslint.reporters.base import Page, Reporter
from newslint.reporters.concise import place
from newslint.reporters.excerpt import excerpt
from newslint.reporters.summary import count, summary
from newslint.reporters.terminal import one_line, painter

SECTIONS = {
    Severity.error: "Settle first",
    Severity.warning: "Ask",
    Severity.suggestion: "Style",
}


class Full:
    name = "full"

    def render(self, report: Report, page: Page) -> str:
        return "".join(f"{line}\n" for line in self._lines(report, page))

    def _lines(self, report: Report, page: Page) -> Iterator[str]:
        paint = painter(page.colour)
        for severity, heading in SECTIONS.items():
            findings = [finding for finding in report.findings if finding.severity is severity]
            if not findings:
                continue
            yield paint(heading, "strong")
            yield ""
            if severity is Severity.suggestion and page.fold:
                yield from folded(findings)
            else:
                for finding in findings:
                    yield from self._finding(finding, report, page)
        for skipped in report.skipped:
            yield f"Skipped {skipped.rule}: {one_line(skipped.reason)}"
        for note in report.notes:
            yield f"Note: {one_line(note)}"
        if report.findings:
            yield "`newslint explain RULE` says why a rule asks, and what it lets pass."
        yield paint(summary(report), "strong")

    def _finding(self, finding: Finding, report: Report, page: Page) -> Iterator[str]:
        paint = painter(page.colour)
        ink = finding.severity.name
        yield f"{place(finding)}  {paint(str(finding.severity), ink)}  {paint(finding.rule, 'faint')}"
        source = report.sources.get(finding.path)
        if source is not None and finding.start and finding.end:
            gutter = len(str(finding.end.line)) + 2
            for row in excerpt(source, finding.start, finding.end, max(page.width - gutter - 3, 40)):
                number = "" if row.number is None else str(row.number)
                yield f"{paint(number.rjust(gutter) + ' |', 'faint')} {row.text}"
                if row.marks:
                    yield f"{paint(' ' * gutter + ' |', 'faint')} {paint(row.marks, ink)}"
        yield f"  {one_line(finding.message)}"
        for edit in finding.edits:
            old = source[edit.start.offset : edit.end.offset] if source is not None else ""
            yield (
                f"  Write: {one_line(edit.text)}"
                if not old
                else f"  Instead of “{one_line(old)}”: “{one_line(edit.text)}”"
            )
        for related in finding.related:
            where = f"{one_line(related.path)}:{related.start.line}:{related.start.column}"
            yield f"  {paint(where, 'faint')}  {one_line(related.message)}"
        yield ""


def folded(findings: list[Finding]) -> Iterator[str]:
    """Suggestions as counts by rule, the most frequent first."""
    rules = Counter(finding.rule for finding in findings)
    widest = len(str(max(rules.values())))
    for rule, number in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"  {number:>{widest}}  {rule}"
    yield ""
    yield f"  {count(len(findings), 'suggestion')}, folded; --min-severity suggestion shows each."
    yield ""


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Full(),)
