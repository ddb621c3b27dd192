"""A paragraph sewn together from quoted words."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from newslint.model import Aside, Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class FragmentsOptions(Options):
    most: int = key(3, ge=1, description="How many fragments a paragraph may have")
    words: int = key(4, ge=1, description="Of how many words or fewer a fragment is")


class Fragments(Check[FragmentsOptions]):
    """The first fragment too many: a few quoted words of somebody, in the writer's sentence."""

    verb = "quotes"
    problem = "fragments"
    Options = FragmentsOptions
    scope = "all"
    facts = {"count": "how many fragments the paragraph has"}

    def look(self, story: Story) -> Iterable[Hit]:
        for _, quotations in groupby(story.quotations, key=attrgetter("block")):
            short = [
                each
                for each in quotations
                if each.use == "fragment"
                and each.words <= self.options.words
                and each.attribution is not None
            ]
            if len(short) > self.options.most:
                others = tuple(Aside(each.span, "another one") for each in short[: self.options.most])
                yield Hit(short[self.options.most].span, {"count": str(len(short))}, asides=others)
