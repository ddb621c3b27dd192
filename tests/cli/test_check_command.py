"""`newslint check` as a desk meets it: what it prints, where, and what it exits with."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Put = Callable[..., Path]

BAD = "The mayor slammed the plan.\n"
ASK = "The purple plan stands.\n"
STYLE = "A very good plan.\n"
GOOD = "The mayor opposed the plan.\n"


@pytest.mark.parametrize(
    ("text", "options", "code"),
    [
        (BAD, [], 1),
        (ASK, [], 0),
        (STYLE, [], 0),
        (GOOD, [], 0),
        (ASK, ["--fail-on", "warning"], 1),
        (STYLE, ["--fail-on", "warning"], 0),
        (STYLE, ["--fail-on", "suggestion"], 1),
        (BAD, ["--exit-zero"], 0),
        (BAD, ["--ignore", "house/slammed"], 0),
        (BAD, ["--select", "house/purple,house/very"], 0),
    ],
)
def test_exit_codes(newslint: Run, draft: Put, text: str, options: list[str], code: int) -> None:
    draft("draft.txt", text)
    done = newslint("check", "draft.txt", *options)
    assert (done.returncode, done.stderr) == (code, "")


def test_the_report_ends_with_a_summary(newslint: Run, draft: Put) -> None:
    draft("a.txt", BAD)
    draft("b.md", ASK)
    done = newslint("check", ".")
    assert done.stdout.splitlines()[-1] == "2 drafts, 9 words, 3 rules: 1 error, 1 warning."
    assert (
        "a.txt:1:11  error  house/slammed\n  1 | The mayor slammed the plan.\n    |           ^^^^^^^\n"
        in done.stdout
    )


def test_the_summary_comes_after_what_could_not_be_done(desk: Path, draft: Put) -> None:
    draft("a.txt", BAD)
    command = [sys.executable, "-m", "newslint", "check", "gone.txt", "a.txt"]
    done = subprocess.run(command, cwd=desk, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    lines = done.stdout.splitlines()
    assert lines[0] == "Settle first · a.txt"
    assert lines[-4].startswith("gone.txt: error:")
    assert lines[-1] == "1 draft, 5 words, 3 rules: 1 error. Not everything could be done."


def test_concise(newslint: Run, draft: Put) -> None:
    draft("a.txt", BAD + STYLE)
    done = newslint("check", "a.txt", "--format", "concise")
    assert done.stdout.splitlines() == [
        "a.txt:1:11: error house/slammed Another word for “slammed”?",
        "a.txt:2:3: suggestion house/very Another word for “very”?",
        "1 draft, 9 words, 3 rules: 1 error, 1 suggestion.",
    ]


def test_json_counts_the_source_in_code_points(newslint: Run, draft: Put) -> None:
    draft("a.txt", b"\xef\xbb\xbf" + "𝒜 plan — first.\r\n\r\nThe mayor slammed it.\r\n".encode())
    done = newslint("check", "a.txt", "--format", "json")
    data = json.loads(done.stdout)
    (finding,) = data["findings"]
    assert finding["start"] == {"line": 3, "column": 11, "offset": 29}
    assert finding["end"] == {"line": 3, "column": 18, "offset": 36}
    assert (finding["rule"], finding["severity"], finding["path"]) == ("house/slammed", "error", "a.txt")
    assert data["version"] == 1
    assert (data["skipped"], data["notes"]) == ([], [])
    assert newslint("check", "a.txt", "--format", "json").stdout == done.stdout


def test_min_severity_hides_and_unfolds(newslint: Run, draft: Put) -> None:
    draft("a.txt", BAD + ASK + STYLE)
    assert "Another word for “very”" not in newslint("check", "a.txt").stdout
    assert "Another word for “very”" in newslint("check", "a.txt", "--min-severity", "suggestion").stdout
    shown = newslint("check", "a.txt", "--min-severity", "error").stdout
    assert "purple" not in shown
    assert shown.endswith(": 1 error.\n")


def test_a_run_does_not_fail_on_what_it_does_not_show(newslint: Run, draft: Put) -> None:
    draft("a.txt", ASK)
    done = newslint("check", "a.txt", "--min-severity", "error", "--fail-on", "warning")
    assert done.returncode == 2
    assert "shows nothing below error" in done.stderr


def test_sarif_tells_of_ignored_and_accepted_findings(newslint: Run, draft: Put) -> None:
    draft("a.md", f"{BAD}\n<!-- newslint: ignore[house/slammed] a quotation -->\n\nHe slammed it shut.\n")
    assert newslint("accept", "house/slammed", "a.md:1", "--why", "He did.").returncode == 0
    done = newslint("check", "a.md", "--format", "sarif")
    (run,) = json.loads(done.stdout)["runs"]
    told = [
        (each["kind"], each["justification"]) for found in run["results"] for each in found["suppressions"]
    ]
    assert (done.returncode, told) == (0, [("external", "He did."), ("inSource", "a quotation")])
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert rules["house/slammed"]["help"]["text"].startswith("We have better words.\nSee https://www.ap.org/")


def test_stdin(newslint: Run) -> None:
    done = newslint("check", "-", "--format", "concise", stdin=BAD)
    assert done.stdout.startswith("-:1:11: error house/slammed")
    done = newslint("check", "-", "--stdin-filename", "x.md", "--format", "concise", stdin=f"# Head\n\n{BAD}")
    assert done.stdout.startswith("x.md:3:11: error house/slammed")
    assert done.returncode == 1


def test_the_config_of_a_draft_on_stdin_is_that_of_its_name(newslint: Run, desk: Path) -> None:
    (desk / "sport").mkdir()
    (desk / "sport" / "newslint.toml").write_text('ignore = ["house/slammed"]\n')
    assert newslint("check", "-", "--stdin-filename", "sport/x.txt", stdin=BAD).returncode == 0
    assert newslint("check", "-", "--stdin-filename", "x.txt", stdin=BAD).returncode == 1


def test_date_is_for_drafts_without_one(newslint: Run, draft: Put) -> None:
    draft("a.txt", "The council met on Monday, Dec. 13, in the hall.\n")
    select = ["--select", "dates/wrong-weekday"]
    assert newslint("check", "a.txt", *select, "--date", "2021-12-14").returncode == 0
    assert newslint("check", "a.txt", *select, "--date", "2025-12-14").returncode == 1


def test_a_broken_pipe_is_quiet_and_keeps_the_verdict(desk: Path, draft: Put) -> None:
    draft("a.txt", BAD * 3000)
    check = f"{sys.executable} -m newslint check a.txt --format concise"
    done = subprocess.run(
        ["bash", "-c", f"{check} | head -1; echo ${{PIPESTATUS[0]}}"],
        cwd=desk,
        capture_output=True,
        text=True,
    )
    first, status = done.stdout.splitlines()
    assert first.startswith("a.txt:1:11")
    assert status == "1"
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("env", "options", "coloured"),
    [
        ({}, [], False),
        ({"FORCE_COLOR": "1"}, [], True),
        ({"FORCE_COLOR": "0"}, [], False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
        ({"NO_COLOR": ""}, [], False),
        ({"FORCE_COLOR": "1"}, ["--color", "never"], False),
    ],
)
def test_colour(newslint: Run, draft: Put, env: dict[str, str], options: list[str], coloured: bool) -> None:
    draft("a.txt", BAD)
    assert ("\x1b[" in newslint("check", "a.txt", *options, **env).stdout) is coloured


def test_a_terminal_that_cannot_show_the_text_gets_it_spelt_out(newslint: Run, draft: Put) -> None:
    draft("a.txt", "“Quoted.” The mayor slammed it.\n")
    done = newslint("check", "a.txt", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert done.returncode == 1
    assert "\\u201cQuoted" in done.stdout


def test_control_characters_do_not_reach_the_terminal(newslint: Run, draft: Put) -> None:
    draft("a.txt", "The mayor slammed \x1b]0;owned\x07 it.\n")
    done = newslint("check", "a.txt")
    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert "␛]0;owned␇" in done.stdout


def test_cp1252_is_stated(newslint: Run, draft: Put) -> None:
    draft("a.txt", "The caf\xe9 was \x93good\x94.\n".encode("latin-1"))
    done = newslint("check", "a.txt")
    assert done.returncode == 0
    assert "a.txt is not UTF-8; it was read as cp1252" in done.stdout


def test_a_file_named_twice_is_read_once(newslint: Run, draft: Put) -> None:
    draft("a.txt", BAD)
    assert newslint("check", "a.txt", ".", "./a.txt").stdout.endswith("1 draft, 5 words, 3 rules: 1 error.\n")


def test_interrupted(desk: Path) -> None:
    code = "import click, newslint.cli as c, newslint.run as d\n" + (
        "def stop(*a): raise KeyboardInterrupt\nd.Run.prove = stop\nc.main()"
    )
    (desk / "a.txt").write_text(GOOD)
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "a.txt"], cwd=desk, capture_output=True, text=True
    )
    assert (done.returncode, done.stderr.strip()) == (130, "interrupted")


def test_a_defect_of_newslint_is_no_verdict(desk: Path) -> None:
    code = "import newslint.cli as c, newslint.run as d\n" + (
        "def fail(*a): raise RuntimeError('oh')\nd.Run.prove = fail\nc.main()"
    )
    (desk / "a.txt").write_text(GOOD)
    done = subprocess.run(
        [sys.executable, "-c", code, "check", "a.txt"], cwd=desk, capture_output=True, text=True
    )
    assert done.returncode == 2
    assert "RuntimeError: oh" in done.stderr
    assert "newslint itself failed" in done.stderr


@pytest.mark.parametrize("sort", [GOOD, BAD])
def test_memory_stays_flat(desk: Path, draft: Put, sort: str) -> None:
    """Nothing of a draft is kept, nor of its findings: many leave no more behind than few."""
    for number in range(40):
        draft(f"{number:02}.txt", (sort * 40 + "\n") * 20)
    code = (
        "import tracemalloc; from newslint.run import Run; from newslint.proofs import Drafts, Order\n"
        "from newslint.cli.drafts import gather\n"
        "run = Run(Order(select=('house/slammed',))); drafts = gather(run, ['.']).copies\n"
        "def prove(drafts): run.prove(Drafts(drafts), lambda part: None)\n"
        "tracemalloc.start(); prove(drafts[:10]); few = tracemalloc.get_traced_memory()[0]\n"
        "prove(drafts[10:]); print(tracemalloc.get_traced_memory()[0] - few)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=desk, capture_output=True, text=True, check=True)
    size = sum(path.stat().st_size for path in desk.glob("*.txt"))
    assert int(done.stdout) < size / 10


def test_same_story_of_one_draft_says_that_it_changes_nothing(newslint: Run, draft: Put) -> None:
    draft("a.txt", GOOD)
    done = newslint("check", "a.txt", "--same-story")
    assert done.returncode == 0
    assert "there is only one" in done.stdout


def test_a_rule_on_trial_never_fails_a_run(desk: Path, newslint: Run, draft: Put) -> None:
    rule = desk / "rules" / "house" / "very.yml"
    rule.write_text(rule.read_text().replace("severity: suggestion", "severity: error\nstatus: trial"))
    draft("draft.txt", STYLE)
    done = newslint("check", "draft.txt", "--fail-on", "suggestion", "--format", "concise")
    assert "suggestion house/very" in done.stdout
    assert done.returncode == 0
