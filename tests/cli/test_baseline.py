"""The baseline: what was there stays out of reports until its words change."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run

Put = Callable[..., Path]
OLD = "The mayor slammed the plan.\n\nA very quiet day went by.\n\nThe purple boat is gone.\n"
PLACE = Path(".newslint") / "baseline.json"


def found(newslint: Run, *more: str) -> list[str]:
    report = json.loads(newslint("check", ".", "--format", "json", *more).stdout)
    return [finding["rule"] for finding in report["findings"]]


def test_what_was_there_is_left_out_and_counted(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", OLD)
    done = newslint("baseline", "update", ".")
    assert done.returncode == 0
    assert done.stdout == f"{PLACE}: 3 findings in 1 draft (before: 0).\n"
    done = newslint("check", ".")
    assert done.returncode == 0
    assert "nothing found. 3 in the baseline." in done.stdout
    assert sorted(found(newslint, "--no-baseline")) == ["house/purple", "house/slammed", "house/very"]


@pytest.mark.parametrize(
    "now",
    [
        "A line above.\n\n" + OLD,
        "\n\n".join(reversed(OLD.strip().split("\n\n"))) + "\n",
        OLD.replace("The mayor slammed the plan.", "The  mayor\nslammed the plan."),
    ],
    ids=["edited above", "paragraphs moved", "wrapped"],
)
def test_it_survives_edits_elsewhere(newslint: Run, draft: Put, now: str) -> None:
    draft("a.txt", OLD)
    newslint("baseline", "update", ".")
    draft("a.txt", now)
    assert found(newslint) == []


def test_new_words_are_new_findings(newslint: Run, draft: Put) -> None:
    draft("a.txt", OLD)
    newslint("baseline", "update", ".")
    draft("a.txt", OLD + "\nThe board slammed the door.\n")
    assert found(newslint) == ["house/slammed"]
    draft("b.txt", OLD)
    assert sorted(found(newslint)) == ["house/purple", "house/slammed", "house/slammed", "house/very"]


def test_update_leaves_drafts_alone_that_are_not_named(newslint: Run, draft: Put) -> None:
    draft("a.txt", OLD)
    draft("b.txt", OLD)
    newslint("baseline", "update", ".")
    draft("a.txt", "Nothing here.\n")
    assert "(before: 6)" in newslint("baseline", "update", "a.txt").stdout
    assert found(newslint) == []
    draft("a.txt", OLD)
    assert len(found(newslint)) == 3


def test_prune_takes_out_what_is_gone_and_adds_nothing(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", OLD)
    gone = draft("b.txt", OLD)
    newslint("baseline", "update", ".")
    gone.unlink()
    draft("a.txt", "The mayor slammed the plan.\n\nA purple day.\n")
    assert newslint("baseline", "prune", ".").stdout == f"{PLACE}: 1 finding in 1 draft (before: 6).\n"
    assert found(newslint) == ["house/purple"]
    draft("a.txt", "A purple day.\n")
    newslint("baseline", "prune", ".")
    assert not (desk / PLACE).exists()


def test_show(newslint: Run, draft: Put) -> None:
    draft("a.txt", OLD + "\nThe board slammed the door.\n")
    newslint("baseline", "update", ".")
    assert newslint("baseline", "show").stdout.splitlines() == [
        "     2  house/slammed  in 1 draft",
        "     1  house/purple  in 1 draft",
        "     1  house/very  in 1 draft",
        f"{PLACE}: 4 findings in 1 draft.",
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ('{"version": 9, "findings": {}}', "is a baseline of version 9, this newslint reads 1"),
        ("{]", "is no JSON"),
        ('{"version": 1, "findings": {"a.txt": ["x"]}}', "is no baseline"),
        ("[]", "is a baseline of version None"),
    ],
)
def test_a_baseline_that_makes_no_sense_is_told(
    newslint: Run, draft: Put, desk: Path, content: str, told: str
) -> None:
    """No finding passes for old, and none is lost: an update makes the file anew."""
    draft("a.txt", OLD)
    (desk / PLACE).parent.mkdir()
    (desk / PLACE).write_text(content)
    done = newslint("check", ".")
    assert done.returncode == 2
    assert told in done.stderr
    assert "baseline.json" in done.stderr
    assert "newslint baseline update" in done.stderr
    assert newslint("baseline", "update", ".").returncode == 0
    assert found(newslint) == []


def test_a_draft_that_cannot_be_read_keeps_what_it_has(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", OLD)
    draft("b.txt", OLD)
    newslint("baseline", "update", ".")
    draft("b.txt", b"\x00\x01")
    done = newslint("baseline", "update", ".")
    assert done.returncode == 2
    assert "b.txt" in done.stderr
    assert set(json.loads((desk / PLACE).read_text())["findings"]) == {"a.txt", "b.txt"}


def test_the_report_says_what_is_old(newslint: Run, draft: Put) -> None:
    draft("a.txt", OLD)
    newslint("baseline", "update", ".")
    sarif = json.loads(newslint("check", ".", "--format", "sarif").stdout)
    suppressed = [result["suppressions"][0] for result in sarif["runs"][0]["results"]]
    assert {each["justification"] for each in suppressed} == {"it stands in the baseline"}
