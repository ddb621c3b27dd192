"""What a run is asked, what it is given to read, and what came of it: the values that pass over the desk."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from newslint.language.bundled import BUNDLED
from newslint.model import About, Draft, Finding, Part, Settled, Severity, Skipped, Totals, Trouble

if TYPE_CHECKING:
    from newslint.config import Effective

STORY = "story"  # the key of front matter under which drafts say which story they tell
GUESSED = frozenset({"cp1252", "latin-1"})  # encodings that nothing in the file names


class Order(NamedTuple):
    """What is asked of a run, beside what the config says; None and empty where nothing is asked.

    ``config`` is the one config file to use, in place of those above each draft; ``isolated`` uses none.
    ``same_story``: the drafts that are named tell one story. Without ``baseline``, findings that stand in one
    are shown as others are.
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
    baseline: bool = True

    def pipeline_under(self, effective: Effective) -> str:
        """The name of the pipeline that was ordered, else of the one that the config asks for."""
        return self.pipeline or effective.pipeline or BUNDLED


class Copy(NamedTuple):
    """A draft to read: what it is called, and its bytes (None: they are in the file of that name; ``stored``:
    they were read from it)."""

    path: str
    data: bytes | None = None
    stored: bool = False


class Drafts(NamedTuple):
    """What a run is to read, what is to be said of it, and what could not be found."""

    copies: Iterable[Copy]
    notes: tuple[str, ...] = ()
    troubles: tuple[Trouble, ...] = ()


class Result(NamedTuple):
    """What a report needs to know of one draft: a plain value, without the draft.

    ``words`` counts them; ``guessed`` is the encoding it was read in where nothing in the file names it, else
    ""; ``story`` the story it says it tells, None where it says nothing. ``sources`` are the decoded sources
    of the drafts that findings point to, by path. ``rules`` are those that were to run, ``on_trial`` those
    whose findings never fail a run, ``fail_on`` the least severity of others that does; ``failed``: a rule
    broke down; ``unfold``: every suggestion was asked for.
    """

    path: str
    words: int
    guessed: str
    story: str | None
    sources: Mapping[str, str]
    rules: Mapping[str, About]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()
    settled: tuple[Settled, ...] = ()
    failed: bool = False
    fail_on: Severity = Severity.error
    on_trial: frozenset[str] = frozenset()
    unfold: bool = False
    troubles: tuple[Trouble, ...] = ()

    @property
    def fails(self) -> bool:
        """Whether a finding is so severe that the run fails."""
        return any(one.severity >= self.fail_on and one.rule not in self.on_trial for one in self.findings)

    @property
    def part(self) -> Part:
        """What the run has to say of the draft: each finding once, in order of place."""
        findings = tuple(sorted(set(self.findings), key=lambda finding: finding.order))
        settled = tuple(sorted(self.settled, key=lambda settled: settled.finding.order))
        return Part(self.path, findings, self.sources, self.rules, settled, self.unfold)


class Proof(NamedTuple):
    """A draft, and what came of it."""

    draft: Draft
    result: Result


class Proved(NamedTuple):
    """What came of a draft; what is wrong with the rule files it was to be held against, and whether a
    plugin is broken: then it is only part of what there was to find."""

    came: Result | Trouble
    troubles: tuple[Trouble, ...] = ()
    broken: bool = False


class Compared(NamedTuple):
    """What came of holding drafts of one story against each other."""

    results: tuple[Result, ...]
    notes: tuple[str, ...]
    troubles: tuple[Trouble, ...]


class Outcome(NamedTuple):
    """What a run comes to, and whether it fails by what was found."""

    totals: Totals
    fails: bool


@dataclass
class Results:
    """What is kept of the drafts already read: counts, and what is said once a run; of a draft itself its
    name."""

    skipped: set[Skipped] = field(default_factory=set)
    troubles: list[Trouble] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    drafts: list[str] = field(default_factory=list)
    rules: dict[str, About] = field(default_factory=dict)
    ran: set[str] = field(default_factory=set)
    words: int = 0
    found: Counter[Severity] = field(default_factory=Counter)
    settled: Counter[bool] = field(default_factory=Counter)  # by whether they are old
    failed: bool = False
    fails: bool = False

    def add(self, result: Result) -> None:
        """What came of a draft by itself."""
        self.drafts.append(result.path)
        if result.guessed:
            self.notes.append(f"{result.path} is not UTF-8; it was read as {result.guessed}")
        self.words += result.words
        self.add_found(result)

    def add_found(self, result: Result) -> None:
        """What was found in a draft, which may be one that was read for comparison only."""
        self.troubles += result.troubles
        self.found.update(finding.severity for finding in set(result.findings))
        self.skipped |= set(result.skipped)
        self.rules |= result.rules
        self.ran |= result.rules.keys() - {skipped.rule for skipped in result.skipped}
        self.settled.update(settled.old for settled in result.settled)
        self.failed |= result.failed
        self.fails |= result.fails
