"""The story: a draft and the facts in it, each computed once and only when some rule asks."""

from __future__ import annotations

import datetime
from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from newslint.language.phrases import Found, Phrases, moved_finds
from newslint.language.words import Concordance, Word, concord, find_words, moved_words
from newslint.late import late
from newslint.model import Block, Draft, Span
from newslint.model.stretches import Stretches
from newslint.story.naming.vocabulary import EMPTY, Vocabulary

# What reads a fact is imported when the fact is first asked for: a run of word rules asks for none of them.
if TYPE_CHECKING:
    from newslint.language.abilities import Ability
    from newslint.language.expressions import Expressions
    from newslint.language.labels import Entity
    from newslint.language.parse import Named, Parse
    from newslint.language.pipeline import Pipeline
    from newslint.story.ages import Age
    from newslint.story.claims import Claim
    from newslint.story.dates import DateMention
    from newslint.story.figures import Figure
    from newslint.story.memory import Leaves, Memory
    from newslint.story.names import Name
    from newslint.story.quotations import Attribution, Quotation
    from newslint.story.roles import Role
    from newslint.story.sources import Source
    from newslint.story.superlatives import Superlative

T = TypeVar("T")
DATELINE = late(r"[^\W\d_](?:[^\s,(/—–]| (?=[^\W\d_]))*")  # the place, as far as a comma, bracket or dash


