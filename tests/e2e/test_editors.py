"""The server and the extension with real editors' own programs: neovim, VS Code's libraries, npm."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAMS = Path(__file__).parent / "editors"
DRAFT = "The 👩‍🔧 advisor resigned.\n\n“We were told on Friday that the money for the bridge is gone.”\n"
FOUND = ["quotes/unattributed", "style/preferred-spelling"]


def needs(program: str, package: str) -> None:
    if not shutil.which(program):
        pytest.skip(f"needs {program} (Debian's package {package})")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(DRAFT, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def extension(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the extension with all that it is built of."""
    needs("npm", "npm")
    needs("node", "nodejs")
    folder = tmp_path_factory.mktemp("editors") / "vscode"
    built = shutil.ignore_patterns("node_modules", "dist", "*.vsix")
    shutil.copytree(checkout / "editors" / "vscode", folder, ignore=built)
    npm(folder, "ci", "--no-audit", "--no-fund", "--ignore-scripts")
    return folder


def npm(folder: Path, *args: str) -> str:
    done = subprocess.run(["npm", *args], cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_neovim_shows_a_finding_fixes_it_and_sees_it_gone(draft: Path, tmp_path: Path) -> None:
    needs("nvim", "neovim")
    out = tmp_path / "seen.json"
    home = {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path)}
    env = {**os.environ, **home, "DRAFT": str(draft), "PYTHON": sys.executable, "OUT": str(out)}
    script = PROGRAMS / "neovim.lua"
    command = ["nvim", "--headless", "--clean", "-n", "-c", f"luafile {script}"]
    done = subprocess.run(command, cwd=tmp_path, env=env, capture_output=True, text=True, timeout=400)
    assert out.exists(), done.stdout + done.stderr
    seen = json.loads(out.read_text(encoding="utf-8"))
    assert seen.get("failure") is None
    assert seen["first"] == FOUND
    assert seen["word"] == "advisor"
    assert seen["fix"] == "Replace “advisor” by “adviser”"
    assert seen["after"] == ["quotes/unattributed"]
    assert seen["text"] == DRAFT.replace("advisor", "adviser").rstrip("\n")


def test_a_client_of_vs_codes_own_libraries(extension: Path, draft: Path) -> None:
    command = ["node", str(PROGRAMS / "client.mjs"), str(extension), sys.executable, str(draft)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=400)
    assert done.returncode == 0, done.stdout + done.stderr
    seen = json.loads(done.stdout)
    assert sorted(seen["first"]) == FOUND
    assert seen["after"] == ["quotes/unattributed"]
    assert (seen["encoding"], seen["exit"]) == ("utf-16", 0)


def test_the_extension_type_checks_and_builds(extension: Path) -> None:
    npm(extension, "run", "check")
    npm(extension, "run", "build")
    bundle = (extension / "dist" / "extension.js").read_text(encoding="utf-8")
    # What VS Code itself brings is all that is left to load.
    loaded = (
        'try { const vscode = require("./dist/extension.js") } catch (error) { console.log(error.message) }'
    )
    told = subprocess.run(["node", "-e", loaded], cwd=extension, capture_output=True, text=True).stdout
    assert "Cannot find module 'vscode'" in told
    assert "newslint.ignoreWithReason" in bundle
