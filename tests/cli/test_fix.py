"""`newslint check --fix` and `--diff` as a desk meets them."""

from __future__ import annotations

import codecs
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Put = Callable[..., Path]

SPELLING = """\
rule: house/spelling
title: Spell it our way
severity: {severity}
why: |
  One spelling in the whole paper.
see: https://www.ap.org/about/news-values-and-principles/
prefer:
  safe: {safe}
  use: {use}
  not: [{word}]
message: We write “{{better}}”, not “{{match}}”.
examples:
  flags: |
    An [[{word}]] stood there. -> An {use} stood there.
    The [[{word}]] fell. -> The {use} fell.
  passes: |
    An {use} stood there.
    “An {word} stood there,” she said.
"""
DRAFT = "The advisor left.\n\n“My advisor told me,” Ann Rowe said.\n\nAn advisor stayed.\n"
FIXED = "The adviser left.\n\n“My advisor told me,” Ann Rowe said.\n\nAn adviser stayed.\n"


@pytest.fixture
def spelling(desk: Path) -> Callable[..., None]:
    """Put the rule on the desk, safe or not."""

    def put(
        safe: str = "yes", use: str = "adviser", word: str = "advisor", severity: str = "suggestion"
    ) -> None:
        text = SPELLING.format(safe=safe, use=use, word=word, severity=severity)
        (desk / "rules" / "house" / "spelling.yml").write_text(text, encoding="utf-8")

    put()
    return put


@pytest.mark.usefixtures("spelling")
def test_fix_makes_the_fixes_outside_quotations_and_reports_the_rest(newslint: Run, draft: Put) -> None:
    path = draft("draft.txt", DRAFT + "\nThe mayor slammed it.\n")
    done = newslint("check", "--fix", "draft.txt")
    assert path.read_text(encoding="utf-8") == FIXED + "\nThe mayor slammed it.\n"
    assert done.returncode == 1
    assert "house/slammed" in done.stdout
    assert "house/spelling" not in done.stdout.replace("(house/spelling 2)", "")
    assert "draft.txt: fixed 2 findings (house/spelling 2)" in done.stdout


@pytest.mark.usefixtures("spelling")
def test_a_draft_with_nothing_to_fix_is_not_written(newslint: Run, draft: Put) -> None:
    path = draft("draft.txt", FIXED)
    before = path.stat().st_mtime_ns
    done = newslint("check", "--fix", "draft.txt")
    assert (done.returncode, path.stat().st_mtime_ns) == (0, before)
    assert "fixed" not in done.stdout


@pytest.mark.usefixtures("spelling")
def test_encoding_mark_and_line_ends_stay(newslint: Run, draft: Put) -> None:
    words = "The advisor left the café.\r\nNobody saw it.\r\n"
    marked = draft("marked.txt", codecs.BOM_UTF8 + words.encode("utf-8"))
    old = draft("old.txt", words.encode("cp1252"))
    newslint("check", "--fix", "marked.txt", "old.txt")
    assert marked.read_bytes() == codecs.BOM_UTF8 + words.replace("advisor", "adviser").encode("utf-8")
    assert old.read_bytes() == words.replace("advisor", "adviser").encode("cp1252")


def test_unsafe_fixes_wait_to_be_asked_for(newslint: Run, draft: Put, spelling: Callable[..., None]) -> None:
    spelling(safe="no")
    path = draft("draft.txt", DRAFT)
    done = newslint("check", "--fix", "draft.txt")
    assert path.read_text(encoding="utf-8") == DRAFT
    assert "--unsafe-fixes would fix 2 more findings" in done.stdout
    newslint("check", "--fix", "--unsafe-fixes", "draft.txt")
    assert path.read_text(encoding="utf-8") == FIXED


@pytest.mark.usefixtures("spelling")
def test_what_is_ignored_or_accepted_is_not_fixed(newslint: Run, draft: Put) -> None:
    ignored = "newslint: ignore[house/spelling] his title\n\nThe advisor left.\n"
    path = draft("ignored.txt", ignored)
    newslint("check", "--fix", "ignored.txt")
    assert path.read_text(encoding="utf-8") == ignored
    path = draft("accepted.txt", "The advisor left.\n")
    newslint("accept", "house/spelling", "accepted.txt:1", "--why", "his title")
    newslint("check", "--fix", "accepted.txt")
    assert path.read_text(encoding="utf-8") == "The advisor left.\n"


