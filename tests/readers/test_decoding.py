from __future__ import annotations

import codecs

import pytest

from newslint.model import Trouble
from newslint.readers.decoding import decode
from newslint.readers.plain import PlainReader

COPY = "The café on Łódź Street shut, “for good” 𝔄.\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (COPY.encode(), "utf-8"),
        (codecs.BOM_UTF8 + COPY.encode(), "utf-8"),
        (codecs.BOM_UTF16_LE + COPY.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + COPY.encode("utf-16-be"), "utf-16-be"),
    ],
)
def test_unicode_with_and_without_its_mark(data: bytes, encoding: str) -> None:
    assert decode("draft.txt", data) == (COPY, encoding)


def test_cp1252_is_read_and_said() -> None:
    copy = "“We’re shut,” said the café’s owner – twice."
    draft = PlainReader().read("draft.txt", copy.encode("cp1252"))
    assert draft.text == copy
    assert draft.encoding == "cp1252"


def test_offsets_do_not_count_the_mark() -> None:
    for mark, encoding in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le")):
        draft = PlainReader().read("draft.txt", mark + "The end 𝔄 is near.".encode(encoding))
        assert draft.locate((0, 3))[0] == (1, 1, 0)
        assert draft.locate((8, 9))[1] == (1, 10, 9)


@pytest.mark.parametrize(
    ("data", "told", "line"),
    [
        (b"One.\nT\0wo.", "NUL", 2),
        (b"caf\xe9\r\n\0", "NUL", 2),
        ("One.\rTwo.".encode("utf-16-le"), "NUL", 1),
        (b"One.\nTw\xe9.\nThr\x81ee.", "0x81", 3),
        (codecs.BOM_UTF8 + b"One.\rTw\xe9.", "UTF-8", 2),
        (codecs.BOM_UTF16_LE + "One.\nTwo.".encode("utf-16-le") + b"\0", "UTF-16", 2),
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "UTF-16", 1),
        (codecs.BOM_UTF32_LE + "One.".encode("utf-32-le"), "UTF-32", None),
    ],
)
def test_what_is_no_text_is_refused_with_its_line(data: bytes, told: str, line: int | None) -> None:
    with pytest.raises(Trouble) as raised:
        decode("draft.txt", data)
    trouble = raised.value
    assert told in trouble.message
    assert (trouble.path, trouble.line) == ("draft.txt", line)
    assert "UTF-8" in (trouble.remedy or "")


@pytest.mark.parametrize(
    "data", [b"", b"\n \r\n\t", codecs.BOM_UTF8, b"---\ntitle: ''\n---\n", b"newslint: off[x] y\n"]
)
def test_an_empty_draft_is_trouble(data: bytes) -> None:
    with pytest.raises(Trouble, match="no prose"):
        PlainReader().read("draft.txt", data)
