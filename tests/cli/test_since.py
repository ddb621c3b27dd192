"""--since: whole drafts are read, and what stands on lines that changed is reported."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.since import hunks
from tests.cli.conftest import Run

Put = Callable[..., Path]
pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")
OLD = "The mayor slammed the plan.\n\nA quiet day.\n\nThe purple boat is gone.\n"


def git(*arguments: str, cwd: Path) -> None:
    who = ("-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *who, *arguments], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def repository(desk: Path, draft: Put) -> Path:
    (desk / ".git").rmdir()
    draft("a.txt", OLD)
    draft("été/b.txt", OLD)
    git("init", "-q", cwd=desk)
    git("add", ".", cwd=desk)
    git("commit", "-qm", "first", cwd=desk)
    return desk


def found(newslint: Run, *more: str, since: str = "HEAD") -> list[tuple[str, int, str]]:
    done = newslint("check", ".", "--format", "json", "--since", since, *more)
    findings = json.loads(done.stdout)["findings"]
    return [(one["path"], one["start"]["line"], one["rule"]) for one in findings]


def test_nothing_changed(newslint: Run, repository: Path) -> None:
    done = newslint("check", ".", "--since", "HEAD")
    assert done.returncode == 0
    assert "2 drafts" in done.stdout


def test_findings_on_changed_lines(newslint: Run, repository: Path, draft: Put) -> None:
    draft("a.txt", OLD.replace("A quiet day.", "A very quiet day."))
    draft("été/b.txt", "The first line, which is purple.\n\n" + OLD)
    assert found(newslint) == [("a.txt", 3, "house/very"), ("été/b.txt", 1, "house/purple")]
    git("add", ".", cwd=repository)
    assert len(found(newslint)) == 2  # what is staged is not committed
    git("commit", "-qm", "second", cwd=repository)
    assert found(newslint) == []
    assert len(found(newslint, since="HEAD~1")) == 2


def test_a_draft_that_git_does_not_know_has_changed(newslint: Run, repository: Path, draft: Put) -> None:
    draft("new.txt", OLD)
    assert {path for path, *_ in found(newslint)} == {"new.txt"}


def test_odd_names_hide_nothing(newslint: Run, repository: Path, draft: Put) -> None:
    draft('quo"te.txt', OLD)
    git("add", ".", cwd=repository)
    git("commit", "-qm", "second", cwd=repository)
    draft('quo"te.txt', OLD.replace("quiet", "very quiet"))
    assert ('quo"te.txt', 3, "house/very") in found(newslint)


def test_settings_of_git_do_not_mislead(newslint: Run, repository: Path, draft: Put) -> None:
    for name, value in (("color.ui", "always"), ("diff.noprefix", "true"), ("diff.mnemonicPrefix", "true")):
        git("config", name, value, cwd=repository)
    draft("a.txt", OLD.replace("A quiet day.", "A very quiet day."))
    assert found(newslint) == [("a.txt", 3, "house/very")]


def test_lines_that_look_like_a_diff(newslint: Run, repository: Path, draft: Put) -> None:
    draft("a.txt", OLD + "\n++ b/été/b.txt\n@@ -1 +1 @@ very\n")
    assert found(newslint) == [("a.txt", 8, "house/very")]


def test_the_verdict_is_that_of_what_is_shown(newslint: Run, repository: Path, draft: Put) -> None:
    draft("a.txt", OLD.replace("A quiet day.", "A very quiet day."))
    assert newslint("check", ".").returncode == 1
    assert newslint("check", ".", "--since", "HEAD").returncode == 0
    draft("a.txt", OLD.replace("The mayor slammed the plan", "The mayor slammed this plan"))
    assert newslint("check", ".", "--since", "HEAD").returncode == 1


@pytest.mark.parametrize("revision", ["nowhere", "--help", "HEAD:a.txt"])
def test_a_revision_that_is_not_there(newslint: Run, repository: Path, revision: str) -> None:
    done = newslint("check", ".", f"--since={revision}")
    assert done.returncode == 2
    assert f"there is no revision “{revision}”" in done.stderr


def test_no_repository(newslint: Run, draft: Put) -> None:
    draft("a.txt", OLD)
    done = newslint("check", ".", "--since", "HEAD")
    assert done.returncode == 2
    assert "lies in no git repository" in done.stderr
    assert "slammed" not in done.stdout


def test_no_git(newslint: Run, repository: Path) -> None:
    done = newslint("check", ".", "--since", "HEAD", PATH="/nowhere")
    assert done.returncode == 2
    assert "git, which is not installed" in done.stderr


def test_lines_taken_out_touch_those_around_them() -> None:
    diff = b"+++ b/a\n@@ -3,2 +2,0 @@\n-x\n-y\n+++ b/c\n@@ -0,0 +1 @@\n+++ b/d\n"
    assert hunks(diff) == {b"a": [(2, 3)], b"c": [(1, 1)]}
