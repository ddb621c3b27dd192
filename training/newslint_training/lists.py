"""Reads the word lists that names and speech are made from."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent.parent / "words"


def sections(name: str) -> dict[str, str]:
    """A file's text by the headings in square brackets; lines that begin with # are left out."""
    found: dict[str, list[str]] = {"": []}
    heading = ""
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            heading = line.strip("[] ")
            found[heading] = []
        elif not line.startswith("#"):
            found[heading].append(line.strip())
    return {heading: " ".join(lines).strip() for heading, lines in found.items()}


def parts(text: str) -> list[str]:
    """What commas divide, or where there are none, spaces."""
    return [part.strip() for part in text.split(",")] if "," in text else text.split()


def lists(name: str) -> dict[str, list[str]]:
    """A file's parts by heading."""
    return {heading: parts(text) for heading, text in sections(name).items()}
