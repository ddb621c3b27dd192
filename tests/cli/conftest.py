"""A desk of its own for each test: a folder with a config, three house rules and no drafts yet."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

RULE = """\
rule: house/{word}
title: Do not write {word}
severity: {severity}
why: |
  We have better words.
see: https://www.ap.org/about/news-values-and-principles/
avoid: {{words: [{word}]}}
message: Another word for “{{match}}”?
examples:
  flags: |
    The [[{word}]] word.
    Nobody likes a [[{word}]] word.
  passes: |
    The plain word.
    “The {word} word,” she said.
"""
WORDS = {"slammed": "error", "purple": "warning", "very": "suggestion"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: newslint.toml that selects the family ``house``, and its rules."""
    folder = tmp_path / "desk"
    (folder / "rules" / "house").mkdir(parents=True)
    (folder / ".git").mkdir()  # no config above this folder is looked for
    for word, severity in WORDS.items():
        (folder / "rules" / "house" / f"{word}.yml").write_text(RULE.format(word=word, severity=severity))
    (folder / "newslint.toml").write_text('packs = ["rules"]\nselect = ["house"]\n')
    monkeypatch.chdir(folder)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return folder


@pytest.fixture
def draft(desk: Path) -> Callable[..., Path]:
    """``draft("name.txt", text or bytes)`` puts a draft on the desk."""

    def put(name: str, content: str | bytes) -> Path:
        path = desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    return put


@pytest.fixture
def newslint(desk: Path) -> Run:
    """``newslint("check", "draft.txt")`` runs the real command line."""

    def run(*args: str, stdin: str | bytes = "", **env: str) -> subprocess.CompletedProcess[str]:
        data = stdin if isinstance(stdin, bytes) else stdin.encode("utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "newslint", *args],
            cwd=desk,
            input=data,
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        )
        return subprocess.CompletedProcess(
            done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        )

    return run
