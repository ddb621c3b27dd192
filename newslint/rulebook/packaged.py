"""newslint's own rules: a checkout's rules/ comes first, then those that ship with the package.

Beside them stand packs/: house styles, which contradict each other and are read only where a config names
one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from newslint.hooks import hookimpl
from newslint.rulebook.pack import Pack

PACKAGE = Path(__file__).resolve().parent.parent
OURS = re.compile(r"^\s*name\s*=\s*[\"']newslint[\"']\s*(?:#.*)?$", re.MULTILINE)


def rules_folder(package: Path = PACKAGE) -> Path:
    """Where newslint's own rules are: beside the package in a checkout or an editable install, else inside
    it."""
    return _folder("rules", package)


def house_packs(package: Path = PACKAGE) -> dict[str, Pack]:
    """newslint's own packs that are read only where a config names them, by name: ap-dates, uk-dates."""
    folders = sorted(path for path in _folder("packs", package).glob("*") if path.is_dir())
    return {folder.name: Pack(folder.name, folder) for folder in folders}


def _folder(name: str, package: Path) -> Path:
    checkout = package.parent
    try:
        project = (checkout / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return package / name
    return checkout / name if OURS.search(project) and (checkout / name).is_dir() else package / name


@hookimpl
def newslint_packs() -> Iterable[Pack]:
    return [Pack("newslint", rules_folder())]
