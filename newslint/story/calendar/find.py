"""Every date of a text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from newslint.story.calendar.grammar import PATTERN, READERS
from newslint.story.calendar.reading import Context, Reading, Tense, Words
from newslint.story.calendar.scan import scan

_REACH_OF_VERB = 12  # tokens on either side
_REACH_OF_QUARTER = 120  # tokens


def read_dates(text: str, day: datetime.date | None) -> Iterator[tuple[int, int, Reading]]:
    """Start, end and reading of every date in ``text``, in order; relative ones are counted from ``day``."""
    scanned = scan(text)
    quarter, quarter_at = "", 0
    for match in PATTERN.finditer(scanned.tags):
        name = match.lastgroup
        assert name
        start, end = match.span()
        if start - quarter_at > _REACH_OF_QUARTER:
            quarter = ""
        context = Context(day, _tense(scanned.tags, start, end), quarter)
        reading = READERS[name](Words(scanned.tokens(start, end)), context)
        if reading:
            yield scanned.places[start].start(), scanned.places[end - 1].end(), reading
            if reading.value[4:6] == "-Q" and name != "ago":
                quarter, quarter_at = reading.value, end


def _tense(tags: str, start: int, end: int) -> Tense:
    """The tense of the nearest telling word in the same sentence, those before the expression first."""
    before = tags[max(0, start - _REACH_OF_VERB) : start]
    before = before[max(before.rfind("."), before.rfind("¶")) + 1 :]
    past, future = before.rfind("d"), before.rfind("f")
    if past == future:  # neither
        after = tags[end : end + _REACH_OF_VERB]
        stops = [at for at in (after.find("."), after.find("¶")) if at >= 0]
        after = after[: min(stops, default=len(after))]
        past, future = _REACH_OF_VERB - (after + "d").find("d"), _REACH_OF_VERB - (after + "f").find("f")
    return "open" if past == future else "past" if past > future else "future"
