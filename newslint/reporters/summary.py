"""The last line of a report: what was read, and what came of it."""

from __future__ import annotations

from newslint.model import Report, Severity


def summary(report: Report) -> str:
    """``2 drafts, 1,304 words, 15 rules: 1 error, 4 warnings. 1 accepted. 2 rules skipped.``"""
    read = ", ".join(
        count(number, noun)
        for number, noun in (
            (len(report.drafts), "draft"),
            (report.words, "word"),
            (len(report.rules), "rule"),
        )
    )
    found = [
        count(number, str(severity))
        for severity in sorted(Severity, reverse=True)
        if (number := severities(report)[severity])
    ]
    sentences = [
        f"{read}: {', '.join(found) or 'nothing found'}." if report.drafts else "Nothing was checked."
    ]
    old = sum(settled.old for settled in report.settled)
    if accepted := len(report.settled) - old:
        sentences.append(f"{accepted:,} accepted.")
    if old:
        sentences.append(f"{old:,} in the baseline.")
    if report.skipped:
        sentences.append(f"{count(len({skipped.rule for skipped in report.skipped}), 'rule')} skipped.")
    if report.failed:
        sentences.append("Not everything could be done.")
    return " ".join(sentences)


def severities(report: Report) -> dict[Severity, int]:
    """How many findings of each severity."""
    counts = dict.fromkeys(Severity, 0)
    for finding in report.findings:
        counts[finding.severity] += 1
    return counts


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
