"""Remarks to newslint in a draft: ``newslint: ignore[rule] reason`` and its kin.

``ignore[…]`` is for the block it stands in, or else for the next one; ``off[…]`` reaches to ``on[…]`` or
the end; ``ignore-file[…]`` is for the whole draft. Several rules are parted by commas; a family
(``quotes``) may be named. Every remark but ``on`` gives its reason after the bracket.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.model import Draft, Finding, Remark, Settled, Severity, Span
from newslint.rulebook.book import OWN_FAMILY, Book
from newslint.rulebook.fingerprints import fingerprint_of
from newslint.rulebook.mistakes import nearest

UNUSED = f"{OWN_FAMILY}/unused-ignore"
BAD = f"{OWN_FAMILY}/bad-ignore"
ACTIONS = ("ignore", "off", "on", "ignore-file")
FORM = re.compile(
    r"\s*(?:(?i:newslint)\s*:)?\s*([A-Za-z-]+)\s*(?:\[([^\]]*)\])?\s*[-:–—]*\s*(.*?)\s*", re.DOTALL
)

MISPLACED = re.compile(rf"\bnewslint\s?:\s?(?:{'|'.join(ACTIONS)})\s?\[[^\]\n]{{0,80}}\]", re.IGNORECASE)


@dataclass(eq=False, slots=True)
class Ignore:
    """One rule (or family) that a remark silences in ``reach``, a stretch of the source; None for the whole
    draft. ``why`` is the reason it gives; ``used`` once it has silenced something."""

    name: str
    reach: Span | None
    remark: Remark
    why: str
    used: bool = field(default=False)

    def covers(self, finding: Finding) -> bool:
        if finding.rule != self.name and finding.rule.partition("/")[0] != self.name:
            return False
        return self.reach is None or (finding.start is not None and finding.start.offset in self.reach)


class Kept(NamedTuple):
    """What is left after remarks: ``findings`` (with those on the remarks themselves), and those that were
    silenced."""

    findings: tuple[Finding, ...]
    settled: tuple[Settled, ...]


def apply_ignores(draft: Draft, findings: Iterable[Finding], book: Book, ran: Iterable[str]) -> Kept:
    """The findings that no remark of the draft silences, and findings on remarks that are wrong or did
    nothing.

    Args:
        ran: the rules that ran to their end. Of a rule that did not run, nobody can say that its ignore is
            unused.
    """
    found = tuple(findings)
    ignores, complaints = read_remarks(draft, book)
    complaints += _misplaced(draft)
    if not ignores and not complaints:
        return Kept(found, ())
    kept, settled = [], []
    for finding in found:
        silencing = [ignore for ignore in ignores if ignore.covers(finding)]
        for ignore in silencing:
            ignore.used = True
        if not silencing or finding.rule.startswith(f"{OWN_FAMILY}/"):
            kept.append(finding)
        else:
            settled.append(Settled(finding, silencing[0].why, inline=True))
    names = set(ran)
    families = {name.partition("/")[0] for name in names}
    for ignore in ignores:
        if not ignore.used and (ignore.name in names or ignore.name in families):
            told = f"nothing here needs “{ignore.name}” ignored; the remark can go"
            complaints.append(_finding(draft, ignore.remark, UNUSED, Severity.suggestion, told))
    everything = sorted([*kept, *complaints], key=lambda finding: finding.order)
    return Kept(tuple(everything), tuple(settled))


def read_remarks(draft: Draft, book: Book) -> tuple[list[Ignore], list[Finding]]:
    """What the draft's remarks silence, and what is wrong with them."""
    ignores: list[Ignore] = []
    complaints: list[Finding] = []
    open_offs: dict[str, Ignore] = {}
    for remark in draft.remarks:
        form = FORM.fullmatch(remark.text)
        action, names, reason = (form[1].lower(), form[2], form[3]) if form else ("", None, "")
        for told in _mistakes(action, names, reason):
            complaints.append(_finding(draft, remark, BAD, Severity.warning, told))
        if action not in ACTIONS:
            continue
        for name in _names(names):
            selector = book.selector(name)
            if selector is None or selector == "all":
                told = _unknown(name, book)
                complaints.append(_finding(draft, remark, BAD, Severity.warning, told))
                continue
            if action == "on":
                if off := open_offs.pop(selector, None):
                    off.reach = Span(off.remark.source.start, remark.source.start)
                else:
                    told = f"“{name}” is turned on again, and was never off"
                    complaints.append(_finding(draft, remark, BAD, Severity.warning, told))
                continue
            ignore = Ignore(selector, _reach(action, draft, remark), remark, reason)
            ignores.append(ignore)
            if action == "off":
                open_offs[selector] = ignore
    return ignores, complaints


def _misplaced(draft: Draft) -> Iterator[Finding]:
    """Remarks that were read as copy, and would be published as such."""
    for found in MISPLACED.finditer(draft.text):
        remedy = "a line of its own" if draft.format == "plain" else "a comment of its own"
        told = f"“{found[0]}” stands amid the copy, where it silences nothing. Give it {remedy}."
        start, end = draft.locate(Span(*found.span()))
        known_as = fingerprint_of(BAD, told)
        yield Finding(draft.path, BAD, Severity.warning, told, start, end, fingerprint=known_as)


def _mistakes(action: str, names: str | None, reason: str) -> Iterator[str]:
    if action not in ACTIONS:
        meant = nearest(action, ACTIONS) if action else None
        yield (
            f"“{action}” is nothing newslint can do"
            + (f"; did you mean “{meant}”?" if meant else "")
            + " Write ignore[rule] reason, off[rule] reason, on[rule] or ignore-file[rule] reason."
        )
    elif not list(_names(names)):
        yield f"the remark names no rule. Write {action}[rule]{'' if action == 'on' else ' and why'}."
    elif not reason and action != "on":
        yield f"the remark gives no reason. Write why after {action}[{names}]."


def _names(names: str | None) -> Iterator[str]:
    return (name.strip() for name in (names or "").split(",") if name.strip())


def _unknown(name: str, book: Book) -> str:
    meant = book.meant(name)
    return f"there is no rule “{name}”" + (f"; did you mean “{meant}”?" if meant else ". Name each rule.")


def _reach(action: str, draft: Draft, remark: Remark) -> Span | None:
    if action == "ignore-file":
        return None
    if action == "off":
        return Span(remark.source.start, len(draft.source) + 1)
    after = [block for block in draft.blocks if block.span.end > remark.at][:2]
    if not after:
        return Span(0, 0)
    # A dateline is split off the paragraph that it opens; to whoever wrote the remark they are one.
    last = after[-1] if after[0].role == "dateline" else after[0]
    return draft.source_span(Span(after[0].span.start, last.span.end))


def _finding(draft: Draft, remark: Remark, rule: str, severity: Severity, message: str) -> Finding:
    start, end = draft.place(remark.source.start), draft.place(remark.source.end)
    told = message[0].upper() + message[1:]
    known_as = fingerprint_of(rule, " ".join(remark.text.split()), message)
    return Finding(draft.path, rule, severity, told, start, end, fingerprint=known_as)
