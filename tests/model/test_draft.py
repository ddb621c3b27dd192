from __future__ import annotations

import pytest

from newslint.model import Block, Draft, Piece, Place, Span

SOURCE = "One &amp; two.\r\n\r\nThree\rfour."
DRAFT = Draft(
    path="draft.txt",
    source=SOURCE,
    text="One & two.\n\nThree\nfour.",
    blocks=(Block(0, "lede", Span(0, 10)), Block(1, "body", Span(12, 23))),
    pieces=(
        Piece(0, 4, 0, 4),
        Piece(4, 5, 4, 9),
        Piece(5, 10, 9, 14),
        Piece(12, 17, 18, 23),
        Piece(17, 18, 23, 24),
        Piece(18, 23, 24, 29),
    ),
)


@pytest.mark.parametrize(
    ("span", "spelt"),
    [
        ((0, 3), "One"),
        ((0, 5), "One &amp;"),
        ((4, 5), "&amp;"),
        ((5, 10), " two."),
        ((6, 17), "two.\r\n\r\nThree"),
        ((12, 23), "Three\rfour."),
        ((17, 18), "\r"),
        ((10, 12), ""),
        ((9, 11), "."),
        ((11, 17), "Three"),
    ],
)
def test_what_spells_a_span(span: tuple[int, int], spelt: str) -> None:
    assert DRAFT.source_span(span).cut(SOURCE) == spelt


@pytest.mark.parametrize(
    ("position", "offset"),
    [(0, 0), (4, 4), (5, 9), (10, 14), (11, 18), (12, 18), (17, 23), (18, 24), (23, 29)],
)
def test_where_an_empty_span_stands(position: int, offset: int) -> None:
    assert DRAFT.source_span((position, position)) == (offset, offset)


def test_every_line_end_counts_once() -> None:
    assert DRAFT.locate((12, 23)) == (Place(3, 1, 18), Place(4, 6, 29))
    assert DRAFT.place(0) == Place(1, 1, 0)
    assert DRAFT.place(15) == Place(1, 16, 15)  # between CR and LF the line is not over
    assert DRAFT.place(16) == Place(2, 1, 16)
    assert DRAFT.place(24) == Place(4, 1, 24)


def test_the_block_of_a_position() -> None:
    assert DRAFT.block_at(0) == DRAFT.blocks[0]
    assert DRAFT.block_at(10) == DRAFT.blocks[0]
    assert DRAFT.block_at(11) is None
    assert DRAFT.block_at(12) == DRAFT.blocks[1]


def test_a_draft_without_pieces_has_one_place() -> None:
    assert Draft("x", "", "", (), ()).locate((0, 5)) == (Place(1, 1, 0), Place(1, 1, 0))
