"""Places as an editor counts them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types

from newslint.server.text import OutOfRange, Text

LETTERS = st.text(st.sampled_from("a é—👩\u2028\x0c\n\r"), max_size=30)
ENCODINGS = st.sampled_from(["utf-8", "utf-16", "utf-32"])
UNITS = {"utf-8": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
WIDTH = {"utf-8": 1, "utf-16": 2, "utf-32": 4}


def lines(text: str) -> list[str]:
    """The lines as the protocol has them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(LETTERS, ENCODINGS, st.data())
def test_a_place_leads_back_to_its_offset(text: str, encoding: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    if text[max(offset - 1, 0) : offset + 1] == "\r\n":
        return  # no editor has a place between the two
    position = Text(text, encoding).position(offset)
    units = lines(text)[position.line].encode(UNITS[encoding])
    before = lines(text[:offset])[-1]
    assert units[: position.character * WIDTH[encoding]].decode(UNITS[encoding]) == before
    assert Text(text, encoding).offset(position) == offset


@given(LETTERS, ENCODINGS, st.data())
def test_edits_give_what_they_give_in_the_editor(text: str, encoding: str, data: st.DataObject) -> None:
    there = Text(text, encoding)
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    if any(text[max(cut - 1, 0) : cut + 1] == "\r\n" for cut in cuts):
        return
    typed = data.draw(LETTERS)
    change = types.TextDocumentContentChangePartial(there.range(*cuts), typed)
    assert there.changed([change]).text == text[: cuts[0]] + typed + text[cuts[1] :]


def test_several_edits_are_made_one_after_another() -> None:
    def typed(character: int, text: str) -> types.TextDocumentContentChangePartial:
        at = types.Position(0, character)
        return types.TextDocumentContentChangePartial(types.Range(at, at), text)

    assert Text("b", "utf-16").changed([typed(0, "a"), typed(2, "c")]).text == "abc"
    whole = types.TextDocumentContentChangeWholeDocument("x")
    assert Text("b", "utf-16").changed([typed(0, "a"), whole, typed(1, "y")]).text == "xy"


def test_a_column_past_the_line_is_its_end_and_one_within_a_letter_before_it() -> None:
    text = Text("👩a\nb", "utf-16")
    assert text.offset(types.Position(0, 99)) == 2
    assert text.offset(types.Position(0, 1)) == 0


@pytest.mark.parametrize(("line", "character"), [(2, 0), (2**31 - 1, 0)])
def test_a_line_that_is_not_there_is_no_place(line: int, character: int) -> None:
    with pytest.raises(OutOfRange):
        Text("a\nb", "utf-16").offset(types.Position(line, character))


def test_an_edit_that_ends_before_it_begins_is_refused() -> None:
    back = types.Range(types.Position(1, 0), types.Position(0, 0))
    with pytest.raises(OutOfRange, match="ends before it begins"):
        Text("a\nb", "utf-16").changed([types.TextDocumentContentChangePartial(back, "")])
