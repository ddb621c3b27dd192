"""Whether any installed package may bring plugins, told without ``importlib.metadata``.

That module costs a tenth of a cold run (it knows mail headers and zip archives), and most installations
have no plugin at all. So first the lists of entry points are looked at as files; the module is asked only
where one names the group, or where packages are kept in a way that this module does not know.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress

KINDS = (".dist-info", ".egg-info")
USUAL = ("PathFinder", "BuiltinImporter", "FrozenImporter")  # finders that find packages in folders


def may_have(group: str, folders: Iterable[str] | None = None) -> bool:
    """Whether a package in ``folders`` (those on ``sys.path``) may have entry points in ``group``."""
    if folders is None:
        if any(_finds_packages(finder) for finder in sys.meta_path):
            return True
        folders = dict.fromkeys(sys.path)
    sign = f"[{group}]".encode()
    return any(
        sign in listed.replace(b" ", b"") for folder in folders for listed in _lists(folder or ".", sign)
    )


def packages(folders: Iterable[str] | None = None) -> tuple[str, ...]:
    """The packages in ``folders`` (those on ``sys.path``), as their folders of metadata are called, which
    tell their versions."""
    found: list[str] = []
    for folder in dict.fromkeys(sys.path) if folders is None else folders:
        with suppress(OSError):
            found += _metadata(folder or ".")
    return tuple(sorted(found))


def _metadata(folder: str) -> list[str]:
    with os.scandir(folder) as entries:
        return [entry.name for entry in entries if entry.name.endswith((*KINDS, ".egg"))]


def _finds_packages(finder: object) -> bool:
    name = finder.__name__ if isinstance(finder, type) else type(finder).__name__
    return name not in USUAL and hasattr(finder, "find_distributions")


def _lists(folder: str, sign: bytes) -> Iterator[bytes]:
    """What the packages of a folder say of their entry points; for an archive, what makes sure it is
    asked."""
    try:
        names = _metadata(folder)
    except NotADirectoryError:
        if os.path.exists(folder):
            yield sign
        return
    except OSError:
        return
    for name in names:
        inside = "EGG-INFO/entry_points.txt" if name.endswith(".egg") else "entry_points.txt"
        try:
            with open(os.path.join(folder, name, inside), "rb") as file:
                yield file.read()
        except OSError:
            continue
