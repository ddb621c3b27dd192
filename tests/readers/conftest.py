"""What holds for every draft, whoever read it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.model import Draft
from newslint.readers.base import respells


def assert_honest(draft: Draft) -> None:
    """Every piece is spelt by its source, pieces cover the text but for what parts the blocks."""
    assert draft.text == "\n\n".join(draft.cut(block.span) for block in draft.blocks)
    covered = 0
    reached = 0
    for piece in draft.pieces:
        text, raw = draft.cut((piece.start, piece.end)), draft.source[piece.source_start : piece.source_end]
        assert text
        assert text == raw or respells(raw, text)
        assert "\r" not in text
        assert piece.start >= covered
        assert draft.text[covered : piece.start] in ("", "\n\n")
        assert piece.source_start >= reached
        covered, reached = piece.end, piece.source_end
        start, end = draft.locate((piece.start, piece.end))
        assert (start.offset, end.offset) == (piece.source_start, piece.source_end)
    assert covered == len(draft.text)
    for block in draft.blocks:
        text = draft.cut(block.span)
        assert text == text.strip()
        assert text
        assert "\n\n" not in text
    for remark in draft.remarks:
        assert 0 <= remark.at <= len(draft.text)


@pytest.fixture(scope="session")
def honest() -> Callable[[Draft], None]:
    """Checks a draft for what holds of every draft."""
    return assert_honest
