"""A comma or a full stop inside the closing mark, where British style sets it outside."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class StopInsideOptions(Options):
    marks: tuple[Literal["single", "double"], ...] = key(
        ("single",), description="The marks that are British in this house"
    )


class StopInside(Check[StopInsideOptions]):
    """A stop at the end of quoted words that are no sentence of their own: a few words of somebody, a title.

    Only where the draft's speech stands in those marks too. By sense the stop is then the writer's. What
    begins with a capital is taken for a sentence and left be.
    """

    verb = "quotes"
    problem = "stop inside the mark"
    Options = StopInsideOptions
    scope = "all"
    facts = {"stop": "the stop", "better": "mark and stop the other way round"}

    def look(self, story: Story) -> Iterable[Hit]:
        spoken = Counter(each.mark for each in story.quotations if each.use == "speech")
        if not spoken or spoken.most_common(1)[0][0] not in self.options.marks:
            return  # headlines of American papers stand in single marks; their speech does not
        for quotation in story.quotations:
            inner = quotation.inner.cut(story.text)
            stop = inner[-1:]
            if not quotation.closed or quotation.mark not in self.options.marks or stop not in (",", "."):
                continue
            if quotation.use == "speech" or inner[-2:-1] in ".!?" or not inner[:1].islower():
                continue
            if "." in inner[:-1]:
                continue
            mark = story.text[quotation.inner.end : quotation.span.end]
            yield Hit(
                Span(quotation.inner.end - 1, quotation.span.end), {"stop": stop, "better": mark + stop}
            )
