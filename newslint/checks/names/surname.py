"""A surname before the full name: Lewandowski said, and three paragraphs on Corey Lewandowski."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.checks.names.data import read_lines
from newslint.model import Aside, Block, Hit
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.names import Mention, Name
from newslint.story.naming.lexicon import lexicon
from newslint.story.story import Story

_PARAGRAPH = 140  # characters; a shorter line before the first such paragraph is some kind of headline
_CROSSHEAD = 40  # characters; a shorter paragraph may be one
_SPEAKER = re.compile(r"(?:[A-Z][\w.’'-]* ?){1,3}:")  # “Q:”, “MERCIER:”, the lines of a transcript
# “Mercier brothers”, “Mercier campaign”, a heading with a colon, the line that credits reporters
_OTHERWISE_AFTER = re.compile(
    r"’?\s(?:brothers|family|sisters|reported from|contributed|administration|campaign|network|operation)\b"
    r"|:|--"
)
# “the Pettifer plan”, “a Pettifer girl”, “Channel 9’s Pettifer”: a thing called so
_THING_BEFORE = re.compile(r"\b(?:[Tt]he|[Aa]n?|its|\w+[’']s)\s$")
_NAME_BEFORE = re.compile(r"([A-Z][\w’'-]*)\s$")


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
        for name in story.names:
            if name.kind != "person" or not name.given or name.surname in known:
                continue
            met = [(m, block) for m in name.mentions if (block := _prose_block(story, m))]
            full = next((one for one, _ in met if len(one.text.split()) > 1), None)
            first = next((one for one, block in met if _counts(story, one, block, opening)), None)
            if first is None or full is None or full.span <= first.span or not _is_person(name):
                continue
            if not first.title and first.text != name.given:
                yield Hit(
                    first.span,
                    {"name": first.text, "full": name.canonical},
                    asides=(Aside(full.span, "the full name first stands here"),),
                )


def _prose_block(story: Story, mention: Mention) -> Block | None:
    block = story.draft.block_at(mention.span.start)
    return block if block is not None and block.role in PROSE else None


def _is_person(name: Name) -> bool:
    """Whether the full name is a person’s for certain: by the given name, or a title before it."""
    if name.surname.isupper():
        return False  # “Ann Rowe GLASGOW”: the capitals begin something else
    return name.given.split()[0] in lexicon().given or any(mention.title for mention in name.mentions)


def _counts(story: Story, mention: Mention, block: Block, opening: Block) -> bool:
    """Whether the person is spoken of here, in the writer’s own copy."""
    text, (start, end) = story.text, mention.span
    if block.index < opening.index or block.span.end - block.span.start < _CROSSHEAD:
        return False
    if mention.text.isupper() or _SPEAKER.match(text, block.span.start) or _OTHERWISE_AFTER.match(text, end):
        return False
    near = max(block.span.start, start - 40)
    if _THING_BEFORE.search(text, near, start):
        return False
    before = _NAME_BEFORE.search(text, near, start)
    return before is None or before[1] in lexicon().function or before.start(1) == block.span.start
