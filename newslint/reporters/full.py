"""The report an editor reads, draft by draft: settle first, then ask, then style, each finding with its words
marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newslint.hooks import hookimpl
from newslint.model import Finding, Part, Severity, Totals
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.concise import place
from newslint.reporters.excerpt import excerpt
from newslint.reporters.summary import count, summary
from newslint.reporters.terminal import one_line, painter

SECTIONS = {
    Severity.error: "Settle first",
    Severity.warning: "Ask",
    Severity.suggestion: "Style",
}


class Full(Serial):
    name = "full"

    def open(self, page: Page) -> Writer:
        return _Letter(page)


class _Letter(Writer):
    def __init__(self, page: Page) -> None:
        self._page = page
        self._paint = painter(page.colour)
        self._folded: Counter[str] = Counter()  # suggestions by rule

    def part(self, part: Part) -> str:
        return "".join(f"{line}\n" for line in self._lines(part))

    def end(self, totals: Totals) -> str:
        return "".join(f"{line}\n" for line in self._last(totals))

    def _lines(self, part: Part) -> Iterator[str]:
        for severity, heading in SECTIONS.items():
            findings = [finding for finding in part.findings if finding.severity is severity]
            if severity is Severity.suggestion and self._page.fold and not part.unfold:
                self._folded.update(finding.rule for finding in findings)
            elif findings:
                yield self._paint(f"{heading} · {one_line(part.path)}", "strong")
                yield ""
                for finding in findings:
                    yield from self._finding(finding, part)

    def _last(self, totals: Totals) -> Iterator[str]:
        if self._folded:
            yield self._paint(SECTIONS[Severity.suggestion], "strong")
            yield ""
            yield from folded(self._folded)
        for skipped in totals.skipped:
            yield f"Skipped {skipped.rule}: {one_line(skipped.reason)}"
        for note in totals.notes:
            yield f"Note: {one_line(note)}"
        if any(totals.found.values()):
            yield "`newslint explain RULE` says why a rule asks, and what it lets pass."
        yield self._paint(summary(totals), "strong")

    def _finding(self, finding: Finding, part: Part) -> Iterator[str]:
        paint = self._paint
        ink = finding.severity.name
        yield f"{place(finding)}  {paint(str(finding.severity), ink)}  {paint(finding.rule, 'faint')}"
        source = part.sources.get(finding.path)
        if source is not None and finding.start and finding.end:
            gutter = len(str(finding.end.line)) + 2
            for row in excerpt(source, finding.start, finding.end, max(self._page.width - gutter - 3, 40)):
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


def folded(rules: Counter[str]) -> Iterator[str]:
    """Suggestions as counts by rule, the most frequent first."""
    widest = len(str(max(rules.values())))
    for rule, number in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        yield f"  {number:>{widest}}  {rule}"
    yield ""
    yield f"  {count(sum(rules.values()), 'suggestion')}, folded; --min-severity suggestion shows each."
    yield ""


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Full(),)
