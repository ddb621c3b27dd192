"""The verb ``support``: what headlines and captions say, and the story does not bear out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations_with_replacement
from typing import Any, ClassVar, Literal

from newslint.hooks import hookimpl
from newslint.language.phrases import Phrases, listed, require_words
from newslint.language.words import Word
from newslint.late import late
from newslint.model import Block, Hit, Role, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.rulebook.shape import Shape, key
from newslint.story.counting.numbers import NUMBER, SCALES, value_of
from newslint.story.story import Story

What = Literal["quotations", "figures", "names", "words"]
STORY: frozenset[Role] = PROSE - {"caption"}
ABOVE: frozenset[Role] = frozenset({"headline", "deck", "crosshead", "caption"})

LEFT_OUT = late(r"\[[^\]]*\]|…|\.\.\.|[.!?,;:](?=\s)")  # where quoted words need not follow one another
LISTED = late(  # “5 things to know” counts what the page lists, not what it tells
    r"\s+(?:[\w’'-]+ ){0,4}(?i:things?|words?|lines?|reasons|ways|takeaways|facts|questions|tips|lessons"
    r"|moments|times|signs|steps|charts|maps|photos|pictures|quotes|points|myths|books|films|songs)\b",
)
CONTRACTED = (("n't ", " not "), ("'re ", " are "), ("'m ", " am "), ("'ve ", " have "), ("'ll ", " will "))
FEW = 3  # spaces around and between two words
NEAR = 20  # a headline rounds: a twentieth more or less is the same figure
DIGITS = late(r"(\d+(?:,\d{3})*(?:\.\d+)?)[ -]?((?i:thousand|million|billion|trillion))?")
SUMMED = 40  # figures: of more, nobody adds up pairs

CAPITALISED = late(r"[^\W\d_a-zß-öø-ÿ][\w’'-]*")
LONG = 5  # letters: shorter names are a letter apart by chance
CREDIT = late(r"(?:\b[Bb]y|\b[Cc]redit|\b[Cc]ourtesy of|[:/|©(])\s*$|\([^)]*$")


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
    or one that it rounds, or two that make it together. Names: in captions people the story does not name, in
    headlines words a letter away from a name of the story. Silent in drafts without a story.
    """

    verb = "support"
    placed = True
    Options = SupportOptions
    facts: ClassVar[Mapping[str, str]] = {}
    roles: ClassVar[frozenset[Role]] = frozenset({"headline", "deck"})
    scope = "all"

    def __init__(self, options: SupportOptions) -> None:
        super().__init__(options)
        if (options.what == "words") != bool(options.words):
            raise ValueError("“what: words” goes with “words:”, a list of {says: […], needs: […]}")
        for pair in options.words:
            require_words(pair.needs)
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
    """All words of the story, folded and without hyphens, in a row between spaces."""
    return _in_a_row(word for block in _below(story) for word in story.words[block.index])


def _in_a_row(words: Iterable[Word]) -> str:
    row = f" {' '.join(word.lower for word in words)} ".replace("-", " ")
    for short, full in CONTRACTED:
        row = row.replace(short, full)
    return row


def _below(story: Story) -> Iterator[Block]:
    return (block for block in story.draft.blocks if block.role in STORY)


def _quotations(story: Story, above: Iterable[Block]) -> Iterator[Span]:
    indices = {block.index for block in above}
    told = ""
    for quotation in story.quotations:
        if quotation.block in indices:
            told = told or _told(story)
            words = story.words[quotation.block]
            parts = _split(story.text, quotation.inner)
            rows = [_in_a_row(word for word in words if word.span.overlaps(part)) for part in parts]
            if not all(_stands(row, told) for row in rows):
                yield quotation.span


def _split(text: str, inner: Span) -> Iterator[Span]:
    """The parts of a quotation that stand in a row."""
    start = inner.start
    for gap in LEFT_OUT.finditer(text, *inner):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, inner.end)


def _stands(row: str, told: str) -> bool:
    """Whether the words stand in the story so; one or two may end otherwise (losers for loser)."""
    return (row.rstrip() if row.count(" ") <= FEW else row) in told


def _figures(story: Story, above: Iterable[Block]) -> Iterator[Span]:
    indices = {block.index for block in above}
    wanted = [figure for figure in story.figures if _block(story, figure.span) in indices]
    if not wanted:
        return
    told = {value for block in _below(story) for value in _values(story.text, block.span)}
    few = sorted(told)[:SUMMED]
    for figure in wanted:
        if figure.value == 1 or LISTED.match(story.text, figure.span.end):
            continue  # “one” is seldom a count
        near = any(abs(figure.value - value) * NEAR <= abs(value) for value in told)
        if not near and not any(
            one + other == figure.value for one, other in combinations_with_replacement(few, 2)
        ):
            yield figure.span


def _values(text: str, span: Span) -> Iterator[Decimal]:
    """Every number of a paragraph, whatever it counts: 70th and $33million too."""
    yield from map(value_of, NUMBER.finditer(text, *span))
    for found in DIGITS.finditer(text, *span):
        value = Decimal(found[1].replace(",", ""))
        yield value
        if found[2]:
            yield value * SCALES[found[2].lower()]


def _block(story: Story, span: Span) -> int:
    block = story.draft.block_at(span.start)
    return -1 if block is None else block.index


def _names(story: Story, above: Iterable[Block]) -> Iterator[Span]:
    told = _told(story)
    for block in above:
        yield from _people(story, block, told) if block.role == "caption" else _misspelt(story, block, told)


def _people(story: Story, caption: Block, told: str) -> Iterator[Span]:
    """The people a caption names and the story does not, but for the photographer."""
    for name in story.names:
        for mention in name.mentions if name.kind == "person" else ():
            before = story.text[caption.span.start : mention.span.start]
            if mention.span.overlaps(caption.span) and not CREDIT.search(before):
                last = mention.text.replace("’", "'").removesuffix("'s").split()[-1].casefold()
                if f" {last}" not in told:
                    yield mention.span


def _misspelt(story: Story, block: Block, told: str) -> Iterator[Span]:
    """Words of a headline that the story does not have, where it has a name that differs by a letter."""
    known: set[str] | None = None
    for found in CAPITALISED.finditer(story.text, *block.span):
        word = found[0].removesuffix("'s").removesuffix("’s").rstrip("’'-")
        if len(word) < LONG or f" {word.casefold()}" in told:
            continue
        if known is None:
            known = {
                part
                for name in story.names
                for mention in name.mentions
                if story.draft.role_at(mention.span.start) in STORY
                for part in mention.text.replace("’s", "").split()
                if len(part) >= LONG
            }
        if any(_a_letter_apart(word, name) for name in known):
            yield Span(found.start(), found.start() + len(word))


def _a_letter_apart(word: str, name: str) -> bool:
    """Whether one is a slip for the other: not another name (Ronald, Donald), nor another ending of it."""
    from rapidfuzz.distance import OSA  # only a word that is not in the story asks for it

    if word[0] != name[0] or word.startswith(name) or name.startswith(word):
        return False
    return OSA.distance(word, name, score_cutoff=1) == 1


FINDERS: Mapping[What, Callable[[Story, Iterable[Block]], Iterator[Span]]] = {
    "quotations": _quotations,
    "figures": _figures,
    "names": _names,
}


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    return (Support,)
