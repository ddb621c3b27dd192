"""Reads plain text."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.hooks import hookimpl
from newslint.model import Draft
from newslint.readers.base import Builder, Reader
from newslint.readers.decoding import decode
from newslint.readers.lines import split_lines


class PlainReader:
    """Plain text: one paragraph a line, or hard-wrapped paragraphs between blank lines."""

    format = "plain"
    suffixes = (".txt", ".text")

    def read(self, path: str, data: bytes) -> Draft:
        source, encoding = decode(path, data)
        builder = Builder(path, source, format=self.format, encoding=encoding)
        seen = False
        for line in split_lines(source):
            if line.text.strip():
                builder.open("body" if seen else "lede")
                builder.add(line.start, line.end)
                builder.close()
                seen = True
        return builder.draft()


@hookimpl
def newslint_readers() -> Iterable[Reader]:
    return [PlainReader()]
