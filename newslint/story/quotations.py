"""Quotations and attributions: which words are quoted, who is made to say what, by which cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newslint.language.sentences import moved_spans
from newslint.model import Block, Span
from newslint.story.quoting.attribution import How
from newslint.story.quoting.cues import Cues, cue_starts, cue_verbs
from newslint.story.quoting.function_words import RELATIVES
from newslint.story.quoting.marks import Mark
from newslint.story.quoting.mentions import find_mentions
from newslint.story.quoting.passages import Passage, is_all_quoted, most_used, read, standing
from newslint.story.quoting.turns import go_on
from newslint.story.quoting.uses import Use, count_words, use_of

if TYPE_CHECKING:
    from newslint.story.story import Story

__all__ = ["Attribution", "How", "Mark", "Quotation", "Use", "read_quotations"]

RUNNING = frozenset({"lede", "body", "quote", "list"})  # roles in which one paragraph goes on with another


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
    blocks = story.draft.blocks
    passages = [read_passage(story, block, cues) for block in blocks]
    go_on(passage for block, passage in zip(blocks, passages, strict=True) if block.role in RUNNING)
    return assemble(blocks, passages)


def read_passage(story: Story, block: Block, cues: Cues) -> Passage:
    """A block as it is read alone."""
    quote = block.role == "quote"

    def read_alone() -> Passage:
        start = block.span.start
        sentences = moved_spans(story.sentences[block.index], -start)
        starts = [at - start for at in cue_starts(story.words[block.index], cues)]
        return read(block.span.cut(story.text), sentences, starts, cues, quote=quote)

    return story.recall(block, read_passage, read_alone, None, (quote, story.cues)).copy()


def assemble(
    blocks: Sequence[Block], passages: Sequence[Passage]
) -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
    """The facts of all passages, numbered, in their places in the draft."""
    linked = {(id(link.reading), link.said.first) for passage in passages for link in passage.links.values()}
    attributions: list[Attribution] = []
    numbers: dict[tuple[int, int], int] = {}
    for block, passage in zip(blocks, passages, strict=True):
        start = block.span.start
        for reading in passage.readings:
            row = reading.row
            for said in sorted(reading.said, key=lambda said: said.first):
                key = id(reading), said.first
                if key not in linked and not said.reported:
                    continue
                numbers[key] = len(attributions)
                first, head, last = said.speaker
                speaker = row.cut(first, head).shift(start)
                relative = head <= last < said.first and row.low[last] in RELATIVES
                attributions.append(
                    Attribution(
                        index=len(attributions),
                        speaker=speaker,
                        mention=row.cut(last, last + 1).shift(start) if relative else speaker,
                        phrase=row.cut(first, max(head, last)).shift(start),
                        cue=row.cut(said.first, said.last).shift(start),
                        verb=said.cue.lemma,
                        sentence=row.span.shift(start),
                        block=block.index,
                        direct=key in linked,
                    )
                )
    quotations: list[Quotation] = []
    mostly = most_used(passages)
    for block, passage in zip(blocks, passages, strict=True):
        text, start = passage.text, block.span.start
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
                    span=each.span.shift(start),
                    inner=each.inner.shift(start),
                    block=block.index,
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
