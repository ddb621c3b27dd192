"""The verb ``require``: what a draft must have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, ClassVar, Literal

from newslint.hooks import hookimpl
from newslint.language.phrases import Case, Forms, Phrases, listed, require_words
from newslint.model import Block, Hit, Role, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.rulebook.shape import Shape, key
from newslint.story.story import Story

Within = Literal[
    "draft",
    "story",
    "headline",
    "lede",
    "first paragraph",
    "last paragraph",
    "same paragraph",
    "each paragraph",
]
WHOLE = Span(0, 0)
STORY: frozenset[Role] = PROSE - {"caption"}


class When(Shape):
    """What makes the requirement hold."""

    words: tuple[str, ...] = key(min_length=1, description="only where one of these stands in the copy")
    forms: Forms = key("as written", description="all: in every inflected form; as written: only so")
    case: Case = key("any", description="any: capitals do not matter; exact: they do")


class RequireOptions(Options):
    text: str | None = key(None, description="this very text, signs and capitals included")
    words: tuple[str, ...] = key((), description="one of these words or phrases")
    role: Role | None = key(None, description="a block of this role")
    fact: Literal["date"] | None = key(None, description="a date, of whatever form")
    front: tuple[str, ...] = key(
        (), description="one of these keys, in drafts that have front matter; a “role” will do instead"
    )
    within: Within = key(
        "draft", description="where it must stand; story: in its paragraphs, not in headlines and captions"
    )
    when: When | None = key(None, description="only in drafts (paragraphs) where one of these words stands")


class Require(Check[RequireOptions]):
    """What is missing: found on the draft as a whole, or on the words that make it needed.

    ``within: same paragraph`` looks at every paragraph with such words, ``within: each paragraph`` at every
    block of the rule's roles; else the first such words are flagged, or the draft as a whole.
    """

    verb = "require"
    Options = RequireOptions
    facts: ClassVar[Mapping[str, str]] = {
        "wanted": "what is missing, as the rule names it",
        "trigger": "the words that make it needed, empty where the draft always needs it",
    }
    roles = PROSE | {"headline", "deck"}

    def __init__(self, options: RequireOptions) -> None:
        super().__init__(options)
        ways = (options.text is not None, options.words, options.front or options.role, options.fact)
        if sum(map(bool, ways)) != 1:
            raise ValueError("say what is required with one of text, words, role, fact and front")
        if options.within == "same paragraph" and (options.when is None or options.role is not None):
            raise ValueError(
                "“same paragraph” needs words that say when, and text, words or a fact to look for"
            )
        if options.within == "each paragraph" and (options.when is not None or options.role is not None):
            raise ValueError("“each paragraph” needs text, words or a fact to look for, and no “when”")
        if options.front and options.within != "draft":
            raise ValueError("front matter belongs to the draft as a whole; leave out “within”")
        if options.text is not None and not options.text.strip():
            raise ValueError("the required text is empty")
        require_words(options.words)
        when = options.when
        self._triggers = listed(when.words, forms=when.forms, case=when.case) if when else None

    @cached_property
    def _wanted(self) -> Phrases[str]:
        """Made ready when a draft needs one of them: most need none."""
        return listed(self.options.words, forms="all", case="any")

    def look(self, story: Story) -> Iterator[Hit]:
        within, blocks = self.options.within, story.draft.blocks
        if within == "each paragraph":
            given = self._given(story)
            yield from (Hit(block.span, self._told("")) for block in blocks if block not in given)
        elif self._triggers is None:
            if blocks and self._given(story).isdisjoint(self._where(story)):
                yield Hit(WHOLE, self._told(""))
        elif triggers := self._triggered(story, self._triggers):  # most drafts need nothing, and cost no more
            given = self._given(story)
            if within == "same paragraph":
                found = [self._first(story, spans) for block, spans in triggers.items() if block not in given]
            elif given.isdisjoint(self._where(story)):
                found = [self._first(story, [span for spans in triggers.values() for span in spans])]
            else:
                found = []
            yield from (Hit(span, self._told(span.cut(story.text))) for span in found)

    def _triggered(self, story: Story, triggers: Phrases[str]) -> dict[Block, list[Span]]:
        """The words that make it needed, by the block they stand in."""
        by_block: dict[Block, list[Span]] = {}
        for find in story.find(triggers):
            if block := story.draft.block_at(find.span.start):
                by_block.setdefault(block, []).append(find.span)
        return by_block

    def _first(self, story: Story, spans: Sequence[Span]) -> Span:
        """The first outside quotations, which a rule on narration can use; else the first."""
        return next((span for span in spans if not story.quoted(span)), spans[0])

    def _told(self, trigger: str) -> dict[str, str]:
        options = self.options
        wanted = options.text or options.role or options.fact or " or ".join(options.words or options.front)
        return {"wanted": wanted, "trigger": trigger}

    def _where(self, story: Story) -> tuple[Block, ...]:
        """The blocks it must stand in."""
        blocks, within = story.draft.blocks, self.options.within
        paragraphs = tuple(block for block in blocks if block.role in PROSE)
        if within == "story":
            return tuple(block for block in blocks if block.role in STORY)
        if within in ("headline", "lede"):
            return tuple(block for block in blocks if block.role == within)
        if within == "first paragraph":
            first = paragraphs[0].index if paragraphs else len(blocks)
            return tuple(block for block in blocks if block.index <= first)  # a dateline stands before it
        return paragraphs[-1:] if within == "last paragraph" else blocks

    def _given(self, story: Story) -> frozenset[Block]:
        """The blocks that hold what is required."""
        options, draft = self.options, story.draft
        if options.front and (not draft.front or any(draft.front.get(key) for key in options.front)):
            return frozenset(draft.blocks)
        if options.role is not None or options.front:
            return frozenset(block for block in draft.blocks if block.role == options.role)
        if options.text is not None:
            return frozenset(block for block in draft.blocks if options.text in draft.cut(block.span))
        spans = (
            [date.span for date in story.dates]
            if options.fact is not None
            else [found.span for found in story.find(self._wanted)]
        )
        return frozenset(block for span in spans if (block := draft.block_at(span.start)) is not None)


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    return (Require,)
