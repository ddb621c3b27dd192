"""``date: 2025-12-10`` over “WASHINGTON, Dec. 13 —”."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.checks.dates.near import spell
from newslint.checks.dates.wrong_weekday import candidates
from newslint.model import ROLES, Hit
from newslint.rulebook.check import Check, Options
from newslint.story.dates import dateline, front_date
from newslint.story.story import Story


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
        published = front_date(story.draft)
        if published is None:
            return
        for mention in dateline(story.draft):
            if not mention.month or not mention.day:
                continue
            days = candidates(mention, published)
            if days and days[0] > published:
                yield Hit(mention.span, {"dateline": spell(days[0]), "published": spell(published)})
