"""Reads Markdown (CommonMark with tables), with exact places for every character of its prose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newslint.hooks import hookimpl
from newslint.late import late
from newslint.model import Draft, Role, Trouble
from newslint.model.draft import LINE_END
from newslint.readers.base import Builder, Part, Reader
from newslint.readers.decoding import decode
from newslint.readers.front import read_front
from newslint.readers.lines import Line, split_lines
from newslint.readers.passages import Comment, Item, Passage, build, with_front
from newslint.readers.roles import give_roles

if TYPE_CHECKING:
    from markdown_it.token import Token

    from newslint.readers.markdown_inline import Inline

FOOTNOTE_MARK_BEFORE = late(r"\[\^[^\]\s]{1,40}\]$")
FOOTNOTE_TEXT = late(r":[ \t]*")
CONTAINER_MARKS = late(r"(?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*")
CELL_END = late(r"(?<!\\)\||$")
CONTAINERS: dict[str, Role] = {"blockquote": "quote", "list_item": "list", "th": "table", "td": "table"}


class MarkdownReader:
    """Markdown. Of HTML, the text between tags is read and ``<!-- newslint: … -->`` is a remark; other
    comments, code and scripts are left out."""

    format = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mdown")

    def read(self, path: str, data: bytes) -> Draft:
        source, encoding = decode(path, data)
        front = read_front(path, source)
        try:
            items = list(_Page(source, front.end).items())
        except Trouble as trouble:
            trouble.path = path
            raise
        builder = Builder(path, source, format=self.format, encoding=encoding)
        return build(builder, give_roles(with_front(source, front, items)), front.values)


class _Page:
    """The Markdown of source[start:], as passages and remarks."""

    def __init__(self, source: str, start: int) -> None:
        from newslint.readers.markdown_inline import make_parser

        self.source = source
        self.lines = split_lines(source, start)
        self.tokens: list[Token] = make_parser().parse(source[start:])
        self.headed = False
        self.below_image = False

    def items(self) -> Iterator[Item]:
        within: list[Role] = []
        heading: Token | None = None
        for i, token in enumerate(self.tokens):
            container = CONTAINERS.get(token.type.removesuffix("_open").removesuffix("_close"))
            if container and token.nesting > 0:
                within.append(container)
            elif container:
                within.pop()
            elif token.type == "tr_open":
                yield from self._row(i)
            elif token.type == "heading_open":
                heading = token
            elif token.type == "heading_close":
                heading = None
            elif token.type == "html_block" and token.map:
                yield from self._html(token, within[0] if within else None)
            elif token.type == "fence" and token.map:
                self._refuse_open_fence(token, *token.map)
            elif token.type == "inline" and token.map and "table" not in within:
                first, last = token.map
                lines = self.lines[first:last]
                if heading:
                    yield from self._read(
                        token, [_heading_line(lines[0], heading), *lines[1:]], self._rank(heading.tag)
                    )
                else:
                    yield from self._read(token, lines, within[0] if within else None)

    def _html(self, token: Token, role: Role | None) -> Iterator[Item]:
        from newslint.readers.html_block import never_closed, read_html
        from newslint.readers.markdown_inline import Content, UnmappedError

        assert token.map
        first, last = token.map
        html = token.content.strip("\n")
        if unended := never_closed(html.lstrip()):
            what, end = unended
            raise self._hides_copy("a comment (<!--)" if what == "<!--" else what, first, end)
        lines = self.lines[first:last]
        try:
            items = list(read_html(Content.of_lines(token.content.removesuffix("\n"), lines), self._rank))
        except UnmappedError:
            items = [*self._remarks(first, last), as_it_stands(lines)]
        for item in items:
            yield item.as_role(role) if role and isinstance(item, Passage) else item
            self.below_image = False

    def _refuse_open_fence(self, token: Token, first: int, last: int) -> None:
        lines = [CONTAINER_MARKS.sub("", line.text, count=1).strip() for line in self.lines[first + 1 : last]]
        if not any(line.startswith(token.markup) and not line.strip(token.markup[0]) for line in lines):
            raise self._hides_copy(f"a block of code ({token.markup})", first, token.markup)

    def _hides_copy(self, what: str, line: int, end: str) -> Trouble:
        """What is never closed hides all copy below it, from newslint and from readers."""
        return Trouble(
            f"{what} is never closed: what stands below it is hidden",
            line=len(LINE_END.findall(self.source, 0, self.lines[line].start)) + 1,
            remedy=f"End it with {end}",
        )

    def _read(self, token: Token, lines: Sequence[Line], role: Role | None) -> Iterator[Item]:
        from newslint.readers.markdown_inline import Content, Inline, UnmappedError

        inline = Inline()
        try:
            inline.read(token.children or (), Content.of_lines(token.content, lines))
        except UnmappedError:
            yield replace(as_it_stands(lines), role=role)
        else:
            yield from self._inline_items(inline, role)

    def _inline_items(self, inline: Inline, role: Role | None) -> Iterator[Item]:
        yield from inline.comments
        text = Passage(tuple(inline.parts), role)
        images = [Passage(tuple(parts), "caption") for parts in inline.images if parts]
        if not text.text.strip():
            yield from images
            self.below_image = bool(inline.images)
            return
        # A description amid the text would tear it apart; those before and after it stand for themselves.
        before = [one for one in images if one.parts[-1].end <= text.parts[0].start]
        after = [one for one in images if one.parts[0].start >= text.parts[-1].end]
        yield from before
        if role is None and inline.emphasised and (inline.opens_with_image or self.below_image):
            text = text.as_role("caption")
        elif mark := FOOTNOTE_TEXT.match(text.text) if self._is_footnote(text) else None:
            text = text.split(mark.end())[1].as_role("note")
        yield text
        yield from after
        self.below_image = False

    def _is_footnote(self, text: Passage) -> bool:
        """Whether the mark of a footnote, which is not part of the text, stands right before it."""
        start = text.parts[0].start
        return bool(FOOTNOTE_MARK_BEFORE.search(self.source, max(start - 48, 0), start))

    def _rank(self, tag: str) -> Role:
        """The first heading of the first rank is the headline, as is a heading that opens the draft."""
        if tag == "h1" and not self.headed:
            self.headed = True
            return "headline"
        return "crosshead"

    def _remarks(self, first: int, last: int) -> Iterator[Comment]:
        from newslint.readers.markdown_inline import REMARK

        for found in REMARK.finditer(self.source, self.lines[first].start, self.lines[last - 1].end):
            yield Comment(*found.span(), found[1])

    def _row(self, i: int) -> Iterator[Item]:
        """The cells of the table row that begins at token ``i``, each a passage."""
        from newslint.readers.markdown_inline import Content, Inline, UnmappedError

        cells = []
        for token in self.tokens[i + 1 :]:
            if token.type == "tr_close":
                break
            if token.type == "inline":
                cells.append(token)
        if not cells or not cells[0].map:
            return
        line = self.lines[cells[0].map[0]]
        try:
            read = []
            for token, (start, raw) in _cells_in_line(line, cells):
                read.append(Inline())
                read[-1].read(token.children or (), Content.of_cell(token.content, start, raw))
        except UnmappedError:
            yield as_it_stands([line]).as_role("table")
        else:
            for inline in read:
                yield from self._inline_items(inline, "table")


def _heading_line(line: Line, heading: Token) -> Line:
    """The line of a heading without the #s that close it; a heading underlined stays as it is."""
    if not heading.markup.startswith("#"):
        return line
    text = line.text.rstrip(" \t")
    bare = text.rstrip("#")
    if bare != text and bare.endswith((" ", "\t")):
        text = bare
    return Line(text, line.start, line.start + len(text), line.next)


