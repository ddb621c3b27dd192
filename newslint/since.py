"""Which lines of which drafts changed since a revision of their git repository."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from newslint.model import Finding, Trouble

HUNK = re.compile(rb"^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
INTO = b"+++ b/"
ODD = re.compile(rb'[\x00-\x1f\x7f"\\]')


@dataclass(frozen=True)
class Changed:
    """The lines that changed, by a file's real path: ranges of lines from 1, the last one included; files
    that git does not know changed as a whole, and have None."""

    lines: Mapping[str, tuple[tuple[int, int], ...] | None]

    def concerns(self, finding: Finding) -> bool:
        """Whether a finding, or a place that explains it, stands on a line that changed. One on the whole
        draft does where anything in it changed."""
        if finding.start is None or finding.end is None:
            return self._any(finding.path)
        return self._touched(finding.path, finding.start.line, finding.end.line) or any(
            self._touched(related.path, related.start.line, related.end.line) for related in finding.related
        )

    def _any(self, path: str) -> bool:
        ranges = self.lines.get(os.path.realpath(path), ())
        return ranges is None or bool(ranges)

    def _touched(self, path: str, first: int, last: int) -> bool:
        ranges = self.lines.get(os.path.realpath(path), ())
        return ranges is None or any(start <= last and first <= end for start, end in ranges)


def changed_since(revision: str, drafts: Iterable[str]) -> Changed:
    """What changed in drafts between ``revision`` and the files as they are now, saved or not committed.

    Where lines were only taken out, the lines on both sides count. Raises Trouble where a draft lies in no
    git repository, the revision is not there, or git is not installed.
    """
    lines: dict[str, tuple[tuple[int, int], ...] | None] = {}
    for root, paths in by_repository(drafts).items():
        commit = git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
        if commit is None:
            raise Trouble(
                f"there is no revision “{revision}” in the repository {root}",
                remedy="Check its name, and whether the clone is deep enough (git fetch --unshallow)",
            )
        known = set((git(root, "ls-files", "-z") or b"").split(b"\0"))
        # As git has it without anybody's settings: colours, other prefixes or renames would mislead.
        plain = ("-c", "core.quotePath=false", "diff", "--unified=0", "--no-color", "--no-ext-diff")
        told = git(
            root, *plain, "--no-renames", "--src-prefix=a/", "--dst-prefix=b/", commit.decode().strip()
        )
        found = hunks(told or b"")
        for path in paths:
            name = os.fsencode(os.path.relpath(path, root).replace(os.sep, "/"))
            plain_name = not ODD.search(name)  # git spells odd ones another way: nothing of them is hidden
            lines[path] = tuple(found.get(name, ())) if name in known and plain_name else None
    return Changed(lines)


def by_repository(drafts: Iterable[str]) -> dict[str, list[str]]:
    """The drafts' real paths, by the root of the repository they lie in."""
    roots: dict[str, str] = {}
    found: dict[str, list[str]] = {}
    for draft in drafts:
        path = os.path.realpath(draft)
        folder = os.path.dirname(path)
        if folder not in roots:
            root = git(folder, "rev-parse", "--show-toplevel")
            if root is None:
                raise Trouble(
                    "lies in no git repository", path=draft, remedy="Leave out --since, or commit the draft"
                )
            roots[folder] = os.path.realpath(os.fsdecode(root.rstrip(b"\n")))
        found.setdefault(roots[folder], []).append(path)
    return found


def hunks(diff: bytes) -> dict[bytes, list[tuple[int, int]]]:
    """The ranges of new lines in a diff without context, by path."""
    found: dict[bytes, list[tuple[int, int]]] = {}
    ranges: list[tuple[int, int]] = []
    skip = 0
    for line in diff.split(b"\n"):
        if skip:  # the lines of a hunk, which may look like anything
            if not line.startswith(b"\\"):
                skip -= 1
            continue
        if line.startswith(INTO):
            ranges = found.setdefault(line[len(INTO) :].rstrip(b"\t"), [])
        elif match := HUNK.match(line):
            first, count = int(match[1]), int(match[2] or 1)
            ranges.append((first, first + count - 1) if count else (first, first + 1))
            old = re.match(rb"^@@ -\d+(?:,(\d+))?", line)
            skip = count + int(old[1] or 1 if old else 0)
    return found


def git(folder: str | Path, *arguments: str) -> bytes | None:
    """What git prints; None where it fails. Raises Trouble where there is no git."""
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)
    except FileNotFoundError as error:
        raise Trouble("--since needs git, which is not installed", remedy="Install git") from error
    return done.stdout if done.returncode == 0 else None
