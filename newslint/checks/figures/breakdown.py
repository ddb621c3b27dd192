"""A breakdown of one whole that makes more than a hundred percent: 45, 40 and 25 percent of the vote."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import ClassVar, Final

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.figures import Figure
from newslint.story.story import Story

# “45 percent for A, 40 percent for B and 25 percent for C”: one short phrase each.
_NEXT = late(
    r"(?: (?:of the vote|for|to|by|said|say|went|were|are|in|among)\b[^.;%]{0,40}?)?,?(?: and| with|)"
    r" (?:[\w’.-]+ ){0,4}?"
)
_VOTE = late(
    r"(?i)\b(?:of the (?:vote|votes|ballots|seats)|vote share|won|took|received|polled|finished with)\b"
)
# What may be of several wholes at once.
_SEVERAL = late(
    r"(?i)\b(?:each|every|respectively|among|compared|counties|states|districts|in (?:19|20)\d\d|from"
    r"|turnout)\b"
)
_FEWEST: Final = 3  # two shares are another problem of this verb
_ROUNDING: Final = 2


class BreakdownOver100(Check[Options]):
    """Three or more shares of one vote, in one sentence, that make more than a hundred percent."""

    verb = "figures"
    problem = "breakdown over 100"
    facts: ClassVar[Mapping[str, str]] = {"sum": "what the shares make", "shares": "how many they are"}
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        for shares in _runs(story):
            total = sum((share.value for share in shares), Decimal(0))
            if total <= 100 + _ROUNDING or max(share.value for share in shares) >= 100:
                continue
            block = story.draft.block_at(shares[0].span.start)
            start = max(block.span.start if block else 0, shares[0].span.start - 90)
            around = start, shares[-1].span.end + 40
            if _VOTE.search(story.text, *around) and not _SEVERAL.search(story.text, *around):
                span = Span(shares[0].span.start, shares[-1].span.end)
                yield Hit(span, {"sum": f"{total.normalize():f}", "shares": str(len(shares))})


def _runs(story: Story) -> Iterator[list[Figure]]:
    """Runs of three or more shares, one short phrase apart."""
    run: list[Figure] = []
    for figure in story.figures:
        if figure.unit == "%" and run and _NEXT.fullmatch(story.text, run[-1].span.end, figure.span.start):
            run.append(figure)
            continue
        if len(run) >= _FEWEST:
            yield run
        run = [figure] if figure.unit == "%" else []
    if len(run) >= _FEWEST:
        yield run
