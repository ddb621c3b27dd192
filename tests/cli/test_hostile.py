"""Plugins that exit, streams that are closed, rules and configs that would be overlooked: each is told, and
costs only itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.cli import page, run
from newslint.model import Trouble

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Put = Callable[..., Path]

BAD = "The mayor slammed the plan.\n"
HEAD = "from newslint.hooks import hookimpl\nfrom newslint.rulebook.check import Check, Options\n"
CHECK = """
class Strange(Check[Options]):
    \"\"\"Does not do what it should.\"\"\"
    verb = "strange"
    def look(self, story):
        {body}
@hookimpl
def newslint_checks():
    return [Strange]
"""
READER = """
class Strange:
    format, suffixes = "strange", (".strange",)
    def read(self, path, data):
        {body}
@hookimpl
def newslint_readers():
    return [Strange()]
"""
REPORTER = """
class Strange:
    name = "strange"
    def render(self, report, page):
        {body}
@hookimpl
def newslint_reporters():
    return [Strange()]
"""
RULE = """\
rule: house/{name}
title: t
severity: warning
why: w
see: https://www.ap.org/about/news-values-and-principles/
{verb}
message: m
examples:
  flags: |
    The [[{name}]] word.
    A [[{name}]] word.
  passes: |
    The plain word.
    The other word.
