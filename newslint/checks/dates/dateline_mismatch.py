"""``date: 2025-12-10`` over “WASHINGTON, Dec. 13 —”."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from typing import Final

from newslint.checks.dates.near import spell
from newslint.checks.dates.wrong_weekday import candidates
from newslint.model import ROLES, Hit
from newslint.rulebook.check import Check, Options
from newslint.story.dates import DateMention, dateline, front_date
from newslint.story.story import Story

_FRESH: Final = 2  # days that copy may lie before it is published


class DatelineMismatch(Check[Options]):
    """A dateline later than the date the front matter gives for publication."""

    verb = "dates"
    problem = "dateline mismatch"
    scope = "all"
    roles = frozenset(ROLES)
    facts = {
        "dateline": "the date in the dateline: 13 December 2025",
        "published": "the date in the front matter: 10 December 2025",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for mention, day, published in _datelines(story):
            if day > published:
                yield Hit(mention.span, {"dateline": spell(day), "published": spell(published)})


class StaleDateline(Check[Options]):
    """A dateline some days older than the date the front matter gives for publication."""

    verb = "dates"
    problem = "stale dateline"
    scope = "all"
    roles = frozenset(ROLES)
    facts = {
        "dateline": "the date in the dateline: 3 December 2025",
        "published": "the date in the front matter: 10 December 2025",
        "days": "how many days lie between",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for mention, day, published in _datelines(story):
            days = (published - day).days
            if days > _FRESH:
                facts = {"dateline": spell(day), "published": spell(published), "days": str(days)}
                yield Hit(mention.span, facts)


def _datelines(story: Story) -> Iterator[tuple[DateMention, datetime.date, datetime.date]]:
    """Each date in the dateline with its day, and the day of publication; none where either is missing."""
    published = front_date(story.draft)
    if published is None:
        return
    for mention in dateline(story.draft):
        days = candidates(mention, published) if mention.month and mention.day else []
        if days:
            yield mention, days[0], published
