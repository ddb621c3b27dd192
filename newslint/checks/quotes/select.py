"""The verb itself: quotations of a kind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.quotations import How, Mark, Quotation, Use
from newslint.story.story import Story

SPOKE_LAST = "spoke last, and that quotation was closed: name the speaker again, or leave that mark open"


class QuotesOptions(Options):
    speaker: Literal["given", "missing"] | None = key(
        None,
        description="Whether anybody is named as saying it, in its sentence, its paragraph, or a line that "
        "leads in",
    )
    carried: bool = key(
        False,
        description="With speaker: missing, also where one is merely carried over from the paragraph before, "
        "whose quotation was closed",
    )
    min_words: int = key(0, ge=0, description="Only quotations of so many words or more")
    max_words: int | None = key(None, ge=1, description="Only quotations of so many words or fewer")
    use: Use | None = key(None, description="speech, fragment, title or term")
    mark: Mark | None = key(None, description="double, single, guillemets, ticks or block")
    how: How | None = key(
        None,
        description="Where the attribution stands: before, after, middle, follow-on, continuation, lead-in, "
        "or carried over from the paragraph before, whose quotation was closed",
    )


class Quotes(Check[QuotesOptions]):
    """Quotations that fulfil every condition given.

    A speaker who is merely carried over from the paragraph before, whose quotation was closed, is neither
    given nor missing: a new mark after a closed one reads as somebody else, and yet a reader may guess
    rightly. ``carried`` counts it as missing, ``how: carried`` asks for it alone. A block quote counts only
    where the rule asks for that mark, and a call in a scene needs no speaker. Of a quotation that never
    closes, and of one behind it in the same paragraph, nobody can tell whether its speaker is missing: the
    attribution may stand inside. Quotations without a speaker that follow one another directly are one hit.
    """

    verb = "quotes"
    Options = QuotesOptions
    scope = "all"
    facts = {
        "speaker": "the mention of the speaker as it stands, empty where there is none",
        "cue": "the words that tie speaker and quotation together, empty where there are none",
        "words": "how many words are quoted",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        if self.options.speaker == "missing":
            yield from self._without_speaker(story)
            return
        for quotation in story.quotations:
            if self._fits(quotation):
                said = None if quotation.attribution is None else story.attributions[quotation.attribution]
                yield Hit(
                    quotation.span,
                    {
                        "speaker": story.draft.cut(said.speaker) if said else "",
                        "cue": story.draft.cut(said.cue) if said else "",
                        "words": str(quotation.words),
                    },
                )

    def _without_speaker(self, story: Story) -> Iterable[Hit]:
        taken_up = {quotation.continues for quotation in story.quotations}
        unsure = -1  # the block in which a quotation was left open
        run: list[Quotation] = []
        for quotation in story.quotations:
            if not quotation.closed and quotation.index not in taken_up:
                unsure = quotation.block
            if quotation.block == unsure or not self._fits(quotation) or in_scene(story, quotation):
                continue
            if run and not follows(story, run[-1], quotation):
                yield as_one(story, run)
                run = []
            run.append(quotation)
        if run:
            yield as_one(story, run)

    def _fits(self, quotation: Quotation) -> bool:
        wanted = self.options
        if wanted.speaker and wanted.speaker != known(quotation, carried=wanted.carried):
            return False
        if quotation.words < wanted.min_words or (wanted.max_words and quotation.words > wanted.max_words):
            return False
        if wanted.use and quotation.use != wanted.use:
            return False
        if quotation.mark != wanted.mark and (wanted.mark or quotation.mark == "block"):
            return False
        return wanted.how is None or quotation.how == wanted.how


def known(quotation: Quotation, *, carried: bool) -> Literal["given", "missing", "guessed"]:
    """Whether the draft says who speaks, or lets a reader guess, which counts as missing where a ``carried``
    speaker does."""
    if quotation.attribution is None:
        return "missing"
    if quotation.how != "carried":
        return "given"
    return "missing" if carried else "guessed"


def in_scene(story: Story, quotation: Quotation) -> bool:
    """Whether a paragraph of quotation comes after one of a word or two, as calls and pauses are in a scene
    told: “No!” She pauses."""
    if quotation.block == 0 or story.draft.blocks[quotation.block].span != quotation.span:
        return False
    before = story.draft.blocks[quotation.block - 1]
    words = before.span.cut(story.text).split()
    if before.role not in ("lede", "body") or len(words) > 2:
        return False
    return words[0].lower() in ("he", "she", "they", "i", "we") or words[0][0] in "“‘\"'"


def follows(story: Story, quotation: Quotation, next_one: Quotation) -> bool:
    """Whether nothing stands between two quotations of a paragraph."""
    between = story.text[quotation.span.end : next_one.span.start]
    return quotation.block == next_one.block and not between.strip()


def as_one(story: Story, run: list[Quotation]) -> Hit:
    """Quotations in a row as one hit, with whoever spoke last where that may be who goes on."""
    words = sum(quotation.words for quotation in run)
    last = run[0].attribution
    before = () if last is None else (Aside(story.attributions[last].speaker, SPOKE_LAST),)
    span = Span(run[0].span.start, run[-1].span.end)
    return Hit(span, {"speaker": "", "cue": "", "words": str(words)}, asides=before)
