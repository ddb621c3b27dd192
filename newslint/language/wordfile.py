"""Word lists kept as data beside the modules that read them."""

from __future__ import annotations

from pathlib import Path


def read_sections(path: Path) -> dict[str, tuple[str, ...]]:
    """The ``[sections]`` of a word file, each with its words in order.

    Words are parted by white space; a line that begins with ``#`` is a remark.
    """
    sections: dict[str, tuple[str, ...]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
            sections.setdefault(name, ())
        elif not line.startswith("#"):
            sections[name] = (*sections.get(name, ()), *line.split())
    return sections
