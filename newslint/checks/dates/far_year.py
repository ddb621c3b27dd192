"""“in 2106” and “in 1016” in copy of 2016."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

_FAR_AHEAD: Final = 60  # years: beyond what plans and forecasts name
_LONG_AGO: Final = 1400
_NEAR: Final = 30  # years between the draft's own and the year that is probably meant


class FarYear(Check[Options]):
    """A year far ahead, or in the Middle Ages, that differs by one slip of the keys from one nearer by."""

    verb = "dates"
    problem = "far year"
    scope = "all"
    facts = {"year": "the year as written: 2106", "meant": "the year that is probably meant: 2016"}

    def look(self, story: Story) -> Iterable[Hit]:
        if story.date is None:
            return
        today = story.date.year
        near = {
            mention.year for mention in story.dates if mention.year and abs(mention.year - today) <= _NEAR
        }
        for mention in story.dates:
            year = mention.year
            if year is None or (_LONG_AGO <= year <= today + _FAR_AHEAD) or mention.type != "DATE":
                continue
            meant = [other for other in sorted({*near, today}) if _one_slip(str(year), str(other))]
            if meant:
                best = today if today in meant else meant[-1]
                yield Hit(mention.span, {"year": str(year), "meant": str(best)})


def _one_slip(a: str, b: str) -> bool:
    """Whether one digit differs, or two neighbours have changed places."""
    if len(a) != len(b):
        return False
    wrong = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    if len(wrong) == 1:
        return True
    return (
        len(wrong) == 2
        and wrong[1] == wrong[0] + 1
        and a[wrong[0]] == b[wrong[1]]
        and a[wrong[1]] == b[wrong[0]]
    )
