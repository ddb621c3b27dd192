"""The hook, in the real pre-commit, on a temporary repository of drafts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

BAD = """\
The mayor left before the vote.

“We were told on Friday that the money for the bridge is gone.”

TK: the mayor's answer
"""
GOOD = """\
The council met on Tuesday.

“We were told on Friday that the money is gone,” said Maria Lopez, the treasurer.
"""


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository for drafts, with nothing staged."""
    if not shutil.which("git"):
        pytest.skip("needs git")
    folder = tmp_path_factory.mktemp("drafts")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def run(drafts: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run pre-commit in the repository of drafts, with a cache of its own that the tests share."""
    home = tmp_path_factory.mktemp("pre-commit-home")
    env = {
        **os.environ,
        "PRE_COMMIT_HOME": str(home),
        "GIT_AUTHOR_NAME": "Desk",
        "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_COMMITTER_NAME": "Desk",
        "GIT_COMMITTER_EMAIL": "desk@example.org",
    }
    env.pop("NEWSLINT_NO_SKIPS", None)

    def call(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", *args], cwd=drafts, env=env, capture_output=True, text=True
        )

    return call


@pytest.fixture
def stage(drafts: Path) -> Callable[[dict[str, str]], None]:
    """Make the repository hold just these files, staged."""

    def put(files: dict[str, str]) -> None:
        for old in drafts.iterdir():
            if old.name != ".git":
                shutil.rmtree(old) if old.is_dir() else old.unlink()
        for name, text in files.items():
            path = drafts / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", "-A"], cwd=drafts, check=True)

    return put


def test_try_repo_stops_a_bad_draft(
    run: Run, stage: Callable[[dict[str, str]], None], checkout: Path
) -> None:
    stage({"bad.md": BAD, "README.md": "“Nobody is named here as saying these words at all.”\n"})
    done = run("try-repo", str(checkout), "newslint", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "quotes/unattributed" in done.stdout
    assert "placeholders/unfinished" in done.stdout
    assert "README" not in done.stdout.split("newslint......")[-1], (
        "files about the repository are not drafts"
    )


@pytest.fixture(scope="module")
def config(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A .pre-commit-config.yaml that takes the hook from a commit of this checkout as it stands."""
    copy = tmp_path_factory.mktemp("newslint-repo")
    keep = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")
    shutil.copytree(checkout, copy, dirs_exist_ok=True, ignore=keep)
    git = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "as it stands"]):
        subprocess.run([*git, *command], cwd=copy, check=True)
    rev = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=copy, check=True, capture_output=True, text=True
    ).stdout.strip()
    return f"repos:\n- repo: {copy.as_uri()}\n  rev: {rev}\n  hooks:\n  - id: newslint\n"


def test_hook_lets_a_good_draft_through_and_stops_a_bad_one(
    run: Run, stage: Callable[[dict[str, str]], None], config: str
) -> None:
    stage({".pre-commit-config.yaml": config, "good.md": GOOD})
    done = run("run", "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout

    stage({".pre-commit-config.yaml": config, "good.md": GOOD, "bad.md": BAD})
    done = run("run", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "bad.md" in done.stdout
    assert "Failed" in done.stdout


def test_hook_says_so_when_all_its_files_are_excluded(
    run: Run, stage: Callable[[dict[str, str]], None], config: str
) -> None:
    stage(
        {
            ".pre-commit-config.yaml": config,
            "newslint.toml": 'exclude = ["archive/"]\n',
            "archive/old.md": BAD,
        }
    )
    done = run("run", "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "excluded" in done.stdout


def test_warnings_show_although_the_hook_passes(
    run: Run, stage: Callable[[dict[str, str]], None], config: str
) -> None:
    stage(
        {
            ".pre-commit-config.yaml": config,
            "draft.md": GOOD + "\nCritics say the bridge will never be built.\n",
        }
    )
    done = run("run", "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "claims/unnamed-group" in done.stdout
