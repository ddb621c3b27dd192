"""“The Dec. 13 ambush … the Dec. 14 ambush”."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from newslint.checks.dates.near import sentence_at, spell
from newslint.checks.dates.wrong_weekday import candidates
from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.dates import DateMention
from newslint.story.story import Story

# What happens once, and what a story may have several of in a week.
_ONCE: Final = (
    "ambush|attack|assault|blast|bombing|collision|crash|derailment|explosion|fire|blaze|flood|robbery|shooting"
    "|stabbing|stampede|accident|airstrike|earthquake|storm|landslide|wedding|funeral|verdict|referendum|election|ruling|sale"
)
_OFTEN: Final = (
    "clash|raid|riot|strike|siege|march|protest|rally|hearing|vote|debate|primary|meeting|summit|ceremony"
)
_EVENTS: Final = f"{_ONCE}|{_OFTEN}"
# Two words for one thing.
_SAME: Final = {
    "explosion": "blast",
    "bombing": "blast",
    "collision": "crash",
    "blaze": "fire",
    "assault": "attack",
}
_VERBS: Final = {"collided": "crash", "crashed": "crash", "exploded": "blast", "derailed": "derailment"}
# “the council”, “gas”: what the event is called before its noun; not what tells it from others of its kind.
_CALLED: Final = r"(?P<called>(?:[A-Za-z][\w’-]* ){0,3}?)"
_OTHERS: Final = late(
    r"(?i)\b(?:an?other|other|first|second|third|fourth|fifth|last|next|previous|earlier|later|latest|new|separate|similar"
    r"|follow-up|each|every|final|two|three|back-to-back|twin|subsequent|aftermath|annual|weekly|daily)\b"
)
_EMPTY: Final = frozenset(
    ("deadly", "fatal", "big", "huge", "massive", "major", "the", "a", "an", "violent", "bloody")
)
_DETERMINER: Final = r"\b(?P<the>[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Aa]n?) "
_WHOSE: Final = frozenset(("his", "her", "their", "its"))
_WHERE: Final = r" (?:in|at|near|outside|off|on|through) (?:the |an? )?"
_PLACE: Final = rf"(?:{_WHERE}(?:[A-Z][\w’-]+(?: [A-Z][\w’-]+)*|[a-z][\w’-]+))"
_HAPPENED: Final = (
    r"(?:,? (?:that |which )?(?:took place|happened|occurred|(?:was )?held|hit|struck|shook|rocked|killed"
    r"|injured|wounded|damaged|destroyed|tore|ripped)(?: (?:[A-Za-z]+|\d+)(?: [a-z]+)?)?)"
)
_ON: Final = r"(?:,? (?:late |early )?(?:on|of)(?: the (?:night|morning|evening|afternoon) of)?)? $"
# “the ambush in Leith on”, “the vote, held on”, “a gas blast tore through a flat in Marlow on”
_BEFORE: Final = late(
    rf"{_DETERMINER}{_CALLED}(?P<event>{_EVENTS})(?P<rest>{_PLACE}{{0,2}}{_HAPPENED}?{_PLACE}{{0,2}}){_ON}"
)
_VERB_BEFORE: Final = late(rf"\b(?P<event>{'|'.join(_VERBS)})(?P<rest>{_PLACE}{{0,2}}){_ON}")
# “the Dec. 13 ambush”
_BEHIND: Final = late(rf" {_CALLED}(?P<event>{_EVENTS})\b(?P<rest>{_PLACE}?)")
_THE: Final = late(r"\b(?:[Tt]he|[Tt]hat|[Tt]his|[Ii]ts|[Tt]heir|his|her) $")
_PLACES: Final = late(
    rf"(?:{_WHERE}| (?:hit|struck|shook|rocked) )([A-Z][\w’-]+(?: [A-Z][\w’-]+)*|[a-z][\w’-]+)"
)
_PLACE_BEHIND: Final = late(rf"{_PLACE}")
_CLOSE: Final = 3  # days: a slip; further apart the two are two events, unless the place is the same
_SAME_PLACE: Final = 31
_KNOWN: Final = {(9, 11), (7, 7), (1, 6)}


class Event(NamedTuple):
    """A dated event: its noun, what it is called besides, its places, the day, the spans of the date and of
    its sentence, whether the draft speaks of it as known (“the ambush”), and whether the date is a weekday.
    """

    noun: str
    called: frozenset[str]
    places: frozenset[str]
    day: datetime.date
    span: Span
    sentence: Span
    known: bool
    weekday: bool


class EventDatedTwice(Check[Options]):
    """One event with two days: the same noun, the second time as something known (“the ambush”).

    Where both name the same place, or the days lie close together, as a slip lies; and where nothing tells
    the two apart: an ordinal, other words before the noun, one sentence that has both. What a story may have
    several of (a vote, a raid) lies a day apart at most. Weekdays tell of one event only in one place.
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
            if event.known and (other := next((one for one in seen if _same(one, event)), None)):
                facts = {"here": event.span.cut(story.text), "before": other.span.cut(story.text)}
                aside = Aside(other.span, f"{spell(other.day)} here")
                yield Hit(event.span, {"event": event.noun, **facts}, asides=(aside,))
            seen.append(event)


