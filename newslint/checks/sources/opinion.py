"""What sources without names should not be heard with: an attack, praise, a prediction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.checks.sources.places import statements_without_name
from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class AnonymousOpinionOptions(Options):
    words: tuple[str, ...] = key(
        description="Verbs that judge, praise, attack or predict, in the form “mock”"
    )


class AnonymousOpinion(Check[AnonymousOpinionOptions]):
    """A statement of an anonymous source by a verb of the list.

    What the quoted words judge is the editor's to see; the verb that the writer chose says so.
    """

    verb = "sources"
    problem = "anonymous opinion"
    Options = AnonymousOpinionOptions
    scope = "all"
    facts: ClassVar[Mapping[str, str]] = {
        "source": "the source as it stands there",
        "verb": "the verb as the list has it",
    }

    def __init__(self, options: AnonymousOpinionOptions) -> None:
        super().__init__(options)
        self._verbs = frozenset(word.lower() for word in options.words)

    def look(self, story: Story) -> Iterable[Hit]:
        for said in statements_without_name(story):
            if said.verb in self._verbs:
                told = {"source": story.draft.cut(said.speaker), "verb": said.verb}
                yield Hit(said.cue, told)
