"""``newslint.check``: the Python entry."""

from __future__ import annotations

import datetime
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import newslint
from newslint.model import Report, Trouble

UNDATED = "The council met on Monday, Dec. 13, in the hall.\n"


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_a_text() -> None:
    report = newslint.check("The council met on Monday, Dec. 13, 2025, in the hall.")
    (finding,) = [finding for finding in report.findings if finding.rule == "dates/wrong-weekday"]
    assert finding.path == "text"
    assert finding.start is not None
    assert finding.start.offset == len("The council met on ")
    assert report.drafts == ("text",)


@pytest.mark.parametrize("date", ["2025-12-14", datetime.date(2025, 12, 14)])
def test_the_date_is_for_drafts_that_give_none(date: str | datetime.date) -> None:
    assert "dates/wrong-weekday" in rules(newslint.check(UNDATED, date=date))
    assert "dates/wrong-weekday" not in rules(newslint.check(UNDATED, date="2021-12-14"))


def test_a_path_is_read_by_its_suffix_and_its_config(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    draft = tmp_path / "draft.md"
    draft.write_text(f"# Council met\n\n{UNDATED}", encoding="utf-8")
    report = newslint.check(draft, date="2025-12-14")
    (finding,) = [finding for finding in report.findings if finding.rule == "dates/wrong-weekday"]
    assert finding.start is not None
    assert finding.start.line == 3
    (tmp_path / "newslint.toml").write_text('ignore = ["dates"]\n', encoding="utf-8")
    assert "dates/wrong-weekday" not in rules(newslint.check(draft, date="2025-12-14"))


def test_what_cannot_be_read_raises(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="no such file"):
        newslint.check(tmp_path / "gone.txt")
    with pytest.raises(Trouble, match="no prose"):
        newslint.check("")


@pytest.mark.parametrize("draft", [None, 3, b"The plan passed.", ["story.md"], Path])
def test_what_is_neither_text_nor_path_is_named(draft: Any) -> None:
    with pytest.raises(TypeError, match=r"^draft must be a text \(str\) or a path \(pathlib\.Path\), not "):
        newslint.check(draft)


@pytest.mark.parametrize("date", [3, b"2025-12-14", ("2025", "12"), datetime.time(9, 30)])
def test_what_is_no_date_is_named(date: Any) -> None:
    with pytest.raises(TypeError, match=r"^date must be a datetime\.date or a text such as 2025-12-31, not "):
        newslint.check("The plan passed.", date=date)


def test_text_that_is_no_date_is_named() -> None:
    with pytest.raises(ValueError, match=r"^date must be written as 2025-12-31, not “yesterday”"):
        newslint.check("The plan passed.", date="yesterday")


def test_importing_newslint_is_cheap() -> None:
    code = "import sys, newslint; print(sorted({'click', 'pydantic', 'yaml', 'spacy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
