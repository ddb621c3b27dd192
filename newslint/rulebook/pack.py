"""A folder of rule files."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple


class Pack(NamedTuple):
    """``folder`` holds rules at ``family/name.yml`` and presets at ``presets/kind.yml``."""

    name: str
    folder: Path
