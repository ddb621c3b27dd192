"""Two styles of quotation mark in one draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.quotations import Quotation
from newslint.story.story import Story

KINDS: Final = frozenset({"double", "single"})
CLOSERS: Final = frozenset("”’")
STRAIGHT: Final = frozenset("\"'")


class MixedMarks(Check[Options]):
    """Speech in the marks that the draft uses less: single among double, straight among curly; and a
    quotation that a mark of the other shape closes.

    Quotations of a clause or more count, so that scare quotes and titles may have marks of their own. The
    draft has one finding, at the first odd mark.
    """

    verb = "quotes"
    problem = "mixed marks"
    scope = "all"
    facts = {"mark": "the odd mark", "usual": "the mark the draft uses most"}

    def look(self, story: Story) -> Iterable[Hit]:
        spoken = [
            each
            for each in story.quotations
            if each.use == "speech" and each.mark in KINDS and opening(story, each)
            if story.draft.blocks[each.block].role in PROSE
        ]
        shapes = Counter(opening(story, each) for each in spoken)
        usual = max(shapes, key=lambda mark: shapes[mark], default="")
        odd = [each for each in spoken if opening(story, each) != usual]
        if odd and len(odd) < len(spoken) / 2:
            yield hit(story, odd, usual)
            return
        for each in spoken:
            closing = story.text[each.inner.end : each.span.end]
            if each.closed and closing in (STRAIGHT if each.curly else CLOSERS):
                told = {"mark": closing, "usual": story.text[each.span.start : each.inner.start]}
                yield Hit(Span(each.inner.end, each.span.end), told)


def opening(story: Story, quotation: Quotation) -> str:
    """The opening mark, one for all that look alike."""
    return story.text[quotation.span.start : quotation.inner.start].translate({0x201F: "“", 0x201E: "“"})


def hit(story: Story, odd: list[Quotation], usual: str) -> Hit:
    first, *others = (Span(each.span.start, each.inner.start) for each in odd)
    told = {"mark": story.draft.cut(first), "usual": usual}
    return Hit(first, told, asides=tuple(Aside(one, "another one") for one in others))
