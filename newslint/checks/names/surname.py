"""A surname before the full name: Lewandowski said, and three paragraphs on Corey Lewandowski."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.checks.names.data import read_lines
from newslint.model import Aside, Hit
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.story import Story

_PARAGRAPH = 140  # characters; a shorter line before the first such paragraph is some kind of headline


class SurnameFirst(Check[Options]):
    """A person called by surname alone before the copy gives the full name."""

    verb = "names"
    problem = "surname before full name"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the surname as it stands",
        "full": "the full name the draft gives later",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        known = frozenset(read_lines("no_introduction.txt"))
        prose = [block for block in story.draft.blocks if block.role in PROSE]
        if not prose:
            return
        opening = next((b for b in prose if b.span.end - b.span.start > _PARAGRAPH), prose[0])
        copy_spans = {block.index for block in prose if block.index >= opening.index}
        for name in story.names:
            if name.kind != "person" or not name.given or name.surname in known:
                continue
            copy = [
                mention
                for mention in name.mentions
                if (block := story.draft.block_at(mention.span.start)) and block.index in copy_spans
            ]
            if not copy or len(copy[0].text.split()) > 1 or copy[0].title or copy[0].text == name.given:
                continue
            if story.text.startswith((":", " brothers", " family", " sisters"), copy[0].span.end):
                continue  # a heading or the speaker of a transcript
            full = next((mention for mention in copy if len(mention.text.split()) > 1), None)
            if full is not None:
                yield Hit(
                    copy[0].span,
                    {"name": copy[0].text, "full": name.canonical},
                    asides=(Aside(full.span, "the full name first stands here"),),
                )
