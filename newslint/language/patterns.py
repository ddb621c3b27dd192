"""Patterns over the tokens of a block, in an editor's words, run by spaCy's matchers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, cast

from newslint.language.abilities import Ability
from newslint.language.labels import Entity, Relation, entity_labels, labels_of
from newslint.language.parse import Parse
from newslint.model import Span

if TYPE_CHECKING:
    from spacy.matcher import DependencyMatcher, Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Like = Literal["number", "email", "url"]
_LIKE = {"number": "LIKE_NUM", "email": "LIKE_EMAIL", "url": "LIKE_URL"}
_KEY = "pattern"


@dataclass(frozen=True, slots=True)
class Item:
    """One token of a pattern; all that is given must hold.

    Attributes:
        word: the word as it stands, any of these, in any case.
        lemma: its base form, any of these.
        pos: its part of speech (Universal POS), any of these.
        entity: it belongs to a name of this kind.
        like: it looks like a number, an e-mail address, a web address.
        shape: spaCy's shape of the word (Xxxxx, dddd).
        role: what it is to its head.
        of: the name of the item that is its head; the pattern is then a tree, and its words may stand apart.
        name: what the item is called.
        optional: it may be missing (not in a tree).
    """

    word: tuple[str, ...] = ()
    lemma: tuple[str, ...] = ()
    pos: tuple[str, ...] = ()
    entity: Entity | None = None
    like: Like | None = None
    shape: str | None = None
    role: Relation | None = None
    of: str | None = None
    name: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class PatternMatch:
    """Where a pattern holds: the stretch from its first to its last token, and each named item's token."""

    span: Span
    parts: Mapping[str, Span] = field(default_factory=dict)


def moved_matches(matches: tuple[PatternMatch, ...], by: int) -> tuple[PatternMatch, ...]:
    """The same, ``by`` characters further on in the draft."""
    return tuple(
        PatternMatch(
            match.span.shift(by),
            MappingProxyType({name: span.shift(by) for name, span in match.parts.items()}),
        )
        for match in matches
    )


class Pattern:
    """A pattern made ready. ``needs`` says what the pipeline must be able to do.

    Items without ``of`` follow one another; with ``of`` anywhere, every item but one hangs on another.
    Raises ValueError, in words for the pattern's author, where the items make no pattern.
    """

    def __init__(self, items: Sequence[Item]) -> None:
        self._items = tuple(items)
        self._tree = any(item.of for item in items)
        _examine(self._items, self._tree)
        self._matchers: dict[int, tuple[Vocab, Matcher | DependencyMatcher]] = {}

    @cached_property
    def needs(self) -> frozenset[Ability]:
        needs: set[Ability] = {"tokens"}
        for item in self._items:
            if item.lemma:
                needs.add("lemmas")
            if item.pos:
                needs.add("tags")
            if item.entity:
                needs.add("entities")
            if item.role or item.of:
                needs.add("parse")
        return frozenset(needs)

    def may_match(self, lowered: str) -> bool:
        """Whether a block, its text in small letters, holds the words that the pattern cannot do without.

        Cheap, and never wrong when it says no: what it refuses need not be parsed.
        """
        return all(any(word in lowered for word in words) for words in self._indispensable)

    @cached_property
    def _indispensable(self) -> tuple[tuple[str, ...], ...]:
        """The words of items that must be there; the rarest sets, which are the longest words, first."""
        sets = (_spellings(item.word) for item in self._items if item.word and not item.optional)
        return tuple(sorted(sets, key=lambda words: -min(map(len, words))))

    def find(self, parse: Parse) -> Iterator[PatternMatch]:
        """Where the pattern holds in a block, in order; in a row of tokens the longest match wins."""
        doc = cast("Doc | None", parse._doc)  # an object to others, so that no spaCy type leaves
        if doc is None or not len(doc):
            return
        found = self._in_tree(doc) if self._tree else self._in_row(doc)
        for first, last, named in sorted(found, key=lambda match: match[:2]):
            span = Span(parse.tokens[first].span.start, parse.tokens[last].span.end)
            yield PatternMatch(
                span, MappingProxyType({name: parse.tokens[i].span for name, i in named.items()})
            )

    def _in_row(self, doc: Doc) -> Iterator[tuple[int, int, dict[str, int]]]:
        for _, start, end, alignment in self._matcher(doc.vocab)(doc, with_alignments=True):
            named = {
                name: start + k
                for k, at in enumerate(alignment)
                if (name := self._items[at].name) is not None
            }
            yield start, end - 1, named

    def _in_tree(self, doc: Doc) -> Iterator[tuple[int, int, dict[str, int]]]:
        for _, tokens in self._matcher(doc.vocab)(doc):
            ordered = _from_the_root(self._items)
            named = {item.name: i for item, i in zip(ordered, tokens, strict=True) if item.name is not None}
            yield min(tokens), max(tokens), named

    def _matcher(self, vocab: Vocab) -> Any:
        """spaCy's matcher for this vocabulary (each pipeline has its own)."""
        if id(vocab) not in self._matchers:
            self._matchers[id(vocab)] = (
                vocab,
                self._tree_matcher(vocab) if self._tree else self._row_matcher(vocab),
            )
        return self._matchers[id(vocab)][1]

    def _row_matcher(self, vocab: Vocab) -> Matcher:
        from spacy.matcher import Matcher

        matcher = Matcher(vocab)
        row = [_token(item) | ({"OP": "?"} if item.optional else {}) for item in self._items]
        matcher.add(_KEY, [row], greedy="LONGEST")
        return matcher

    def _tree_matcher(self, vocab: Vocab) -> DependencyMatcher:
        from spacy.matcher import DependencyMatcher

        ordered = _from_the_root(self._items)
        ids = {id(item): item.name or f"item {n}" for n, item in enumerate(ordered)}
        tree: list[dict[str, Any]] = [{"RIGHT_ID": ids[id(ordered[0])], "RIGHT_ATTRS": _token(ordered[0])}]
        for item in ordered[1:]:
            tree.append(
                {"LEFT_ID": item.of, "REL_OP": ">", "RIGHT_ID": ids[id(item)], "RIGHT_ATTRS": _token(item)}
            )
        matcher = DependencyMatcher(vocab)
        matcher.add(_KEY, [tree])
        return matcher


