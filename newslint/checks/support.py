"""The verb ``support``: what headlines and captions say, and the story does not bear out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import combinations_with_replacement
from typing import Any, ClassVar, Literal

from newslint.hooks import hookimpl
from newslint.language.phrases import Phrases, listed
from newslint.late import late
from newslint.model import Block, Hit, Role, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.rulebook.shape import Shape, key
from newslint.story.counting.numbers import NUMBER, value_of
from newslint.story.story import Story

What = Literal["quotations", "figures", "names", "words"]
STORY: frozenset[Role] = PROSE - {"caption"}
ABOVE: frozenset[Role] = frozenset({"headline", "deck", "crosshead", "caption"})

LEFT_OUT = late(r"\[[^\]]*\]|…|\.\.\.|[.!?,;:](?=\s)")  # where quoted words need not follow one another
LISTED = late(  # “5 things to know” counts what the page lists, not what it tells
    r"\s+(?:[\w’'-]+ ){0,2}(?:things|reasons|ways|takeaways|facts|questions|tips|lessons|moments|times|signs"
    r"|steps|charts|maps|photos|pictures|quotes|points|myths|books|films|songs)\b",
)
NEAR = 20  # a headline rounds: a twentieth more or less is the same figure
SUMMED = 40  # figures: of more, nobody adds up pairs

CAPITALISED = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
NAME = late(rf"{CAPITALISED}(?: {CAPITALISED})*")
OPENS = late(r"(?:^|[.!?:;–—|]\s+|[“\"‘'(/]\s*)$")  # what stands here has its capital from its place
CREDIT = late(r"(?:\b[Bb]y|\b[Cc]redit|\b[Cc]ourtesy of|[:/|©(])\s*$|\([^)]*$")
STEM = 4  # letters that two forms of a name share: Russia, Russians


class Borne(Shape):
    """Words, and those that bear them out."""

    says: tuple[str, ...] = key(min_length=1, description="where one of these stands, as written")
    needs: tuple[str, ...] = key(min_length=1, description="the story needs one of these words, in any form")


class SupportOptions(Options):
    what: What = key(description="what the story must bear out: quotations, figures, names or words")
    words: tuple[Borne, ...] = key((), description="for “what: words”: a list of {says: […], needs: […]}")


class Support(Check[SupportOptions]):
    """What stands in headlines, decks, crossheads and captions and nowhere in the paragraphs of the story.

    Quotations: their words must stand in the story in the same order, quoted or not. Figures: the same one,
    or one that it rounds, or two that make it together. Names: the last word, or its stem; a headline in
    title case does not show which words are names. Silent in drafts without a story.
    """

    verb = "support"
    Options = SupportOptions
    facts: ClassVar[Mapping[str, str]] = {}
    roles: ClassVar[frozenset[Role]] = frozenset({"headline", "deck"})
    scope = "all"

    def __init__(self, options: SupportOptions) -> None:
        super().__init__(options)
        if (options.what == "words") != bool(options.words):
            raise ValueError("“what: words” goes with “words:”, a list of {says: […], needs: […]}")
        self._says = Phrases(
            (word, number, False) for number, pair in enumerate(options.words) for word in pair.says
        )
        self._find = FINDERS.get(options.what, self._words)

    def look(self, story: Story) -> Iterator[Hit]:
        above = [block for block in story.draft.blocks if block.role in ABOVE]
        if above and any(block.role in STORY for block in story.draft.blocks):
            for span in self._find(story, above):
                yield Hit(span)

    def _words(self, story: Story, above: Iterable[Block]) -> Iterator[Span]:
        for block in above:
            for found in self._says.find(story.text, story.words[block.index]):
                needed = listed(self.options.words[found.value].needs, forms="all", case="any")
                below = (block for block in story.draft.blocks if block.role in STORY)
                if not any(any(needed.find(story.text, story.words[block.index])) for block in below):
                    yield found.span


def _told(story: Story) -> str:
    """All words of the story, folded, in a row between spaces."""
    blocks = (block.index for block in story.draft.blocks if block.role in STORY)
    return f" {' '.join(word.lower for index in blocks for word in story.words[index])} "


def _quotations(story: Story, above: Iterable[Block]) -> Iterator[Span]:
    indices = {block.index for block in above}
    told = ""
    for quotation in story.quotations:
        if quotation.block in indices:
            told = told or _told(story)
            parts = _split(story.text, quotation.inner)
            if not all(_row(story, quotation.block, part) in told for part in parts):
                yield quotation.span


def _split(text: str, inner: Span) -> Iterator[Span]:
    """The parts of a quotation that stand in a row."""
    start = inner.start
    for gap in LEFT_OUT.finditer(text, *inner):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, inner.end)


def _row(story: Story, block: int, part: Span) -> str:
    """The words of a part, as ``_told`` has them; a space where there are none."""
    words = " ".join(word.lower for word in story.words[block] if word.span.overlaps(part))
    return f" {words} " if words else " "


def _figures(story: Story, above: Iterable[Block]) -> Iterator[Span]:
    indices = {block.index for block in above}
    wanted = [figure for figure in story.figures if _block(story, figure.span) in indices]
    if not wanted:
        return
    told = [
        value_of(number)
        for block in story.draft.blocks
        if block.role in STORY
        for number in NUMBER.finditer(story.text, *block.span)
    ]
    for figure in wanted:
        if LISTED.match(story.text, figure.span.end):
            continue
        if any(abs(figure.value - value) * NEAR <= abs(value) for value in told):
            continue
        few = sorted(set(told))[:SUMMED]
        if not any(one + other == figure.value for one, other in combinations_with_replacement(few, 2)):
            yield figure.span


def _block(story: Story, span: Span) -> int:
    block = story.draft.block_at(span.start)
    return -1 if block is None else block.index


def _names(story: Story, above: Iterable[Block]) -> Iterator[Span]:
    told = _told(story)
    for block in above:
        shown = _people(story, block) if block.role == "caption" else _capitalised(story, block)
        for span in shown:
            last = [word.lower for word in story.words[block.index] if word.span.overlaps(span)][-1:]
            if last and not _known(last[0].removesuffix("'s").rstrip("'"), told):
                yield span


def _people(story: Story, block: Block) -> Iterator[Span]:
    """The people a caption names, but for its photographer."""
    for name in story.names:
        for mention in name.mentions if name.kind == "person" else ():
            before = story.text[block.span.start : mention.span.start]
            if mention.span.overlaps(block.span) and not CREDIT.search(before):
                yield mention.span


def _capitalised(story: Story, block: Block) -> Iterator[Span]:
    """What must be a name: capitals within a line that is written in small letters."""
    words = [word.text for word in story.words[block.index] if len(word.text) > STEM and word.text.isalpha()]
    if sum(word.islower() for word in words) < max(2, len(words) * 0.5):
        return
    for found in NAME.finditer(story.text, *block.span):
        if (
            len(found[0]) > STEM
            and not found[0].isupper()
            and not OPENS.search(story.text[block.span.start : found.start()])
        ):
            yield Span(*found.span())


def _known(name: str, told: str) -> bool:
    """Whether the story has the name, or a word that begins as it does."""
    return f" {name[: max(STEM, len(name) - 3)]}" in told


FINDERS: Mapping[What, Callable[[Story, Iterable[Block]], Iterator[Span]]] = {
    "quotations": _quotations,
    "figures": _figures,
    "names": _names,
}


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    return (Support,)
