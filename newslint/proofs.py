"""What a run is asked, what it is given to read, and what came of it: the values that pass over the desk."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.model import About, Draft, Finding, Report, Settled, Severity, Skipped, Trouble

GUESSED = frozenset({"cp1252", "latin-1"})  # encodings that nothing in the file names


class Order(NamedTuple):
    """What is asked of a run, beside what the config says; None and empty where nothing is asked.

    ``config`` is the one config file to use, in place of those above each draft; ``isolated`` uses none.
    ``same_story``: the drafts that are named tell one story.
    """

    date: datetime.date | None = None
    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str | None = None
    isolated: bool = False
    pipeline: str | None = None
    fail_on: Severity | None = None
    min_severity: Severity | None = None
    require_all: bool = False
    same_story: bool = False


class Copy(NamedTuple):
    """A draft to read: what it is called, and its bytes (None: they are in the file of that name)."""

    path: str
    data: bytes | None = None


class Drafts(NamedTuple):
    """What a run is to read, what is to be said of it, and what could not be found."""

    copies: Iterable[Copy]
    notes: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()


class Proof(NamedTuple):
    """What came of one draft. ``rules`` are those that were to run; ``failed``: one of them broke down;
    ``fails``: a finding is so severe that the run fails; ``unfold``: every suggestion was asked for.
    ``beside`` are the drafts it was compared with."""

    draft: Draft
    rules: Mapping[str, About]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    settled: tuple[Settled, ...]
    failed: bool
    fails: bool
    unfold: bool
    troubles: tuple[Trouble, ...] = ()
    beside: tuple[Draft, ...] = ()


class Verdict(NamedTuple):
    """What came of a run: the report, and the rest as in Proof."""

    report: Report
    fails: bool
    unfold: bool


@dataclass
class Proofs:
    """What is kept of the drafts already read: of a draft without findings, little more than its name."""

    findings: list[Finding] = field(default_factory=list)
    skipped: set[Skipped] = field(default_factory=set)
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    sources: dict[str, str] = field(default_factory=dict)
    rules: dict[str, About] = field(default_factory=dict)
    ran: set[str] = field(default_factory=set)
    words: int = 0
    settled: list[Settled] = field(default_factory=list)
    failed: bool = False
    fails: bool = False
    unfold: bool = False

    def add(self, proof: Proof) -> None:
        """What came of a draft by itself."""
        draft = proof.draft
        self.drafts.append(draft.path)
        if draft.encoding in GUESSED:
            self.notes.append(f"{draft.path} is not UTF-8; it was read as {draft.encoding}")
        self.words += len(draft.text.split())
        self.add_found(proof)

    def add_found(self, proof: Proof) -> None:
        """What was found in a draft, which may be one that was read for comparison only."""
        self.troubles += proof.troubles
        self.findings += proof.findings
        self.skipped |= set(proof.skipped)
        if proof.findings:
            self.sources |= {draft.path: draft.source for draft in (proof.draft, *proof.beside)}
        self.rules |= proof.rules
        self.ran |= proof.rules.keys() - {skipped.rule for skipped in proof.skipped}
        self.settled += proof.settled
        self.failed |= proof.failed
        self.fails |= proof.fails
        self.unfold |= proof.unfold
