"""Nothing passes silently: whatever cannot be done as asked exits with 2 and says what to do."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Put = Callable[..., Path]

GOOD = "The mayor opposed the plan.\n"
BAD = "The mayor slammed the plan.\n"


def loud(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """Exit 2, the words on standard error, and a remedy under the message."""
    assert done.returncode == 2, done.stdout + done.stderr
    for word in words:
        assert word in done.stderr, done.stderr
    assert "Traceback" not in done.stderr
    assert any(line.startswith("  ") for line in done.stderr.splitlines()), done.stderr


def test_no_draft_named(newslint: Run) -> None:
    loud(newslint("check"), "no draft is named")


def test_missing_draft_and_the_others_are_still_read(newslint: Run, draft: Put) -> None:
    draft("a.txt", BAD)
    done = newslint("check", "gone.txt", "a.txt")
    loud(done, "gone.txt: error: there is no such file")
    assert "house/slammed" in done.stdout


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no prose"),
        (b"  \n\n", "no prose"),
        (b"The mayor\x00 slammed.\n", "NUL"),
        (b"\xff\xfeT\x00h", "UTF-16"),
        (b"\x81\x8d caf\xc3 \x9d\n", "0x81"),
    ],
)
def test_a_draft_that_cannot_be_read(newslint: Run, draft: Put, content: bytes, words: str) -> None:
    draft("bad.txt", content)
    draft("good.txt", BAD)
    done = newslint("check", "bad.txt", "good.txt")
    loud(done, "bad.txt", words)
    assert "house/slammed" in done.stdout


def test_a_format_nobody_reads(newslint: Run, draft: Put) -> None:
    draft("a.xyz", GOOD)
    loud(newslint("check", "a.xyz"), "a.xyz: error:", ".txt")


def test_a_folder_without_drafts(newslint: Run, desk: Path) -> None:
    (desk / "empty").mkdir()
    loud(newslint("check", "empty"), "empty: error: no drafts in this folder")


def test_all_that_is_named_is_excluded(newslint: Run, desk: Path, draft: Put) -> None:
    (desk / "newslint.toml").write_text('packs = ["rules"]\nselect = ["house"]\nexclude = ["archive/"]\n')
    draft("archive/a.txt", BAD)
    done = newslint("check", "archive/a.txt")
    assert done.returncode == 0
    assert done.stdout == "Note: 1 file is excluded by the config\nNothing was checked.\n"


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--select", "house/slamed"], "did you mean “house/slammed”?"),
        (["--ignore", "hosue"], "“hosue” is not a rule or family"),
        (["--extend-select", "house/gone"], "“house/gone” is not a rule or family"),
        (["--ignore", "house"], "no rule is left to run"),
        (["--format", "jsno"], "did you mean “json”?"),
        (["--config", "gone.toml"], "gone.toml: error: there is no such config file"),
        (["--stdin-filename", "x.txt"], "--stdin-filename"),
    ],
)
def test_what_the_command_line_names_must_be_there(
    newslint: Run, draft: Put, args: list[str], words: str
) -> None:
    draft("a.txt", GOOD)
    loud(newslint("check", "a.txt", *args), words)


@pytest.mark.parametrize(
    "args", [["--date", "yesterday"], ["--date", "2025-02-30"], ["--fail-on", "fatal"], ["--colour"]]
)
def test_usage_errors_exit_with_2(newslint: Run, draft: Put, args: list[str]) -> None:
    draft("a.txt", GOOD)
    done = newslint("check", "a.txt", *args)
    assert done.returncode == 2
    assert "Error:" in done.stderr
    assert newslint("chekc", "a.txt").returncode == 2


@pytest.mark.parametrize(
    ("config", "words"),
    [
        ('selcet = ["house"]', "did you mean “select”?"),
        ('select = ["house/slamed"]', "did you mean “house/slammed”?"),
        ('select = ["house"]\nselect = ["house"]', "twice"),
        ("select = [", "TOML"),
        ('packs = ["ruls"]', "ruls"),
        ('required-version = ">=99"', "99"),
        ('[[paths]]\nglob = ["*.txt"]\nkind = "gossip"', "gossip"),
        ('packs = ["rules"]\nignore = ["house"]\nselect = ["house"]', "no rule is left"),
    ],
)
def test_config(newslint: Run, desk: Path, draft: Put, config: str, words: str) -> None:
    draft("a.txt", GOOD)
    extra = "" if "packs" in config else 'packs = ["rules"]\n'
    (desk / "newslint.toml").write_text(f"{extra}{config}\n")
    loud(newslint("check", "a.txt"), "newslint.toml", words)


def test_a_kind_nobody_knows(newslint: Run, draft: Put) -> None:
    draft("a.md", f"---\nkind: gossip\n---\n\n{GOOD}")
    loud(newslint("check", "a.md"), "a.md", "“gossip” is not a kind of draft")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("severity: error", "severity: fatal", "“fatal” is not a severity"),
        ("severity: error", "severty: error", "did you mean “severity”?"),
        ("severity: error", "severity: error\nseverity: error", "twice"),
        ("severity: error", "severity: error\nscope: naration", "did you mean “narration”?"),
        ("severity: error", "severity: error\nin: [leed]", "did you mean “lede”?"),
        ("avoid:", "avoyd:", "did you mean “avoid”?"),
        ("avoid: {words: [slammed]}", "dates: {problem: wrong weekdya}", "did you mean “wrong weekday”?"),
        ("avoid: {words: [slammed]}", "avoid: {wrods: [slammed]}", "did you mean “words”?"),
        ("{match}", "{mach}", "did you mean “match”?"),
        ("rule: house/slammed", "rule: house/slapped", "its path says “house/slammed”"),
        ("    The [[slammed]] word.\n    Nobody likes a [[slammed]] word.\n", "", "example"),
        ("why: |\n  We have better words.\n", "", "“why” is missing"),
    ],
)
def test_a_broken_rule_is_told_at_its_place_and_costs_only_itself(
    newslint: Run, desk: Path, draft: Put, old: str, new: str, words: str
) -> None:
    file = desk / "rules" / "house" / "slammed.yml"
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new))
    draft("a.txt", "The purple plan was slammed.\n")
    done = newslint("check", "a.txt", "--fail-on", "warning")
    loud(done, "rules/house/slammed.yml:", words)
    assert "house/purple" in done.stdout
    loud(newslint("rules", "test", "house"), "rules/house/slammed.yml:", words)


def test_skipped_rules_are_listed_and_may_be_required(newslint: Run, desk: Path, draft: Put) -> None:
    file = desk / "rules" / "house" / "slammed.yml"
    pattern = "pattern:\n  - {name: verb, lemma: [slam]}\n"
    file.write_text(file.read_text().replace("avoid: {words: [slammed]}\n", pattern))
    draft("a.txt", GOOD)
    done = newslint("check", "a.txt", "--pipeline", "blank")
    assert done.returncode == 0
    assert "Skipped house/slammed: needs" in done.stdout
    assert "1 rule skipped." in done.stdout
    loud(newslint("check", "a.txt", "--pipeline", "xx_no_such_pipeline"), "xx_no_such_pipeline")
    loud(
        newslint("check", "a.txt", "--pipeline", "blank", "--require-all"),
        "rules were skipped: house/slammed",
    )
    tested = newslint("rules", "test", "house/slammed", "--pipeline", "blank")
    assert tested.returncode == 1, "an example that did not run is not proved"
    assert "could not run" in tested.stdout


def test_a_broken_plugin_costs_only_itself(newslint: Run, desk: Path, draft: Put) -> None:
    site = desk / ".site"
    info = site / "acme_newslint-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "acme_newslint.py").write_text("raise RuntimeError('no licence')\n")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-newslint\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newslint]\nacme = acme_newslint\n")
    draft("a.txt", BAD)
    done = newslint("check", "a.txt", PYTHONPATH=str(site))
    assert done.returncode == 2
    assert (
        "plugin acme (acme-newslint 1.0) is broken and was left out: RuntimeError: no licence" in done.stdout
    )
    assert "house/slammed" in done.stdout
    listed = newslint("plugins", PYTHONPATH=str(site))
    assert listed.returncode == 2
    assert "acme 1.0 from acme-newslint 1.0  BROKEN" in listed.stdout
    assert "RuntimeError: no licence" in listed.stdout
    loud(
        newslint("rules", "test", "house", PYTHONPATH=str(site)), "plugin acme (acme-newslint 1.0) is broken"
    )


def test_a_check_that_crashes_is_reported_and_the_others_go_on(newslint: Run, desk: Path, draft: Put) -> None:
    site = desk / ".site"
    info = site / "acme_newslint-1.0.dist-info"
    info.mkdir(parents=True)
    (site / "acme_newslint.py").write_text(
        "from newslint.hooks import hookimpl\n"
        "@hookimpl\ndef newslint_checks():\n"
        "    from newslint.rulebook.check import Check\n"
        "    class Crash(Check):\n"
        "        verb = 'crash'\n"
        "        def look(self, story):\n            raise KeyError('gone')\n"
        "    return [Crash]\n"
    )
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: acme-newslint\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[newslint]\nacme = acme_newslint\n")
    file = desk / "rules" / "house" / "very.yml"
    file.write_text(file.read_text().replace("avoid: {words: [very]}", "crash: {}"))
    draft("a.txt", BAD)
    done = newslint("check", "a.txt", "--format", "concise", PYTHONPATH=str(site))
    assert done.returncode == 2
    assert (
        "a.txt: error newslint/internal-error house/very broke down on this draft (KeyError: 'gone')"
        in done.stdout
    )
    assert "house/slammed" in done.stdout


def test_a_folder_is_not_shown(newslint: Run, desk: Path) -> None:
    loud(newslint("show", "rules"), "rules: error: is a folder, not a draft")
    loud(newslint("show", "gone.txt"), "gone.txt: error:", "no such file")


def test_a_broken_list_of_accepted_findings(newslint: Run, desk: Path, draft: Put) -> None:
    draft("a.txt", GOOD)
    (desk / ".newslint").mkdir()
    (desk / ".newslint" / "accepted.toml").write_text('[[accepted]]\nrule = "house/slammed"\n')
    loud(newslint("check", "a.txt"), "accepted.toml:1")


def test_json_tells_what_could_not_be_done_as_standard_error_does(newslint: Run, draft: Put) -> None:
    draft("bad.txt", b"The mayor\x00 slammed.\n")
    draft("good.txt", BAD)
    done = newslint("check", "gone.txt", "bad.txt", "good.txt", "--format", "json")
    loud(done, "gone.txt: error: there is no such file", "bad.txt:1: error:")
    data = json.loads(done.stdout)
    assert [trouble["path"] for trouble in data["troubles"]] == ["gone.txt", "bad.txt"]
    assert all(trouble["message"] and trouble["remedy"] for trouble in data["troubles"])
    assert [finding["path"] for finding in data["findings"]] == ["good.txt"]
    assert data["summary"]["failed"] is True


@pytest.mark.parametrize(
    ("paths", "config"),
    [(["a.txt"], "selcet = []"), (["."], "selcet = []"), ([], ""), (["-"], "selcet = []")],
)
def test_json_comes_even_where_nothing_could_be_done(
    newslint: Run, desk: Path, draft: Put, paths: list[str], config: str
) -> None:
    draft("a.txt", GOOD)
    (desk / "newslint.toml").write_text(f"{config}\n")
    done = newslint("check", *paths, "--format", "json", stdin=GOOD)
    loud(done)
    data = json.loads(done.stdout)
    assert len(data["troubles"]) == 1
    assert data["summary"]["drafts"] == 0


@pytest.mark.parametrize(
    ("kind", "flags", "code", "words"),
    [
        ("opinion", "[]", 0, "all proved"),
        ("opinion", "[slammed]", 1, "1 failed"),
        ("news", "[slammed]", 0, "all proved"),
        ("opinon", "[slammed]", 2, "did you mean “opinion”?"),
    ],
)
def test_a_case_of_a_kind_is_under_its_preset(
    newslint: Run, desk: Path, kind: str, flags: str, code: int, words: str
) -> None:
    (desk / "rules" / "presets").mkdir()
    preset = "kind: opinion\nwhy: w\nrules:\n  house/slammed:\n    level: off\n    because: b\n"
    (desk / "rules" / "presets" / "opinion.yml").write_text(preset)
    file = desk / "rules" / "house" / "slammed.yml"
    case = f"cases:\n  - draft: They slammed it.\n    kind: {kind}\n    flags: {flags}\n"
    file.write_text(file.read_text() + case)
    done = newslint("rules", "test", "house/slammed")
    assert (done.returncode, words in done.stdout + done.stderr) == (code, True), done.stdout + done.stderr
    if code == 2:
        line = file.read_text().splitlines().index("  - draft: They slammed it.") + 1
        loud(done, f"rules/house/slammed.yml:{line}: error:")


@pytest.mark.parametrize(
    ("config", "told", "remedy"),
    [
        ('\n[[paths]]\nglob = ["*.txt"]\nkind = "opinon"', "5:1: error: “opinon” is not a kind", "opinion"),
        ("\nselect = []", "3:1: error: no rule is left to run", "Widen “select”"),
        ('\n[paths]\nglob = ["*.txt"]', "3:2: error: “paths” must be a list", "[[paths]]"),
        ("\nselect = 3", "3:1: error: “select” must be a list", '["one", "two"]'),
        ('\nseverity = "error"', "3:1: error: “severity” must be", "[severity]"),
    ],
)
def test_a_mistake_in_a_config_has_its_line_and_a_remedy_in_toml(
    newslint: Run, desk: Path, draft: Put, config: str, told: str, remedy: str
) -> None:
    draft("a.txt", GOOD)
    (desk / "newslint.toml").write_text(f'packs = ["rules"]\n{config}\n')
    loud(newslint("check", "a.txt"), f"newslint.toml:{told}", remedy)
