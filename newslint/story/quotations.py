"""Quotations and attributions: which words are quoted, who is made to say what, by which cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from newslint.model import Span
from newslint.story.quoting.attribution import How
from newslint.story.quoting.cues import cue_starts, cue_verbs
from newslint.story.quoting.function_words import RELATIVES
from newslint.story.quoting.marks import Mark
from newslint.story.quoting.mentions import find_mentions
from newslint.story.quoting.passages import Passage, is_all_quoted, most_used, read, standing
from newslint.story.quoting.turns import go_on
from newslint.story.quoting.uses import Use, count_words, use_of

if TYPE_CHECKING:
    from newslint.story.story import Story

__all__ = ["Attribution", "How", "Mark", "Quotation", "Use", "read_quotations"]


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (or a block quote).

    ``span`` with the marks, ``inner`` without; ``block`` its block's index. ``mark`` the kind of mark,
    ``curly`` whether it is typographic. ``closed`` is False where no closing mark is found in the block;
    ``continues`` is the index (in ``story.quotations``) of the quotation of the paragraph before that it
    goes on with. ``use``: ``speech`` (a clause or more), ``fragment`` (a few quoted words of somebody),
    ``title`` (a work, a nickname, a name), ``term`` (scare quotes, a word as a word). ``attribution`` is an
    index in ``story.attributions``, None where the draft does not say who speaks; ``how`` where the
    attribution stands: ``carried`` where it is that of the paragraph before, whose quotation was closed, so
    that a reader can only guess that the same one goes on.
    """

    index: int
    span: Span
    inner: Span
    block: int
    mark: Mark
    curly: bool
    closed: bool
    use: Use
    words: int
    continues: int | None = None
    attribution: int | None = None
    how: How | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement laid at somebody's door, quoted or in indirect speech.

    ``speaker`` is the mention as it stands (“he”, “a senior official”), without what follows its head noun
    phrase beyond of-phrases; ``phrase`` is the whole noun phrase with its appositions and relative clauses.
    ``mention`` are the words that stand as the cue's subject: the speaker's, or the pronoun of a relative
    clause that stands for it (“Holt, *who* said …”). ``verb`` is the cue's lemma (“say”, “according to”).
    ``sentence`` is the sentence the cue stands in.
    """

    index: int
    speaker: Span
    mention: Span
    phrase: Span
    cue: Span
    verb: str
    sentence: Span
    block: int
    direct: bool


def read_quotations(story: Story) -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
    """All quotations and all attributions of the story, each in text order.

    Only outermost quotations are given; one within another belongs to its speaker's words.
    """
    cues = cue_verbs(story.cues)
    starts = cue_starts(story.concordance, cues)
    blocks = [read(story, block, starts, cues) for block in story.draft.blocks]
    go_on(story.text, blocks)
    return assemble(story.text, blocks)


def assemble(text: str, passages: list[Passage]) -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
    """The facts of all passages, numbered."""
    linked = {(id(link.reading), link.said.first) for passage in passages for link in passage.links.values()}
    attributions: list[Attribution] = []
    numbers: dict[tuple[int, int], int] = {}
    for passage in passages:
        for reading in passage.readings:
            row = reading.row
            for said in sorted(reading.said, key=lambda said: said.first):
                key = id(reading), said.first
                if key not in linked and not said.reported:
                    continue
                numbers[key] = len(attributions)
                first, head, last = said.speaker
                speaker = row.cut(first, head)
                relative = head <= last < said.first and row.low[last] in RELATIVES
                attributions.append(
                    Attribution(
                        index=len(attributions),
                        speaker=speaker,
                        mention=row.cut(last, last + 1) if relative else speaker,
                        phrase=row.cut(first, max(head, last)),
                        cue=row.cut(said.first, said.last),
                        verb=said.cue.lemma,
                        sentence=row.span,
                        block=passage.block.index,
                        direct=key in linked,
                    )
                )
    quotations: list[Quotation] = []
    mostly = most_used(passages)
    for passage in passages:
        beside = standing(passage)
        mentions = {
            n for reading in passage.readings if reading.row.quotes for n in find_mentions(reading.row, text)
        }
        if mostly != "single" and len(passage.marks) == 1 and passage.marks[0].mark == "single":
            mentions |= {0} if is_all_quoted(passage) else set()  # a headline; those take single marks
        for number, each in enumerate(passage.marks):
            link = passage.links.get(number)
            inner = each.inner.cut(text)
            words = count_words(inner)
            quotations.append(
                Quotation(
                    index=len(quotations),
                    span=each.span,
                    inner=each.inner,
                    block=passage.block.index,
                    mark=each.mark,
                    curly=each.curly,
                    closed=each.closed,
                    use=use_of(
                        inner,
                        words,
                        attributed=link is not None,
                        embedded=number not in beside,
                        mentioned=number in mentions,
                    ),
                    words=words,
                    continues=len(quotations) - 1 if number == 0 and passage.continues else None,
                    attribution=numbers[id(link.reading), link.said.first] if link else None,
                    how=link.how if link else None,
                )
            )
    return tuple(quotations), tuple(attributions)
