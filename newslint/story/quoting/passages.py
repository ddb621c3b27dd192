"""A block as its quotations are read: the outermost marks, the sentences with their cues, who says what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newslint.model import Span
from newslint.story.quoting.attribution import Link, Reading, read_block
from newslint.story.quoting.cues import Cues
from newslint.story.quoting.marks import Mark, Marked, find_marked
from newslint.story.quoting.rows import read_rows

SIGNED_INSIDE = re.compile(r"[.!?…”’]\s*\n\s*(?=[A-Z][\w’'.-]* [A-Z][^\n!?“”\"]{1,80}$)")
LABEL = re.compile(r"(?:@\w+|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}|[A-Z]{3,}): (?=\S)")
SIGNATURE = re.compile(r"\n[ \t]*[—–―-]+\s*(?=\w[^\n]*\Z)")


@dataclass(slots=True)
class Passage:
    """One block while it is read: its outermost marks, its sentences with their cues, who says what.

    Every span counts from the beginning of the block, and ``text`` is its text alone. ``opens``: a mark is
    the first thing in it.
    """

    text: str
    marks: list[Marked]
    readings: list[Reading]
    links: dict[int, Link]
    opens: bool
    continues: bool = False

    @property
    def left_open(self) -> Marked | None:
        """The quotation that runs to the end of the block without a closing mark."""
        last = self.marks[-1] if self.marks else None
        return last if last and not last.closed and last.span.end >= len(self.text) else None

    def copy(self) -> Passage:
        """The same, to be added to: tokens are shared, and nothing else that can be changed."""
        readings = [Reading(each.row, list(each.said)) for each in self.readings]
        twins = {id(old): new for old, new in zip(self.readings, readings, strict=True)}
        links = {
            number: link._replace(reading=twins[id(link.reading)]) for number, link in self.links.items()
        }
        return Passage(self.text, list(self.marks), readings, links, self.opens, self.continues)


def read(text: str, sentences: Sequence[Span], starts: Sequence[int], cues: Cues, *, quote: bool) -> Passage:
    """A block’s text as a passage.

    Args:
        sentences: of the block, in order; like all places here, from its beginning.
        starts: where words begin that can be cues, in order.
        cues: the verbs that can be one.
        quote: whether the block is set off as a quotation.
    """
    whole = Span(0, len(text))
    marks = [without_signature(text, each) for each in undoubled(find_marked(text, whole))]
    if quote and not (marks and marks[0].span.start == 0):
        marks = [set_off(text, whole)]
    opens = bool(marks) and marks[0].span.start == 0
    if opens:
        marks[0] = without_label(text, marks[0])
    rows = read_rows(text, sentences, [(i, each.span) for i, each in enumerate(marks)], starts, cues)
    readings, links = read_block(rows)
    return Passage(text, marks, readings, links, opens)


def undoubled(marks: list[Marked]) -> list[Marked]:
    """The outermost marks; those within, where a page sets marks of its own around a paragraph that begins
    with one."""
    if len(marks) > 1 and marks[1].span.start == marks[0].inner.start:
        first, *within = marks
        if "single" not in (first.mark, within[0].mark):
            marks = [
                each._replace(depth=each.depth - 1) for each in within if each.span.end <= first.span.end
            ]
    return [each for each in marks if each.depth == 0]


def without_signature(text: str, each: Marked) -> Marked:
    """A quotation without the last line inside its marks that names the speaker, as a page sets it large."""
    signed = SIGNED_INSIDE.search(text, max(each.inner.start, each.inner.end - 120), each.inner.end)
    if not signed:
        return each
    end = signed.start() + 1
    return each._replace(span=Span(each.span.start, end), inner=Span(each.inner.start, end), closed=True)


def without_label(text: str, each: Marked) -> Marked:
    """A quotation without the name and the colon inside its marks: “Mira Holt: We sail.”"""
    label = LABEL.match(text, each.inner.start, each.inner.end)
    if not label:
        return each
    return each._replace(span=Span(label.end(), each.span.end), inner=Span(label.end(), each.inner.end))


def set_off(text: str, span: Span) -> Marked:
    """A block quote, without the last line that names the speaker (“— Joan Ferris”)."""
    signature = SIGNATURE.search(text, span.start, span.end)
    inner = Span(span.start, signature.start()) if signature else span
    return Marked(inner, inner, "block", False, True, 0)


def is_all_quoted(passage: Passage) -> bool:
    """Whether a paragraph is quotation and nothing else."""
    rows = [reading.row for reading in passage.readings]
    return all(row.quotes for row in rows) and all(min(row.quote) >= 0 for row in rows)


def most_used(passages: Sequence[Passage]) -> Mark | None:
    """The kind of mark that most of a draft's quotations stand in."""
    marks = Counter(each.mark for passage in passages for each in passage.marks)
    return max(marks, key=lambda mark: marks[mark], default=None)


def standing(passage: Passage) -> set[int]:
    """The quotations that stand as sentences of their own or beside an attribution, not within a clause.

    One without a speaker that goes on in small letters where the writer began belongs to the writer's clause.
    """
    found = set()
    for reading in passage.readings:
        row = reading.row
        if not row.quotes:
            continue
        ends = {said.last for said in reading.said}
        begins = {said.first for said in reading.said} | {said.speaker.first for said in reading.said}
        capitals = dict(zip(row.quotes, row.begins, strict=True))
        begun = False
        for i, quote in enumerate(row.quote):
            if quote < 0:
                begun = begun or row.is_word(i)
                continue
            if begun and not capitals[quote] and quote not in passage.links:
                continue
            opens = i == 0 or not row.is_word(i - 1) or i in ends
            closes = i + 1 == len(row) or not row.is_word(i + 1) or i + 1 in begins
            if opens and closes:
                found.add(quote)
    return found
