"""Drafts are written back as they were kept, or not at all."""

from __future__ import annotations

import codecs
import os
import stat
from pathlib import Path

import pytest

from newslint.fixing.rounds import mend
from newslint.fixing.writing import put_back, spelt
from newslint.model import Draft, Edit, Finding, Severity, Trouble
from newslint.proofs import Copy, Proof, Result
from newslint.readers.plain import PlainReader
from newslint.whole import Changed, write_whole

WORDS = "An “advisor” left.\r\nThe café stays.\r\n"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode("utf-8"),
        codecs.BOM_UTF8 + WORDS.encode("utf-8"),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("cp1252"),
        WORDS.replace("\r\n", "\r").encode("cp1252"),
    ],
)
def test_encoding_mark_and_line_ends_stay(data: bytes) -> None:
    draft = PlainReader().read("a.txt", data)
    assert spelt(draft, data, draft.source) == data
    again = PlainReader().read("a.txt", spelt(draft, data, draft.source.replace("advisor", "adviser")))
    assert again.source == draft.source.replace("advisor", "adviser")
    assert again.encoding == draft.encoding


def test_a_character_that_the_encoding_lacks_changes_nothing() -> None:
    data = WORDS.encode("cp1252")
    draft = PlainReader().read("a.txt", data)
    with pytest.raises(Trouble, match="“ł”, which cp1252 does not have"):
        spelt(draft, data, draft.source + "ł")


def test_a_format_that_is_no_text_is_left_to_people() -> None:
    draft = Draft("a.docx", "Its words.", "Its words.", (), (), format="docx")
    with pytest.raises(Trouble, match="cannot write docx files back"):
        spelt(draft, b"PK\x03\x04 Its words.", "Other words.")


def test_a_file_keeps_its_permissions_and_its_link(tmp_path: Path) -> None:
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    put_back(str(link), b"old", b"new")
    assert link.is_symlink()
    assert (real.read_bytes(), stat.S_IMODE(real.stat().st_mode)) == (b"new", 0o640)
    assert sorted(os.listdir(tmp_path)) == ["link.txt", "real.txt"]


def test_a_draft_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"newer")
    with pytest.raises(Trouble, match="changed while it was being read"):
        put_back(str(path), b"old", b"new")
    assert path.read_bytes() == b"newer"
    assert os.listdir(tmp_path) == ["a.txt"]


def test_a_change_at_the_last_moment_is_seen(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"newer")
    with pytest.raises(Changed):
        write_whole(path, b"new", over=b"old")
    assert path.read_bytes() == b"newer"


def test_a_draft_that_is_gone_is_not_made_anew(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="changed while"):
        put_back(str(tmp_path / "gone.txt"), b"old", b"new")
    assert os.listdir(tmp_path) == []


def test_a_read_only_draft_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(Trouble, match="read-only"):
        put_back(str(path), b"old", b"new")
    assert path.read_bytes() == b"old"


def test_rules_that_undo_each_other_come_to_no_end_and_change_nothing() -> None:
    def prove(copy: Copy) -> Proof:
        draft = PlainReader().read(copy.path, copy.data or b"")
        better = "grey" if "gray" in draft.source else "gray"
        change = Edit(draft.place(4), draft.place(8), better, safe=True)
        found = Finding(
            copy.path, f"house/{better}", Severity.suggestion, "?", change.start, change.end, (change,)
        )
        return Proof(draft, Result(copy.path, 3, "", None, {}, {}, (found,)))

    with pytest.raises(Trouble, match=r"come to no end: house/gr[ae]y still changed it in round 10"):
        mend(Copy("a.txt", b"The gray wall.\n"), prove)
