"""Descriptions of a source that say next to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.checks.sources.places import shown
from newslint.late import late
from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story

HEAD = late(r"([\w’'-]+)(?=\s+(?:of|to|in|at|on|for|from|with|within|inside|familiar|close|who)\b|\s*$)")


class WeakDescriptorOptions(Options):
    words: tuple[str, ...] = key(
        description="What says too little, in the singular: “insider”, or words in a row: “close to”"
    )


class WeakDescriptor(Check[WeakDescriptorOptions]):
    """An anonymous source of whom the draft says only that it is an insider, a friend, somebody close."""

    verb = "sources"
    problem = "weak descriptor"
    Options = WeakDescriptorOptions
    scope = "all"
    facts: ClassVar[Mapping[str, str]] = {
        "source": "the source as first mentioned",
        "descriptor": "what the draft says of it",
    }

    def __init__(self, options: WeakDescriptorOptions) -> None:
        super().__init__(options)
        self._heads = {word.lower() for word in options.words if " " not in word}
        self._phrases = tuple(word.lower() for word in options.words if " " in word)

    def look(self, story: Story) -> Iterable[Hit]:
        for source in story.sources:
            if source.kind != "anonymous" or source.descriptor is None:
                continue
            told = " ".join(source.descriptor.lower().split())
            head = HEAD.search(told)
            noun = head[1] if head else ""
            weak = noun in self._heads or noun.removesuffix("s") in self._heads
            if weak or any(phrase in told for phrase in self._phrases):
                yield Hit(shown(story, source), {"source": source.text, "descriptor": source.descriptor})
