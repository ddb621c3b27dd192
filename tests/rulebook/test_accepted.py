"""Accepted findings: found again, expired, unused, written whole."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
import tomli as tomllib
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Finding, Place, Settled, Severity, Trouble
from newslint.rulebook.accepted import EXPIRED, PLACE, UNUSED, Entry, _spelt, accept, load_accepted
from newslint.rulebook.book import Book

from .conftest import rule_text

DAY = datetime.date(2025, 12, 13)


@pytest.fixture
def book(make_book: Callable[..., Book]) -> Book:
    renamed = rule_text("style/shun", ("severity:", "formerly: words/shun\nseverity:"))
    return make_book({"style/shun.yml": renamed, "claims/vague.yml": rule_text("claims/vague")})


def finding(
    folder: Path, fingerprint: str = "abc", rule: str = "style/shun", path: str = "city/a.txt"
) -> Finding:
    at = Place(1, 1, 0)
    return Finding(
        str(folder / path), rule, Severity.warning, "Say what happened.", at, at, fingerprint=fingerprint
    )


def write(folder: Path, text: str) -> None:
    (folder / PLACE).parent.mkdir(parents=True, exist_ok=True)
    (folder / PLACE).write_text(text, encoding="utf-8")


ENTRY = """\
[[accepted]]
rule = "style/shun"
path = "city/a.txt"
fingerprint = "abc"
why = "He did slam it: the door."
"""


def test_an_accepted_finding_is_left_out(tmp_path: Path, book: Book) -> None:
    accepted = accept(tmp_path, finding(tmp_path), "  He did slam it: the “door” \\ 'gate'\n")
    assert accepted.entries[0] == Entry(
        rule="style/shun", path="city/a.txt", fingerprint="abc", why="He did slam it: the “door” \\ 'gate'"
    )
    other = finding(tmp_path, "abd")
    kept = accepted.apply(other.path, [finding(tmp_path), other], book, ["style/shun"], DAY)
    assert kept.findings == (other,)
    assert kept.settled == (Settled(finding(tmp_path), accepted.entries[0].why, inline=False),)
    elsewhere = finding(tmp_path, path="city/b.txt")
    assert accepted.apply(elsewhere.path, [elsewhere], book, ["style/shun"], DAY) == ((elsewhere,), ())


def test_paths_are_relative_to_the_folder(
    tmp_path: Path, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    accepted = accept(tmp_path, finding(tmp_path), "why")
    (tmp_path / "city").mkdir()
    monkeypatch.chdir(tmp_path / "city")
    near = Finding("a.txt", "style/shun", Severity.warning, "m", fingerprint="abc")
    assert accepted.apply("a.txt", [near], book, ["style/shun"], DAY).findings == ()


def test_what_is_there_stays_as_it_is(tmp_path: Path) -> None:
    write(tmp_path, "# the desk's own words\n" + ENTRY)
    accept(tmp_path, finding(tmp_path, "zzz"), "first", DAY)
    accept(tmp_path, finding(tmp_path, "aaa"), "second")
    text = (tmp_path / PLACE).read_text(encoding="utf-8")
    assert text.startswith("# the desk's own words\n" + ENTRY)
    assert [entry.fingerprint for entry in load_accepted(tmp_path).entries] == ["abc", "zzz", "aaa"]
    assert "until = 2025-12-13\n" in text
    assert [path.name for path in (tmp_path / ".newslint").iterdir()] == ["accepted.toml"]


@given(why=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_any_reason_can_be_written(why: str) -> None:
    entry = Entry(rule="a/b", path="a.txt", fingerprint="f", why=why)
    assert tomllib.loads(_spelt(entry))["accepted"] == [
        {"rule": "a/b", "path": "a.txt", "fingerprint": "f", "why": why}
    ]


@pytest.mark.parametrize(
    ("until", "date", "left"),
    [
        ("2025-12-13", DAY, ["style/shun", EXPIRED]),
        ("2025-12-12", DAY, ["style/shun", EXPIRED]),
        ("2025-12-14", DAY, []),
        ("2001-01-01", None, []),
    ],
)
def test_until_is_held_against_the_drafts_date(
    tmp_path: Path, book: Book, until: str, date: datetime.date | None, left: list[str]
) -> None:
    write(tmp_path, f"{ENTRY}until = {until}\n")
    found = finding(tmp_path)
    kept = load_accepted(tmp_path).apply(found.path, [found], book, ["style/shun"], date)
    assert sorted(each.rule for each in kept.findings) == sorted(left)
    assert len(kept.settled) == (0 if left else 1)
    if left:
        told = next(each for each in kept.findings if each.rule == EXPIRED)
        assert told.severity is Severity.warning
        assert f"until {until} (.newslint/accepted.toml:1)" in told.message


def test_one_that_matches_nothing_is_told(tmp_path: Path, book: Book) -> None:
    write(tmp_path, "\n\n" + ENTRY)
    path = str(tmp_path / "city/a.txt")
    (told,) = load_accepted(tmp_path).apply(path, [], book, ["style/shun"], None).findings
    assert (told.rule, told.severity, told.path) == (UNUSED, Severity.suggestion, path)
    assert (
        ".newslint/accepted.toml:3 accepts a finding of style/shun that is gone. Remove the entry."
        in told.message
    )
    assert load_accepted(tmp_path).apply(path, [], book, ["claims/vague"], None).findings == ()
    assert (
        load_accepted(tmp_path).apply(str(tmp_path / "b.txt"), [], book, ["style/shun"], None).findings == ()
    )


def test_a_former_name_still_counts_and_an_unknown_one_is_told(tmp_path: Path, book: Book) -> None:
    found = finding(tmp_path)
    write(tmp_path, ENTRY.replace("style/shun", "words/shun"))
    assert len(load_accepted(tmp_path).apply(found.path, [found], book, ["style/shun"], None).settled) == 1
    write(tmp_path, ENTRY.replace("style/shun", "style/shum"))
    kept = load_accepted(tmp_path).apply(found.path, [found], book, ["style/shun"], None)
    assert [each.rule for each in kept.findings] == [UNUSED, "style/shun"]
    assert "did you mean “style/shun”?" in kept.findings[0].message


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (ENTRY.replace("why", "wyh"), 5, "“wyh” is not a key; did you mean “why”?"),
        (ENTRY.replace('why = "He did slam it: the door."\n', ""), 1, "“why” is missing"),
        (ENTRY.replace('"He did slam it: the door."', '""'), 5, "“why” is empty"),
        (ENTRY + "until = 2025\n", 6, "“until” must be a date, not “2025”"),
        (ENTRY + 'until = "soon"\n', 6, "“until” must be a date, not “soon”"),
        (ENTRY + ENTRY, 6, "accepted twice"),
        ("accepted = 3", 1, "“accepted” must be a list, not “3”"),
        (ENTRY + "oops\n", 6, "cannot be understood as TOML"),
        (ENTRY + 'why = "x"\n', 6, "stands here twice"),
    ],
)
def test_mistakes_in_the_file(tmp_path: Path, text: str, line: int, said: str) -> None:
    write(tmp_path, text)
    with pytest.raises(Trouble) as caught:
        load_accepted(tmp_path)
    assert said in caught.value.message
    assert caught.value.line == line
    assert caught.value.remedy


def test_what_cannot_be_accepted(tmp_path: Path) -> None:
    accept(tmp_path, finding(tmp_path), "why")
    with pytest.raises(Trouble, match="accepted already: why"):
        accept(tmp_path, finding(tmp_path), "again")
    with pytest.raises(Trouble, match="needs a reason"):
        accept(tmp_path, finding(tmp_path, "x"), "  ")
    with pytest.raises(Trouble, match="about newslint"):
        accept(tmp_path, finding(tmp_path, "x", "newslint/internal-error"), "why")
    assert len(load_accepted(tmp_path).entries) == 1


def test_without_a_file_nothing_is_accepted(tmp_path: Path, book: Book) -> None:
    found = finding(tmp_path)
    assert load_accepted(tmp_path).apply(found.path, [found], book, ["style/shun"], DAY) == ((found,), ())


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / ".newslint").write_text("a file in its place")
    with pytest.raises(Trouble, match="cannot be written"):
        accept(tmp_path, finding(tmp_path), "why")
