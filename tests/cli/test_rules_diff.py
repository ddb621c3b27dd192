"""What a change of rules changes on real drafts."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Put = Callable[..., Path]

COPY = "A purple door.\n\nThe mayor slammed the very purple plan.\n"
OLD = "rules/house/purple.yml"
NEW = "new/house/purple.yml"


@pytest.fixture
def change(desk: Path) -> Callable[..., None]:
    """``change(old, new, …)`` puts a copy of the house rules in ``new/`` with words of one rule replaced."""

    def make(*pairs: str, rule: str = "purple", name: str = "") -> None:
        if not (desk / "new").exists():
            shutil.copytree(desk / "rules", desk / "new")
        file = desk / "new" / "house" / f"{rule}.yml"
        text = file.read_text(encoding="utf-8")
        for old, new in zip(pairs[::2], pairs[1::2], strict=True):
            assert old in text
            text = text.replace(old, new)
        if name:
            file.unlink()
        file.with_stem(name or rule).write_text(text, encoding="utf-8")

    return make


def test_nothing_changes(newslint: Run, draft: Put, change: Callable[..., None]) -> None:
    draft("a.txt", COPY)
    change()
    done = newslint("rules", "diff", "rules", "new", "a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "0 come, 0 go, 0 change, 4 stay; 1 draft, 10 words, 400.00 → 400.00 per 1,000 words.\n"
    )


def test_findings_that_come_and_go(newslint: Run, draft: Put, change: Callable[..., None]) -> None:
    draft("a.txt", COPY)
    draft("b.txt", "Nothing.\n")
    change("words: [purple]", "words: [door]")
    done = newslint("rules", "diff", OLD, NEW, "a.txt", "b.txt")
    assert done.returncode == 1
    assert [line.split(None, 4)[:4] for line in done.stdout.splitlines()[:4]] == [
        ["a.txt"],
        ["-", "1:3", "warning", "house/purple"],
        ["+", "1:10", "warning", "house/purple"],
        ["-", "3:28", "warning", "house/purple"],
    ]
    assert "Another word for “door”?" in done.stdout
    assert "1 come, 2 go, 0 change, 0 stay; 2 drafts, 11 words, 181.82 → 90.91 per" in done.stdout
    assert "b.txt" not in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("severity: warning", "severity: error", "error"),
        ("Another word", "A better word", "A better word for “purple”?"),
    ],
)
def test_findings_told_otherwise(
    newslint: Run, draft: Put, change: Callable[..., None], old: str, new: str, told: str
) -> None:
    draft("a.txt", COPY)
    change(old, new)
    done = newslint("rules", "diff", "rules", "new", "a.txt")
    assert done.returncode == 1
    rows = done.stdout.splitlines()[1:3]
    assert [row[0] for row in rows] == ["~", "~"]
    assert all(told in row for row in rows)
    assert "0 come, 0 go, 2 change, 2 stay" in done.stdout


def test_a_renamed_rule_is_the_same_rule(newslint: Run, draft: Put, change: Callable[..., None]) -> None:
    draft("a.txt", COPY)
    renamed = "rule: house/mauve\nformerly: house/purple"
    change("rule: house/purple", renamed, name="mauve")
    assert newslint("rules", "diff", "rules", "new", "a.txt").returncode == 0


def test_two_files_are_one_rule_whatever_they_are_called(
    newslint: Run, draft: Put, change: Callable[..., None]
) -> None:
    draft("a.txt", COPY)
    change("rule: house/purple", "rule: house/mauve", name="mauve")
    assert newslint("rules", "diff", OLD, "new/house/mauve.yml", "a.txt").returncode == 0
    done = newslint("rules", "diff", "rules", "new", "a.txt")
    assert done.returncode == 1
    assert "2 come, 2 go, 0 change, 2 stay" in done.stdout


def test_a_retired_rule_finds_nothing_more(newslint: Run, draft: Put, change: Callable[..., None]) -> None:
    draft("a.txt", COPY)
    change("severity: warning", "severity: warning\nstatus: retired")
    assert "0 come, 2 go, 0 change, 0 stay" in newslint("rules", "diff", OLD, NEW, "a.txt").stdout


def test_a_rule_on_trial_is_a_suggestion(newslint: Run, draft: Put, change: Callable[..., None]) -> None:
    draft("a.txt", COPY)
    change("severity: warning", "severity: warning\nstatus: trial")
    done = newslint("rules", "diff", OLD, NEW, "a.txt")
    assert "0 come, 0 go, 2 change, 0 stay" in done.stdout
    assert "suggestion" in done.stdout


def test_a_change_of_a_preset_shows_on_drafts_of_its_kind(
    newslint: Run, draft: Put, change: Callable[..., None], desk: Path
) -> None:
    change()
    (desk / "new" / "presets").mkdir()
    (desk / "new" / "presets" / "opinion.yml").write_text(
        "kind: opinion\nwhy: Opinion may judge.\nrules:\n"
        "  house/purple: {level: off, because: Columnists like it.}\n"
    )
    draft("a.md", COPY)
    draft("b.md", f"---\nkind: opinion\n---\n\n{COPY}")
    done = newslint("rules", "diff", "rules", "new", "a.md", "b.md")
    assert done.returncode == 1
    assert done.stdout.splitlines()[0] == "b.md"
    assert "0 come, 2 go, 0 change, 6 stay" in done.stdout


def test_a_rule_of_the_config_by_name(newslint: Run, draft: Put, change: Callable[..., None]) -> None:
    draft("a.txt", COPY)
    change("words: [purple]", "words: [purple, door]")
    done = newslint("rules", "diff", "house/purple", NEW, "a.txt")
    assert "1 come, 0 go, 0 change, 2 stay" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gone.yml", OLD, "a.txt"], "gone.yml: error: cannot be read"),
        ([OLD, "house/purpel", "a.txt"], "did you mean “house/purple”?"),
        ([OLD, "empty", "a.txt"], "the folder holds no rules"),
        ([OLD, NEW], "no draft is named"),
        ([OLD, NEW, "gone.txt"], "gone.txt"),
    ],
)
def test_what_cannot_be_done_is_told(
    newslint: Run, draft: Put, change: Callable[..., None], desk: Path, arguments: list[str], told: str
) -> None:
    change()
    (desk / "empty").mkdir()
    draft("a.txt", COPY)
    done = newslint("rules", "diff", *arguments)
    assert done.returncode == 2
    assert told in done.stderr


def test_a_broken_rule_is_told_with_its_line(newslint: Run, draft: Put, change: Callable[..., None]) -> None:
    draft("a.txt", COPY)
    change("severity: warning", "severity: grave")
    done = newslint("rules", "diff", OLD, NEW, "a.txt")
    assert done.returncode == 2
    assert "new/house/purple.yml:3:11: error: “grave” is not a severity" in done.stderr


def test_a_side_that_the_pipeline_cannot_serve_is_no_verdict(
    newslint: Run, draft: Put, change: Callable[..., None]
) -> None:
    draft("a.txt", COPY)
    change("avoid: {words: [purple]}", "pattern: [{lemma: [go]}]")
    done = newslint("rules", "diff", OLD, NEW, "a.txt", "--pipeline", "blank")
    assert done.returncode == 2
    assert "house/purple needs lemmas" in done.stderr
