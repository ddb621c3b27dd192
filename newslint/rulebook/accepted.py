"""Accepted findings: ``.newslint/accepted.toml`` beside the config.

Each is known by rule, draft and fingerprint, so that nothing is added to copy that will be published. One
that has an ``until`` is judged by the draft's own date (or the ``--date`` of the run), never by the clock:
where there is no date it stays valid.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from newslint.model import Finding, Settled, Severity, Trouble
from newslint.rulebook.book import OWN_FAMILY, Book
from newslint.rulebook.fingerprints import fingerprint_of
from newslint.rulebook.shape import Shape, fit, key
from newslint.rulebook.tomlfile import read_toml
from newslint.whole import write_whole

PLACE = Path(".newslint") / "accepted.toml"
UNUSED = f"{OWN_FAMILY}/unused-accepted"
EXPIRED = f"{OWN_FAMILY}/expired-accepted"
HEADER = """\
# Findings that were looked at and accepted. Written by “newslint accept”; an entry may be removed by hand.
"""


class Entry(Shape):
    """One accepted finding. ``path`` is relative to the folder that holds ``.newslint``, with /."""

    rule: str = key(min_length=1, description="the rule")
    path: str = key(min_length=1, description="the draft")
    fingerprint: str = key(min_length=1, description="what the finding is known by")
    why: str = key(min_length=1, description="why it was accepted")
    until: datetime.date | None = key(None, description="the day from which it counts again")


class _Keys(Shape):
    accepted: tuple[Entry, ...] = key((), description="the accepted findings")


class Kept(NamedTuple):
    """What is left: ``findings`` (with those on the entries themselves), and those that were accepted."""

    findings: tuple[Finding, ...]
    settled: tuple[Settled, ...]


@dataclass(frozen=True)
class Accepted:
    """The accepted findings of a folder. ``file`` is where they are kept, ``lines`` where each begins in
    it."""

    folder: Path
    entries: tuple[Entry, ...] = ()
    lines: tuple[int | None, ...] = ()
    _by_draft: Mapping[str, list[int]] = field(default_factory=dict, repr=False)

    @property
    def file(self) -> Path:
        return self.folder / PLACE

    def apply(
        self,
        path: str,
        findings: Iterable[Finding],
        book: Book,
        ran: Iterable[str],
        date: datetime.date | None,
    ) -> Kept:
        """The findings of one draft that nobody accepted, and findings on entries that have expired or
        match nothing.

        Args:
            path: the draft, as findings name it.
            ran: the rules that ran to their end; entries of others are left alone.
            date: the draft's own date, which ``until`` is held against.
        """
        found = tuple(findings)
        numbers = self._by_draft.get(called(path, self.folder), [])
        if not numbers:
            return Kept(found, ())
        by_key = {(book.resolve(self.entries[n].rule), self.entries[n].fingerprint): n for n in numbers}
        used: set[int] = set()
        expired: set[int] = set()
        kept: list[Finding] = []
        settled: list[Settled] = []
        for finding in found:
            number = by_key.get((finding.rule, finding.fingerprint))
            if number is None:
                kept.append(finding)
                continue
            used.add(number)
            until = self.entries[number].until
            if until and date and date >= until:
                expired.add(number)
                kept.append(finding)
            else:
                settled.append(Settled(finding, self.entries[number].why, inline=False))
        names = set(ran)
        for number in numbers:
            entry = self.entries[number]
            rule = book.resolve(entry.rule)
            if number in expired:
                told = (
                    f"{entry.rule} was accepted until {entry.until} ({self._where(number)}). Settle it now."
                )
                kept.append(_finding(path, EXPIRED, Severity.warning, told, entry))
            elif rule is None:
                told = f"{self._where(number)} accepts a finding of “{entry.rule}”, which is no rule"
                if meant := book.meant(entry.rule):
                    told += f"; did you mean “{meant}”?"
                kept.append(_finding(path, UNUSED, Severity.warning, told, entry))
            elif number not in used and rule in names:
                told = (
                    f"{self._where(number)} accepts a finding of {entry.rule} that is gone. Remove the entry."
                )
                kept.append(_finding(path, UNUSED, Severity.suggestion, told, entry))
        return Kept(tuple(sorted(kept, key=lambda finding: finding.order)), tuple(settled))

    def of_drafts_gone(self) -> Iterator[str]:
        """What to say of the entries for drafts that are no longer there."""
        for path, numbers in self._by_draft.items():
            if not (self.folder / path).exists():
                for number in numbers:
                    told = (
                        f"accepts a finding in {path}, which is gone; remove the entry, or correct its path"
                    )
                    yield f"{self._where(number)} {told}"

    def _where(self, number: int) -> str:
        line = self.lines[number] if number < len(self.lines) else None
        return f"{PLACE.as_posix()}:{line}" if line else PLACE.as_posix()


def called(path: str, folder: Path) -> str:
    """What a draft is called in the files that ``folder`` keeps: its path from there, with /."""
    return Path(os.path.relpath(path, folder)).as_posix()


def load_accepted(folder: Path) -> Accepted:
    """The accepted findings kept in ``folder``; none where there is no file. Raises Trouble for a mistake
    in it."""
    path = folder / PLACE
    if not path.exists():
        return Accepted(folder)
    file = read_toml(path)
    shape = fit(_Keys, file.data, file)
    by_draft: dict[str, list[int]] = {}
    seen: set[tuple[str, str, str]] = set()
    for number, entry in enumerate(shape.accepted):
        key = (entry.rule, entry.path, entry.fingerprint)
        if key in seen:
            raise file.trouble(
                "this finding is accepted twice", ("accepted", number), remedy="Keep one of the two entries."
            )
        seen.add(key)
        by_draft.setdefault(entry.path, []).append(number)
    lines = tuple(file.where(("accepted", number))[0] for number in range(len(shape.accepted)))
    return Accepted(folder, shape.accepted, lines, by_draft)


def accept(folder: Path, finding: Finding, why: str, until: datetime.date | None = None) -> Accepted:
    """Write a finding to the end of the folder's file, and return what it now holds.

    The file is replaced whole or not at all. Raises Trouble where the finding is accepted already, cannot be
    (it is newslint's own), has no reason, or the file cannot be written.
    """
    accepted = load_accepted(folder)
    path = called(finding.path, folder)
    if not why.strip():
        raise Trouble("an accepted finding needs a reason", remedy="Give it with --why “…”.")
    if finding.rule.startswith(f"{OWN_FAMILY}/"):
        raise Trouble(
            f"{finding.rule} is about newslint, not about the draft", remedy="Put right what it says."
        )
    for number, entry in enumerate(accepted.entries):
        if (entry.rule, entry.path, entry.fingerprint) == (finding.rule, path, finding.fingerprint):
            raise Trouble(
                f"this finding is accepted already: {entry.why}",
                path=str(accepted.file),
                line=accepted.lines[number],
                remedy="Change the entry there, or remove it first.",
            )
    entry = Entry(rule=finding.rule, path=path, fingerprint=finding.fingerprint, why=why.strip(), until=until)
    old = accepted.file.read_text(encoding="utf-8") if accepted.file.exists() else HEADER
    _replace(accepted.file, f"{old.rstrip()}\n\n{_spelt(entry)}")
    return load_accepted(folder)


def _spelt(entry: Entry) -> str:
    """An entry in TOML; JSON's strings are TOML's as well."""
    import json  # most runs only read

    lines = ["[[accepted]]"]
    for name in ("rule", "path", "fingerprint", "why"):
        # DEL is the one character that JSON leaves bare and TOML does not allow
        lines.append(
            f"{name} = {json.dumps(getattr(entry, name), ensure_ascii=False)}".replace("\x7f", "\\u007f")
        )
    if entry.until:
        lines.append(f"until = {entry.until.isoformat()}")
    return "\n".join(lines) + "\n"


def _replace(file: Path, text: str) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, text.encode())
    except OSError as error:
        raise Trouble(
            f"cannot be written: {error.strerror}", path=str(file), remedy="Check its permissions."
        ) from error


def _finding(path: str, rule: str, severity: Severity, message: str, entry: Entry) -> Finding:
    return Finding(
        path, rule, severity, message, fingerprint=fingerprint_of(rule, entry.rule, entry.fingerprint)
    )
