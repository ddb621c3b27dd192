"""The baseline: findings that were there when newslint came to the house, in ``.newslint/baseline.json``.

They are left out of reports until somebody changes their words, so that a desk can begin with what is new.
Nobody looked at them: that is what accepted findings are for. Each is known by draft, rule and context, not
by its line; ``newslint baseline`` writes the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from newslint.model import Finding, Settled, Trouble
from newslint.rulebook.accepted import called
from newslint.rulebook.book import OWN_FAMILY
from newslint.whole import write_whole

PLACE = Path(".newslint") / "baseline.json"
VERSION = 1
WHY = "it stands in the baseline"

Known = Mapping[str, Mapping[str, str]]
"""By draft, as ``called`` has it, then by fingerprint: the rule."""


class Left(NamedTuple):
    """The findings that are not in the baseline, and those that are."""

    findings: tuple[Finding, ...]
    settled: tuple[Settled, ...]


@dataclass(frozen=True)
class Baseline:
    """The baseline of a folder."""

    folder: Path
    known: Known = field(default_factory=dict)

    @property
    def file(self) -> Path:
        return self.folder / PLACE

    def apply(self, path: str, findings: Iterable[Finding]) -> Left:
        """The findings of a draft, those of the baseline apart."""
        old = self.known.get(called(path, self.folder), {}) if self.known else {}
        if not old:
            return Left(tuple(findings), ())
        new: list[Finding] = []
        settled: list[Settled] = []
        for finding in findings:
            if finding.fingerprint in old and not finding.rule.startswith(f"{OWN_FAMILY}/"):
                settled.append(Settled(finding, WHY, inline=False, old=True))
            else:
                new.append(finding)
        return Left(tuple(new), tuple(settled))

    def updated(self, drafts: Iterable[str], findings: Iterable[Finding]) -> Baseline:
        """The baseline with what is found in these drafts in place of what stood there of them."""
        known = {path: dict(of_draft) for path, of_draft in self.known.items()}
        for draft in drafts:
            known[called(draft, self.folder)] = {}
        for finding in findings:
            if not finding.rule.startswith(f"{OWN_FAMILY}/"):
                known.setdefault(called(finding.path, self.folder), {})[finding.fingerprint] = finding.rule
        return Baseline(self.folder, known)

    def pruned(self, drafts: Iterable[str], findings: Iterable[Finding]) -> Baseline:
        """The baseline without what is no longer found in these drafts, and without drafts that are gone."""
        found = self.updated(drafts, findings).known
        read = {called(draft, self.folder) for draft in drafts}
        return Baseline(
            self.folder,
            {
                path: {mark: rule for mark, rule in old.items() if path not in read or mark in found[path]}
                for path, old in self.known.items()
                if (self.folder / path).exists()
            },
        )

    def __len__(self) -> int:
        return sum(map(len, self.known.values()))


def load_baseline(folder: Path) -> Baseline:
    """The baseline kept in ``folder``; an empty one where there is no file. Raises Trouble where it makes no
    sense, or is another newslint's."""
    place = folder / PLACE
    try:
        text = place.read_bytes()
    except FileNotFoundError:
        return Baseline(folder)
    except OSError as error:
        raise _trouble(folder, f"cannot be read: {error.strerror}", "Check its permissions") from error
    import json  # most runs have none

    try:
        data: Any = json.loads(text)
    except ValueError as error:
        line = getattr(error, "lineno", None)
        raise _trouble(folder, "is no JSON", "Make it anew with “newslint baseline update”", line) from error
    version = data.get("version") if isinstance(data, dict) else None
    if version != VERSION:
        told = f"is a baseline of version {version}, this newslint reads {VERSION}"
        raise _trouble(folder, told, "Make it anew with “newslint baseline update”, or update newslint")
    known = data.get("findings")
    if not _fits(known):
        told = "is no baseline: “findings” must be drafts, each with fingerprints and their rules"
        raise _trouble(folder, told, "Make it anew with “newslint baseline update”")
    return Baseline(folder, known)


def save(baseline: Baseline) -> None:
    """Write a baseline whole, in an order that makes small differences; an empty one leaves no file. Raises
    Trouble where it cannot be written."""
    import json

    known = {path: dict(sorted(old.items())) for path, old in sorted(baseline.known.items()) if old}
    data = {"version": VERSION, "findings": known}
    try:
        if not known:
            baseline.file.unlink(missing_ok=True)
            return
        baseline.file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(baseline.file, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())
    except OSError as error:
        raise _trouble(
            baseline.folder, f"cannot be written: {error.strerror}", "Check its permissions"
        ) from error


def _fits(known: Any) -> bool:
    return isinstance(known, dict) and all(
        isinstance(of_draft, dict) and all(isinstance(rule, str) for rule in of_draft.values())
        for of_draft in known.values()
    )


def _trouble(folder: Path, told: str, remedy: str, line: int | None = None) -> Trouble:
    return Trouble(told, path=str(folder / PLACE), line=line, remedy=remedy)
