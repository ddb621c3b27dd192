"""Ages: how old a draft says people are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final, NamedTuple

from newslint.late import late
from newslint.model import Span

if TYPE_CHECKING:
    from newslint.story.names import Name
    from newslint.story.story import Story

_ANY: Final = late(r", (?:aged |now )?\d{1,3}\b|(?<!\w)\d{1,3}-year-old\b| \(\d{1,3}\)")
_BEHIND: Final = late(
    r", (?:aged |now )?(?P<age>\d{1,3})(?=[,.;)](?!\d)| and\b| of\b)|,? \((?P<bracket>\d{1,3})\)"
)
_BEFORE: Final = late(r"\b(?P<age>\d{1,3})-year-old (?:[a-z][\w’-]* ){0,2}(?:[A-Z][a-z]+\. )?$")
_THEN: Final = late(
    r"(?i)\b(?:then|when|ago|turned|at the time|years? (?:earlier|later)|in \d{4}|who died)\b"
)


class Age(NamedTuple):
    """An age: its place, the years, and whether its sentence speaks of another time (“then 48”)."""

    span: Span
    years: int
    then: bool


def find_ages(story: Story) -> Mapping[str, tuple[Age, ...]]:
    """The ages of each person that has any, by the person's canonical name, in order: “Ruth Pettifer, 48,”,
    “the 48-year-old Pettifer”. Beside a surname alone only where one person of the draft bears it."""
    if not _ANY.search(story.text):  # names are not asked for nothing
        return {}
    people = [name for name in story.names if name.kind == "person"]
    surnames = [name.surname for name in people]
    found = {}
    for name in people:
        if ages := tuple(_of(name, story, alone=surnames.count(name.surname) == 1)):
            found[name.canonical] = ages
    return found


def _of(name: Name, story: Story, *, alone: bool) -> Iterator[Age]:
    text = story.text
    for mention in name.mentions:
        if " " not in mention.text and not alone:
            continue
        start, end = mention.span
        behind, before = _BEHIND.match(text, end), _BEFORE.search(text, max(0, start - 50), start)
        found = behind or before
        if not found:
            continue
        key = "bracket" if behind and behind["bracket"] else "age"
        then = _THEN.search(text, *story.sentence_at(start)) is not None
        yield Age(Span(*found.span(key)), int(found[key]), then)
