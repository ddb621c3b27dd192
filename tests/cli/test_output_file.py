"""`newslint check --output-file`: a whole report or none, and never in place of a draft."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Put = Callable[..., Path]
BAD = "“Quoted,” said Ann Rowe. The mayor slammed 👩🏽‍🔧 it.\n"


@pytest.mark.parametrize("form", ["full", "concise", "json", "jsonl", "github", "lsp", "sarif"])
def test_the_file_holds_what_standard_output_would(newslint: Run, desk: Path, draft: Put, form: str) -> None:
    draft("a.txt", BAD)
    printed = newslint("check", "a.txt", "--format", form)
    done = newslint("check", "a.txt", "--format", form, "--output-file", "report")
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert (desk / "report").read_bytes().decode("utf-8") == printed.stdout
    assert not list(desk.glob(".newslint-*"))


def test_a_report_takes_the_place_of_the_last_one(newslint: Run, desk: Path, draft: Put) -> None:
    draft("a.txt", BAD)
    old = draft("reports/last.json", "x" * 100_000)
    old.chmod(0o600)
    (desk / "link.json").symlink_to(old)
    assert newslint("check", "a.txt", "--format", "json", "--output-file", "link.json").returncode == 1
    assert (desk / "link.json").is_symlink()
    assert json.loads(old.read_text())["summary"]["errors"] == 1
    assert stat.S_IMODE(old.stat().st_mode) == 0o600


def test_what_could_not_be_done_is_in_the_file_and_on_standard_error(newslint: Run, desk: Path) -> None:
    done = newslint("check", "gone.txt", "--format", "json", "--output-file", "report.json")
    assert (done.returncode, done.stdout) == (2, "")
    assert "gone.txt" in done.stderr
    assert json.loads((desk / "report.json").read_text())["summary"]["failed"] is True


@pytest.mark.parametrize("name", ["no/such/folder.json", "a.txt/report.json", "rules"])
def test_a_file_that_cannot_be_written_is_an_error(newslint: Run, desk: Path, draft: Put, name: str) -> None:
    draft("a.txt", BAD)
    done = newslint("check", "a.txt", "--output-file", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{name}: error: the report cannot be written: ")
    assert (desk / "rules").is_dir()
    assert not list(desk.rglob(".newslint-*"))


def test_a_full_disk_leaves_the_last_report(desk: Path, draft: Put) -> None:
    """A limit on how long files may grow stands for the disk."""
    draft("a.txt", BAD * 3000)
    draft("report", "the last one")
    code = (
        "import resource, signal, sys; from newslint.cli import run\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "sys.exit(run(['check', 'a.txt', '--format', 'json', '--output-file', 'report']))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (2, "")
    assert "report: error: the report cannot be written: file too large" in done.stderr
    assert (desk / "report").read_text() == "the last one"
    assert not list(desk.glob(".newslint-*"))


@pytest.mark.parametrize("name", ["a.txt", "./a.txt", "link"])
def test_a_draft_is_never_written_over(newslint: Run, desk: Path, draft: Put, name: str) -> None:
    draft("a.txt", BAD)
    (desk / "link").symlink_to("a.txt")
    done = newslint("check", "a.txt", "--output-file", name)
    assert (done.returncode, done.stdout) == (2, "")
    assert "is a draft of this run" in done.stderr
    assert (desk / "a.txt").read_text(encoding="utf-8") == BAD


def test_what_is_no_file_is_written_to_and_stays(newslint: Run, desk: Path, draft: Put) -> None:
    draft("a.txt", BAD)
    os.mkfifo(desk / "pipe")
    came: list[str] = []
    reader = threading.Thread(target=lambda: came.append((desk / "pipe").read_text(encoding="utf-8")))
    reader.start()
    done = newslint("check", "a.txt", "--format", "concise", "--output-file", "pipe")
    reader.join(20)
    assert done.returncode == 1
    assert came == [newslint("check", "a.txt", "--format", "concise").stdout]
    assert (desk / "pipe").is_fifo()


def test_a_file_has_colour_only_where_it_is_asked_for(newslint: Run, desk: Path, draft: Put) -> None:
    draft("a.txt", BAD)
    newslint("check", "a.txt", "--output-file", "report", FORCE_COLOR="1")
    assert "\x1b[" not in (desk / "report").read_text(encoding="utf-8")
    newslint("check", "a.txt", "--output-file", "report", "--color", "always")
    assert "\x1b[" in (desk / "report").read_text(encoding="utf-8")
