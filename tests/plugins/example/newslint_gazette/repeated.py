"""A problem for the verb ``quotes``: the same words quoted a second time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class RepeatedOptions(Options):
    min_words: int = key(4, ge=1, description="only quotations of so many words or more")


class Repeated(Check[RepeatedOptions]):
    """The later quotation; line breaks, capitals and a comma or stop at the end do not count.

    A headline may quote what the story quotes.
    """

    verb = "quotes"
    problem = "quoted twice"
    Options = RepeatedOptions
    scope = "all"
    facts: ClassVar[Mapping[str, str]] = {"words": "how many words are quoted again"}

    def look(self, story: Story) -> Iterable[Hit]:
        first: dict[str, Span] = {}
        for quotation in story.quotations:
            words = " ".join(story.draft.cut(quotation.inner).lower().split()).rstrip(".,")
            in_prose = story.draft.blocks[quotation.block].role in PROSE
            if not in_prose or quotation.words < self.options.min_words:
                continue
            if words in first:
                aside = Aside(first[words], "quoted here first")
                yield Hit(quotation.span, {"words": str(quotation.words)}, asides=(aside,))
            first.setdefault(words, quotation.span)
