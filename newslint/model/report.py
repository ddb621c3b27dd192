"""What a run has to say: a draft at a time (Part), in sum (Totals), and all in one value (Report)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from newslint.model.finding import Finding, Severity
from newslint.model.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Skipped:
    """A rule that could not run, and why (an ability the pipeline lacks)."""

    rule: str
    reason: str


class Settled(NamedTuple):
    """A finding left out because somebody looked at it: ``why``, in their words; ``inline`` where they said
    so in the draft, not in the file of accepted findings. ``old`` where nobody did, and it
    stands in the baseline."""

    finding: Finding
    why: str
    inline: bool
    old: bool = False


@dataclass(frozen=True, slots=True)
class About:
    """What a rule says of itself, for reports that carry it along; ``see`` are addresses of policies that
    back it."""

    title: str
    severity: Severity
    why: str
    see: tuple[str, ...] = ()


class Part(NamedTuple):
    """What a run has to say of one draft.

    ``sources`` maps paths to decoded sources: the draft's, and those of drafts that its findings point to.
    ``rules`` are those that were to run on it, by name. ``settled`` are the findings left out because
    somebody accepted or ignored them. ``unfold``: every suggestion was asked for.
    """

    path: str
    findings: tuple[Finding, ...] = ()
    sources: Mapping[str, str] = MappingProxyType({})
    rules: Mapping[str, About] = MappingProxyType({})
    settled: tuple[Settled, ...] = ()
    unfold: bool = False


@dataclass(frozen=True, slots=True)
class Totals:
    """What a run comes to: all that it has to say but what was found in each draft.

    ``drafts`` and ``words`` count what was read, ``found`` the findings by severity, ``accepted`` those left
    out because somebody accepted or ignored them, ``old`` those that stand in the baseline. The others are
    those of Report.
    """

    drafts: int = 0
    words: int = 0
    rules: Mapping[str, About] = field(default_factory=dict)
    found: Mapping[Severity, int] = field(default_factory=dict)
    accepted: int = 0
    old: int = 0
    skipped: tuple[Skipped, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    notes: tuple[str, ...] = ()
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run has to say, in one value.

    ``sources`` maps the path of each draft with findings to its decoded source, for excerpts. ``drafts`` are
    the paths read; ``rules`` are those that were to run on any of them, by name. ``settled`` are the
    findings left out because somebody accepted or ignored them. ``troubles`` say what could not be done as
    asked; the command line tells people of them itself, so only reports for programs repeat them. ``failed``
    is set where there are any, or a rule or plugin broke down (exit 2).
    """

    findings: tuple[Finding, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    drafts: tuple[str, ...] = ()
    sources: Mapping[str, str] = field(default_factory=dict)
    rules: Mapping[str, About] = field(default_factory=dict)
    words: int = 0
    settled: tuple[Settled, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    notes: tuple[str, ...] = ()
    failed: bool = False

    @property
    def parts(self) -> Iterator[Part]:
        """The report by draft: those read, in their order, then others that findings stand in."""
        findings: dict[str, list[Finding]] = {path: [] for path in self.drafts}
        settled: dict[str, list[Settled]] = {}
        for finding in self.findings:
            findings.setdefault(finding.path, []).append(finding)
        for each in self.settled:
            findings.setdefault(each.finding.path, [])
            settled.setdefault(each.finding.path, []).append(each)
        for path, found in findings.items():
            yield Part(path, tuple(found), self.sources, self.rules, tuple(settled.get(path, ())))

    @property
    def totals(self) -> Totals:
        """The report without what was found."""
        old = sum(each.old for each in self.settled)
        return Totals(
            len(self.drafts),
            self.words,
            self.rules,
            Counter(finding.severity for finding in self.findings),
            len(self.settled) - old,
            old,
            self.skipped,
            self.troubles,
            self.notes,
            self.failed,
        )
