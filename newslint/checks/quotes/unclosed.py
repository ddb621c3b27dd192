"""A quotation mark that nothing closes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

FIRST_WORD: Final = late(r"\W*\w*")


class Unclosed(Check[Options]):
    """A quotation that runs out of its paragraph, and that the next paragraph does not take up again.

    The hit is the opening mark with the first word. A single mark counts only where it is typographic, for
    a straight one may be an apostrophe.
    """

    verb = "quotes"
    problem = "unclosed"
    scope = "all"
    facts = {"mark": "the opening mark"}

    def look(self, story: Story) -> Iterable[Hit]:
        taken_up = {quotation.continues for quotation in story.quotations}
        for quotation in story.quotations:
            if quotation.closed or quotation.index in taken_up:
                continue
            if quotation.mark == "single" and not quotation.curly:
                continue
            start = quotation.span.start
            word = FIRST_WORD.match(story.text, start, quotation.span.end)
            yield Hit(
                Span(start, word.end() if word else start + 1),
                {"mark": story.text[start : quotation.inner.start]},
            )