def _same(one: Event, other: Event) -> bool:
    """Whether two mentions are of one event, and give it two days."""
    if _SAME.get(one.noun, one.noun) != _SAME.get(other.noun, other.noun) or one.day == other.day:
        return False
    if one.sentence == other.sentence or (one.called and other.called and not one.called & other.called):
        return False
    placed = bool(one.places & other.places)
    if one.places and other.places and not placed:
        return False
    apart = abs((one.day - other.day).days)
    if one.weekday or other.weekday:
        return placed and apart <= _CLOSE
    if placed:
        return apart <= _SAME_PLACE
    return apart <= (_CLOSE if re.fullmatch(_ONCE, other.noun) else 1)


def _events(story: Story) -> Iterator[Event]:
    text = story.text
    for mention in story.dates:
        told = bool(mention.month and mention.day)
        if mention.type not in ("DATE", "TIME") or (not told and mention.weekday is None):
            continue
        if (mention.month, mention.day) in _KNOWN:
            continue
        day = _day(mention, story.date)
        if day is None:
            continue
        start, end = mention.span
        sentence = sentence_at(story, start)
        found, known = _BEHIND.match(text, end, sentence.end), True
        if not found or not _THE.search(text, max(sentence.start, start - 6), start):
            before = text[max(sentence.start, start - 110) : start]
            found = _last(before)
            known = bool(found and found.groupdict().get("the", "a").lower() not in ("a", "an"))
        if found is None:
            continue
        called = found.groupdict().get("called") or ""
        if (whose := found.groupdict().get("the", "").lower()) in _WHOSE:
            called += whose
        if _OTHERS.search(called):
            continue
        noun = _VERBS.get(found["event"], found["event"])
        behind = _PLACE_BEHIND.match(text, end, sentence.end)
        words = found["rest"] + (behind[0] if behind else "")
        yield Event(
            noun,
            frozenset(called.lower().split()) - _EMPTY,
            frozenset(place[1] for place in _PLACES.finditer(words)),
            day,
            mention.span,
            sentence,
            known,
            not told,
        )


def _last(before: str) -> re.Match[str] | None:
    """The last event that ends where the date begins."""
    found = None
    for determiner in re.finditer(r"\b(?:[Tt]h(?:e|at|is|eir)|[Ii]ts|[Hh]is|[Hh]er|[Aa]n?) ", before):
        found = _BEFORE.match(before, determiner.start()) or found
    return found or _VERB_BEFORE.search(before)


def _day(mention: DateMention, near: datetime.date | None) -> datetime.date | None:
    """The day; without any year to go by, in a leap year, for comparing."""
    if not mention.month or not mention.day:
        return datetime.date.fromisoformat(mention.value[:10]) if near and mention.value else None
    days = candidates(mention, near or datetime.date(2024, mention.month, 1))
    return days[0] if days else None
