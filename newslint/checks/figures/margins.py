"""A margin of error smaller than the sample allows: 400 asked, plus or minus one point."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import ClassVar, Final

from newslint.late import late
from newslint.model import Aside, Hit
from newslint.rulebook.check import PROSE, Check, Options, Scope
from newslint.story.figures import Figure
from newslint.story.story import Story

_MARGIN: Final = late(
    r"\bmargin(?:s)? (?:of (?:sampling )?error|for error)(?: (?!than\b)[\w’'-]+){0,7}? "
    r"(?:plus or minus |plus-or-minus |\+/- ?|± ?|of |is |was )(?:about |around |roughly )?$"
)
_ASKED: Final = late(
    r"\b(?:adults?|voters?|people|respondents|residents|americans|britons|viewers|workers|customers|members"
    r"|households|parents|students|teachers|doctors|drivers|readers|caucus-?goers|republicans|democrats"
    r"|independents|citizens|interviews)$"
)
_POLL: Final = late(r"(?i)\b(?:poll\w*|survey\w*|sampl\w+|interview\w*|respondents|asked|questioned)\b")
# A margin of another group than the one counted beside it.
_OTHER_GROUP: Final = late(r"(?i)\b(?:subgroups?|subsamples?|each|both|state polls|larger|smaller|higher)\b")
# For half against half at 95 percent, in points: 98 by the root of the sample (1.96 × 50). A weighted
# sample has a larger one, and some pollsters give that of 90 percent, 82; none has a smaller.
_LEAST: Final = Decimal(82)
_ROUNDING: Final = Decimal("0.5")
_FEWEST: Final = 50


class MarginMismatch(Check[Options]):
    """A margin of error that no sample of the size given can have.

    Only where one paragraph gives one sample and one margin; a margin larger than the sample asks for is that
    of weighting, or of a part of it, and passes.
    """

    verb = "figures"
    problem = "margin mismatch"
    facts: ClassVar[Mapping[str, str]] = {
        "margin": "the margin of error as written",
        "sample": "how many were asked, as written",
        "least": "the usual margin of such a sample, at 95 percent, in points",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        if "margin" not in text:
            return
        for margins, samples in _polls(story):
            if len(margins) != 1 or len({sample.value for sample in samples}) != 1:
                continue
            (margin,), sample = margins, samples[0]
            root = sample.value.sqrt()
            if margin.value + _ROUNDING >= _LEAST / root:
                continue
            usual = (98 / root).quantize(Decimal("0.1"))
            facts = {"margin": margin.span.cut(text), "sample": sample.span.cut(text), "least": f"{usual}"}
            yield Hit(margin.span, facts, asides=(Aside(sample.span, "the sample"),))


def _polls(story: Story) -> Iterator[tuple[list[Figure], list[Figure]]]:
    """The margins of error and the samples of each paragraph that has both."""
    text = story.text
    for block in story.draft.blocks:
        if block.role not in PROSE or text.find("margin", *block.span) < 0:
            continue
        if not _POLL.search(text, *block.span) or _OTHER_GROUP.search(text, *block.span):
            continue
        here = [f for f in story.figures if block.span.start <= f.span.start < block.span.end]
        margins = [
            figure
            for figure in here
            if figure.unit in ("", "%", "points")
            and _MARGIN.search(text, max(block.span.start, figure.span.start - 110), figure.span.start)
        ]
        samples = [
            figure
            for figure in here
            if not figure.unit and figure.value >= _FEWEST and _ASKED.search(figure.of.lower())
        ]
        if margins and samples:
            yield margins, samples
