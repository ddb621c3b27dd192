"""A person of another age."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.dates.ages_differ import ages
from newslint.checks.stories.problems import Differing
from newslint.model import Span
from newslint.story.naming.likeness import plain
from newslint.story.story import Story

_SOON = 31  # days between two drafts within which hardly anybody has a birthday


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each person who has one age here and another there, a birthday in between granted."""
    here, there = aged(story), aged(earlier)
    for who in here.keys() & there.keys():
        (age, at), (other, before) = here[who], there[who]
        if age != other and not (int(age) - int(other) == 1 and _later(story, earlier)):
            yield Differing(at, before)


def aged(story: Story) -> dict[tuple[str, str], tuple[str, Span]]:
    """People by given name and surname, and the age that a draft gives them, where it gives only one."""
    found = {}
    for name in story.names:
        if name.kind == "person" and name.given and name.surname:
            told = list(ages(name, story, alone=False))
            if told and len({age for age, _ in told}) == 1:
                found[plain(name.given.split()[0]), plain(name.surname)] = told[0]
    return found


def _later(story: Story, earlier: Story) -> bool:
    """Whether there was time for a birthday: drafts a month apart, or nobody knows how far."""
    if story.date is None or earlier.date is None:
        return True
    return (story.date - earlier.date).days > _SOON
