"""Reads plain text: hard-wrapped, a paragraph a line, or a sentence a line, as each draft is laid out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newslint.hooks import hookimpl
from newslint.model import Draft, Role
from newslint.readers.base import Builder, Part, Reader
from newslint.readers.decoding import decode
from newslint.readers.front import read_front
from newslint.readers.layout import ITEM, paragraphs
from newslint.readers.lines import Line, split_lines
from newslint.readers.passages import Comment, Item, Passage, build, with_front
from newslint.readers.roles import give_roles

DIRECTIVE = re.compile(r"\s*(newslint:\s*\S.*?)\s*")
BULLETS = ("•", "‣")
TABLE_ROW = re.compile(r"[^\t]*\S\t+[^\t]*\S\t[^\n]*|\s*\|.*\|\s*")


class PlainReader:
    """Plain text, with or without front matter; a line ``newslint: …`` of its own is a remark."""

    format = "plain"
    suffixes: tuple[str, ...] = (".txt", ".text")

    def read(self, path: str, data: bytes) -> Draft:
        source, encoding = decode(path, data)
        front = read_front(path, source)
        items = _read_lines(source, split_lines(source, front.end))
        builder = Builder(path, source, format=self.format, encoding=encoding)
        return build(builder, give_roles(with_front(source, front, items)), front.values)


def _read_lines(source: str, lines: Sequence[Line]) -> list[Item]:
    """Passages and remarks, in order, without roles but for lists and tables."""
    comments: list[Comment] = []
    stanzas: list[list[Line]] = []
    stanza: list[Line] = []
    for line in lines:
        directive = DIRECTIVE.fullmatch(line.text)
        if directive:
            comments.append(
                Comment(line.start + directive.start(1), line.start + directive.end(1), directive[1])
            )
        if line.text.strip() and not directive:
            stanza.append(line)
        elif stanza:
            stanzas.append(stanza)
            stanza = []
    if stanza:
        stanzas.append(stanza)
    found: list[Item] = [*comments, *_passages(source, list(paragraphs(stanzas)))]
    return sorted(found, key=_start)


def _start(item: Item) -> int:
    return item.start if isinstance(item, Comment) else item.parts[0].start


def _passages(source: str, found: list[list[Line]]) -> Iterator[Passage]:
    markers = [ITEM.match(lines[0].text) for lines in found]
    for i, (lines, marker) in enumerate(zip(found, markers, strict=True)):
        role: Role | None = None
        skip = 0
        if marker and (marker[0].strip() in BULLETS or _is_listed(markers, i)):
            role, skip = "list", marker.end()
        elif all(
            ("\t" in line.text or "|" in line.text) and TABLE_ROW.fullmatch(line.text) for line in lines
        ):
            role = "table"
        yield Passage(tuple(_parts(source, lines, skip)), role)


def _is_listed(markers: Sequence[re.Match[str] | None], i: int) -> bool:
    """Whether the paragraph beside it is an item too: one dash at the start of a line makes no list."""
    return bool((i > 0 and markers[i - 1]) or (i + 1 < len(markers) and markers[i + 1]))


def _parts(source: str, lines: Sequence[Line], skip: int) -> Iterator[Part]:
    """The lines without the space at their ends, and the breaks between them."""
    for i, line in enumerate(lines):
        if i:
            yield Part("\n", lines[i - 1].end, line.start)
        start = line.start + (skip if i == 0 else len(line.text) - len(line.text.lstrip()))
        end = line.start + len(line.text.rstrip())
        yield Part(source[start:end], start, end)


@hookimpl
def newslint_readers() -> Iterable[Reader]:
    return [PlainReader()]
