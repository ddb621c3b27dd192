"""What a draft teaches of its names, brought to bear on every paragraph of it.

A pipeline reads each paragraph alone, so it may take Sakho for a person in one and for a place in the next,
and IS for a verb. The draft as a whole knows better: a full name tells what its surname is, “Islamic State
(IS)” what IS is, and what most paragraphs say of a name holds for the others. Trees stay as
they were read.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import TYPE_CHECKING, cast

from newslint.language import cues
from newslint.language.labels import Entity
from newslint.language.parse import Named, Parse
from newslint.model import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Words = tuple[str, ...]

SHORT = 5  # letters: what stands in capitals and is no longer may be an acronym
SHARE = 2 / 3  # of the places of a name: it must have been read in so many to be one in the others
KNOWN = 2  # what a draft says plainly of a name counts as much as two readings of the pipeline
HYPHEN = "-"  # al-Hadi is three tokens
PARTICLES = frozenset("al el ez bin ibn abu van von der den de la da di du dos del le".split())
# What a name of one word may have been taken for (IS, US, Will).
COMMON = frozenset(
    {"ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "PART", "PRON", "SCONJ", "VERB", "X"}
)


def agreed(
    parses: Sequence[Parse], known: Iterable[tuple[Span, Entity]] = ()
) -> tuple[tuple[Named, ...], ...]:
    """The names of a draft, made to agree.

    Args:
        parses: every block of the draft, read with names.
        known: names that the draft’s own words settle (a title, a full name, an acronym in brackets), by
            their place in it.

    Returns:
        The names of each block: those that were missed as well, each of the kind that the draft gives it.
    """
    told = [[*names, *_cued(parse, names)] for parse, names in zip(parses, _told(parses, known), strict=True)]
    lessons = _lessons(parses, told)
    longest: dict[str, int] = {}  # by the first word of a name
    for words in lessons:
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return tuple(_names(parse, at, lessons, longest) for parse, at in zip(parses, told, strict=True))


def corrected(parse: Parse, names: tuple[Named, ...]) -> Parse:
    """The block with these names, to whose tokens they give their kind and the tag of a name. Spans are the
    same."""
    if names == parse.names:
        return parse
    from spacy.tokens import Span as Stretch

    doc = cast("Doc", parse._doc).copy()
    doc.set_ents([Stretch(doc, name.first, name.end, name.kind) for name in names], default="outside")
    tokens = [token._replace(entity="") if token.entity else token for token in parse.tokens]
    for name in names:
        for at in range(name.first, name.end):
            tokens[at] = tokens[at]._replace(entity=name.kind)
            if name.end - name.first == 1 and tokens[at].pos in COMMON and "tags" in parse.abilities:
                tokens[at] = tokens[at]._replace(pos="PROPN", tag="NNP")
                doc[at].pos_, doc[at].tag_ = "PROPN", "NNP"
    return replace(parse, tokens=tuple(tokens), names=names, _doc=doc)


def _told(parses: Sequence[Parse], known: Iterable[tuple[Span, Entity]]) -> list[list[Named]]:
    """The known names of each block, in tokens; those that end within a token are passed over."""
    told: list[list[Named]] = [[] for _ in parses]
    starts = [parse.tokens[0].span.start if parse.tokens else -1 for parse in parses]
    starts = list(accumulate(starts, max))  # a block without a token begins where the one before it does
    for span, kind in known:
        block = bisect_right(starts, span.start) - 1
        if block < 0:
            continue
        tokens = parses[block].tokens
        first = bisect_left(tokens, span.start, key=lambda token: token.span.start)
        last = bisect_left(tokens, span.end, key=lambda token: token.span.end)
        if (
            last < len(tokens)
            and tokens[first].span.start == span.start
            and tokens[last].span.end == span.end
        ):
            told[block].append(Named(first, last + 1, kind))
    return told


def _cued(parse: Parse, told: Sequence[Named]) -> Iterator[Named]:
    """The people that the words around them tell."""
    read = {(name.first, name.end): name.kind for name in _settled(parse, told)}
    for first, end in cues.people(parse.tokens, read):
        yield Named(first, end, "PERSON")


def _settled(parse: Parse, told: Sequence[Named]) -> Sequence[Named]:
    """The names read in a block, cut to the person who is told to stand at their end: behind a title
    (“Lord Ashby”), or behind a place (“Marden Ann Rowe”)."""
    people = {name.end: name for name in told if name.kind == "PERSON"}

    def cut(name: Named) -> Named:
        person = people.get(name.end, name)
        behind = person.first - name.first
        titled = name.kind == "PERSON" and behind == 1
        return person if titled or (name.kind == "LOC" and behind > 0) else name

    return [cut(name) for name in parse.names] if people else parse.names


def _lessons(parses: Sequence[Parse], told: Sequence[Sequence[Named]]) -> Mapping[Words, Entity]:
    """What each name of the draft is, by the most votes; what was read as a name in too few of the places
    where it stands is left out."""
    votes: dict[Words, Counter[Entity]] = defaultdict(Counter)
    for parse, known in zip(parses, told, strict=True):
        for name in _settled(parse, known):
            votes[_words(parse, name)][name.kind] += 1
        for name in known:
            votes[_words(parse, name)][name.kind] += KNOWN
    votes.pop((), None)
    places = _places(parses, votes)
    trusted = {words for words, kinds in votes.items() if kinds.total() >= SHARE * places[words]}
    for words in tuple(trusted):
        if len(words) > 1 and _most(votes[words]) == "PERSON":
            for surname in _surnames(words):
                votes[surname]["PERSON"] += KNOWN
                trusted.add(surname)
    return {words: _most(votes[words]) for words in trusted}


def _most(kinds: Counter[Entity]) -> Entity:
    return max(kinds, key=lambda kind: kinds[kind])


def _places(parses: Sequence[Parse], names: Collection[Words]) -> Counter[Words]:
    """How often each of the names stands in the draft, read as one or not, by itself or in a longer one."""
    lengths: dict[str, set[int]] = defaultdict(set)  # by the first word of a name
    for words in names:
        lengths[words[0]].add(len(words))
    found: Counter[Words] = Counter()
    for parse in parses:
        texts = [_plain(token.text) for token in parse.tokens]
        for first, text in enumerate(texts):
            for length in lengths.get(text, ()):
                words = tuple(texts[first : first + length])
                if words in names and (length > 1 or _stands_as_name(parse, first)):
                    found[words] += 1
    return found


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


def _names(
    parse: Parse, told: Sequence[Named], lessons: Mapping[Words, Entity], longest: Mapping[str, int]
) -> tuple[Named, ...]:
    """The names of a block: those told, else as learned, else as read. ``longest`` is how many words a name
    learned may have that begins with a word."""
    found: list[Named] = []
    taken: set[int] = set()

    def take(name: Named) -> None:
        if taken.isdisjoint(range(name.first, name.end)):
            taken.update(range(name.first, name.end))
            found.append(name)

    for name in sorted(_settled(parse, told), key=lambda name: name.first - name.end):
        take(name._replace(kind=lessons.get(_words(parse, name), name.kind)))
    texts = [_plain(token.text) for token in parse.tokens]
    for first, text in enumerate(texts):
        for end in range(min(len(texts), first + longest.get(text, 0)), first, -1):
            words = tuple(texts[first:end])
            if words in lessons and (len(words) > 1 or _stands_alone(parse, first)):
                take(Named(first, end, lessons[words]))
                break
    for name in sorted(told, key=lambda name: name.first - name.end):
        take(name)
    return tuple(sorted(found))


def _stands_alone(parse: Parse, at: int) -> bool:
    """Whether a single word is a name here, and does not begin a longer one that was not read."""
    after = parse.tokens[at + 1 : at + 2]
    longer = bool(after) and after[0].pos == "PROPN" and after[0].text[0].isupper() and not after[0].entity
    return not longer and _stands_as_name(parse, at)


def _stands_as_name(parse: Parse, at: int) -> bool:
    """Whether a single word, which may be a common one as well, is a name here: in a capital that no
    beginning of a sentence gives it, or tagged as one."""
    token = parse.tokens[at]
    if token.text.islower():
        return False
    return token.pos == "PROPN" or (at > 0 and parse.tokens[at - 1].text not in '.!?“"‘:•')
