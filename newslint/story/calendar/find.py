"""Every date of a text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Final, NamedTuple

from newslint.late import late
from newslint.story.calendar.arithmetic import make_day
from newslint.story.calendar.days import last_day
from newslint.story.calendar.grammar import PATTERN, READERS
from newslint.story.calendar.reading import Context, Reading, Tense, Words
from newslint.story.calendar.scan import scan

_REACH_OF_VERB = 12  # tokens on either side
_REACH_OF_QUARTER = 120  # tokens
_UP_TO = ("!", ",!", "6", ",6", "-")
_REACH_OF_TOLD = 60  # tokens
_AHEAD = late(r"=[xeg]=$|6$")  # as early as Tuesday, until Tuesday
_SINCE = late(r"5[xzt]?i?t?$")  # since shortly after the
_PASSIVE = late(r"0x?d")  # to be held: not past
_HAD_BEEN = late(r"d[xz]?2x?[f%]")  # had been due
_COULD_NOT = late(r"3[^.]*9x?0x?d|93x?0x?d|(?<!f)3x?0x?d")  # could not be reached
_FUTURE = late(r"f|[1%]!|%x?[at]")  # will, is to, planned to, planned a march


class Told(NamedTuple):
    """What was told before a stretch of text: the last quarter and the last date, "" where there is none that
    what follows may go by, and how many tokens ago each was."""

    quarter: str = ""
    quarter_ago: int = 0
    date: str = ""
    date_ago: int = 0


NOTHING_TOLD: Final = Told()
Found = tuple[int, int, Reading]


def read_dates(text: str, day: datetime.date | None) -> tuple[Found, ...]:
    """Start, end and reading of every date in ``text``, in order; relative ones are counted from ``day``."""
    return read_on(text, day, NOTHING_TOLD)[0]


def read_on(text: str, day: datetime.date | None, told: Told) -> tuple[tuple[Found, ...], Told]:
    """The same for a paragraph, and what the next one may go by; ``told`` is what this one may go by."""
    scanned = scan(text)
    found: list[Found] = []
    quarter, quarter_at = told.quarter, -told.quarter_ago
    date, date_at = told.date, -told.date_ago
    before: Reading | None = None
    before_at = 0
    for match in PATTERN.finditer(scanned.tags):
        name = match.lastgroup
        assert name
        start, end = match.span()
        if start - quarter_at > _REACH_OF_QUARTER:
            quarter = ""
        if start - date_at > _REACH_OF_TOLD:
            date = ""
        context = Context(day, _tense(scanned.tags, start, end), quarter, date)
        words = Words(scanned.tokens(start, end))
        reading = READERS[name](words, context)
        if not reading:
            continue
        if before and reading.anchor == "partial" and scanned.tags[before_at:start] in _UP_TO:
            reading = _no_earlier(reading, before)
        before, before_at = reading, end
        places = scanned.places
        if name == "days":
            found += _days(words, reading, context)
        else:
            found.append((places[start].start(), places[end - 1].end(), reading))
        if reading.value[4:6] == "-Q" and name != "ago":
            quarter, quarter_at = reading.value, end
        if reading.type == "DATE" and reading.value[:1].isdigit():
            date, date_at = reading.value, end
    after = len(scanned.tags) + 1  # the blank line between two paragraphs is a token
    return tuple(found), _in_reach(quarter, after - quarter_at, date, after - date_at)


def _in_reach(quarter: str, quarter_ago: int, date: str, date_ago: int) -> Told:
    """What is near enough to go by; of the rest nothing is told, not even how far off it is."""
    if not quarter or quarter_ago > _REACH_OF_QUARTER:
        quarter, quarter_ago = "", 0
    if not date or date_ago > _REACH_OF_TOLD:
        date, date_ago = "", 0
    return Told(quarter, quarter_ago, date, date_ago)


def _no_earlier(last: Reading, first: Reading) -> Reading:
    """The end of “from Dec. 30, 2024, to Jan. 2” lies in the first year that puts it behind the beginning."""
    if first.anchor != "absolute" or not last.month or not last.day or not first.value:
        return last
    begin = datetime.date.fromisoformat(first.value[:10])
    day = make_day(begin.year + ((last.month, last.day) < (begin.month, begin.day)), last.month, last.day)
    return last._replace(value=day.isoformat() if day else "")


def _days(words: Words, first: Reading, context: Context) -> Iterator[Found]:
    """The two days of “Dec. 13-15, 2025”: “Dec. 13”, and “15, 2025”."""
    tokens = words.tokens
    last = last_day(words, context)
    at, to = [i for i, token in enumerate(tokens) if token.tag == "N"]
    if not last and at == 0:  # “13 and 14 December”, where they are no two days of it
        yield tokens[to].start, tokens[-1].end, first
        return
    yield tokens[0].start, tokens[at].end, first
    if last:
        yield tokens[to].start, tokens[-1].end, last


def _tense(tags: str, start: int, end: int) -> Tense:
    """The tense of the nearest telling word in the same sentence, those before the expression first."""
    before = tags[max(0, start - _REACH_OF_VERB) : start]
    before = before[max(before.rfind("."), before.rfind("¶")) + 1 :]
    if _AHEAD.search(before):
        return "future"
    if _SINCE.search(before):
        return "past"
    if "9" in before:
        before = _COULD_NOT.sub("d", before).replace("9", "f")
    before = _PASSIVE.sub("0", before) if "0" in before else before
    before = _HAD_BEEN.sub("d", before) if "2" in before else before
    past = max(before.rfind("d"), before.rfind("7"))
    future = max((found.start() for found in _FUTURE.finditer(before)), default=-1)
    if past == future:  # neither
        after = tags[end : end + _REACH_OF_VERB]
        stops = [at for at in (after.find("."), after.find("¶")) if at >= 0]
        after = after[: min(stops, default=len(after))]
        after = _COULD_NOT.sub("d", after).replace("9", "f") if "9" in after else after
        ahead = _FUTURE.search(after)
        past, future = -(after + "d").find("d"), -(ahead.start() if ahead else len(after))
    return "open" if past == future else "past" if past > future else "future"
