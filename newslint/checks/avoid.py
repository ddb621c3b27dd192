"""The verb ``avoid``: words that should not stand in the copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, Literal

from newslint.hooks import hookimpl
from newslint.language.expressions import Expressions
from newslint.language.phrases import Case, Forms, listed, require_words
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import Shape, key
from newslint.story.story import Story

TIMEOUT = 0.5  # seconds for one expression on one draft


class Near(Shape):
    """Other words, and how near to those that are flagged."""

    words: tuple[str, ...] = key(min_length=1, description="one of these words or phrases")
    forms: Forms = key("as written", description="all: in every inflected form; as written: only so")
    case: Case = key("any", description="any: capitals do not matter; exact: they do")
    within: Literal["sentence", "paragraph", "draft"] = key(
        "draft", description="where it stands: in the same sentence, the same paragraph, or anywhere"
    )


class AvoidOptions(Options):
    words: tuple[str, ...] = key((), description="words and phrases, as whole words")
    forms: Forms = key("as written", description="all: in every inflected form; as written: only so")
    case: Case = key("any", description="any: capitals do not matter; exact: they do")
    regex: tuple[str, ...] = key(
        (), description="for specialists: expressions of the regex package; ^ and $ are the ends of lines"
    )
    when: Near | None = key(None, description="only where other words stand near them")
    unless: Near | None = key(None, description="not where other words stand near them")


class Avoid(Check[AvoidOptions]):
    """Every place where one of the words stands. ``TimeoutError`` where an expression takes too long."""

    verb = "avoid"
    placed = True
    Options = AvoidOptions
    facts: ClassVar[Mapping[str, str]] = {
        "word": "the word or phrase as the rule lists it (for an expression, the words found)"
    }

    def __init__(self, options: AvoidOptions) -> None:
        super().__init__(options)
        if not options.words and not options.regex:
            raise ValueError("say what to avoid: words, or a regex")
        for near in (options.when, options.unless):
            require_words(near.words if near else ())
        self._phrases = listed(options.words, forms=options.forms, case=options.case)
        self._expressions = Expressions(options.regex, exact=options.case == "exact")

    def look(self, story: Story) -> Iterator[Hit]:
        found: Iterable[Hit] = self._found(story)
        for near, wanted in ((self.options.when, True), (self.options.unless, False)):
            if near is not None and (found := list(found)):
                beside = _spans(near, story)
                found = [hit for hit in found if _stands_near(beside, hit, near, story) is wanted]
        yield from found

    def _found(self, story: Story) -> Iterator[Hit]:
        """The words, whatever stands near them."""
        if self.options.words:
            for found in story.find(self._phrases):
                yield Hit(found.span, {"word": found.value})
        if self.options.regex:
            for match in story.search(self._expressions, TIMEOUT):
                yield Hit(match.span, {"word": match.value})


def _spans(near: Near, story: Story) -> list[Span]:
    """Where the other words stand. Made ready only here: few drafts hold what the rule looks for."""
    phrases = listed(near.words, forms=near.forms, case=near.case)
    return [found.span for found in phrases.find_all(story.text, story.concordance)]


def _stands_near(spans: list[Span], hit: Hit, near: Near, story: Story) -> bool:
    """Whether one of ``spans`` is as near to the hit as is asked, and more than a part of it: the Negro
    Leagues excuse their own first word, a killer does not."""
    block = story.draft.block_at(hit.span.start)
    if near.within == "draft" or block is None:
        here = Span(0, len(story.text))
    elif near.within == "paragraph":
        here = block.span
    else:
        sentences = story.sentences[block.index]
        here = next((s for s in sentences if s.start <= hit.span.start < s.end), block.span)
    return any(
        here.start <= span.start < here.end
        and not (hit.span.start <= span.start and span.end <= hit.span.end)
        for span in spans
    )


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    return (Avoid,)
