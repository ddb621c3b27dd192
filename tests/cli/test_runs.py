"""How a run is made and what comes of it: jobs, several reports, limits, statistics, watching."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

import newslint.run
from newslint.cli.progress import Progress
from newslint.proofs import Copy, Drafts, Order
from tests.cli.conftest import Run

Put = Callable[..., Path]
BAD = "The mayor slammed the purple plan.\n"


# -j


def test_several_processes_report_the_same_in_the_same_order(newslint: Run, draft: Put) -> None:
    for number in range(12):
        draft(f"{number:02}.txt", BAD * (number % 3 + 1))
    draft("broken.txt", b"\x00")
    alone = newslint("check", ".", "--format", "json", "--no-cache")
    crew = newslint("check", ".", "--format", "json", "--no-cache", "-j", "2")
    assert (crew.returncode, crew.stdout, crew.stderr) == (alone.returncode, alone.stdout, alone.stderr)


def test_what_several_processes_found_is_kept(newslint: Run, draft: Put, tmp_path: Path) -> None:
    for number in range(4):
        draft(f"{number}.txt", BAD)
    place = {"NEWSLINT_CACHE_DIR": str(tmp_path / "kept")}
    first = newslint("check", ".", "-j", "2", **place)
    assert len(list((tmp_path / "kept" / "results").glob("[0-9a-f]*"))) == 4
    assert newslint("check", ".", **place).stdout == first.stdout


def test_rules_with_mistakes_are_told_once_by_several_processes(
    newslint: Run, draft: Put, desk: Path
) -> None:
    for number in range(4):
        draft(f"{number}.txt", BAD)
    (desk / "rules" / "house" / "broken.yml").write_text("rule: house/broken\n")
    alone, crew = (newslint("check", ".", "-j", jobs) for jobs in ("1", "2"))
    assert alone.returncode == crew.returncode == 2
    assert crew.stderr == alone.stderr
    assert crew.stderr.count("broken.yml") == 1


# several reports


def test_several_reports_of_one_run(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", BAD)
    alone = {form: newslint("check", ".", "--format", form).stdout for form in ("gitlab", "junit", "concise")}
    done = newslint(
        "check", ".", "--format", "concise", "--output", "gitlab=g.json", "--output", "junit=j.xml"
    )
    assert done.returncode == 1
    assert done.stdout == alone["concise"]
    assert (desk / "g.json").read_text(encoding="utf-8") == alone["gitlab"]
    assert (desk / "j.xml").read_text(encoding="utf-8") == alone["junit"]


@pytest.mark.parametrize(
    ("outputs", "told"),
    [
        (["gitlab"], "is not FORMAT=FILE"),
        (["=g.json"], "is not FORMAT=FILE"),
        (["gitlub=g.json"], "gitlab"),
        (["gitlab=same", "junit=./same"], "two reports would go to this file"),
        (["gitlab=a.txt"], "is a draft of this run"),
        (["gitlab=nowhere/g.json"], "cannot be written"),
    ],
)
def test_outputs_that_make_no_sense(newslint: Run, draft: Put, outputs: list[str], told: str) -> None:
    draft("a.txt", BAD)
    done = newslint("check", ".", *(part for each in outputs for part in ("--output", each)))
    assert done.returncode == 2
    assert told in done.stderr


def test_one_report_that_cannot_be_written_does_not_cost_the_others(
    newslint: Run, draft: Put, desk: Path
) -> None:
    draft("a.txt", BAD)
    done = newslint("check", ".", "--output", "junit=nowhere/j.xml", "--output", "gitlab=g.json")
    assert done.returncode == 2
    assert json.loads((desk / "g.json").read_text())
    assert "house/slammed" in done.stdout


# limits and statistics


@pytest.mark.parametrize(("most", "code"), [("0", 1), ("1", 1), ("2", 0), ("3", 0)])
def test_max_warnings(newslint: Run, draft: Put, most: str, code: int) -> None:
    draft("a.txt", "A purple day.\n\nThe purple boat.\n")
    done = newslint("check", ".", "--max-warnings", most)
    assert done.returncode == code
    assert ("more than the" in done.stderr) is bool(code)
    assert newslint("check", ".", "--max-warnings", most, "--exit-zero").returncode == 0


def test_statistics(newslint: Run, draft: Put) -> None:
    draft("a.txt", BAD + "\nA purple day.\n")
    draft("b.txt", "A purple day.\n")
    lines = [line.split() for line in newslint("check", ".", "--statistics").stdout.splitlines()]
    assert lines[1:3] == [
        ["3", "250.00", "2", "warning", "house/purple"],
        ["1", "83.33", "1", "error", "house/slammed"],
    ]
    assert newslint("check", ".", "--statistics", "--ignore", "house").returncode == 2


# watching


@pytest.fixture
def watched(desk: Path, draft: Put) -> Iterator[tuple[subprocess.Popen[str], Path]]:
    """A run that watches the desk, and the file its reports go to."""
    draft("a.txt", BAD)
    log = desk / "log"
    with log.open("w") as out:
        command = [sys.executable, "-m", "newslint", "check", ".", "--watch", "--format", "concise"]
        # Whoever starts the tests in the background of a shell has Ctrl-C ignored, for their children too.
        heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL) if os.name != "nt" else None
        process = subprocess.Popen(command, cwd=desk, stdout=out, stderr=out, text=True, preexec_fn=heard)
        yield process, log
        if process.poll() is None:
            process.kill()
        process.wait()


def awaited(log: Path, told: str) -> None:
    for _ in range(600):
        if told in log.read_text():
            return
        time.sleep(0.1)
    raise AssertionError(f"{told!r} never came:\n{log.read_text()}")


@pytest.mark.skipif(os.name == "nt", reason="no SIGINT to send on this system")
def test_watch_checks_again_when_anything_changes(
    watched: tuple[subprocess.Popen[str], Path], desk: Path, draft: Put
) -> None:
    process, log = watched
    awaited(log, "1 error, 1 warning")
    draft("a.txt", "A purple day.\n")
    awaited(log, "3 rules: 1 warning")
    draft("b.txt", "A very good day.\n")
    awaited(log, "1 warning, 1 suggestion")
    (desk / "newslint.toml").write_text("packs = 3\n")
    awaited(log, "newslint.toml")
    (desk / "newslint.toml").write_text('packs = ["rules"]\nselect = ["house/very"]\n')
    awaited(log, "1 rule: 1 suggestion")
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130


def test_standard_input_cannot_be_watched(newslint: Run) -> None:
    done = newslint("check", "-", "--watch", stdin=BAD)
    assert done.returncode == 2
    assert "cannot be watched" in done.stderr


# a draft at a time


def test_what_is_found_is_handed_over_before_the_next_draft_is_read(tmp_path: Path) -> None:
    text = b"The mayor opened the the bridge on the river.\n"
    copies = [Copy(str(tmp_path / f"{number}.txt"), text) for number in range(3)]
    log: list[str] = []
    run = newslint.run.Run(Order(isolated=True), progress=lambda: log.append("read"))
    totals, fails = run.prove(Drafts(copies), lambda part: log.append(Path(part.path).name))
    assert log == ["read", "0.txt", "read", "1.txt", "read", "2.txt"]
    assert (totals.drafts, sum(totals.found.values()), fails) == (3, 3, False)


def test_what_comes_of_comparing_drafts_is_last(newslint: Run, draft: Put) -> None:
    head = "---\nstory: flood\ndate: 2025-11-0{}\n---\n\n"
    story = head + "The flood killed {} people in Ambury on 3 November 2025.\n"
    for number, dead in enumerate((5, 9, 5), 1):
        draft(f"{number}.txt", story.format(number, dead) + (BAD if number == 3 else ""))
    done = newslint("check", ".", "--format", "jsonl", "--select", "stories,house/slammed")
    rules = [json.loads(line)["rule"] for line in done.stdout.splitlines()]
    assert rules[0] == "house/slammed"
    assert {rule.partition("/")[0] for rule in rules[1:]} == {"stories"}


# progress


class Terminal:
    """A terminal that somebody looks at."""

    def __init__(self) -> None:
        self.text = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.text += text
        return len(text)

    def flush(self) -> None: ...


@pytest.mark.parametrize(("name", "shown"), [(None, True), ("CI", False), ("PRE_COMMIT", False)])
def test_progress_is_for_people_who_wait(
    monkeypatch: pytest.MonkeyPatch, name: str | None, shown: bool
) -> None:
    for program in ("CI", "PRE_COMMIT"):
        monkeypatch.delenv(program, raising=False)
    if name:
        monkeypatch.setenv(name, "1")
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    times = iter([0.0, 1.9, 2.1, 2.2, 2.5])
    progress = Progress(clock=lambda: next(times))
    progress()
    assert terminal.text == ""  # not yet long
    for _ in range(3):
        progress()
    progress.wipe()
    told = "\r2 drafts read …\r4 drafts read …\r\x1b[K"
    assert terminal.text == (told if shown else "")
