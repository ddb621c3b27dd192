"""The verb ``openings``: paragraphs in a row that begin with the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class OpeningsOptions(Options):
    words: int = key(2, ge=1, description="how many words must be the same")
    most: int = key(1, ge=1, description="how many paragraphs in a row may begin with them")
    except_for: tuple[str, ...] = key((), description="openings that may come again")


class Openings(Check[OpeningsOptions]):
    """The opening of each paragraph that goes on a row longer than allowed; capitals do not count."""

    verb = "openings"
    Options = OpeningsOptions
    facts: ClassVar[Mapping[str, str]] = {
        "opening": "the words they begin with, as they stand",
        "count": "how many paragraphs in a row have begun with them so far",
    }

    def __init__(self, options: OpeningsOptions) -> None:
        super().__init__(options)
        for opening in options.except_for:
            if len(opening.split()) != options.words:
                raise ValueError(f"“{opening}” has not {options.words} words, and so is no opening")
        self._opening = re.compile(rf"\w[\w’'-]*(?:\s+\w[\w’'-]*){{{options.words - 1}}}")
        self._spared = {" ".join(opening.lower().split()) for opening in options.except_for}

    def look(self, story: Story) -> Iterable[Hit]:
        row: list[Span] = []
        words = ""
        for block in story.draft.blocks:
            if block.role not in PROSE:
                continue
            found = self._opening.match(story.text, *block.span)
            opening = " ".join(found[0].lower().split()) if found else ""
            row = [*row, Span(*found.span())] if found and opening == words else []
            if found and not row:
                row = [Span(*found.span())]
            words = opening
            if found and len(row) > self.options.most and opening not in self._spared:
                yield Hit(
                    row[-1],
                    {"opening": found[0], "count": str(len(row))},
                    asides=(Aside(row[0], "the first of them"),),
                )
