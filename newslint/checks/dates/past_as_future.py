"""“The board will meet on Oct. 3” in copy of Oct. 12."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newslint.checks.dates.near import spell
from newslint.checks.dates.wrong_weekday import candidates
from newslint.late import late
from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

# The verb and a few words, then the date: “will meet in public on”.
_WILL: Final = late(r"\b(?:will|[’']ll|(?:is|are) (?:due )?to)\s+(?:(?!have\b)[a-z]+\s+){1,6}$")
_GRACE: Final = 1  # days: copy may cross time zones, or be published the day after it was written
_RECENT: Final = 90  # days: a date without a year that lies longer ago means the next one


class PastAsFuture(Check[Options]):
    """A day before the draft's own that is told as still to come."""

    verb = "dates"
    problem = "past as future"
    facts = {"date": "the date in full: 3 October 2025", "published": "the draft's own date: 12 October 2025"}

    def look(self, story: Story) -> Iterable[Hit]:
        if story.date is None:
            return
        for mention in story.dates:
            if not mention.month or not mention.day or mention.type not in ("DATE", "TIME"):
                continue
            days = candidates(mention, story.date)
            if not days or not _GRACE < (story.date - days[0]).days < _RECENT:
                continue
            if _WILL.search(story.text, max(0, mention.span.start - 60), mention.span.start):
                yield Hit(mention.span, {"date": spell(days[0]), "published": spell(story.date)})
