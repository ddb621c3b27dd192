"""Quotations of two speakers run together."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.sources import Source
from newslint.story.story import Story

UNLIKE = frozenset({"anonymous", "collective", "organisation", "witness"})  # nobody whom the text names


class SpeakersCollide(Check[Options]):
    """A quotation whose speaker is named only behind it, right after somebody else's in the same paragraph.

    “We sail,” Holt said. “We do not,” Ferris said: until they come to Ferris, readers hear Holt.
    """

    verb = "quotes"
    problem = "speakers collide"
    scope = "all"
    facts = {"speaker": "who speaks, as the text has it", "before": "who spoke before"}

    def look(self, story: Story) -> Iterable[Hit]:
        cited = {statement: source for source in story.sources for statement in source.statements}
        for first, second in pairwise(story.quotations):
            if first.block != second.block or first.use != "speech" or second.use != "speech":
                continue
            if second.how != "after" or first.attribution is None or second.attribution is None:
                continue
            one, other = story.attributions[first.attribution], story.attributions[second.attribution]
            if other.speaker.start < second.span.start or not differ(
                cited.get(one.index), cited.get(other.index)
            ):
                continue
            between = Span(first.span.end, second.span.start)
            begun = (each.start in between for each in story.sentences[first.block])
            if between.cut(story.text).strip() and (one.cue.start not in between or any(begun)):
                continue  # the writer's own words stand between, and may lead to the next speaker
            told = {"speaker": story.draft.cut(other.speaker), "before": story.draft.cut(one.speaker)}
            yield Hit(second.span, told, asides=(Aside(one.speaker, "who spoke before"),))


def differ(one: Source | None, other: Source | None) -> bool:
    """Whether two sources are surely two. “The candidate” or “she” may be anybody whom the text names."""
    if one is None or other is None or one is other:
        return False
    return all(each.person is not None or each.kind in UNLIKE for each in (one, other))
