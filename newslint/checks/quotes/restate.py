"""A quotation that goes on from paragraph to paragraph, and its speaker further and further up."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model import Aside, Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class RestateOptions(Options):
    after: int = key(2, ge=1, description="How many paragraphs later the speaker is to be named again")


class Restate(Check[RestateOptions]):
    """A quotation that is reopened ``after`` paragraphs below the one that names its speaker."""

    verb = "quotes"
    problem = "speaker far above"
    Options = RestateOptions
    scope = "all"
    facts = {"speaker": "who speaks, as the text has it", "paragraphs": "how many paragraphs further up"}

    def look(self, story: Story) -> Iterable[Hit]:
        for quotation in story.quotations:
            if quotation.continues is None or quotation.attribution is None:
                continue
            said = story.attributions[quotation.attribution]
            above = quotation.block - said.block
            if above == self.options.after:  # one finding for a run, where it becomes too long
                told = {"speaker": story.draft.cut(said.speaker), "paragraphs": str(above)}
                yield Hit(quotation.span, told, asides=(Aside(said.speaker, "the speaker"),))
