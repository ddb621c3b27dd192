"""The verb itself: sources of a kind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal

from newslint.checks.sources.places import shown
from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.sources import Kind, Source
from newslint.story.story import Story

Given = Literal["given", "missing"]


class SourcesOptions(Options):
    kind: Kind | None = key(None, description="What the source is: anonymous, named, document and so on")
    reason: Given | None = key(None, description="Whether the draft says why the source is not named")
    descriptor: Given | None = key(None, description="Whether it says anything about an unnamed source")
    person: Given | None = key(None, description="Whether it gives the source’s full name")
    first: bool = key(False, description="Only the source of the draft’s first statement")


class Sources(Check[SourcesOptions]):
    """Sources that fulfil every condition given, each at its first mention."""

    verb = "sources"
    Options = SourcesOptions
    scope = "all"  # the mention of a source is the writer’s, even between two halves of a quotation
    facts: ClassVar[Mapping[str, str]] = {
        "source": "the first mention as it stands",
        "descriptor": "what the draft says of an unnamed source, empty where it says nothing",
        "kind": "what the source is",
        "person": "the full name, empty where the draft gives none",
        "statements": "how many statements the draft lays at its door",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for number, source in enumerate(story.sources):
            if number and self.options.first:
                return
            if self._wanted(source):
                yield Hit(shown(story, source), _facts(source))

    def _wanted(self, source: Source) -> bool:
        options = self.options
        if options.kind and source.kind != options.kind:
            return False
        return (
            _fits(options.reason, source.reason)
            and _fits(options.descriptor, source.descriptor)
            and _fits(options.person, source.person)
        )


def _fits(asked: Given | None, value: object) -> bool:
    return asked is None or (asked == "given") is (value is not None)


def _facts(source: Source) -> dict[str, str]:
    return {
        "source": source.text,
        "descriptor": source.descriptor or "",
        "kind": source.kind,
        "person": source.person or "",
        "statements": str(len(source.statements)),
    }
