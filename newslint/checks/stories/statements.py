"""Which sentences of two drafts say the same thing, whatever they differ in."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import NamedTuple

from newslint.late import late
from newslint.model import Span
from newslint.rulebook.check import PROSE
from newslint.story.naming.lexicon import lexicon
from newslint.story.naming.likeness import difference, plain
from newslint.story.story import Story

LIKE = 0.62  # share of words in common from which two sentences are held to be one statement
FEWEST = 5  # words in common: “He declined to comment” is nobody's statement in particular
ALONE = 2  # words that are enough where no other sentence of either draft has just them
_WORD = late(r"[^\W\d_][\w’'-]{2,}")
_CAPITAL = late(r"(?<![\w’'.-])[A-Z][\w’'-]{2,}")


class Sentence(NamedTuple):
    """A sentence, its words that mean something, and those of them that are parts of names."""

    span: Span
    words: frozenset[str]
    names: frozenset[str]


@lru_cache(maxsize=8)
def sentences(story: Story) -> tuple[Sentence, ...]:
    """The sentences of a story's copy."""
    found = []
    small = lexicon().function | lexicon().calendar
    for block in story.draft.blocks:
        if block.role not in PROSE:
            continue
        for span in story.sentences[block.index]:
            text = span.cut(story.text)
            words = frozenset(
                known for word in _WORD.findall(text) if (known := bare(word)).capitalize() not in small
            )
            names = frozenset(
                bare(found[0])
                for found in _CAPITAL.finditer(text)
                if found.start() > 1 and found[0] not in small
            )
            found.append(Sentence(span, words, names & words))
    return tuple(found)


def _once(told: tuple[Sentence, ...]) -> set[frozenset[str]]:
    counts = Counter(one.words for one in told)
    return {words for words in counts if counts[words] == 1}


def _foreign(one: Sentence, other: Sentence) -> bool:
    """Whether one names somebody or something that the other does not, in no spelling."""
    return any(
        not any(difference(plain(name), plain(known)) for known in other.names)
        for name in one.names - other.words
    )


def bare(word: str) -> str:
    return word.replace("’", "'").lower().removesuffix("'s").rstrip("'-")


@lru_cache(maxsize=8)
def paired(story: Story, earlier: Story) -> tuple[tuple[Sentence, Sentence], ...]:
    """Sentences of the two that are one statement, each with at most one: the likest, and like enough.

    Two sentences of which each names somebody or something that the other does not are two statements.
    """
    here, there = sentences(story), sentences(earlier)
    alone = _once(here) & _once(there)
    ranked = []
    for i, one in enumerate(here):
        for j, other in enumerate(there):
            common = len(one.words & other.words)
            if common >= FEWEST or (common >= ALONE and one.words == other.words and one.words in alone):
                like = 2 * common / (len(one.words) + len(other.words))
                if like >= LIKE and not (_foreign(one, other) and _foreign(other, one)):
                    ranked.append((like, -abs(i - j), i, j))
    ranked.sort(reverse=True)
    taken_here: set[int] = set()
    taken_there: set[int] = set()
    pairs = []
    for _, _, i, j in ranked:
        if i not in taken_here and j not in taken_there:
            taken_here.add(i)
            taken_there.add(j)
            pairs.append((i, j))
    return tuple((here[i], there[j]) for i, j in sorted(pairs))
