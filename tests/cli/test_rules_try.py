"""What a rule would say of real drafts."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Put = Callable[..., Path]

COPY = "The mayor slammed the plan.\n\nShe said on Monday that nobody had slammed, or would slam, anything.\n"


def sheet_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_each_hit_with_its_place_and_the_words_around_it(newslint: Run, draft: Put) -> None:
    draft("a.txt", COPY)
    draft("b.txt", "Nothing of the kind.\n")
    done = newslint("rules", "try", "house/slammed", "a.txt", "b.txt")
    assert (done.returncode, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    assert lines[0] == "a.txt"
    assert lines[1].split(None, 1) == ["1:11", "The mayor [[slammed]] the plan."]
    assert lines[2].split(None, 1)[0] == "3:36"
    assert "nobody had [[slammed]], or would slam" in lines[2]
    assert lines[1].index("[[") == lines[2].index("[[")
    assert lines[-1] == f"2 hits in 1 of 2 drafts, {len(COPY.split()) + 4} words: 95.24 per 1,000 words."


def test_context_ends_with_the_paragraph_and_tells_where_it_is_cut(newslint: Run, draft: Put) -> None:
    long = "word " * 30
    draft("a.txt", f"Before.\n\n{long}slammed {long}\n\nAfter.\n")
    row = newslint("rules", "try", "house/slammed", "a.txt").stdout.splitlines()[1]
    assert "Before" not in row
    assert "After" not in row
    left, right = row.split("[[slammed]]")
    assert left.split() == ["3:151", "…word", *["word"] * 7]
    assert right.split() == [*["word"] * 7, "word…"]


def test_a_rule_file_that_no_pack_holds(newslint: Run, draft: Put, desk: Path) -> None:
    (desk / "mine" / "house").mkdir(parents=True)
    text = (desk / "rules" / "house" / "purple.yml").read_text().replace("purple", "mauve")
    (desk / "mine" / "house" / "mauve.yml").write_text(text)
    draft("a.txt", "A mauve door.\n")
    done = newslint("rules", "try", "mine/house/mauve.yml", "a.txt")
    assert done.returncode == 0
    assert "A [[mauve]] door." in done.stdout


def test_the_rule_runs_whatever_the_config_and_ignores_say(newslint: Run, draft: Put, desk: Path) -> None:
    (desk / "newslint.toml").write_text('packs = ["rules"]\nignore = ["house/slammed"]\n')
    draft("a.md", "<!-- newslint: ignore[house/slammed] agreed -->\nThe mayor slammed the plan.\n")
    assert "1 hit in 1 of 1 draft" in newslint("rules", "try", "house/slammed", "a.md").stdout


def test_the_sheet_has_a_row_for_each_hit_and_room_for_a_mark(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", COPY)
    done = newslint("rules", "try", "house/slammed", "a.txt", "--sheet", "hits.csv")
    assert "2 hits to mark in hits.csv." in done.stdout
    first, second = sheet_of(desk / "hits.csv")
    assert first == {
        "path": "a.txt",
        "line": "1",
        "column": "11",
        "before": "The mayor",
        "words": "slammed",
        "after": "the plan.",
        "message": "Another word for “slammed”?",
        "right or wrong": "",
    }
    assert second["line"] == "3"
    assert (desk / "hits.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_sheet_is_never_overwritten(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", COPY)
    (desk / "hits.csv").write_text("marked: right")
    done = newslint("rules", "try", "house/slammed", "a.txt", "--sheet", "hits.csv")
    assert done.returncode == 2
    assert "hits.csv: error: there is such a sheet already" in done.stderr
    assert (desk / "hits.csv").read_text() == "marked: right"


def test_a_sheet_runs_no_formula_of_a_draft(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", "=HYPERLINK(1) slammed +1 of them.\n")
    newslint("rules", "try", "house/slammed", "a.txt", "--sheet", "hits.csv")
    (row,) = sheet_of(desk / "hits.csv")
    assert row["before"] == "'=HYPERLINK(1)"
    assert row["after"] == "'+1 of them."


def test_a_sample_is_of_the_size_asked_and_always_the_same(newslint: Run, draft: Put, desk: Path) -> None:
    draft("a.txt", "\n\n".join(f"Number {number} slammed it." for number in range(30)) + "\n")
    first = newslint("rules", "try", "house/slammed", "a.txt", "--sample", "5", "--sheet", "one.csv")
    again = newslint("rules", "try", "house/slammed", "a.txt", "--sample", "5")
    assert first.stdout.splitlines()[:6] == again.stdout.splitlines()[:6]
    assert "30 hits (5 shown) in 1 of 1 draft" in first.stdout
    assert len(sheet_of(desk / "one.csv")) == 5


WHOLE = """\
rule: house/dateline
title: A dateline
severity: warning
why: Readers ask where this was written.
see: https://example.org/guide
require: {role: dateline, within: draft}
message: There is no dateline.
cases:
  - {draft: The pool closed., flags: [], whole: yes}
  - {draft: The pool opened., flags: [], whole: yes}
  - {draft: "dateline: MARDEN ¶ The pool closed.", flags: []}
  - {draft: "dateline: LENTON ¶ The pool closed.", flags: []}