"""


@pytest.fixture
def plugin(tmp_path: Path) -> Callable[[str], dict[str, str]]:
    """``plugin(source)`` installs a package ``strange`` 1.0; gives the environment that has it."""

    def install(source: str) -> dict[str, str]:
        site = tmp_path / "site"
        (site / "strange-1.0.dist-info").mkdir(parents=True)
        (site / "strange.py").write_text(HEAD + source)
        told = site / "strange-1.0.dist-info"
        (told / "METADATA").write_text("Metadata-Version: 2.1\nName: strange\nVersion: 1.0\n")
        (told / "entry_points.txt").write_text("[newslint]\nstrange = strange\n")
        return {"PYTHONPATH": os.pathsep.join([str(site), os.environ.get("PYTHONPATH", "")])}

    return install


def put_rule(desk: Path, name: str, verb: str) -> None:
    (desk / "rules" / "house" / f"{name}.yml").write_text(RULE.format(name=name, verb=verb))


def quiet(done: subprocess.CompletedProcess[str]) -> None:
    assert done.returncode == 2, done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("body", ["raise RuntimeError('boom')", "raise SystemExit(0)", "return 3"])
def test_a_check_that_breaks_down_or_exits_costs_only_itself(
    newslint: Run, draft: Put, desk: Path, plugin: Callable[[str], dict[str, str]], body: str
) -> None:
    draft("a.txt", BAD)
    put_rule(desk, "strange", "strange: {}")
    env = plugin(CHECK.format(body=body))
    done = newslint("check", "a.txt", **env)
    quiet(done)
    assert "newslint/internal-error" in done.stdout
    assert "house/slammed" in done.stdout
    tested = newslint("rules", "test", "house/strange", "house/slammed", **env)
    assert tested.returncode == 1, tested.stdout + tested.stderr
    assert "4 failed" in tested.stdout


@pytest.mark.parametrize("body", ["return 1 / 0", "raise SystemExit(0)", "return None"])
def test_a_reader_that_breaks_down_or_exits_costs_one_draft(
    newslint: Run, draft: Put, plugin: Callable[[str], dict[str, str]], body: str
) -> None:
    draft("a.strange", BAD)
    draft("b.txt", BAD)
    env = plugin(READER.format(body=body))
    done = newslint("check", "a.strange", "b.txt", **env)
    quiet(done)
    assert "a.strange: error:" in done.stderr
    assert "house/slammed" in done.stdout
    for command in ("facts", "show"):
        told = newslint(command, "a.strange", **env)
        quiet(told)
        assert "a.strange: error:" in told.stderr


@pytest.mark.parametrize("body", ["return 1 / 0", "raise SystemExit(0)", "return None"])
def test_a_reporter_that_breaks_down_or_exits_is_named(
    newslint: Run, draft: Put, plugin: Callable[[str], dict[str, str]], body: str
) -> None:
    draft("a.txt", BAD)
    done = newslint("check", "a.txt", "--format", "strange", **plugin(REPORTER.format(body=body)))
    quiet(done)
    assert "“strange”" in done.stderr


@pytest.mark.parametrize("command", ["check", "facts", "show", "explain"])
def test_every_command_names_a_broken_plugin(
    newslint: Run, draft: Put, plugin: Callable[[str], dict[str, str]], command: str
) -> None:
    draft("a.txt", BAD)
    done = newslint(
        command, "house/slammed" if command == "explain" else "a.txt", **plugin("import gone_far")
    )
    quiet(done)
    assert "strange 1.0" in done.stdout + done.stderr


def test_options_that_make_no_sense_together_cost_one_rule(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", BAD)
    put_rule(desk, "odd", "prefer: {use: odd, not: [odd]}")
    done = newslint("check", "a.txt")
    quiet(done)
    assert "rules/house/odd.yml:6:1: error:" in done.stderr
    assert "house/slammed" in done.stdout


def test_options_of_a_config_that_make_no_sense_are_placed_in_it(
    newslint: Run, draft: Put, desk: Path
) -> None:
    draft("a.txt", BAD)
    put_rule(desk, "odd", "prefer: {use: odd, not: [strange]}")
    with (desk / "newslint.toml").open("a") as config:
        config.write('[rules."house/odd"]\nnot = ["odd"]\n')
    done = newslint("check", "a.txt")
    quiet(done)
    assert "newslint.toml:3:" in done.stderr


@pytest.mark.parametrize("name", ["up.yml", "house/odd.yaml", "house/ODD.YML", "house/a/odd.yml"])
def test_a_rule_file_that_would_be_overlooked_is_named_and_the_others_hold(
    newslint: Run, draft: Put, desk: Path, name: str
) -> None:
    draft("a.txt", BAD)
    file = desk / "rules" / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(RULE.format(name="odd", verb="avoid: {words: [odd]}"))
    for arguments in (("check", "a.txt"), ("rules", "test")):
        done = newslint(*arguments)
        quiet(done)
        assert f"rules/{name}" in done.stderr
    assert "house/slammed" in newslint("check", "a.txt").stdout


@pytest.mark.parametrize("name", ["bad name", "a,b", "a]", "Loud"])
def test_a_name_that_no_list_of_rules_could_hold_is_refused(newslint: Run, desk: Path, name: str) -> None:
    put_rule(desk, name, "avoid: {words: [odd]}")
    done = newslint("rules", "list")
    quiet(done)
    assert f"“house/{name}” is no name for a rule" in done.stderr


def test_rules_that_all_were_skipped_are_no_pass(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", BAD)
    put_rule(desk, "critics", "pattern: [{lemma: [critic]}]")
    done = newslint("check", "a.txt", "--select", "house/critics", "--pipeline", "blank")
    quiet(done)
    assert "no rule could run" in done.stderr


@pytest.mark.parametrize(
    "project",
    [
        "[tool]\nnewslint = 3\n",
        '[tool]\nnewslint = {select = ["house/slamed"]}\n',
        '[tool."newslint"]\nselect = ["house/slamed"]\n',
        'tool.newslint.select = ["house/slamed"]\n',
    ],
)
def test_a_project_file_however_it_is_written(newslint: Run, draft: Put, desk: Path, project: str) -> None:
    draft("copy/a.txt", BAD)
    draft("copy/pyproject.toml", project)
    done = newslint("check", "copy/a.txt")
    quiet(done)
    assert "copy/pyproject.toml" in done.stderr


def test_a_project_that_only_mentions_newslint_is_no_config(newslint: Run, draft: Put) -> None:
    draft("copy/a.txt", BAD)
    draft("copy/pyproject.toml", '[project]\ndependencies = ["newslint"]\n[tool.newslint-other]\nx = 1\n')
    assert newslint("check", "copy/a.txt").returncode == 1


def test_a_config_that_is_no_file(newslint: Run, draft: Put, desk: Path) -> None:
    draft("copy/a.txt", BAD)
    (desk / "copy" / "newslint.toml").symlink_to("gone.toml")
    done = newslint("check", "copy/a.txt")
    quiet(done)
    assert "copy/newslint.toml: error:" in done.stderr


def test_a_table_that_belongs_to_another_file_is_placed(newslint: Run, draft: Put, desk: Path) -> None:
    draft("copy/a.txt", BAD)
    draft("copy/newslint.toml", '\n[tool.newslint]\nignore = ["house"]\n')
    done = newslint("check", "copy/a.txt")
    quiet(done)
    assert "copy/newslint.toml:2:" in done.stderr


@pytest.mark.parametrize("command", [("check", "a.txt"), ("facts", "a.txt"), ("rules", "test")])
def test_a_pipeline_that_is_not_there_though_no_rule_needs_it(
    newslint: Run, draft: Put, command: tuple[str, ...]
) -> None:
    draft("a.txt", BAD)
    done = newslint(*command, "--pipeline", "no_such_pipeline")
    quiet(done)
    assert "“no_such_pipeline” is not installed" in done.stderr
    assert "pip install" in done.stderr


def test_a_pipeline_of_a_config_that_is_not_there(newslint: Run, draft: Put) -> None:
    draft("copy/a.txt", BAD)
    draft("copy/newslint.toml", 'pipeline = "no_such_pipeline"\n')
    done = newslint("check", "copy/a.txt")
    quiet(done)
    assert "copy/newslint.toml:1:" in done.stderr


def test_accepted_findings_of_a_draft_that_is_gone(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", BAD)
    draft("b.txt", BAD)
    assert newslint("accept", "house/slammed", "b.txt:1", "--why", "fine").returncode == 0
    assert "b.txt" not in newslint("check", "a.txt").stdout
    (desk / "b.txt").unlink()
    done = newslint("check", "a.txt", "--format", "concise")
    assert done.returncode == 1
    assert ".newslint/accepted.toml:3 accepts a finding in b.txt, which is gone" in done.stdout


@pytest.mark.parametrize("day", ["soon", "2025-02-30", "[2025-13-01]"])
def test_a_date_that_is_none_is_told(newslint: Run, draft: Put, day: str) -> None:
    draft("a.md", f"---\ndate: {day}\n---\nThe plan passed.\n")
    done = newslint("check", "a.md", "--format", "concise")
    assert "warning newslint/bad-date" in done.stdout
    draft("a.md", "---\ndate:\n---\nThe plan passed.\n")
    assert "bad-date" not in newslint("check", "a.md").stdout


@pytest.mark.parametrize(
    "copy",
    [
        "The mayor slammed it. newslint: ignore[house/slammed] fine\n",
        "# newslint: ignore[house/slammed] fine\n\nThe mayor slammed it.\n",
    ],
)
def test_a_remark_amid_the_copy_is_told(newslint: Run, draft: Put, copy: str) -> None:
    draft("a.txt", copy)
    done = newslint("check", "a.txt", "--format", "concise")
    assert "warning newslint/bad-ignore" in done.stdout
    assert "house/slammed" in done.stdout


def test_a_comment_that_never_ends_hides_no_copy(newslint: Run, draft: Put) -> None:
    draft("a.md", "The plan passed.\n\n<!-- check this\n\nThe mayor slammed it.\n")
    done = newslint("check", "a.md")
    quiet(done)
    assert "a.md:3: error: a comment" in done.stderr


def test_too_much_on_standard_input(newslint: Run) -> None:
    done = newslint("check", "-", stdin=b"The plan. " * 1_100_000)
    quiet(done)
    assert "too large" in done.stderr


def test_rule_and_config_files_in_other_encodings_are_placed(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", BAD)
    (desk / "rules" / "house" / "odd.yml").write_bytes(b"rule: house/odd\ntitle: caf\xe9\n")
    assert "rules/house/odd.yml:2: error:" in newslint("check", "a.txt").stderr
    (desk / "newslint.toml").write_bytes(b"# house\n# caf\xe9\n")
    assert "newslint.toml:2: error:" in newslint("check", "a.txt").stderr


def without(stream: str, *arguments: str, to: str = "&-") -> tuple[int, str]:
    command = " ".join([sys.executable, "-m", "newslint", *arguments, f"{stream}{to}"])
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    return done.returncode, done.stderr


def test_streams_that_are_closed_or_full(draft: Put) -> None:
    draft("a.txt", "The plan passed.\n")
    for to in ("&-", "/dev/full"):
        code, told = without(">", "check", "a.txt", to=to)
        assert code == 2
        assert "standard output" in told
        assert "Traceback" not in told
    code, told = without("<", "check", "-")
    assert code == 2
    assert "standard input" in told
    assert "Traceback" not in told
    assert without("2>", "check", "gone.txt")[0] == 2


class Gone:
    """A stream whose reader has left."""

    encoding = "utf-8"

    def write(self, text: str) -> int:
        raise BrokenPipeError(32, "Broken pipe")

    def flush(self) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    def isatty(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--help"], 0), (["--version"], 0), (["check", "--nosuch"], 2), (["chek"], 2)]
)
def test_a_reader_that_leaves_early_changes_no_exit_code(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], code: int
) -> None:
    monkeypatch.setattr(page, "silence", lambda stream: None)
    monkeypatch.setattr(sys, "stdout", Gone())
    monkeypatch.setattr(sys, "stderr", Gone())
    assert run(arguments) == code


def test_a_stream_that_cannot_be_written_is_a_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(Trouble, match="standard output"):
        page.write("a line")
