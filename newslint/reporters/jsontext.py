"""JSON written item by item, as ``json.dumps`` with an indent of one would write the whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from textwrap import indent
from typing import Any


class Items:
    """An array in the making; its items stand ``depth`` spaces in."""

    def __init__(self, depth: int) -> None:
        self._margin = " " * depth
        self._any = False

    def begin(self) -> str:
        return "["

    def more(self, items: Iterable[Any]) -> str:
        """The next items."""
        told = []
        for item in items:
            told.append(",\n" if self._any else "\n")
            told.append(indent(json.dumps(item, indent=1), self._margin))
            self._any = True
        return "".join(told)

    def end(self) -> str:
        return f"\n{self._margin[1:]}]" if self._any else "]"


def members(data: Mapping[str, Any], depth: int) -> str:
    """Members of an object, without its braces, ``depth`` spaces in."""
    inside = json.dumps(dict(data), indent=1)[2:-2]
    return indent(inside, " " * (depth - 1))
