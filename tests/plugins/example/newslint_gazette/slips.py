"""Reads the Gazette's slips: labelled lines (``HED:``, ``BY:``), then paragraphs; ``#`` begins a note."""

from __future__ import annotations

import re

from newslint.model import Draft, Role
from newslint.readers.base import Builder
from newslint.readers.decoding import decode
from newslint.readers.lines import split_lines

LABELS: dict[str, Role] = {"HED": "headline", "DEK": "deck", "BY": "byline", "CAP": "caption"}
LABELLED = re.compile(rf"({'|'.join(LABELS)}):\s*(?=\S)")
NOTE = re.compile(r"#\s*")


class SlipReader:
    """A note to the desk is no prose; one to newslint (``# newslint: ignore[rule] why``) is heard."""

    format = "slip"
    suffixes: tuple[str, ...] = (".slip",)

    def read(self, path: str, data: bytes) -> Draft:
        source, encoding = decode(path, data)
        builder = Builder(path, source, format=self.format, encoding=encoding)
        last: int | None = None  # where the last line of the open paragraph ends
        ledes = 0
        for line in split_lines(source, 0):
            label, note = LABELLED.match(line.text), NOTE.match(line.text)
            runs_on = bool(line.text.strip()) and not label and not note
            if last is not None and not runs_on:
                builder.close()
                last = None
            if note and line.text.startswith("newslint:", note.end()):
                builder.remark(line.start, line.end, line.text[note.end() :])
            elif label:
                builder.open(LABELS[label[1]])
                builder.add(line.start + label.end(), line.end)
                builder.close()
            elif runs_on:
                if last is None:
                    builder.open("body" if ledes else "lede")
                    ledes += 1
                else:
                    builder.add_as(last, line.start, "\n")
                builder.add(line.start, line.end)
                last = line.end
        if last is not None:
            builder.close()
        return builder.draft()