def _examine(items: Sequence[Item], tree: bool) -> None:
    if not items:
        raise ValueError("the pattern has no items")
    if all(item.optional for item in items):
        raise ValueError("every item of the pattern is optional; one must be there")
    names = [item.name for item in items if item.name]
    for name in names:
        if names.count(name) > 1:
            raise ValueError(f"two items are called “{name}”")
    for item in items:
        if item.of and item.of not in names:
            raise ValueError(f"no item is called “{item.of}”, which another says it hangs on (of)")
        if tree and item.optional:
            raise ValueError("an item of a pattern with “of” cannot be optional")
        if not (item.word or item.lemma or item.pos or item.entity or item.like or item.shape or item.role):
            raise ValueError(
                "an item says nothing of its word: give it a word, lemma, pos, role, entity, like or shape"
            )
    if tree:
        if sum(item.of is None for item in items) != 1:
            raise ValueError("with “of”, exactly one item hangs on no other")
        if len(_from_the_root(items)) != len(items):
            raise ValueError("items hang on one another in a circle")


def _from_the_root(items: Sequence[Item]) -> list[Item]:
    """The items of a tree, each behind the one it hangs on; those in a circle are left out."""
    ordered = [item for item in items if item.of is None]
    for head in ordered:  # grows as it goes
        ordered.extend(item for item in items if head.name is not None and item.of == head.name)
    return ordered


def _spellings(words: Sequence[str]) -> tuple[str, ...]:
    """The words in small letters, with apostrophes both straight and curly."""
    lowered = [word.lower().replace("’", "'") for word in words]
    return tuple(dict.fromkeys([*lowered, *(word.replace("'", "’") for word in lowered)]))


def _token(item: Item) -> dict[str, Any]:
    """What spaCy's matchers call the item's conditions."""
    token: dict[str, Any] = {}
    if item.word:
        token["LOWER"] = {"IN": list(_spellings(item.word))}
    if item.lemma:
        token["LEMMA"] = {"IN": list(item.lemma)}
    if item.pos:
        token["POS"] = {"IN": [pos.upper() for pos in item.pos]}
    if item.entity:
        token["ENT_TYPE"] = {"IN": list(entity_labels(item.entity))}
    if item.like:
        token[_LIKE[item.like]] = True
    if item.shape:
        token["SHAPE"] = item.shape
    if item.role:
        token["DEP"] = {"IN": list(labels_of(item.role))}
    return token
