"""``required-version``: which versions of newslint a config is meant for."""

from __future__ import annotations

import re
from collections.abc import Callable
from operator import eq, ge, gt, le, lt, ne
from typing import Any

CLAUSE = re.compile(r"\s*(==|!=|>=|<=|~=|>|<)?\s*(\d+(?:\.\d+)*)((?:a|b|rc|\.dev)\d*)?\s*")
COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "==": eq, "!=": ne, ">=": ge, "<=": le, ">": gt, "<": lt,
}  # fmt: skip
Key = tuple[tuple[int, ...], int, str]


def check_specifier(specifier: str) -> str:
    """The specifier itself. Raises ValueError where it cannot be read (``>=0.2,<1``)."""
    for clause in specifier.split(","):
        if not CLAUSE.fullmatch(clause):
            raise ValueError(f"“{clause.strip()}” is not a version; write “>=0.1”, “>=0.1,<1” or “~=0.1.2”")
    return specifier


def allows(specifier: str, version: str) -> bool:
    """Whether ``version`` fits all clauses of ``specifier``."""
    have = _key(version)
    for clause in specifier.split(","):
        found = CLAUSE.fullmatch(clause)
        assert found is not None
        sign, number = found[1] or "==", found[2] + (found[3] or "")
        if sign == "~=":  # at least this, and the same up to the part before the last
            fixed = found[2].split(".")[:-1]
            release = [*have[0], *[0] * len(fixed)]
            if have < _key(number) or release[: len(fixed)] != [int(part) for part in fixed]:
                return False
        elif not COMPARE[sign](have, _key(number)):
            return False
    return True


def _key(version: str) -> Key:
    """Sorts as versions do: trailing zeros do not count, what comes before a release is less than it."""
    found = CLAUSE.match(version)
    if found is None:
        return (), 0, ""
    parts = [int(part) for part in found[2].split(".")]
    while parts and parts[-1] == 0:
        parts.pop()
    early = (found[3] or "").lstrip(".")
    stage = {"": 3, "d": 0, "a": 1, "b": 2, "r": 2}[early[:1]]
    return tuple(parts), stage, early
