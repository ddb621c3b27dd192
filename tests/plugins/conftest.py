"""Packages installed for one test: a folder on sys.path with a module and its dist-info."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

collect_ignore = ["example"]  # a project of its own, with tests that need it installed
Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Install]:
    """``install("acme", code)`` makes a package whose entry point in the group ``newslint`` is its module."""
    site = tmp_path / "site"
    site.mkdir()
    monkeypatch.syspath_prepend(str(site))
    modules: list[str] = []

    def put(name: str, code: str, version: str = "1.2", entry: str | None = None) -> Path:
        module = f"plugin_{name}"
        modules.append(module)
        (site / f"{module}.py").write_text(code, encoding="utf-8")
        info = site / f"{name}_newslint-{version}.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}-newslint\nVersion: {version}\n")
        (info / "entry_points.txt").write_text(f"[newslint]\n{name} = {entry or module}\n")
        importlib.invalidate_caches()
        return site

    yield put
    for module in modules:
        sys.modules.pop(module, None)
