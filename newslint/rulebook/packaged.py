"""newslint's own rules: a checkout's rules/ comes first, then those that ship with the package."""

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
    checkout = package.parent
    try:
        project = (checkout / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return package / "rules"
    return checkout / "rules" if OURS.search(project) and (checkout / "rules").is_dir() else package / "rules"


@hookimpl
def newslint_packs() -> Iterable[Pack]:
    return [Pack("newslint", rules_folder())]
