"""The same statement of one event here, of several there: a missile strike, a series of missile strikes."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.stories.events import NOUNS
from newslint.checks.stories.problems import Differing
from newslint.checks.stories.statements import paired
from newslint.late import late
from newslint.model import Span
from newslint.story.story import Story

_ONE = late(rf"\b(?:an?|one|a single) (?:[\w-]+ ){{0,3}}?(?P<noun>{NOUNS})\b")
_MANY = late(
    r"\b(?:a (?:series|string|wave|spate|number|flurry|handful|barrage) of|several|multiple|numerous|repeated"
    rf"|two|three|four|five|six|seven|eight|nine|ten|dozens of|\d+) (?:[\w-]+ ){{0,3}}?(?P<noun>{NOUNS})e?s\b"
)


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each event that is one in a statement here and several in the same statement there, or the reverse."""
    for one, other in paired(story, earlier):
        for mine, theirs in ((_ONE, _MANY), (_MANY, _ONE)):
            there = {
                event["noun"]: Span(*event.span()) for event in theirs.finditer(earlier.text, *other.span)
            }
            for event in mine.finditer(story.text, *one.span):
                if event["noun"] in there:
                    yield Differing(Span(*event.span()), there[event["noun"]])
