"""“Ruth Pettifer, 48” … “the 47-year-old Pettifer”."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from newslint.checks.dates.near import sentence_at
from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.names import Name
from newslint.story.story import Story

_ANY_AGE: Final = late(r", (?:aged )?\d{1,3}\b|(?<!\w)\d{1,3}-year-old\b| \(\d{1,3}\)")
_BEHIND: Final = late(
    r", (?:aged |now )?(?P<age>\d{1,3})(?=[,.;)](?!\d)| and\b| of\b)|,? \((?P<bracket>\d{1,3})\)"
)
_BEFORE: Final = late(r"\b(?P<age>\d{1,3})-year-old (?:[a-z][\w’-]* ){0,2}(?:[A-Z][a-z]+\. )?$")
# Ages of another time.
_THEN: Final = late(
    r"(?i)\b(?:then|when|ago|turned|at the time|years? (?:earlier|later)|in \d{4}|who died)\b"
)


class AgesDiffer(Check[Options]):
    """A person with two ages in one draft."""

    verb = "dates"
    problem = "ages differ"
    scope = "all"
    facts = {
        "name": "the person",
        "age": "the age as written here",
        "other": "the age written before",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        if sum(1 for _ in _ANY_AGE.finditer(story.text)) < 2:  # names are not asked for nothing
            return
        people = [name for name in story.names if name.kind == "person"]
        surnames = [name.surname for name in people]
        for name in people:
            alone = surnames.count(name.surname) == 1
            told = list(ages(name, story, alone=alone))
            for age, span in told[1:]:
                first, at = told[0]
                if age != first:
                    aside = Aside(at, "the age given before")
                    yield Hit(span, {"name": name.canonical, "age": age, "other": first}, asides=(aside,))


def ages(name: Name, story: Story, *, alone: bool) -> Iterator[tuple[str, Span]]:
    """The ages that the draft gives a person, each with its place; by the surname as well where nobody else
    bears it (``alone``). Not ages of another time."""
    text = story.text
    for mention in name.mentions:
        if " " not in mention.text and not alone:
            continue
        start, end = mention.span
        behind, before = _BEHIND.match(text, end), _BEFORE.search(text, max(0, start - 50), start)
        found = behind or before
        if not found or _THEN.search(text, *sentence_at(story, start)):
            continue
        key = "bracket" if behind and behind["bracket"] else "age"
        yield found[key], Span(*found.span(key))
