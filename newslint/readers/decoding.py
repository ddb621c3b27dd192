"""From bytes to text: the encodings drafts come in, and a plain refusal of what is not text."""

from __future__ import annotations

import codecs
from typing import NamedTuple

from newslint.model import Trouble
from newslint.model.draft import LINE_END

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
RESAVE = "Save it as UTF-8"


class Decoded(NamedTuple):
    """A source as text, without its byte order mark, and the encoding it was read in."""

    source: str
    encoding: str


def decode(path: str, data: bytes) -> Decoded:
    """The text that ``data`` spells: UTF-8, UTF-16 where a byte order mark says so, or else cp1252.

    Raises Trouble where the bytes are no text in these encodings, naming the line where it is known.
    """
    encoding, mark = next(((name, mark) for mark, name in BOMS if data.startswith(mark)), ("utf-8", b""))
    if encoding == "utf-32":
        raise Trouble("it is in UTF-32, which newslint does not read", path=path, remedy=RESAVE)
    body = data[len(mark) :]
    try:
        source = body.decode(encoding)
    except UnicodeDecodeError as error:
        if mark:
            raise _undecodable(path, body, error, encoding.upper()) from error
        source, encoding = _as_cp1252(path, body)
    if "\0" in source:
        raise Trouble(
            "it holds a NUL character: a binary file, or UTF-16 without its byte order mark",
            path=path,
            line=_line(source[: source.index("\0")]),
            remedy=f"{RESAVE}, or leave it out (exclude) if it is no draft",
        )
    return Decoded(source, encoding)


def _as_cp1252(path: str, body: bytes) -> Decoded:
    if b"\0" in body:  # named as such by the caller; any one-byte encoding keeps it
        return Decoded(body.decode("latin-1"), "latin-1")
    try:
        return Decoded(body.decode("cp1252"), "cp1252")
    except UnicodeDecodeError as error:
        raise _undecodable(path, body, error, "UTF-8, nor cp1252") from error


def _undecodable(path: str, body: bytes, error: UnicodeDecodeError, tried: str) -> Trouble:
    wide = error.encoding.startswith("utf-16")
    before = body[: error.start].decode(error.encoding if wide else "latin-1", "ignore")
    return Trouble(
        f"it is not {tried}: byte 0x{body[error.start]:02x} at offset {error.start} stands for no character",
        path=path,
        line=_line(before),
        remedy=f"{RESAVE}, or leave it out (exclude) if it is no draft",
    )


def _line(before: str) -> int:
    return len(LINE_END.findall(before)) + 1
