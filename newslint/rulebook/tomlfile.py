"""TOML whose values know, as well as can be told, where they stand in the file."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from newslint.model import Trouble

NAME = r"(?:\"[^\"\n]*\"|'[^'\n]*'|[\w-]+)"
DOTTED = rf"{NAME}(?:[ \t]*\.[ \t]*{NAME})*"
HEADER = re.compile(rf"^[ \t]*(\[\[?)[ \t]*({DOTTED})[ \t]*\]", re.MULTILINE)
KEY = re.compile(rf"^[ \t]*({DOTTED})[ \t]*=", re.MULTILINE)
POSITION = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
Loc = Sequence[str | int]


@dataclass(frozen=True)
class TomlFile:
    """A table read from TOML: the whole file, or the table ``under`` it (``tool``, ``newslint``).

    ``path`` is what messages call it.
    """

    path: str
    source: str
    data: dict[str, Any]
    under: tuple[str, ...] = ()

    def where(self, loc: Loc) -> tuple[int | None, int | None]:
        """Line and column (from 1) of the key at ``loc``, of the item where ``loc`` ends in a list; None
        unknown."""
        full = (*self.under, *loc)
        for length in range(len(full), 0, -1):
            at = self._places.get(full[:length])
            if at is None:
                continue
            value: Any = self.data
            for part in loc:
                try:
                    value = value[part]
                except (KeyError, IndexError, TypeError):
                    break
            if length < len(full) and isinstance(value, str):  # an item of the list that begins here
                found = re.compile(rf"[\"']{re.escape(value)}[\"']").search(self.source, at)
                at = found.start() if found else at
            line_start = self.source.rfind("\n", 0, at) + 1
            return self.source.count("\n", 0, at) + 1, at - line_start + 1
        return None, None

    def trouble(
        self, message: str, loc: Loc = (), *, key: bool = False, remedy: str | None = None
    ) -> Trouble:
        """A Trouble at ``loc``. (Keys and their values stand on one line; ``key`` makes no difference
        here.)"""
        line, column = self.where(loc)
        return Trouble(message, path=self.path, line=line, column=column, remedy=remedy)

    @cached_property
    def _places(self) -> dict[tuple[str | int, ...], int]:
        """Where each table and key is written, as offsets in the source."""
        places: dict[tuple[str | int, ...], int] = {}
        table: tuple[str | int, ...] = ()
        counts: dict[tuple[str | int, ...], int] = {}
        for at, sign, name in sorted(self._marks()):
            if sign == "=":
                places.setdefault((*table, *name), at)
                continue
            table = name
            if sign == "[[":
                number = counts.get(name, 0)
                counts[name] = number + 1
                table = (*name, number)
            places.setdefault(table, at)
            for length in range(1, len(name)):  # the tables that [a.b] implies
                places.setdefault(name[:length], at)
        return places

    def _marks(self) -> Iterator[tuple[int, str, tuple[str, ...]]]:
        for pattern, group in ((HEADER, 2), (KEY, 1)):
            for found in pattern.finditer(self.source):
                names = tuple(part.strip("\"'") for part in re.findall(NAME, found[group]))
                yield found.start(group), found[1] if pattern is HEADER else "=", names


def read_toml(file: Path, shown_as: str | None = None, under: tuple[str, ...] = ()) -> TomlFile:
    """The table in ``file``, called ``shown_as`` in messages; empty where there is no such table ``under``
    it.

    Raises Trouble, with line and column where known, for a file that cannot be read or is no TOML.
    """
    path = shown_as or str(file)
    try:
        source = file.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise Trouble(reason, path=path, remedy="Check the path and its permissions.") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Trouble("is not UTF-8 text", path=path, line=line, remedy="Save the file as UTF-8.") from error
    if sys.version_info >= (3, 11):  # not every run has a config
        import tomllib
    else:
        import tomli as tomllib
    try:
        data: Any = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise _explained(error, source, path) from error
    for part in under:
        data = data.get(part, {}) if isinstance(data, dict) else {}
    if not isinstance(data, dict):
        raise Trouble(f"“{'.'.join(under)}” is not a table", path=path, remedy=f"Write [{'.'.join(under)}].")
    return TomlFile(path, source, data, under)


def _explained(error: Exception, source: str, path: str) -> Trouble:
    told = str(error)
    line, column = source.count("\n") + 1, 1
    if (position := POSITION.search(told)) and position[1]:
        line, column = int(position[1]), int(position[2])
    if "overwrite" in told.lower() or "twice" in told.lower():
        return Trouble(
            "a key stands here twice", path=path, line=line, column=column, remedy="Keep one of the two."
        )
    return Trouble(
        "this line cannot be understood as TOML",
        path=path,
        line=line,
        column=column,
        remedy='Write key = "value"; text stands in quotation marks, lists in [ ]. A name with a slash is '
        'quoted too: "quotes/unclosed" = "error".',
    )
