"""How examples are written: one a line, ¶ for a paragraph, ⏎ for a line break, [[ ]] around what is
flagged."""

from __future__ import annotations

import re
from typing import NamedTuple

from newslint.model import ROLES, Draft, Role, Span
from newslint.readers.base import Builder

PARAGRAPH = re.compile(r" *¶ *|\n(?: *\n)+")
LINE = re.compile(r" *⏎ *|\n")
ROLE = re.compile(rf"({'|'.join(ROLES)}): +")
MARK = re.compile(r"\[\[|\]\]")
ARROW = " -> "


class Example(NamedTuple):
    """One line of a rule's examples. ``line`` in the rule file; ``fixed`` what a flagged one becomes, or
    None."""

    line: int
    text: str
    fixed: str | None = None


class Part(NamedTuple):
    """One block of an example: its role where the example names one, and its text (line breaks as
    ``\\n``)."""

    role: Role | None
    text: str


def split_arrow(text: str) -> tuple[str, str | None]:
    """A flagged line and what it becomes (``flagged -> fixed``)."""
    flagged, arrow, fixed = text.rpartition(ARROW)
    return (flagged.strip(), fixed.strip()) if arrow else (text.strip(), None)


def unmark(text: str) -> tuple[str, tuple[Span, ...]]:
    """``text`` without its ``[[ ]]``, and the spans they stood around. Raises ValueError where they do not
    pair."""
    plain: list[str] = []
    spans: list[Span] = []
    length, last, opened = 0, 0, -1
    for mark in MARK.finditer(text):
        plain.append(text[last : mark.start()])
        length += mark.start() - last
        last = mark.end()
        if mark[0] == "[[":
            if opened >= 0:
                raise ValueError("a [[ is opened inside another")
            opened = length
        else:
            if opened < 0:
                raise ValueError("a ]] closes what was never opened")
            if opened == length:
                raise ValueError("the [[ ]] hold nothing")
            spans.append(Span(opened, length))
            opened = -1
    if opened >= 0:
        raise ValueError("a [[ is never closed")
    plain.append(text[last:])
    return "".join(plain), tuple(spans)


def mark(text: str, spans: tuple[Span, ...]) -> str:
    """``text`` on one line as an example would be written, with ``[[ ]]`` around the spans."""
    edges = sorted(
        [(span.end, 0, "]]") for span in spans] + [(span.start, 1, "[[") for span in spans], reverse=True
    )
    for at, _, sign in edges:
        text = text[:at] + sign + text[at:]
    return text.replace("\n\n", " ¶ ").replace("\n", " ⏎ ")


def parts(text: str) -> list[Part]:
    """The blocks of an example (``headline: Budget passes ¶ The budget passed.``), ``[[ ]]`` left in."""
    found: list[Part] = []
    for block in PARAGRAPH.split(text.strip()):
        role = ROLE.match(block)
        name: Role | None = next((one for one in ROLES if role and one == role[1]), None)
        found.append(Part(name, LINE.sub("\n", block[role.end() if role else 0 :]).strip()))
    return found


def build(text: str, first: Role, path: str = "example") -> tuple[Draft, tuple[Span, ...]]:
    """An example as a draft, and the spans it marks, in the draft's text.

    The first block has the role ``first``, the others are body, unless they name their own. Raises
    ValueError where ``[[ ]]`` do not pair.
    """
    blocks = parts(text)
    source, spans = unmark("\n\n".join(part.text for part in blocks))
    builder = Builder(path, source, format="plain", encoding="utf-8")
    start = 0
    for number, part in enumerate(blocks):
        end = start + len(MARK.sub("", part.text))
        builder.open(part.role or (first if number == 0 else "body"))
        builder.add(start, end)
        builder.close()
        start = end + 2
    return builder.draft(), spans
