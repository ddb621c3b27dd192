"""A story that hears one side only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.checks.sources.places import shown
from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.sources import Kind
from newslint.story.story import Story


class SingleSourceOptions(Options):
    of: int = key(4, ge=1, description="How many statements a draft needs before one source is too few")
    kind: Kind | None = key(
        None, description="Only where that source is of this kind: anonymous, named and so on"
    )


class SingleSource(Check[SingleSourceOptions]):
    """The source that makes every statement of a draft with at least ``of`` of them.

    Pronouns nobody can place might be its own, and are no second source.
    """

    verb = "sources"
    problem = "single source"
    Options = SingleSourceOptions
    scope = "all"
    facts: ClassVar[Mapping[str, str]] = {
        "source": "the source as first mentioned",
        "statements": "how many statements it makes",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        speaking = [source for source in story.sources if source.kind != "pronoun"]
        if len(speaking) == 1 and len(speaking[0].statements) >= self.options.of:
            only = speaking[0]
            if self.options.kind not in (None, only.kind):
                return
            yield Hit(shown(story, only), {"source": only.text, "statements": str(len(only.statements))})