class Story:
    """A draft as something that says things. Lazy; every fact is a frozen value with spans in ``draft.text``.

    Args:
        draft: what is on the page.
        pipeline: what reads the language; opened only when a rule needs it.
        date: the day of publication to fall back on where the draft itself gives none.
        earlier: the drafts of the same story that came before this one, the first one first.
        vocabulary: how the house writes names.
        cues: verbs of saying that the house knows besides newslint's own.
        memory: what was read of paragraphs before, for a draft that is being written.
    """

    def __init__(
        self,
        draft: Draft,
        pipeline: Pipeline,
        date: datetime.date | None = None,
        earlier: tuple[Story, ...] = (),
        vocabulary: Vocabulary = EMPTY,
        cues: tuple[str, ...] = (),
        memory: Memory | None = None,
    ) -> None:
        self.draft = draft
        self.text = draft.text
        self.pipeline = pipeline
        self.fallback_date = date
        self.earlier = earlier
        self.vocabulary = vocabulary
        self.cues = cues
        self._memory = memory
        self._parses: dict[int, Parse] = {}
        self._rows: dict[int, Concordance] = {}

    def recall(
        self,
        block: Block,
        reading: Hashable,
        read: Callable[[], T],
        moved: Callable[[T, int], T] | None,
        given: Hashable = None,
    ) -> T:
        """What ``read`` gives of a block; where there is a memory, it is read once for the same ``given``.

        Args:
            reading: what it is called in the memory.
            read: looks at nothing but the block (its role only where that is given) and what is given.
            moved: gives the same so many characters further on in the draft; None where it holds no places.
        """
        if self._memory is None:
            return read()
        return self._leaves.take(block, reading, read, moved, given)

    @cached_property
    def _leaves(self) -> Leaves:
        assert self._memory is not None
        return self._memory.leaves(self.draft)

    @cached_property
    def date(self) -> datetime.date | None:
        """The draft's day: front matter, else dateline, else what the run was given. Never the clock."""
        from newslint.story.dates import draft_date

        return draft_date(self.draft, self.fallback_date)

    @cached_property
    def folded(self) -> str:
        """The text in one case, for asking whether it holds something; offsets are not those of the text."""
        return self.text.casefold()

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of each block."""
        return tuple(
            self.recall(block, find_words, partial(find_words, self.text, block.span), moved_words)
            for block in self.draft.blocks
        )

    @cached_property
    def concordance(self) -> Concordance:
        """All words of the draft in a row, and where each stands."""
        return concord(self.words)

    def _row(self, block: Block) -> Concordance:
        """The concordance of one block."""
        if block.index not in self._rows:
            self._rows[block.index] = concord((self.words[block.index],))
        return self._rows[block.index]

    @cached_property
    def sentences(self) -> tuple[tuple[Span, ...], ...]:
        """The sentences of each block, without the space around them."""
        from newslint.language.sentences import moved_spans, split_sentences

        return tuple(
            self.recall(block, split_sentences, partial(split_sentences, self.text, block.span), moved_spans)
            for block in self.draft.blocks
        )

    def sentence_at(self, position: int) -> Span:
        """The sentence of a block that a place of the text stands in, or behind; the whole block before its
        first, and an empty span between blocks."""
        block = self.draft.block_at(position)
        if block is None:
            return Span(position, position)
        sentences = self.sentences[block.index]
        at = bisect_right(sentences, position, key=lambda sentence: sentence.start) - 1
        return sentences[at] if at >= 0 else block.span

    def find(self, phrases: Phrases[T]) -> Iterable[Found[T]]:
        """Where phrases stand in the draft, in order; none runs over the end of a block."""
        if self._memory is None:
            return phrases.find_all(self.text, self.concordance)
        text, row = self.text, self._row
        return self._leaves.each(
            phrases, lambda block: tuple(phrases.find_all(text, row(block))), moved_finds
        )

    def search(self, expressions: Expressions, timeout: float) -> Iterable[Found[str]]:
        """Where expressions match within a block of the draft, with the words found. Raises TimeoutError
        after so many seconds for one of them."""
        text = self.text
        if self._memory is None:
            paragraphs = [block.span for block in self.draft.blocks]
            return expressions.find_all(text, self.folded, paragraphs, timeout)
        return self._leaves.each(
            expressions, lambda block: tuple(expressions.find(text, block.span, timeout)), moved_finds
        )

    def parse(self, block: Block, needs: frozenset[Ability] | None = None) -> Parse:
        """The block as the pipeline reads it, alone, able to do what is needed (None: all it can).

        Where names are needed, every block is read: they are made to agree throughout the draft.
        """
        wanted = self._wanted(needs)
        known = self._parses.get(block.index)
        if known is not None:
            if wanted <= known.abilities:
                return known
            wanted |= known.abilities
        if "entities" in wanted:
            return self.parses(wanted)[block.index]
        parse = self.pipeline.read(block.span.cut(self.text), block.span.start, wanted)
        self._parses[block.index] = parse
        return parse

    def parses(self, needs: frozenset[Ability] | None = None) -> tuple[Parse, ...]:
        """All blocks, likewise."""
        wanted = self._wanted(needs)
        blocks = self.draft.blocks
        known = [self._parses[block.index] for block in blocks if block.index in self._parses]
        if len(known) == len(blocks) and all(wanted <= parse.abilities for parse in known):
            return tuple(known)
        wanted = wanted.union(*(parse.abilities for parse in known))
        texts = [(block.span.cut(self.text), block.span.start) for block in blocks]
        read = self.pipeline.read_all(texts, wanted)
        if "entities" in wanted:
            from newslint.language.repair import agreed

            names = agreed(read, self._known)
            read = tuple(map(self._corrected, blocks, read, names))
        self._parses = dict(enumerate(read))
        return read

    def _corrected(self, block: Block, parse: Parse, names: tuple[Named, ...]) -> Parse:
        """The block with the names that the draft as a whole gives it."""
        if names == parse.names:
            return parse
        from newslint.language.remembering import shifted
        from newslint.language.repair import corrected

        given = names, parse.reading
        return self.recall(block, corrected, partial(corrected, parse, names), shifted, given)

    def _wanted(self, needs: frozenset[Ability] | None) -> frozenset[Ability]:
        """What is needed, as far as the pipeline can give it."""
        return self.pipeline.abilities if needs is None else self.pipeline.abilities & needs

    @property
    def _known(self) -> Iterator[tuple[Span, Entity]]:
        """The names whose kind the draft's own words settle: the place of a dateline, people with
        titles, bodies by the acronyms given for them."""
        for block in self.draft.blocks:
            if block.role == "dateline" and (place := DATELINE.match(self.text, *block.span)):
                yield Span(*place.span()), "LOC"
        for name in self.names:
            for mention in name.mentions:
                if name.kind == "person" and mention.title:
                    yield mention.span, "PERSON"
                elif name.kind == "organisation" and name.acronym:
                    yield mention.span, "ORG"

    @cached_property
    def _quotations(self) -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
        from newslint.story.quotations import read_quotations

        return read_quotations(self)

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """Everything between quotation marks, in order, with who said it where the draft tells."""
        return self._quotations[0]

    @property
    def attributions(self) -> tuple[Attribution, ...]:
        """Every statement laid at somebody's door, quoted or not: source, cue, place."""
        return self._quotations[1]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """Who is cited, each once, with kind and statements."""
        from newslint.story.sources import find_sources

        return find_sources(self)

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Claims nobody answers for: critics say, studies show, widely seen as."""
        from newslint.story.claims import find_claims

        return find_claims(self)

    @cached_property
    def names(self) -> tuple[Name, ...]:
        """People, bodies and places with all their mentions."""
        from newslint.story.names import find_names

        return find_names(self)

    @cached_property
    def roles(self) -> Mapping[str, tuple[Role, ...]]:
        """What the draft says people are, by canonical name."""
        from newslint.story.roles import find_roles

        return find_roles(self)

    @cached_property
    def ages(self) -> Mapping[str, tuple[Age, ...]]:
        """How old the draft says people are, by canonical name."""
        from newslint.story.ages import find_ages

        return find_ages(self)

    @cached_property
    def superlatives(self) -> tuple[Superlative, ...]:
        """Superlatives and firsts: the largest, the first ever."""
        from newslint.story.superlatives import find_superlatives

        return find_superlatives(self)

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """Dates and times with TIMEX3 values, resolved against ``date`` where they need it."""
        from newslint.story.dates import find_dates

        return find_dates(self)

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """Numbers with their units and what they count."""
        from newslint.story.figures import find_figures

        return find_figures(self)

    def quoted(self, span: Span) -> bool:
        """Whether the span lies inside quotation marks (titles and scare quotes too) or a quote block."""
        return self.in_quotations.hold(span)

    @cached_property
    def in_quotations(self) -> Stretches:
        """What stands in quotations, marks included, to be asked many times."""
        return Stretches(quotation.span for quotation in self.quotations)
