"""Too much of a story rests on people without names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.checks.sources.places import shown
from newslint.model import Aside, Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class OveruseOptions(Options):
    most: int = key(
        3, ge=1, description="How many anonymous sources are too many, if not merely heard in passing"
    )
    passing: float = key(
        0.15, ge=0, le=1, description="The share of statements below which they are heard in passing only"
    )
    share: float = key(
        0.25, gt=0, le=1, description="The share of statements from anonymous sources that is too much"
    )
    of: int = key(4, ge=1, description="How many statements a draft needs before its share counts")


class Overuse(Check[OveruseOptions]):
    """The first anonymous source, where there are as many as ``most`` that make ``passing`` of all statements
    or more, or at least two that make more than ``share`` of at least ``of`` statements."""

    verb = "sources"
    problem = "overuse"
    Options = OveruseOptions
    scope = "all"
    facts: ClassVar[Mapping[str, str]] = {
        "count": "how many anonymous sources the draft has",
        "statements": "how many statements they make",
        "all": "how many statements the draft has",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        unnamed = [source for source in story.sources if source.kind == "anonymous"]
        theirs = sum(len(source.statements) for source in unnamed)
        total = sum(len(source.statements) for source in story.sources)
        too_large = len(unnamed) >= 2 and total >= self.options.of and theirs > self.options.share * total
        too_many = len(unnamed) >= self.options.most and theirs >= self.options.passing * total
        if too_many or too_large:
            others = tuple(Aside(shown(story, source), "another one") for source in unnamed[1:])
            told = {"count": str(len(unnamed)), "statements": str(theirs), "all": str(total)}
            yield Hit(shown(story, unnamed[0]), told, asides=others)
