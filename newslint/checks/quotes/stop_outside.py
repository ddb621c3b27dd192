"""A comma or a full stop outside the closing mark, where American style sets it inside."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class StopOutsideOptions(Options):
    stops: tuple[Literal["comma", "full stop"], ...] = key(
        ("comma", "full stop"), description="Which stops belong inside the mark"
    )


SIGNS = {"comma": ",", "full stop": "."}


class StopOutside(Check[StopOutsideOptions]):
    """A comma or full stop right behind a closing double mark. An ellipsis there is no full stop."""

    verb = "quotes"
    problem = "stop outside the mark"
    Options = StopOutsideOptions
    scope = "all"
    facts = {"stop": "the stop", "better": "mark and stop the other way round"}

    def look(self, story: Story) -> Iterable[Hit]:
        stops = {SIGNS[stop] for stop in self.options.stops}
        for quotation in story.quotations:
            end = quotation.span.end
            stop = story.text[end : end + 1]
            if not quotation.closed or quotation.mark != "double" or stop not in stops:
                continue
            if story.text[end + 1 : end + 2] == stop:
                continue
            mark = story.text[quotation.inner.end : end]
            yield Hit(Span(quotation.inner.end, end + 1), {"stop": stop, "better": stop + mark})
