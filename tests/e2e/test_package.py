"""The package as others get it: the wheel holds rules and types; a checkout's own rules come first."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

WHERE = "from newslint.rulebook.packaged import rules_folder; print(rules_folder())"


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder holding what the wheel installs, nothing else."""
    target = tmp_path_factory.mktemp("site")
    subprocess.run(
        [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(target), str(wheel)],
        check=True,
    )
    return target


def python(code: str, *, cwd: Path, path: Path) -> str:
    # -P would be the clean way to keep the working directory off sys.path; Python 3.10 has not got it.
    env = {**os.environ, "PYTHONPATH": str(path)}
    code = f"import sys; sys.path = [p for p in sys.path if p]; {code}"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=cwd, env=env, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


def test_wheel_ships_every_rule_and_the_type_marker(wheel: Path, checkout: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    rules = {
        f"newslint/rules/{path.relative_to(checkout / 'rules').as_posix()}"
        for path in (checkout / "rules").rglob("*.yml")
    }
    assert rules
    assert rules <= names
    assert "newslint/py.typed" in names


def test_an_installed_wheel_reads_its_own_rules(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()  # somebody else's folder of that name is not ours
    assert Path(python(WHERE, cwd=tmp_path, path=installed)) == installed / "newslint" / "rules"


def test_a_checkout_reads_its_own_rules_first(checkout: Path, installed: Path, tmp_path: Path) -> None:
    # What an editable install does: the checkout stands on the path, before anything in site-packages.
    assert Path(python(WHERE, cwd=tmp_path, path=checkout)) == checkout / "rules"


def test_an_installed_wheel_lints_a_draft(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "draft.txt").write_text("Critics say the bridge will never be built.\n", encoding="utf-8")
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "newslint",
            "check",
            "draft.txt",
            "--format",
            "concise",
            "--fail-on",
            "warning",
        ],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
    )
    assert "draft.txt:1:1: warning claims/unnamed-group" in done.stdout
    assert done.returncode == 1
