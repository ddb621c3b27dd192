"""Marks: short texts that differ wherever what they stand for does.

What is kept is found again by its mark alone, so a mark holds everything that the kept thing was made from:
texts by their content, programs by their version, and by the time of their change where they are worked on.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from newslint.installed import packages
from newslint.language.bundled import BUNDLED
from newslint.language.opening import BLANK, place
from newslint.plugins import Plugins
from newslint.rulebook.book import files_of, shown_as
from newslint.rulebook.pack import Pack
from newslint.version import VERSION

PACKAGE = Path(__file__).resolve().parent.parent


def mark(*parts: str | bytes) -> str:
    """One mark for all parts; no two ways to cut the same characters into parts give the same."""
    digest = blake2b(digest_size=20)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


@lru_cache(maxsize=1)
def of_newslint() -> str:
    """Of newslint itself, its Python, and every package that is installed beside it.

    A release is known by its version. A checkout is worked on: there every module's time of change counts.
    """
    worked_on = (PACKAGE.parent / "pyproject.toml").exists()
    stamps = stamps_below(PACKAGE, (".py", ".tsv", ".txt", ".json")) if worked_on else ()
    return mark(VERSION, sys.version, str(PACKAGE), *packages(), *stamps)


def of_plugins(plugins: Plugins) -> str:
    """Of everything that outsiders add: their versions, and their modules' times of change."""
    parts: list[str] = []
    for offer in plugins.offers:
        if offer.plugin.built_in:
            continue
        parts += [repr(offer.plugin)]
        things = (*offer.checks, *map(type, offer.readers), *map(type, offer.reporters))
        for module in sorted({thing.__module__.partition(".")[0] for thing in things}):
            file = getattr(sys.modules.get(module), "__file__", None)
            if file:
                whole = os.path.basename(file) == "__init__.py"
                parts += stamps_below(Path(file).parent, (".py",)) if whole else [stamp(file)]
    return mark(*parts)


def of_pipeline(name: str) -> str:
    """Of a pipeline's files; newslint's own goes by newslint's version."""
    folder = None if name in (BUNDLED, BLANK) else place(name)
    return mark(name, *(stamps_below(folder) if folder else []))


def of_packs(packs: Iterable[Pack]) -> str:
    """Of the texts of all rules and presets, in their order, and of where they stand."""
    parts: list[str | bytes] = []
    for pack in packs:
        parts.append(pack.name)
        files, overlooked = files_of(pack)
        parts += map(str, overlooked)
        for file in files:
            try:
                text = file.read_bytes()
            except OSError:
                text = b"\0"  # whoever reads it will say what is wrong with it, and that is not kept
            parts += [str(file), shown_as(file), text]
    return mark(*parts)


def stamps_below(folder: Path, suffixes: tuple[str, ...] = ("",)) -> list[str]:
    """A stamp of each file in a folder and in those below it."""
    return sorted(_stamps(str(folder), suffixes))


def stamp(file: str | os.DirEntry[str]) -> str:
    """A file's name, size and time of change."""
    try:
        status = os.stat(file) if isinstance(file, str) else file.stat()
    except OSError:
        return f"{os.fspath(file)} is gone"
    return f"{os.fspath(file)} {status.st_size} {status.st_mtime_ns}"


def _stamps(folder: str, suffixes: tuple[str, ...]) -> Iterator[str]:
    try:
        with os.scandir(folder) as found:
            entries = list(found)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _stamps(entry.path, suffixes)
        elif entry.name.endswith(suffixes):
            yield stamp(entry)
