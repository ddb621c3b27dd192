"""Cue verbs that take sides: claimed, admitted, gushed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class LoadedVerbOptions(Options):
    words: tuple[str, ...] = key(description="The verbs, in the form “claim”")
    of: Literal["speech", "quotations", "all"] = key(
        "all",
        description="Verbs of whole quotations, of fragments too, or of indirect speech as well",
    )


class LoadedVerb(Check[LoadedVerbOptions]):
    """A cue verb of the list, where it is one: “they claimed the land” is none."""

    verb = "quotes"
    problem = "loaded verb"
    Options = LoadedVerbOptions
    scope = "all"
    facts = {"verb": "the verb as the list has it", "speaker": "who is made to claim"}

    def __init__(self, options: LoadedVerbOptions) -> None:
        super().__init__(options)
        self.words = frozenset(word.lower() for word in options.words)

    def look(self, story: Story) -> Iterable[Hit]:
        spoken = {each.attribution for each in story.quotations if each.use == "speech"}
        wanted = {"speech": spoken, "quotations": {each.attribution for each in story.quotations}}
        for said in story.attributions:
            if said.verb in self.words and said.index in wanted.get(self.options.of, {said.index}):
                yield Hit(said.cue, {"verb": said.verb, "speaker": story.draft.cut(said.speaker)})
