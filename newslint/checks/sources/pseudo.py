"""Words that sound like a source and are none."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

OUTLETS = "newspaper|outlet|paper|website|newsroom|magazine|publication|station|correspondent"
LEARNED = late(
    rf"\b(?:(?:[Tt]his|[Oo]ur) (?:{OUTLETS}) has|[Ww]e have"
    r"|[Tt]he (?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+ has)"
    r" learn(?:ed|t)(?= that\b|\.|,)"
    r"|\b[Ii]t (?:is|has been) (?:understood|learn(?:ed|t))(?= that\b)"
    rf"|\b[Ss]ources (?:have )?(?:confirmed to|told) (?:us|this (?:{OUTLETS}))\b"
)
HINTS = ("learn", "understood", "ources ")  # one of them stands in whatever LEARNED finds
REPORTEDLY = late(r"\b[Rr]eportedly\b")


class PseudoSource(Check[Options]):
    """“This newspaper has learned”, “it is understood that”, and “reportedly” where nobody reports.

    “Reportedly” is left alone where the sentence, or the one before it, says who reports.
    """

    verb = "sources"
    problem = "pseudo source"

    def look(self, story: Story) -> Iterable[Hit]:
        if any(hint in story.text for hint in HINTS):
            for found in LEARNED.finditer(story.text):
                yield Hit(Span(*found.span()))
        for found in REPORTEDLY.finditer(story.text) if "reportedly" in story.concordance.places else ():
            if not _somebody_reports(story, found.start()):
                yield Hit(Span(*found.span()))


def _somebody_reports(story: Story, position: int) -> bool:
    """Whether a statement, or a body that reports, stands in this sentence or the one before it."""
    block = story.draft.block_at(position)
    if block is None:
        return False
    sentences = story.sentences[block.index]
    at = bisect_right(sentences, (position, len(story.text))) - 1
    if at < 0:
        return False
    near = Span(sentences[max(0, at - 1)].start, sentences[at].end)
    return any(statement.cue.overlaps(near) for statement in story.attributions)
