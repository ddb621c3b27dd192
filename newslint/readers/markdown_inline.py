"""Where each character of a Markdown paragraph stands in the source.

markdown-it says which source lines a block has, but not where its inline tokens are. Two things make up for
that. The rules that consume more than they yield (links, images, code, escapes …) are wrapped, so that each
token notes the stretch of the block's content it was read from. And the content itself is laid over the
source line by line, as it was cut from there: each of its lines is the tail of a source line. Nothing is
searched for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from newslint.readers.base import TAG_BREAK, Part
from newslint.readers.lines import Line
from newslint.readers.passages import Comment

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

REMARK = re.compile(r"<!--\s*(newslint:.*?)\s*-->", re.DOTALL)
FOOTNOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
LINE_BREAK = re.compile(r" *\\?(\n)[ \t]*")


def make_parser() -> MarkdownIt:
    """CommonMark with tables and strikethrough; inline tokens carry their place as ``meta["at"]``."""
    from markdown_it import MarkdownIt, rules_block, rules_inline
    from markdown_it.ruler import RuleOptionsType

    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    # `text_join` would melt escapes into their neighbours; and in a draft an indented paragraph is no code.
    parser.disable(["text_join", "code"])
    tracked = {
        "escape": rules_inline.escape,
        "backticks": rules_inline.backtick,
        "link": rules_inline.link,
        "image": rules_inline.image,
        "autolink": rules_inline.autolink,
        "html_inline": rules_inline.html_inline,
        "entity": rules_inline.entity,
    }
    for name, rule in tracked.items():
        parser.inline.ruler.at(name, _tracking(rule))
    parser.block.ruler.at("reference", _but_not(rules_block.reference, _is_footnote), RuleOptionsType(alt=[]))
    parser.block.ruler.at(
        "html_block",
        _but_not(rules_block.html_block, _is_before_text),
        RuleOptionsType(alt=["paragraph", "reference", "blockquote"]),
    )
    return parser


def _tracking(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    def track(state: StateInline, silent: bool) -> bool:
        start, known = state.pos, len(state.tokens)
        matched = rule(state, silent)
        if matched and not silent:
            for token in state.tokens[known:]:
                if token.type != "text":  # that is pending text from before, or stands for itself
                    token.meta.setdefault("at", (start, state.pos))
        return matched

    return track


BlockRule = Callable[["StateBlock", int, int, bool], bool]


def _but_not(rule: BlockRule, unless: Callable[[str], bool]) -> BlockRule:
    def guarded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        line = state.src[state.bMarks[start] + state.tShift[start] : state.eMarks[start]]
        return not unless(line) and rule(state, start, end, silent)

    return guarded


def _is_footnote(line: str) -> bool:
    """Footnotes are no link references, even where one word stands after them."""
    return line.startswith("[^")


def _is_before_text(line: str) -> bool:
    """A comment with prose after it on its line: as an HTML block it would hide the prose."""
    return line.startswith("<!--") and bool(line.partition("-->")[2].strip())


class UnmappedError(Exception):
    """An inline token that is not where it should be; its block is read as it stands, marks included."""


class _Stretch(NamedTuple):
    """content[start:end] is source[source_start:source_end]; as a whole where they are not equally long."""

    start: int
    end: int
    source_start: int
    source_end: int


class Content:
    """The content of one block, laid over the source."""

    def __init__(self, text: str, stretches: Sequence[_Stretch]) -> None:
        self.text, self._stretches = text, stretches
        self._starts = [stretch.start for stretch in stretches]

    @classmethod
    def of_lines(cls, text: str, lines: Sequence[Line]) -> Content:
        """A paragraph's content, of which each line is the tail of one of the ``lines``."""
        stretches: list[_Stretch] = []
        at = 0
        for i, row in enumerate(text.split("\n")):
            bare = row.strip()
            if i >= len(lines) or not lines[i].text.rstrip().endswith(bare):
                raise UnmappedError
            if i:
                stretches.append(_Stretch(at - 1, at, lines[i - 1].end, lines[i - 1].next))
            start = at + len(row) - len(row.lstrip())
            end = lines[i].start + len(lines[i].text.rstrip())
            stretches.append(_Stretch(start, start + len(bare), end - len(bare), end))
            at += len(row) + 1
        return cls(text, stretches)

    @classmethod
    def of_cell(cls, text: str, start: int, raw: str) -> Content:
        """A table cell's content, written ``raw`` from ``start`` on; there a pipe is escaped even in code."""
        stretches: list[_Stretch] = []
        at = 0
        for i, run in enumerate(raw.split("\\|")):
            if i:
                stretches.append(_Stretch(at, at + 1, start, start + 2))
                at, start = at + 1, start + 2
            stretches.append(_Stretch(at, at + len(run), start, start + len(run)))
            at, start = at + len(run), start + len(run)
        if text != raw.replace("\\|", "|"):
            raise UnmappedError
        return cls(text, stretches)

    def within(self, start: int, end: int) -> Content:
        """content[start:end] as a content of its own."""
        cut = [
            _Stretch(max(one.start, start) - start, min(one.end, end) - start, part.start, part.end)
            for one in self._stretches
            for part in self._overlap(one, start, end)
        ]
        return Content(self.text[start:end], cut)

    def parts(self, start: int, end: int) -> Iterator[Part]:
        """content[start:end] as it stands; white space at the ends of lines is left out."""
        for i in range(max(bisect_right(self._starts, start) - 1, 0), len(self._stretches)):
            if self._stretches[i].start >= end:
                break
            yield from self._overlap(self._stretches[i], start, end)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        parts = list(self.parts(start, end))
        if not parts:
            raise UnmappedError
        return parts[0].start, parts[-1].end

    def _overlap(self, one: _Stretch, start: int, end: int) -> Iterator[Part]:
        low, high = max(one.start, start), min(one.end, end)
        if low < high:
            if one.end - one.start == one.source_end - one.source_start:
                shift = one.source_start - one.start
                yield Part(self.text[low:high], low + shift, high + shift)
            else:
                yield Part(self.text[low:high], one.source_start, one.source_end)


