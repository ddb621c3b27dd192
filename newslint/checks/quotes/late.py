"""A speaker named only after several quoted sentences."""

from __future__ import annotations

from collections.abc import Iterable

from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class LateAttributionOptions(Options):
    most: int = key(2, ge=1, description="How many quoted sentences may stand before the speaker is named")


class LateAttribution(Check[LateAttributionOptions]):
    """The first quotation of a paragraph that runs over more than ``most`` sentences before its speaker is
    named, and does not go on from the paragraph before."""

    verb = "quotes"
    problem = "late attribution"
    Options = LateAttributionOptions
    scope = "all"
    facts = {"speaker": "who speaks, as the text has it", "sentences": "how many sentences are quoted before"}

    def look(self, story: Story) -> Iterable[Hit]:
        for quotation in story.quotations:
            if quotation.how not in ("after", "middle") or quotation.attribution is None:
                continue
            said = story.attributions[quotation.attribution]
            begins = story.draft.blocks[quotation.block].span.start
            if said.cue.start < quotation.span.end or said.block != quotation.block:
                continue
            if quotation.continues is not None or story.text[begins : quotation.span.start].strip():
                continue
            # The last sentence runs on into the attribution, and counts as quoted too.
            sentences = sum(
                one.start < quotation.inner.end and one.end > quotation.inner.start
                for one in story.sentences[quotation.block]
            )
            if sentences > self.options.most:
                told = {"speaker": story.draft.cut(said.speaker), "sentences": str(sentences)}
                yield Hit(Span(said.speaker.start, said.speaker.end), told)
