"""What a draft teaches of its names, brought to bear on every paragraph of it.

A pipeline reads each paragraph alone, so it may take Sakho for a person in one and for a place in the next,
and IS for a verb. The draft as a whole knows better: a full name tells what its surname is, “Islamic State
(IS)” what IS is, and what most paragraphs say of a name holds for the others. Trees stay as
they were read.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, cast

from newslint.language.labels import Entity, entity
from newslint.language.parse import Parse
from newslint.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Words = tuple[str, ...]

SHORT = 5  # letters: what stands in capitals and is no longer may be an acronym
KNOWN = 2  # what a draft says plainly of a name counts as much as two readings of the pipeline
HYPHEN = "-"  # al-Hadi is three tokens
PARTICLES = frozenset("al el ez bin ibn abu van von der den de la da di du dos del le".split())
# What a name of one word may have been taken for (IS, US, Will).
COMMON = frozenset(
    {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "PART", "PRON", "SCONJ", "VERB", "X"}
)


class Named(NamedTuple):
    """A name in a block: its tokens (half-open) and its kind."""

    first: int
    end: int
    kind: Entity


def repaired(parses: Sequence[Parse], known: Iterable[tuple[Span, Entity]] = ()) -> tuple[Parse, ...]:
    """The blocks of a draft with their names made to agree.

    Args:
        parses: every block of the draft, read with names.
        known: names that the draft’s own words settle (a title, a full name, an acronym in brackets), by
            their place in it.

    Returns:
        The same blocks; where a name was missed, or of another kind, its tokens have the kind that the
        draft gives it, and are tagged as a name. Spans are the same.
    """
    told = _told(parses, known)
    lessons = _lessons(parses, told)
    return tuple(
        _corrected(parse, _names(parse, at, lessons)) for parse, at in zip(parses, told, strict=True)
    )


def _doc(parse: Parse) -> Doc:
    return cast("Doc", parse._doc)


def _told(parses: Sequence[Parse], known: Iterable[tuple[Span, Entity]]) -> list[list[Named]]:
    """The known names of each block, in tokens; those that end within a token are passed over."""
    told: list[list[Named]] = [[] for _ in parses]
    tokens = [(n, i, token.span) for n, parse in enumerate(parses) for i, token in enumerate(parse.tokens)]
    starts = {span.start: (n, i) for n, i, span in tokens}
    ends = {span.end: (n, i + 1) for n, i, span in tokens}
    for span, kind in known:
        if span.start in starts and span.end in ends:
            (block, first), (last_block, end) = starts[span.start], ends[span.end]
            if block == last_block:
                told[block].append(Named(first, end, kind))
    return told


def _read(parse: Parse) -> Iterator[Named]:
    """The names that the pipeline found."""
    for found in _doc(parse).ents:
        if kind := entity(found.label_):
            yield Named(found.start, found.end, cast(Entity, kind))


def _lessons(parses: Sequence[Parse], told: Sequence[Sequence[Named]]) -> Mapping[Words, Entity]:
    """What each name of the draft is, by the most votes."""
    votes: dict[Words, Counter[Entity]] = defaultdict(Counter)
    for parse, known in zip(parses, told, strict=True):
        for name in _read(parse):
            votes[_words(parse, name)][name.kind] += 1
        for name in known:
            votes[_words(parse, name)][name.kind] += KNOWN
    for words, kinds in list(votes.items()):
        if len(words) > 1 and max(kinds, key=lambda kind: kinds[kind]) == "PERSON":
            for surname in _surnames(words):
                votes[surname]["PERSON"] += KNOWN
    return {words: max(kinds, key=lambda kind: kinds[kind]) for words, kinds in votes.items() if words}


def _words(parse: Parse, name: Named) -> Words:
    """A name as it is compared: without an article before it or a possessive behind it."""
    words = [_plain(token.text) for token in parse.tokens[name.first : name.end]]
    while words and words[0].lower() == "the":
        del words[0]
    while words and words[-1] in ("'s", "’s", "'", "’"):
        del words[-1]
    return tuple(words)


def _plain(word: str) -> str:
    """A word in the capitals of a dateline or a headline as the copy has it; acronyms are short."""
    return word.capitalize() if len(word) > SHORT and word.isupper() else word


def _surnames(words: Words) -> Iterator[Words]:
    """What a person with this full name may be called: the last word, and with the particles before it."""
    if len(words[-1]) == 1:  # Elizabeth I
        return
    for first in range(len(words) - 1, 0, -1):
        if words[first] != HYPHEN:
            yield words[first:]
        if words[first] != HYPHEN and words[first - 1].lower() not in PARTICLES | {HYPHEN}:
            return


def _names(parse: Parse, told: Sequence[Named], lessons: Mapping[Words, Entity]) -> list[Named]:
    """The names of a block: those told, else as learned, else as read."""
    found: list[Named] = []
    taken: set[int] = set()

    def take(name: Named) -> None:
        if taken.isdisjoint(range(name.first, name.end)):
            taken.update(range(name.first, name.end))
            found.append(name)

    read = list(_read(parse))
    for name in sorted(read, key=lambda name: name.first - name.end):
        take(name._replace(kind=lessons.get(_words(parse, name), name.kind)))
    longest = max(map(len, lessons), default=0)
    texts = [_plain(token.text) for token in parse.tokens]
    for first in range(len(texts)):
        for end in range(min(len(texts), first + longest), first, -1):
            words = tuple(texts[first:end])
            if words in lessons and (len(words) > 1 or _stands_as_name(parse, first)):
                take(Named(first, end, lessons[words]))
                break
    for name in sorted(told, key=lambda name: name.first - name.end):
        take(name)
    return sorted(found)


def _stands_as_name(parse: Parse, at: int) -> bool:
    """Whether a single word, which may be a common one as well, is a name here: in a capital that no
    beginning of a sentence gives it, or tagged as one."""
    token = parse.tokens[at]
    if token.text.islower():
        return False
    return token.pos == "PROPN" or (at > 0 and parse.tokens[at - 1].text not in '.!?“"‘:•')


def _corrected(parse: Parse, names: Sequence[Named]) -> Parse:
    if names == list(_read(parse)):
        return parse
    doc = _doc(parse).copy()
    from spacy.tokens import Span as Stretch

    doc.set_ents([Stretch(doc, name.first, name.end, name.kind) for name in names], default="outside")
    tokens = [token._replace(entity="") if token.entity else token for token in parse.tokens]
    for name in names:
        for at in range(name.first, name.end):
            tokens[at] = tokens[at]._replace(entity=name.kind)
            if name.end - name.first == 1 and tokens[at].pos in COMMON and "tags" in parse.abilities:
                tokens[at] = tokens[at]._replace(pos="PROPN", tag="NNP")
                doc[at].pos_, doc[at].tag_ = "PROPN", "NNP"
    return replace(parse, tokens=tuple(tokens), _doc=doc)