@dataclass
class Inline:
    """What the inline tokens of a block hold: its prose, images' descriptions, remarks."""

    parts: list[Part] = field(default_factory=list)
    images: list[list[Part]] = field(default_factory=list)
    comments: list[Comment] = field(default_factory=list)
    emphasised: bool = True  # no prose outside emphasis
    opens_with_image: bool = False
    _line_begun: bool = False

    def read(self, tokens: Sequence[Token], content: Content) -> None:
        """Walk ``tokens`` along ``content``. Raises UnmappedError where they disagree."""
        cursor = depth = 0
        for token in tokens:
            at: tuple[int, int] = token.meta.get("at", (cursor, cursor))
            if token.type == "text":
                if not content.text.startswith(token.content, cursor):
                    raise UnmappedError
                self._add_text(token.content, content, cursor)
                self.emphasised &= bool(depth) or not token.content.strip()
                cursor += len(token.content)
            elif token.type in ("softbreak", "hardbreak"):
                cursor = self._add_break(content, cursor)
            elif token.type == "text_special":
                start, end = content.source_span(*at)
                self.add([Part(one_space(token.content), start, end)])
                cursor = at[1]
            elif token.type == "code_inline":
                self._add_code(content, at, len(token.markup))
                cursor = at[1]
            elif token.type == "html_inline":
                self._add_html(token.content, content, at)
                cursor = at[1]
            elif token.type == "image":
                description = Inline()
                inner = content.within(at[0] + 2, at[0] + 2 + len(token.content))
                description.read(token.children or (), inner)
                self.images.append(description.parts)
                self.opens_with_image |= not any(one.text.strip() for one in self.parts)
                cursor = at[1]
            elif token.type == "link_open":
                cursor = at[0] + 1
            elif token.type == "link_close":
                cursor = at[1]
            else:  # emphasis, strong, strikethrough
                depth += token.nesting
                cursor += len(token.markup)

    def add(self, parts: Iterable[Part]) -> None:
        """Append prose, without line breaks that would make a blank line."""
        for part in parts:
            if part.text != "\n":
                self._line_begun |= not part.text.isspace()
            elif not self._line_begun:  # a second break would make a blank line
                continue
            else:
                self._line_begun = False
            self.parts.append(part)

    def _add_text(self, text: str, content: Content, cursor: int) -> None:
        start = 0
        for mark in FOOTNOTE_MARK.finditer(text):
            self.add(content.parts(cursor + start, cursor + mark.start()))
            start = mark.end()
        self.add(content.parts(cursor + start, cursor + len(text)))

    def _add_break(self, content: Content, cursor: int) -> int:
        found = LINE_BREAK.match(content.text, cursor)
        if not found:
            raise UnmappedError
        self.add(content.parts(*found.span(1)))
        return found.end()

    def _add_code(self, content: Content, at: tuple[int, int], marks: int) -> None:
        start, end = at[0] + marks, at[1] - marks
        if (
            content.text[start:end].strip()
            and content.text[start] in " \n"
            and content.text[end - 1] in " \n"
        ):
            start, end = start + 1, end - 1
        self.add(content.parts(start, end))

    def _add_html(self, text: str, content: Content, at: tuple[int, int]) -> None:
        if remark := REMARK.fullmatch(text):
            self.comments.append(Comment(*content.source_span(*at), remark[1]))
        elif TAG_BREAK.fullmatch(text):
            self.add([Part("\n", *content.source_span(*at))])


def one_space(text: str) -> str:
    """An entity for white space as a space, that none may break a line; a no-break space stays one."""
    return " " if text.isspace() and text != "\xa0" else text