def _cells_in_line(line: Line, cells: Sequence[Token]) -> list[tuple[Token, tuple[int, str]]]:
    """Each cell with its place and spelling. Raises UnmappedError where the line cannot be told apart into
    these cells."""
    from newslint.readers.markdown_inline import UnmappedError

    text = line.text.rstrip()
    prefix = CONTAINER_MARKS.match(text)
    at = prefix.end() if prefix else 0
    columns: list[tuple[int, str]] = []
    for end in CELL_END.finditer(text, at):
        raw = text[at : end.start()]
        columns.append((line.start + at + len(raw) - len(raw.lstrip()), raw.strip()))
        at = end.end()
    if columns and not columns[0][1]:
        columns = columns[1:]
    pairs = list(zip(cells, columns, strict=False))
    if not all(cell.content == raw.replace("\\|", "|") for cell, (_, raw) in pairs):
        raise UnmappedError
    return pairs


def as_it_stands(lines: Sequence[Line]) -> Passage:
    """Lines whose markup cannot be told from their prose, character for character: better than not read."""
    parts: list[Part] = []
    for line in (line for line in lines if line.text.strip()):
        parts += [Part(line.text, line.start, line.end), Part("\n", line.end, line.next)]
    return Passage(tuple(parts[:-1]))


@hookimpl
def newslint_readers() -> Iterable[Reader]:
    return [MarkdownReader()]
