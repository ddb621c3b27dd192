"""“13 p.m.”, “8:75 a.m.”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

# Small letters or full stops: “15 PM” may be a prime minister.
_TIME: Final = late(r"(\d(?<![\w:.,-].)\d?)(?:[:.](\d\d))?\s?(?:([ap])m\b|([aApP])\.[mM]\.)")
_LAST_HOUR: Final = 12
_LAST_MINUTE: Final = 59


class ImpossibleTime(Check[Options]):
    """A time of day that no clock shows: an hour after 12 with a.m. or p.m., a minute after 59."""

    verb = "dates"
    problem = "impossible time"
    scope = "all"
    facts = {"hour": "the hour in the draft", "minute": "the minute in the draft, empty where there is none"}

    def look(self, story: Story) -> Iterable[Hit]:
        for time in _TIME.finditer(story.text):
            hour, minute = time[1], time[2] or ""
            # 0.30am is half past midnight in Britain
            on_the_dial = 0 < int(hour) <= _LAST_HOUR or (int(hour) == 0 and (time[3] or time[4]) in "aA")
            if not on_the_dial or int(minute or 0) > _LAST_MINUTE:
                yield Hit(Span(*time.span()), {"hour": hour, "minute": minute})
