"""News that does not say when: no day in the first sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newslint.checks.dates.near import dates_in
from newslint.model import Hit, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.rulebook.shape import key
from newslint.story.dates import dateline
from newslint.story.story import Story

_FEWEST: Final = 6  # words; what is shorter is a crosshead or a credit


class NoTimeOptions(Options):
    sentences: int = key(default=3, ge=1, description="how many sentences may pass before a date stands")
    at_least: int = key(
        default=6, ge=1, description="how many sentences a draft has at least; a brief is no story yet"
    )


class NoTime(Check[NoTimeOptions]):
    """No date, weekday or time in a draft's first sentences, nor in its dateline."""

    verb = "dates"
    problem = "no time"
    Options = NoTimeOptions
    scope = "all"
    facts = {"sentences": "how many sentences were looked at"}

    def look(self, story: Story) -> Iterable[Hit]:
        sentences = list(_sentences(story))
        if len(sentences) < self.options.at_least or dateline(story.draft):
            return
        first = sentences[: self.options.sentences]
        if not any(one.type in ("DATE", "TIME") for span in first for one in dates_in(story, span)):
            yield Hit(first[0], {"sentences": str(len(first))})


def _sentences(story: Story) -> Iterator[Span]:
    for block in story.draft.blocks:
        if block.role in PROSE:
            for sentence in story.sentences[block.index]:
                if len(sentence.cut(story.text).split()) >= _FEWEST:
                    yield sentence