"""


def test_a_finding_on_the_whole_draft_is_told_in_words(newslint: Run, draft: Put, desk: Path) -> None:
    (desk / "rules" / "house" / "dateline.yml").write_text(WHOLE, encoding="utf-8")
    draft("a.txt", COPY)
    done = newslint("rules", "try", "house/dateline", "a.txt", "--sheet", "hits.csv")
    assert done.returncode == 0
    assert done.stdout.splitlines()[:2] == ["a.txt", "  the draft as a whole  There is no dateline."]
    (row,) = sheet_of(desk / "hits.csv")
    assert (row["line"], row["words"], row["message"]) == ("", "", "There is no dateline.")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["house", "a.txt"], "“house” means 3 rules, and one is wanted"),
        (["house/slamed", "a.txt"], "did you mean “house/slammed”?"),
        (["gone.yml", "a.txt"], "gone.yml: error: cannot be read"),
        (["house/slammed"], "no draft is named"),
        (["house/slammed", "gone.txt"], "gone.txt"),
        (["house/slammed", "a.txt", "--sheet", "gone/hits.csv"], "the sheet cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told(newslint: Run, draft: Put, arguments: list[str], told: str) -> None:
    draft("a.txt", COPY)
    done = newslint("rules", "try", *arguments)
    assert done.returncode == 2
    assert told in done.stderr
    assert done.stderr.count("\n  ") == 1  # the remedy


def test_a_rule_that_the_pipeline_cannot_serve_is_told_once(newslint: Run, draft: Put, desk: Path) -> None:
    text = (desk / "rules" / "house" / "purple.yml").read_text()
    text = text.replace("house/purple", "house/lemma").replace(
        "avoid: {words: [purple]}", "pattern: [{lemma: [go]}]"
    )
    (desk / "rules" / "house" / "lemma.yml").write_text(text)
    draft("a.txt", COPY)
    draft("b.txt", COPY)
    done = newslint("rules", "try", "house/lemma", "a.txt", "b.txt", "--pipeline", "blank")
    assert done.returncode == 2
    assert done.stderr.count("house/lemma needs lemmas") == 1, done.stderr


def test_one_unreadable_draft_does_not_hide_the_hits_in_others(newslint: Run, draft: Put) -> None:
    draft("a.txt", COPY)
    draft("b.txt", b"a\x00b")
    done = newslint("rules", "try", "house/slammed", "a.txt", "b.txt")
    assert done.returncode == 2
    assert "2 hits in 1 of 1 draft" in done.stdout
    assert "b.txt" in done.stderr