@pytest.mark.usefixtures("spelling")
def test_standard_input_comes_back_fixed_and_the_report_beside_it(newslint: Run) -> None:
    done = newslint("check", "--fix", "-", stdin=DRAFT + "\nThe mayor slammed it.\n")
    assert done.stdout == FIXED + "\nThe mayor slammed it.\n"
    assert "house/slammed" in done.stderr
    assert done.returncode == 1


@pytest.mark.usefixtures("spelling")
def test_standard_input_that_cannot_be_read_comes_back_as_it_was(newslint: Run) -> None:
    done = newslint("check", "--fix", "-", stdin=b"half a b\0inary")
    assert (done.returncode, done.stdout) == (2, "half a b\0inary")
    assert "NUL" in done.stderr


@pytest.mark.usefixtures("spelling")
def test_diff_changes_nothing_and_patch_makes_of_it_what_fix_does(
    newslint: Run, draft: Put, desk: Path
) -> None:
    words = DRAFT.replace("\n", "\r\n").rstrip()
    path = draft("drafts/a.txt", words)
    done = newslint("check", "--diff", "drafts")
    assert done.returncode == 1
    assert path.read_bytes() == words.encode("utf-8")
    assert "would fix 2 findings (house/spelling 2)" in done.stderr
    assert "\\ No newline at end of file" in done.stdout
    if shutil.which("patch"):
        patch = ["patch", "--binary", "-p0"]
    elif shutil.which("git"):
        patch = ["git", "apply", "-p0"]
        shutil.rmtree(desk / ".git")
    else:
        pytest.skip("needs patch or git")
    subprocess.run(patch, cwd=desk, input=done.stdout.encode("utf-8"), check=True, capture_output=True)
    assert path.read_bytes() == FIXED.replace("\n", "\r\n").rstrip().encode("utf-8")
    done = newslint("check", "--diff", "drafts")
    assert (done.returncode, done.stdout) == (0, "")


def test_rules_that_undo_each_other_are_named_and_nothing_is_written(
    newslint: Run, draft: Put, desk: Path, spelling: Callable[..., None]
) -> None:
    text = SPELLING.format(safe="yes", use="advisor", word="adviser", severity="suggestion")
    other = desk / "rules" / "house" / "back.yml"
    other.write_text(text.replace("house/spelling", "house/back"), encoding="utf-8")
    path = draft("draft.txt", DRAFT)
    done = newslint("check", "--fix", "draft.txt")
    assert done.returncode == 2
    assert "draft.txt: error: its fixes come to no end" in done.stderr
    assert path.read_text(encoding="utf-8") == DRAFT


@pytest.mark.usefixtures("spelling")
@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_broken_rule_is_named_and_the_others_fix(
    newslint: Run, draft: Put, desk: Path, option: str
) -> None:
    (desk / "rules" / "house" / "broken.yml").write_text("rule: house/broken\n", encoding="utf-8")
    draft("draft.txt", DRAFT)
    done = newslint("check", option, "draft.txt")
    assert done.returncode == 2
    assert "rules/house/broken.yml" in done.stderr
    assert "(house/spelling 2)" in done.stdout + done.stderr


@pytest.mark.usefixtures("spelling")
def test_a_read_only_draft_is_named_left_alone_and_still_read(newslint: Run, draft: Put) -> None:
    path = draft("draft.txt", DRAFT)
    path.chmod(0o444)
    done = newslint("check", "--fix", "draft.txt")
    assert done.returncode == 2
    assert "draft.txt: error: is read-only" in done.stderr
    assert "house/spelling" in done.stdout
    assert path.read_text(encoding="utf-8") == DRAFT


@pytest.mark.parametrize("options", [("--fix", "--diff"), ("--unsafe-fixes",)])
def test_options_that_make_no_sense_together(newslint: Run, draft: Put, options: tuple[str, ...]) -> None:
    draft("draft.txt", DRAFT)
    done = newslint("check", *options, "draft.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert options[0] in done.stderr


@pytest.mark.usefixtures("spelling")
@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_a_draft_that_is_missing_costs_only_itself(newslint: Run, draft: Put, option: str) -> None:
    draft("draft.txt", DRAFT)
    done = newslint("check", option, "gone.txt", "draft.txt")
    assert done.returncode == 2
    assert "gone.txt: error: there is no such file" in done.stderr
    assert "house/spelling 2" in done.stdout + done.stderr
