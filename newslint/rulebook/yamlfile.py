"""YAML read the way editors mean it: every value is text, and every value knows where it stands in the
file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newslint.model import Trouble

if TYPE_CHECKING:
    from yaml import MappingNode


@dataclass(frozen=True)
class YamlFile:
    """A mapping read from YAML: ``data`` holds dicts, lists and str only; ``where`` maps its parts to the
    file."""

    path: str
    source: str
    data: dict[str, Any]

    @cached_property
    def _root(self) -> MappingNode:
        from newslint.rulebook.yamltext import compose

        return compose(self.source, self.path)

    def __getstate__(self) -> dict[str, Any]:
        return {"path": self.path, "source": self.source, "data": self.data}  # nodes are found again if asked

    def where(self, loc: Sequence[str | int], *, key: bool = False) -> tuple[int, int]:
        """Line and column (from 1) of the value at ``loc`` (keys and list indices); of its key with ``key``.

        Parts of ``loc`` that are not in the file are passed over, so that a missing key is placed at its
        parent.
        """
        node: Any = self._root
        place = node
        for part in loc:
            if node.id == "mapping":
                for name, value in node.value:
                    if name.value == part:
                        node, place = value, name if key else value
                        break
            elif node.id == "sequence" and isinstance(part, int) and part < len(node.value):
                node = place = node.value[part]
        return place.start_mark.line + 1, place.start_mark.column + 1

    def is_literal(self, loc: Sequence[str | int]) -> bool:
        """Whether the value at ``loc`` is a literal block (``|``), whose lines stay lines."""
        node: Any = self._root
        for part in loc:
            node = next(value for name, value in node.value if name.value == part)
        return bool(node.id == "scalar" and node.style == "|")

    def trouble(
        self, message: str, loc: Sequence[str | int] = (), *, key: bool = False, remedy: str | None = None
    ) -> Trouble:
        """A Trouble at ``loc``."""
        line, column = self.where(loc, key=key)
        return Trouble(message, path=self.path, line=line, column=column, remedy=remedy)


def read_yaml(file: Path, shown_as: str | None = None) -> YamlFile:
    """The mapping in ``file``, called ``shown_as`` in messages. Raises Trouble, with its place, for
    whatever is not one."""
    path = shown_as or str(file)
    try:
        source = file.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise Trouble(
            f"cannot be read: {error.strerror}", path=path, remedy="Check the path and its permissions."
        ) from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise Trouble("is not UTF-8 text", path=path, line=line, remedy="Save the file as UTF-8.") from error
    return parse_yaml(source, path)


def parse_yaml(source: str, path: str) -> YamlFile:
    """The mapping that ``source`` spells. Raises Trouble as ``read_yaml`` does."""
    from newslint.rulebook.yamltext import compose, plain  # PyYAML: not for rules that are known

    root = compose(source, path)
    file = YamlFile(path, source, plain(root, path, source))
    vars(file)["_root"] = root
    return file
