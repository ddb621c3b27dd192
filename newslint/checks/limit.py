"""The verb ``limit``: how long, or how hard to read, something may be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from importlib import import_module
from typing import Any, ClassVar, Literal, NamedTuple

from newslint.hooks import hookimpl
from newslint.language.words import Word
from newslint.late import late
from newslint.model import Hit, Role, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story

Count = Literal[
    "words", "sentences", "characters", "syllables", "reading grade", "questions", "words in capitals"
]
Per = Literal["sentence", "paragraph", "lede", "headline", "draft"]
WHOLE = Span(0, 0)
# Each byte that is no vowel is a space here, so that runs of vowels are what split() finds.
VOWELS = bytes(byte if byte in b"aeiouyAEIOUY" else 32 for byte in range(256))
SHORTEST: Mapping[Count, int] = {"words": 2, "sentences": 1, "characters": 1, "syllables": 1}  # in characters
QUESTION = late(r"\?[!?]*['’\"”»)\]]*$")
SHOUTED = 4  # letters: shorter words in capitals are initials (US, FBI)
ENOUGH = 100  # words: a reading grade of less says nothing


class LimitOptions(Options):
    count: Count = key(description="what is counted")
    per: Per = key(description="in what")
    most: float | None = key(None, description="the most there may be")
    least: float | None = key(None, description="the least there must be")


class Stretch(NamedTuple):
    """What is counted in: the span a hit would have, and the text, words and sentences in it.

    Words are counted out only when asked for: most stretches are too short to matter.
    """

    story: Story
    span: Span
    text: str
    words: Callable[[], Sequence[Word]]
    sentences: Sequence[Span]


class Limit(Check[LimitOptions]):
    """Every sentence, paragraph, lede or headline with more or fewer than allowed; or the draft as a whole,
    of which its prose is counted.

    The reading grade is the Flesch-Kincaid grade (school years), with syllables by textstat and sentences
    by newslint, which does not stop at “U.S.”; it is not taken of fewer than a hundred words.
    """

    verb = "limit"
    Options = LimitOptions
    facts: ClassVar[Mapping[str, str]] = {
        "count": "how many there are",
        "limit": "how many there may, or must, be",
        "over": "by how many the limit is missed",
    }
    roles = PROSE | {"headline", "deck", "crosshead"}

    def __init__(self, options: LimitOptions) -> None:
        super().__init__(options)
        if options.most is None and options.least is None:
            raise ValueError("say how many: most, least or both")
        if options.most is not None and options.least is not None and options.most < options.least:
            raise ValueError("“most” is less than “least”")
        if options.per == "sentence" and options.count == "sentences":
            raise ValueError("a sentence holds one sentence")

    def look(self, story: Story) -> Iterator[Hit]:
        most, least, counter = self.options.most, self.options.least, COUNTERS[self.options.count]
        for stretch in STRETCHES[self.options.per](story):
            if (
                least is None
                and most is not None
                and len(stretch.text) <= most * SHORTEST.get(self.options.count, 0)
            ):
                continue
            if self.options.count == "reading grade" and (
                len(stretch.words()) < ENOUGH or (least is None and _easy(stretch, most))
            ):
                continue
            count = counter(stretch)
            bound = (
                most
                if most is not None and count > most
                else least
                if least is not None and count < least
                else None
            )
            if bound is not None:
                facts = {
                    "count": _number(count),
                    "limit": _number(bound),
                    "over": _number(abs(count - bound)),
                }
                yield Hit(stretch.span, facts)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _in_sentences(story: Story) -> Iterator[Stretch]:
    for sentences, words in zip(story.sentences, story.words, strict=True):
        for sentence in sentences:
            text = sentence.cut(story.text)
            yield Stretch(story, sentence, text, partial(_between, words, sentence), (sentence,))


def _between(words: Sequence[Word], within: Span) -> Sequence[Word]:
    """The words that begin in a span."""
    first, last = (bisect_left(words, at, key=lambda word: word.span.start) for at in within)
    return words[first:last]


def _all(blocks: Iterable[Sequence[Word]]) -> Sequence[Word]:
    return [word for words in blocks for word in words]


def _in_blocks(story: Story, roles: frozenset[Role]) -> Iterator[Stretch]:
    for block in story.draft.blocks:
        if block.role in roles:
            words, sentences = story.words[block.index], story.sentences[block.index]
            yield Stretch(story, block.span, block.span.cut(story.text), partial(_all, (words,)), sentences)


def _in_draft(story: Story) -> Iterator[Stretch]:
    parts = list(_in_blocks(story, PROSE))
    yield Stretch(
        story,
        WHOLE,
        "\n".join(part.text for part in parts),
        partial(_all, [part.words() for part in parts]),
        [sentence for part in parts for sentence in part.sentences],
    )


STRETCHES: Mapping[Per, Callable[[Story], Iterator[Stretch]]] = {
    "sentence": _in_sentences,
    "paragraph": lambda story: _in_blocks(story, PROSE),
    "lede": lambda story: _in_blocks(story, frozenset({"lede"})),
    "headline": lambda story: _in_blocks(story, frozenset({"headline"})),
    "draft": _in_draft,
}


def _questions(stretch: Stretch) -> int:
    """How many of the sentences the writer asks: a question that is quoted to its end is somebody else’s."""
    story = stretch.story
    marks = (QUESTION.search(story.text, *sentence) for sentence in stretch.sentences)
    return sum(not story.quoted(Span(mark.start(), mark.start() + 1)) for mark in marks if mark)


def _in_capitals(stretch: Stretch) -> int:
    """Words in capitals that shout: initials are shorter, and acronyms stand so elsewhere too."""
    return sum(
        word.text.isupper()
        and word.text.isalpha()
        and len(word.text) >= SHOUTED
        and stretch.story.text.count(word.text) == stretch.text.count(word.text)
        for word in stretch.words()
    )


def _syllables(stretch: Stretch) -> int:
    textstat = import_module("textstat").textstat  # a second with its dictionary: only where it counts
    return sum(max(1, int(textstat.syllable_count(word.text))) for word in stretch.words())


def _reading_grade(stretch: Stretch) -> float:
    return _grade(len(stretch.words()), len(stretch.sentences), _syllables(stretch))


def _grade(words: int, sentences: int, syllables: int) -> float:
    """Flesch and Kincaid's."""
    return 0.39 * words / max(1, sentences) + 11.8 * syllables / words - 15.59


def _easy(stretch: Stretch, most: float | None) -> bool:
    """Whether the grade is surely below ``most``, judged without loading textstat, which takes a second.

    Runs of vowels are more than syllables (silent e): on news they put the grade a year too high, and never
    more than a fifth of a year too low.
    """
    runs = len(stretch.text.encode("ascii", "replace").translate(VOWELS).split())
    rough = _grade(len(stretch.words()), len(stretch.sentences), runs)
    return most is not None and rough + 0.5 <= most


COUNTERS: Mapping[Count, Callable[[Stretch], float]] = {
    "words": lambda stretch: len(stretch.words()),
    "sentences": lambda stretch: len(stretch.sentences),
    "characters": lambda stretch: len(" ".join(stretch.text.split())),
    "syllables": _syllables,
    "reading grade": _reading_grade,
    "questions": _questions,
    "words in capitals": _in_capitals,
}


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    return (Limit,)
