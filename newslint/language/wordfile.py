"""Word lists kept as data beside the modules that read them."""

from __future__ import annotations

from pathlib import Path


def read_lines(path: Path) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The ``[sections]`` of a word file, each with its lines, each with its words, in order.

    Words are parted by white space; a line that begins with ``#`` is a remark.
    """
    sections: dict[str, tuple[tuple[str, ...], ...]] = {}
    name = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[] ")
            sections.setdefault(name, ())
        elif line.strip() and not line.startswith("#"):
            sections[name] = (*sections.get(name, ()), tuple(line.split()))
    return sections


def read_sections(path: Path) -> dict[str, tuple[str, ...]]:
    """As ``read_lines``, with the words of a whole section together."""
    return {name: tuple(word for line in lines for word in line) for name, lines in read_lines(path).items()}
