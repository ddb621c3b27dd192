from __future__ import annotations

import time

import pytest

from newslint.model import Piece, Span, Trouble
from newslint.readers.base import Builder, respells


def builder(source: str) -> Builder:
    return Builder("draft.txt", source, format="plain", encoding="utf-8")


def test_adjacent_exact_pieces_are_one() -> None:
    build = builder("One two three.")
    build.open("lede")
    build.add(0, 4)
    build.add(4, 8)
    build.add_as(8, 14, "three.")
    build.close()
    draft = build.draft()
    assert draft.text == "One two three."
    assert draft.pieces == (Piece(0, 14, 0, 14),)


def test_a_respelt_piece_maps_as_a_whole() -> None:
    build = builder("Fish &amp; chips")
    build.open("lede")
    build.add(0, 5)
    build.add_as(5, 10, "&")
    build.add(10, 16)
    build.close()
    draft = build.draft()
    assert draft.text == "Fish & chips"
    assert draft.source_span((5, 6)) == (5, 10)
    assert draft.source_span((7, 12)) == (11, 16)


def test_blocks_are_parted_by_a_blank_line_and_bare_of_space() -> None:
    build = builder("  One \n\n  Two  ")
    for start, end in ((0, 6), (6, 8), (8, 15)):
        build.open("body")
        build.add(start, end)
        build.close()
    draft = build.draft()
    assert draft.text == "One\n\nTwo"
    assert [block.span for block in draft.blocks] == [Span(0, 3), Span(5, 8)]
    assert [block.index for block in draft.blocks] == [0, 1]
    assert draft.source_span(draft.blocks[1].span) == (10, 13)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("\r\n", "\n"),
        ("\r", "\n"),
        (" \t ", " "),
        ("\n   ", "\n"),
        ("&amp;", "&"),
        ("&#8217;", "’"),
        ("&#x1D504;", "𝔄"),
        ("&#10;", " "),
        ("&#0;", "\ufffd"),
        (r"\*", "*"),
        ("\\\n", "\n"),
        ("<br />", "\n"),
        ("''", "'"),
    ],
)
def test_ways_to_spell_a_text(raw: str, text: str) -> None:
    assert respells(raw, text)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("said", "sald"),
        ("&amp;", "and"),
        ("&nosuch;", "x"),
        (r"\*", "\\"),
        (r"\d", "d"),
        (" ", ""),
        (" ", "\n"),
        ("a b", " "),
        ("\n", "\n\n"),
        ("\r", "\r"),
        ("<b>", "\n"),
    ],
)
def test_what_spells_nothing_of_the_kind(raw: str, text: str) -> None:
    assert not respells(raw, text)


def test_a_lie_is_refused() -> None:
    build = builder("Council leader")
    build.open("body")
    with pytest.raises(ValueError, match="does not spell"):
        build.add_as(0, 7, "Coucnil")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (0, 99), (3, 2), (0, 3)])
def test_places_outside_or_already_read_are_refused(start: int, end: int) -> None:
    build = builder("Council leader")
    build.open("body")
    build.add(0, 2)
    with pytest.raises(ValueError, match="outside the source"):
        build.add(start, end)


def test_a_carriage_return_is_no_text() -> None:
    build = builder("One\r\ntwo")
    build.open("body")
    with pytest.raises(ValueError, match="carriage return"):
        build.add(0, 8)


def test_a_blank_line_inside_a_block_is_refused() -> None:
    build = builder("One\n \ntwo")
    build.open("body")
    build.add(0, 9)
    with pytest.raises(ValueError, match="blank line"):
        build.close()


def test_blocks_open_and_close_in_turn() -> None:
    build = builder("One")
    with pytest.raises(ValueError, match="no block is open"):
        build.add(0, 1)
    with pytest.raises(ValueError, match="no block is open"):
        build.close()
    build.open("body")
    with pytest.raises(ValueError, match="still open"):
        build.open("body")
    with pytest.raises(ValueError, match="still open"):
        build.draft()


def test_no_prose_is_trouble() -> None:
    build = builder(" \n ")
    build.open("body")
    build.add(0, 3)
    build.close()
    with pytest.raises(Trouble, match="no prose") as raised:
        build.draft()
    assert raised.value.path == "draft.txt"
    assert raised.value.remedy


def test_a_remark_stands_before_what_follows_it() -> None:
    source = "!a One !b two !c"
    build = builder(source)
    build.remark(0, 2, "a")
    build.open("lede")
    build.add(2, 7)
    build.remark(7, 9, "b")
    build.add(9, 13)
    build.close()
    build.remark(14, 16, "c")
    draft = build.draft()
    assert draft.text == "One  two"
    assert [(remark.at, remark.text) for remark in draft.remarks] == [(0, "a"), (4, "b"), (8, "c")]
    assert [remark.source.cut(source) for remark in draft.remarks] == ["!a", "!b", "!c"]


def test_a_long_draft_takes_no_more_than_seconds() -> None:
    line = "A line that is neither long nor short & goes on.\r\n"
    source = line * 100_000
    build = builder(source)
    begun = time.process_time()
    for start in range(0, len(source), len(line)):
        build.open("body")
        build.add(start, start + len(line) - 2)
        build.add_as(start + len(line) - 2, start + len(line), "\n")
        build.close()
    draft = build.draft()
    draft.locate((len(draft.text) - 5, len(draft.text)))
    assert time.process_time() - begun < 10
