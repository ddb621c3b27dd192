"""A person of another age."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.stories.problems import Differing
from newslint.story.ages import Age
from newslint.story.naming.likeness import plain
from newslint.story.story import Story

_SOON = 31  # days between two drafts within which hardly anybody has a birthday


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each person who has one age here and another there, a birthday in between granted."""
    here, there = aged(story), aged(earlier)
    for who in here.keys() & there.keys():
        age, other = here[who], there[who]
        if age.years != other.years and not (age.years - other.years == 1 and _later(story, earlier)):
            yield Differing(age.span, other.span)


def aged(story: Story) -> dict[tuple[str, str], Age]:
    """People by given name and surname, and the age that a draft gives them, where it gives only one."""
    found = {}
    for name in story.names:
        ages = [age for age in story.ages.get(name.canonical, ()) if not age.then]
        if name.given and name.surname and len({age.years for age in ages}) == 1:
            found[plain(name.given.split()[0]), plain(name.surname)] = ages[0]
    return found


def _later(story: Story, earlier: Story) -> bool:
    """Whether there was time for a birthday: drafts a month apart, or nobody knows how far."""
    if story.date is None or earlier.date is None:
        return True
    return (story.date - earlier.date).days > _SOON
