"""“The Dec. 13 ambush … the Dec. 14 ambush”."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from newslint.checks.dates.near import spell
from newslint.checks.dates.wrong_weekday import candidates
from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.dates import DateMention
from newslint.story.story import Story

_EVENTS: Final = (
    "ambush|attack|assault|blast|bombing|clash|collision|crash|derailment|explosion|fire|flood|raid|riot|robbery"
    "|shooting|stabbing|stampede|strike|accident|airstrike|siege|earthquake|storm|landslide|march|protest|rally"
    "|hearing|vote|referendum|election|debate|primary|meeting|summit|ceremony|wedding|funeral|verdict|ruling|sale"
)
# “the Dec. 13 ambush”
_BEHIND: Final = late(rf" (?:[a-z][\w-]* )?(?P<event>{_EVENTS})\b")
_THE: Final = late(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Tt]heir|his|her) $")
# “the ambush in Leith on Dec. 13”
_BEFORE: Final = late(
    rf"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Tt]heir) (?:[a-z][\w-]* )?(?P<event>{_EVENTS})"
    r"(?: (?:in|at|near|outside|on) (?:the )?(?P<place>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*))? (?:on|of) $"
)
_PLACE_BEHIND: Final = late(r" (?:in|at|near|outside|on) (?:the )?(?P<place>[A-Z][\w’-]+(?: [A-Z][\w’-]+)*)")
_CLOSE: Final = 3  # days: a slip; further apart the two are two events, unless the place is the same
_SAME_PLACE: Final = 31
_KNOWN: Final = {(9, 11), (7, 7), (1, 6)}


class Event(NamedTuple):
    """A dated event: its noun, its place or "", the day, and the span of the date."""

    noun: str
    place: str
    day: datetime.date
    span: Span


class EventDatedTwice(Check[Options]):
    """One event with two days: the same noun, each time as something known (“the ambush”).

    Where both name the same place, or neither names one, and the days lie close together, as a slip lies.
    """

    verb = "dates"
    problem = "event dated twice"
    scope = "all"
    facts = {
        "event": "the event: ambush",
        "here": "the date as written here",
        "before": "the date written before",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        seen: list[Event] = []
        for event in _events(story):
            for other in seen:
                if event.noun == other.noun and event.place == other.place and event.day != other.day:
                    apart = abs((event.day - other.day).days)
                    if apart <= (_SAME_PLACE if event.place else _CLOSE):
                        facts = {"here": event.span.cut(story.text), "before": other.span.cut(story.text)}
                        aside = Aside(other.span, f"{spell(other.day)} here")
                        yield Hit(event.span, {"event": event.noun, **facts}, asides=(aside,))
                        break
            seen.append(event)


def _events(story: Story) -> Iterator[Event]:
    text = story.text
    for mention in story.dates:
        if not mention.month or not mention.day or (mention.month, mention.day) in _KNOWN:
            continue
        day = _day(mention, story.date)
        start, end = mention.span
        behind = _BEHIND.match(text, end) if _THE.search(text, max(0, start - 6), start) else None
        if day and behind:
            place = _PLACE_BEHIND.match(text, behind.end())
            yield Event(behind["event"], place["place"] if place else "", day, mention.span)
        elif day and (before := _BEFORE.search(text, max(0, start - 90), start)):
            yield Event(before["event"], before["place"] or "", day, mention.span)


def _day(mention: DateMention, near: datetime.date | None) -> datetime.date | None:
    """The day; without any year to go by, in a leap year, for comparing."""
    days = candidates(mention, near or datetime.date(2024, mention.month or 1, 1))
    return days[0] if days else None
