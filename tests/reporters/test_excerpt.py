"""Carets stand under the exact characters, whatever the characters are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Draft, Place, Span
from newslint.reporters.excerpt import Row, excerpt
from newslint.reporters.terminal import UNSAFE, cells, clean


def rows(source: str, start: int, end: int, width: int = 80) -> list[Row]:
    draft = Draft("draft.txt", source, source, (), ())
    return excerpt(source, draft.place(start), draft.place(end), width)


def under(row: Row) -> str:
    """The characters of the row that have a caret below them."""
    marked, column = "", 0
    for char in row.text:
        if column + max(cells(char), 1) <= len(row.marks) and row.marks[column : column + 1] == "^":
            marked += char
        column += cells(char)
    return marked


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("Critics say the bridge will fail.", "Critics"),
        ("The bridge, critics say.", "critics say."),
        ("𝒜𝓃 𝑜𝓁𝒹 house, critics say.", "critics"),
        ("👩🏽 said so, critics say", "critics"),
        ("東京の橋は落ちる、と批評家は言う。", "批評家"),
        ("cafe\u0301 critics say", "critics"),
        ("\tA\ttab, critics say", "critics"),
        ("a \x1b[31mred\x1b[0m word", "word"),
    ],
)
def test_carets_stand_under_the_flagged_characters(source: str, words: str) -> None:
    start = source.index(words)
    (row,) = rows(source, start, start + len(words))
    assert row.number == 1
    assert row.text == clean(source)
    before = cells(clean(source[:start]))
    assert row.marks == " " * before + "^" * cells(clean(words))


def test_an_empty_span_has_one_caret() -> None:
    (row,) = rows("No dateline here.", 0, 0)
    assert (row.text, row.marks) == ("No dateline here.", "^")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_span_over_several_lines_is_marked_on_each(end: str) -> None:
    source = end.join(["He said: “We will", "never go back", "there.” And left."])
    found = rows(source, source.index("“"), source.index("”") + 1)
    assert [(row.number, under(row)) for row in found] == [
        (1, "“We will"),
        (2, "never go back"),
        (3, "there.”"),
    ]


def test_the_middle_of_a_long_span_is_left_out() -> None:
    source = "\n".join(f"line {number}" for number in range(1, 21))
    found = rows(source, 0, len(source))
    assert [row.number for row in found] == [1, 2, None, 20]


def test_blank_lines_inside_a_span_have_no_row() -> None:
    source = "“First\n\nlast.”"
    assert [row.number for row in rows(source, 0, len(source))] == [1, 3]


def test_a_long_line_is_cut_around_the_words() -> None:
    source = "word " * 300 + "critics say" + " word" * 300
    start = source.index("critics")
    (row,) = rows(source, start, start + len("critics"), 60)
    assert under(row) == "critics"
    assert row.text.startswith("…")
    assert row.text.endswith("…")
    assert cells(row.text) <= 60


def test_a_span_wider_than_the_page_shows_both_its_ends() -> None:
    source = "So: “Begin " + "and on " * 100 + "end.” He left."
    (row,) = rows(source, source.index("“"), source.index("”") + 1, 60)
    marked = under(row)
    assert marked.startswith("“Begin")
    assert marked.endswith("end.”")
    assert "…" in marked


def test_a_line_of_five_million_characters_is_not_measured_whole() -> None:
    source = "x" * 5_000_000
    start = Place(1, 2_500_001, 2_500_000)
    (row,) = excerpt(source, start, Place(1, 2_500_004, 2_500_003), 80)
    assert under(row) == "xxx"


@given(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200),
    st.data(),
    st.integers(40, 120),
)
def test_no_row_is_wider_than_the_page_nor_unsafe(source: str, data: st.DataObject, width: int) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    for row in rows(source, *Span(start, end), width):
        assert cells(row.text) <= width
        assert len(row.marks) <= width + 1
        assert not UNSAFE.search(row.text)
