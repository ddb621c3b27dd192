"""The wheel under every supported Python that is on the machine: its pipeline opens, and it lints."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SUPPORTED = ("3.10", "3.11", "3.12", "3.13")
READ = """
from newslint.language.pipeline import Pipeline
tokens = Pipeline().read("“We had no choice,” said Ann Rowe, the mayor of Marden.").tokens
print([t.text for t in tokens if t.entity == "PERSON"], [t.text for t in tokens if t.dep == "subject"])
"""
DRAFT = "Council closes the pool\n\nThe council voted on Tuesday.\n\n“We had no choice,” critics say.\n"


def pythons() -> list[str]:
    """This interpreter, and one for each other supported version that can be found."""
    found = {f"{sys.version_info.major}.{sys.version_info.minor}": sys.executable}
    for version in SUPPORTED:
        on_path = shutil.which(f"python{version}")
        kept = Path(on_path).parents[1] / "versions" if on_path else Path()  # where pyenv's shims point to
        places = (
            [on_path, *sorted(map(str, kept.glob(f"{version}.*/bin/python{version}")))] if on_path else []
        )
        for place in places:
            if place and runs(place, version):
                found.setdefault(version, place)
    return [found[version] for version in SUPPORTED if version in found]


def runs(python: str, version: str) -> bool:
    done = subprocess.run([python, "--version"], capture_output=True, text=True, check=False)
    return bool(re.match(rf"Python {re.escape(version)}\.", done.stdout))


@pytest.mark.parametrize("python", pythons(), ids=lambda python: Path(python).parents[1].name)
def test_the_wheel_reads_and_lints(python: str, wheel: Path, tmp_path: Path) -> None:
    if python != sys.executable:
        subprocess.run([python, "-m", "venv", str(tmp_path / "venv")], check=True)
        python = str(tmp_path / "venv" / "bin" / "python")
        subprocess.run([python, "-m", "pip", "install", "-q", str(wheel)], check=True)
    env = {**os.environ, "PYTHONPATH": ""}
    read = subprocess.run(
        [python, "-c", READ], cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert read.stdout.strip() == "['Ann', 'Rowe'] ['We', 'Ann']", read.stderr
    draft = tmp_path / "pool.txt"
    draft.write_text(DRAFT, encoding="utf-8")
    lint = subprocess.run(
        [python, "-m", "newslint", "check", "pool.txt"],
        cwd=tmp_path,
        env={**env, "NEWSLINT_CACHE_DIR": str(tmp_path / "cache")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "claims/unnamed-group" in lint.stdout, lint.stderr
