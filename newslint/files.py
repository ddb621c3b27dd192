"""From the paths of the command line to the drafts to read, and from a draft's path to its bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol

from newslint.model import Trouble

LARGEST = 10_000_000  # bytes; the longest novels are a third of it, and a run holds all of a draft
NEVER_WALKED = frozenset({"node_modules", "site-packages", "__pycache__"})
SIGN_OF_A_VENV = "pyvenv.cfg"


class PathPattern(Protocol):
    """Says which absolute paths it means."""

    def matches(self, path: Path, /) -> bool: ...


class Limits(Protocol):
    """What the config says of a path: None where it says nothing."""

    @property
    def include(self) -> Iterable[PathPattern] | None: ...

    @property
    def exclude(self) -> Iterable[PathPattern] | None: ...


class Found(NamedTuple):
    """The drafts that paths lead to, sorted, each once, as they are called from where the command runs.

    ``excluded`` counts the files that were named but are excluded by the config: where those are all, there
    is nothing to do, and nothing wrong. ``troubles`` say what was named and could not be found.
    """

    drafts: tuple[str, ...]
    excluded: int
    troubles: tuple[Trouble, ...]


def find_drafts(paths: Iterable[str], suffixes: Iterable[str], limits: Callable[[Path], Limits]) -> Found:
    """The drafts among ``paths``: files as named, and those in folders (not hidden ones).

    Args:
        suffixes: with the dot, in lower case: what the readers read.
        limits: what the config says of an (absolute) path. A file is read if ``include`` (where given) means
            it and ``exclude`` does not, whether it was named or lay in a folder, so that a hook's list
            cannot change the verdict.
    """
    known = tuple(suffixes)
    search = _Search(known, limits)
    for path in paths:
        if os.path.isdir(path):
            search.folder(path)
        else:
            search.file(path)
    drafts = sorted(search.drafts.values(), key=lambda path: Path(path).parts)
    return Found(tuple(drafts), search.excluded, tuple(search.troubles))


def is_wanted(path: str, limits: Callable[[Path], Limits]) -> bool:
    """Whether the config lets a file be read: ``include``, where given, means it, ``exclude`` does not."""
    absolute = Path(os.path.abspath(path))
    held = limits(absolute)
    if held.include is not None and not any(pattern.matches(absolute) for pattern in held.include):
        return False
    return not any(pattern.matches(absolute) for pattern in held.exclude or ())


def read_file(path: str) -> bytes:
    """The bytes of a file. Raises Trouble, with the reason, where it is no file or cannot be read."""
    try:
        status = os.stat(path)
        if stat.S_ISDIR(status.st_mode):
            raise Trouble("is a folder, not a draft", path=path, remedy="Name a draft in it")
        if not stat.S_ISREG(status.st_mode):
            raise Trouble(
                "is a pipe or a device, not a file",
                path=path,
                remedy="Save the draft to a file, or pass it as “-”",
            )
        refuse_too_large(path, status.st_size)
        with open(path, "rb") as file:
            return file.read()
    except FileNotFoundError as error:
        raise _missing(path) from error
    except OSError as error:
        raise _unreadable(path, error) from error


def refuse_too_large(path: str, size: int) -> None:
    """Raise Trouble where ``size`` (in bytes) is more than a draft may have."""
    if size > LARGEST:
        raise Trouble(
            f"is too large for a draft: more than {LARGEST:,} bytes",
            path=path,
            remedy="Split it, or leave it out (exclude)",
        )


class _Search:
    """Collects drafts by their real path, so that none is read twice under two names."""

    def __init__(self, suffixes: tuple[str, ...], limits: Callable[[Path], Limits]) -> None:
        self._suffixes, self._limits = suffixes, limits
        self.drafts: dict[str, str] = {}
        self.excluded = 0
        self.troubles: list[Trouble] = []

    def file(self, path: str) -> None:
        if not os.path.lexists(path):
            self.troubles.append(_missing(path))
        elif not self._is_wanted(path):
            self.excluded += 1
        elif not self._is_known(path):
            suffix = os.path.splitext(path)[1]
            self.troubles.append(
                Trouble(
                    f"newslint reads no {suffix} files"
                    if suffix
                    else "the file has no suffix to know its format by",
                    path=path,
                    remedy=f"Save it as one of {', '.join(self._suffixes)}, or leave it out (exclude)",
                )
            )
        else:
            self._keep(path)

    def folder(self, path: str) -> None:
        candidates = [found for found in self._walk(path, set()) if self._is_known(found)]
        wanted = [found for found in candidates if self._is_wanted(found)]
        for found in wanted:
            self._keep(found)
        if not wanted:
            left_out = f"; excluded: {len(candidates):,}" if candidates else ""
            self.troubles.append(
                Trouble(
                    f"no drafts in this folder{left_out}",
                    path=path,
                    remedy=f"Drafts end in {', '.join(self._suffixes)}; see also exclude in the config",
                )
            )

    def _walk(self, folder: str, seen: set[tuple[int, int]]) -> Iterator[str]:
        try:
            status = os.stat(folder)
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            self.troubles.append(_unreadable(folder, error))
            return
        here = (status.st_dev, status.st_ino)
        if here in seen or any(entry.name == SIGN_OF_A_VENV for entry in entries):
            return
        seen.add(here)
        for entry in entries:
            path = os.path.normpath(entry.path)
            if entry.name.startswith(".") or entry.name in NEVER_WALKED:
                continue
            if os.path.isdir(path):
                yield from self._walk(path, seen)
            else:
                yield path

    def _keep(self, path: str) -> None:
        self.drafts.setdefault(os.path.realpath(path), path)

    def _is_known(self, path: str) -> bool:
        return path.lower().endswith(self._suffixes)

    def _is_wanted(self, path: str) -> bool:
        return is_wanted(path, self._limits)


def _missing(path: str) -> Trouble:
    return Trouble(
        "there is no such file or folder", path=path, remedy="Check the spelling, and where you run newslint"
    )


def _unreadable(path: str, error: OSError) -> Trouble:
    reason = (error.strerror or str(error)).lower()
    return Trouble(
        f"cannot be read: {reason}", path=path, remedy="Check its permissions, or leave it out (exclude)"
    )
