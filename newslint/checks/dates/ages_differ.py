"""“Ruth Pettifer, 48” … “the 47-year-old Pettifer”."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model import Aside, Hit
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story


class AgesDiffer(Check[Options]):
    """A person with two ages in one draft, neither of which is told as that of another time."""

    verb = "dates"
    problem = "ages differ"
    scope = "all"
    facts = {
        "name": "the person",
        "age": "the age as written here",
        "other": "the age written before",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for name, ages in story.ages.items():
            now = [age for age in ages if not age.then]
            for age in now[1:]:
                if age.years != now[0].years:
                    facts = {"name": name, "age": str(age.years), "other": str(now[0].years)}
                    yield Hit(age.span, facts, asides=(Aside(now[0].span, "the age given before"),))
