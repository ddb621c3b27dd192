"""A person in another office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.checks.stories.problems import Differing
from newslint.late import late
from newslint.model import Span
from newslint.rulebook.check import PROSE
from newslint.story.naming.likeness import plain
from newslint.story.naming.people import OFFICES
from newslint.story.story import Story

_ONCE = late(r"\b(?:former|then|ex|late|future|one-?time|state|incoming|retired|acting|deputy)[- ]$", 2)


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each person with the same full name who holds one office here and another there."""
    here, there = offices(story), offices(earlier)
    for person, held in here.items():
        others = there.get(person, {})
        if others and not held.keys() & others.keys():
            yield Differing(next(iter(held.values())), next(iter(others.values())))


def offices(story: Story) -> dict[tuple[str, str], dict[str, Span]]:
    """The offices of people by full name, and where each first stands."""
    found: dict[tuple[str, str], dict[str, Span]] = defaultdict(dict)
    for name in story.names:
        if name.kind != "person" or not (name.given and name.surname):
            continue
        for mention in name.mentions:
            office = OFFICES.get(mention.title)
            block = story.draft.block_at(mention.span.start)
            start = mention.span.start - len(mention.title) - 1
            if (
                office
                and block
                and block.role in PROSE
                and not _ONCE.search(story.text, max(0, start - 12), start)
            ):
                found[plain(name.given), plain(name.surname)].setdefault(
                    office, Span(start, mention.span.end)
                )
    return found
