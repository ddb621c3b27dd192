"""The last line of a report: what was read, and what came of it."""

from __future__ import annotations

from newslint.model import Severity, Totals


def summary(totals: Totals) -> str:
    """``2 drafts, 1,304 words, 15 rules: 1 error, 4 warnings. 1 accepted. 2 rules skipped.``"""
    read = ", ".join(
        count(number, noun)
        for number, noun in ((totals.drafts, "draft"), (totals.words, "word"), (len(totals.rules), "rule"))
    )
    found = [
        count(number, str(severity))
        for severity in sorted(Severity, reverse=True)
        if (number := totals.found.get(severity, 0))
    ]
    sentences = [
        f"{read}: {', '.join(found) or 'nothing found'}." if totals.drafts else "Nothing was checked."
    ]
    if totals.accepted:
        sentences.append(f"{totals.accepted:,} accepted.")
    if totals.old:
        sentences.append(f"{totals.old:,} in the baseline.")
    if totals.skipped:
        sentences.append(f"{count(len({skipped.rule for skipped in totals.skipped}), 'rule')} skipped.")
    if totals.failed:
        sentences.append("Not everything could be done.")
    return " ".join(sentences)


def count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
