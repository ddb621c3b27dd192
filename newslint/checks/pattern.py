"""The verb ``pattern``: words in a row, or hanging on one another, by what they are, not by spelling only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Literal

from newslint.hooks import hookimpl
from newslint.language.abilities import Ability
from newslint.language.labels import Entity, Relation
from newslint.language.patterns import Item, Like, Pattern, PatternMatch, moved_matches
from newslint.language.phrases import Phrases, listed
from newslint.model import Block, Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import Shape, key
from newslint.story.story import Story

Name = Literal["subject", "verb", "object", "modifier"]


class PatternItem(Shape):
    """One word of the pattern; all that is given must hold."""

    word: tuple[str, ...] = key((), description="the word as it stands, any of these, in any case")
    lemma: tuple[str, ...] = key((), description="its base form, any of these")
    pos: tuple[str, ...] = key((), description="its part of speech, any of these: noun, verb, adj, propn…")
    entity: Entity | None = key(None, description="it belongs to a name of this kind: PERSON, ORG or LOC")
    like: Like | None = key(None, description="it looks like a number, an email or a url")
    shape: str | None = key(None, description="its shape: Xxxx, dddd")
    role: Relation | None = key(None, description="what it is to its head: subject, object, apposition…")
    of: Name | None = key(None, description="the name of the item that is its head")
    name: Name | None = key(None, description="what messages and other items call it")
    optional: bool = key(False, description="whether it may be missing")


class PatternOptions(Options):
    items: tuple[PatternItem, ...] = key(
        min_length=1, description="the words, in order; with “of”, in any order"
    )
    unless: tuple[str, ...] = key(
        (), description="not in sentences where one of these stands behind the first word"
    )


class PatternCheck(Check[PatternOptions]):
    """Every place where the pattern holds."""

    verb = "pattern"
    Options = PatternOptions
    facts: ClassVar[Mapping[str, str]] = {
        "subject": "the item named subject",
        "verb": "the item named verb",
        "object": "the item named object",
        "modifier": "the item named modifier; as with the others, empty where the pattern names none",
    }

    def __init__(self, options: PatternOptions) -> None:
        super().__init__(options)
        self._pattern = Pattern([Item(**vars(item)) for item in options.items])
        self._unless: Phrases[str] = listed(options.unless, forms="as written", case="any")

    @property
    def needs(self) -> frozenset[Ability]:
        return self._pattern.needs

    def look(self, story: Story) -> Iterator[Hit]:
        for block in story.draft.blocks:
            if not self._pattern.may_match(block.span.cut(story.text).lower()):
                continue
            for match in self._found(story, block):
                if not self._excused(story, block, match.span):
                    parts = {name: span.cut(story.text) for name, span in match.parts.items()}
                    yield Hit(match.span, {**dict.fromkeys(self.facts, ""), **parts})

    def _found(self, story: Story, block: Block) -> tuple[PatternMatch, ...]:
        parse = story.parse(block, self.needs)
        return story.recall(
            block, self, lambda: tuple(self._pattern.find(parse)), moved_matches, parse.reading
        )

    def _excused(self, story: Story, block: Block, span: Span) -> bool:
        if not self.options.unless:
            return False
        end = next((s.end for s in story.sentences[block.index] if s.end >= span.end), block.span.end)
        words = [word for word in story.words[block.index] if span.start < word.span.start < end]
        return any(self._unless.find(story.text, words))


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    return (PatternCheck,)
