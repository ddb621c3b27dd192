"""The commands beside check."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

import newslint as package

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Put = Callable[..., Path]

QUOTED = "The vote is over.\n\n“We will not be back before the winter,” said Joan Ferris, the chair.\n"


def test_version(newslint: Run) -> None:
    assert newslint("--version").stdout == f"newslint {package.__version__}\n"


def test_help_names_every_command_and_the_exit_codes(newslint: Run) -> None:
    text = newslint("--help").stdout
    for name in ("check", "show", "facts", "rules", "explain", "config", "plugins", "accept", "130"):
        assert name in text
    for name in ("check", "show", "facts", "explain", "plugins", "accept"):
        assert "Exit codes:" in newslint(name, "--help").stdout


def test_show(newslint: Run, draft: Put) -> None:
    draft("a.md", "---\ndate: 2025-12-16\n---\n\n# Barrier failed\n\nThe barrier failed.\n\n> We knew.\n")
    lines = newslint("show", "a.md").stdout.splitlines()
    assert lines[0] == "a.md  markdown, utf-8, 3 blocks, 7 words"
    assert lines[1] == "  date: 2025-12-16"
    assert [line.split(None, 2)[:2] for line in lines[2:]] == [
        ["5:3-5:17", "headline"],
        ["7:1-7:20", "lede"],
        ["9:3-9:11", "quote"],
    ]


def test_facts_json_has_the_promised_shape(newslint: Run, draft: Put) -> None:
    draft("a.txt", QUOTED)
    draft("b.txt", "Two boats left on Dec. 13, 2025.\n")
    done = newslint("facts", "a.txt", "b.txt", "--format", "json")
    data = json.loads(done.stdout)
    assert data["version"] == 1
    first, second = data["drafts"]
    assert set(first) == {"path", "quotes", "sources", "dates", "names", "figures", "superlatives"}
    (quote,) = first["quotes"]
    assert QUOTED[quote["start"] : quote["end"]] == "“We will not be back before the winter,”"
    assert QUOTED[quote["speaker_start"] : quote["speaker_end"]] == quote["speaker"] == "Joan Ferris"
    assert (quote["person"], quote["kind"], quote["cue"]) == ("Joan Ferris", "named", "said")
    assert quote["source_id"] in {source["id"] for source in first["sources"]}
    (source,) = first["sources"]
    assert set(source) == {"id", "kind", "text", "person", "descriptor", "reason", "mentions", "statements"}
    assert source["reason"] is None
    assert {"Joan Ferris"} <= {name["canonical"] for name in first["names"]}
    (date,) = second["dates"]
    assert (date["text"], date["type"], date["value"]) == ("Dec. 13, 2025", "DATE", "2025-12-13")
    (figure,) = second["figures"]
    assert (figure["text"], figure["value"], figure["of"]) == ("Two", 2, "boats")


def test_facts_jsonl_and_text(newslint: Run, draft: Put) -> None:
    draft("a.txt", QUOTED)
    draft("b.txt", "The end.\n")
    lines = newslint("facts", ".", "--format", "jsonl").stdout.splitlines()
    assert [json.loads(line)["path"] for line in lines] == ["a.txt", "b.txt"]
    text = newslint("facts", "a.txt").stdout
    assert "  3:1  “We will not be back before the winter,”  = Joan Ferris  said (named)" in text


def test_facts_of_a_draft_that_cannot_be_read(newslint: Run, draft: Put) -> None:
    draft("a.txt", b"a\x00b")
    draft("b.txt", "The end.\n")
    done = newslint("facts", "a.txt", "b.txt", "gone.txt", "--format", "json")
    assert done.returncode == 2
    assert "a.txt" in done.stderr
    assert "gone.txt" in done.stderr
    assert [draft["path"] for draft in json.loads(done.stdout)["drafts"]] == ["b.txt"]


def test_rules_list(newslint: Run) -> None:
    done = newslint("rules", "list", "house")
    assert done.stdout.splitlines() == [
        "house/purple   warning     Do not write purple",
        "house/slammed  error       Do not write slammed",
        "house/very     suggestion  Do not write very",
        "3 rules.",
    ]
    assert newslint("rules", "list", "hosue").returncode == 2


def test_rules_test_proves_examples(newslint: Run, desk: Path) -> None:
    done = newslint("rules", "test", "house")
    assert (done.returncode, done.stdout) == (0, "3 rules, 12 examples: all proved.\n")
    file = desk / "rules" / "house" / "very.yml"
    file.write_text(file.read_text().replace("The plain word.", "The very word."))
    done = newslint("rules", "test", "house/very", "rules/house/purple.yml")
    assert done.returncode == 1
    assert "rules/house/very.yml:14: house/very (passes)" in done.stdout
    assert "came:     The [[very]] word." in done.stdout
    assert done.stdout.endswith("2 rules, 8 examples: 1 failed.\n")
    assert newslint("rules", "test", "rules").returncode == 1
    assert newslint("rules", "test", "rules/house/gone.yml").returncode == 2


def test_explain_has_fixed_headings(newslint: Run) -> None:
    done = newslint("explain", "house/slammed")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[:2] == ["house/slammed  error", "Do not write slammed"]
    headings = [line for before, line in pairwise(lines) if before == "" and line]
    assert headings == [
        "Why",
        "It says",
        "It looks at",
        "It flags",
        "It lets pass",
        "Options",
        "Facts for its message",
        "See",
        "File",
    ]
    assert "  words = [slammed]" in done.stdout
    assert "  The [[slammed]] word." in done.stdout


def test_explain_an_unknown_rule(newslint: Run) -> None:
    done = newslint("explain", "house/slamed")
    assert done.returncode == 2
    assert "did you mean “house/slammed”?" in done.stderr


def test_config_show(newslint: Run, desk: Path) -> None:
    (desk / "opinion").mkdir()
    (desk / "opinion" / "newslint.toml").write_text('ignore = ["house/very"]\nfail-on = "warning"\n')
    done = newslint("config", "show", "opinion/a.txt")
    assert done.returncode == 0
    assert "  fail-on = warning  (opinion/newslint.toml)" in done.stdout
    (line,) = [line.split() for line in done.stdout.splitlines() if "house/very" in line]
    assert line == ["house/very", "off", "(opinion/newslint.toml)"]


def test_plugins_lists_what_each_adds(newslint: Run) -> None:
    done = newslint("plugins")
    assert done.returncode == 0
    assert (
        f"newslint.readers.plain {package.__version__} from newslint\n  reader plain (.txt .text)\n"
        in done.stdout
    )
    for thing in ("verb avoid", "problem dates: wrong weekday", "format json", "rules newslint"):
        assert f"  {thing}\n" in done.stdout


def test_accept_keeps_a_finding_out_until_its_day(newslint: Run, desk: Path, draft: Put) -> None:
    path = draft("a.txt", "The mayor slammed it.\n\nHe slammed them.\n")
    before = path.read_bytes()
    done = newslint("accept", "house/slammed", "a.txt:3", "--why", "his own word", "--until", "2026-01-31")
    assert done.returncode == 0
    assert done.stdout.startswith("a.txt:3:4: accepted house/slammed")
    assert 'why = "his own word"' in (desk / ".newslint" / "accepted.toml").read_text()
    assert path.read_bytes() == before
    done = newslint("check", "a.txt", "--format", "concise")
    assert "a.txt:1:11: error" in done.stdout
    assert "a.txt:3" not in done.stdout
    assert done.stdout.endswith("1 error. 1 accepted.\n")
    assert (
        "a.txt:3:4: error" in newslint("check", "a.txt", "--format", "concise", "--date", "2026-02-01").stdout
    )


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("house/slammed", "a.txt:2", "--why", "x"), "It does at a.txt:1:11"),
        (("house/slamed", "a.txt:1", "--why", "x"), "did you mean “house/slammed”?"),
        (("house/slammed", "gone.txt:1", "--why", "x"), "no such file"),
        (("house/slammed", "a.txt:1", "--why", " "), "needs a reason"),
        (("house/slammed", "a.txt:1"), "--why"),
    ],
)
def test_accept_refuses(newslint: Run, desk: Path, draft: Put, args: tuple[str, ...], words: str) -> None:
    draft("a.txt", "The mayor slammed it.\n")
    done = newslint("accept", *args)
    assert done.returncode == 2
    assert words in done.stderr
    assert not (desk / ".newslint").exists()


@pytest.mark.parametrize(
    "args", [["--version"], ["explain", "house/slammed"], ["rules", "list"], ["check", "a.txt"]], ids=" ".join
)
def test_nothing_heavy_is_imported(newslint: Run, draft: Put, args: list[str]) -> None:
    draft("a.txt", "The mayor slammed it.\n")
    done = newslint(*args, PYTHONPROFILEIMPORTTIME="1")
    loaded = {
        line.rpartition("|")[2].strip()
        for line in done.stderr.splitlines()
        if line.startswith("import time:")
    }
    assert "newslint.cli" in loaded
    assert not loaded & {"spacy", "textstat", "rich.console", "rapidfuzz", "numpy", "markdown_it"}
