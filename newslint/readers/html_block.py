"""The prose of an HTML block: what stands between its tags, in passages, and remarks in its comments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

from newslint.model import Role
from newslint.readers.base import ENTITY, TAG_BREAK, Part
from newslint.readers.markdown_inline import REMARK, Content, Inline, one_space
from newslint.readers.passages import Comment, Item, Passage

TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)(?:\s(?:[^<>\"']|\"[^\"]*\"|'[^']*')*)?/?>")
MARKS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))
APART = re.compile(  # what begins or ends a passage
    "address|article|aside|blockquote|caption|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]"
    "|header|hr|li|main|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
HIDDEN = frozenset({"iframe", "math", "pre", "script", "style", "svg", "template", "textarea"})
ROLES: dict[str, Role] = {
    "blockquote": "quote",
    "caption": "caption",
    "figcaption": "caption",
    "dd": "list",
    "dt": "list",
    "li": "list",
    "table": "table",
}
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def never_closed(html: str) -> tuple[str, str] | None:
    """What opens an HTML block and hides all that follows, and what would end it; None where it is ended."""
    for opening, closing in MARKS:
        if html.startswith(opening):
            return None if closing in html else (opening, closing)
    if (tag := TAG.match(html)) and tag[2].lower() in HIDDEN and not tag[1]:
        closing = f"</{tag[2]}>"
        return None if closing.lower() in html.lower() else (tag.group(), closing)
    return None


def read_html(content: Content, rank: Callable[[str], Role]) -> Iterator[Item]:
    """The passages of a block, each with its role where a tag says one, after the remarks in it.

    Args:
        content: the block, laid over the source.
        rank: the role of a heading, by its tag.
    """
    text = content.text
    ends = {closing: text.rfind(closing) for _, closing in MARKS}
    inline = Inline()
    within = _Within(rank)
    at = copied = 0
    while (at := text.find("<", at)) >= 0:
        end = _end_of_mark(text, at, ends)
        tag = TAG.match(text, at) if end is None else None
        if end is None and tag is None:  # a sign like any other
            at += 1
            continue
        _add_text(inline, content, copied, at)
        if tag is None:
            assert end is not None
            if remark := REMARK.fullmatch(text, at, end):
                inline.comments.append(Comment(*content.source_span(at, end), remark[1]))
            at = copied = end
            continue
        name = tag[2].lower()
        if APART.fullmatch(name):
            yield from _passage(inline, within.role)
            inline = Inline()
            within.step(name, opens=not tag[1])
        elif TAG_BREAK.fullmatch(tag.group()):
            inline.add([Part("\n", *content.source_span(*tag.span()))])
        at = copied = tag.end() if tag[1] or name not in HIDDEN else _after(text, tag.end(), name)
    _add_text(inline, content, copied, len(text))
    yield from _passage(inline, within.role)


def _end_of_mark(text: str, at: int, ends: dict[str, int]) -> int | None:
    """Where the comment, declaration or instruction that begins at ``at`` ends; None where there is none."""
    for opening, closing in MARKS:
        if text.startswith(opening, at):
            after = at + len(opening)
            return text.index(closing, after) + len(closing) if ends[closing] >= after else None
    return None


def _after(text: str, at: int, name: str) -> int:
    """Past the end of an element that holds no prose."""
    closed = re.compile(rf"</{name}\s*>", re.I).search(text, at)
    return closed.end() if closed else len(text)


class _Within:
    """The elements that are open; the outermost that says a role gives it."""

    def __init__(self, rank: Callable[[str], Role]) -> None:
        self._rank = rank
        self._open: list[tuple[str, Role | None]] = []
        self._count: Counter[str] = Counter()

    @property
    def role(self) -> Role | None:
        return self._open[-1][1] if self._open else None

    def step(self, name: str, *, opens: bool) -> None:
        """Into or out of an element; what is left open inside one ends with it."""
        if opens and name != "hr":
            own = self._rank(name) if name in HEADINGS else ROLES.get(name)
            self._open.append((name, self.role or own))
            self._count[name] += 1
        while not opens and self._count[name]:
            closed, _ = self._open.pop()
            self._count[closed] -= 1
            if closed == name:
                break


def _passage(inline: Inline, role: Role | None) -> Iterator[Item]:
    yield from inline.comments
    if any(not part.text.isspace() for part in inline.parts):
        yield Passage(tuple(inline.parts), role)


def _add_text(inline: Inline, content: Content, start: int, end: int) -> None:
    for entity in ENTITY.finditer(content.text, start, end):
        from html import unescape  # its tables are large

        meant = unescape(entity.group())
        if meant != entity.group():
            inline.add(content.parts(start, entity.start()))
            inline.add([Part(one_space(meant or "\ufffd"), *content.source_span(*entity.span()))])
            start = entity.end()
    inline.add(content.parts(start, end))
