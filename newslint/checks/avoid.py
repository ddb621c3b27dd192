"""The verb ``avoid``: words that should not stand in the copy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar

from newslint.hooks import hookimpl
from newslint.language.expressions import Expression
from newslint.language.phrases import Case, Forms, listed
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story

TIMEOUT = 0.5  # seconds for one expression on one draft


class AvoidOptions(Options):
    words: tuple[str, ...] = key((), description="words and phrases, as whole words")
    forms: Forms = key("as written", description="all: in every inflected form; as written: only so")
    case: Case = key("any", description="any: capitals do not matter; exact: they do")
    regex: tuple[str, ...] = key(
        (), description="for specialists: expressions of the regex package; ^ and $ are the ends of lines"
    )


class Avoid(Check[AvoidOptions]):
    """Every place where one of the words stands. ``TimeoutError`` where an expression takes too long."""

    verb = "avoid"
    Options = AvoidOptions
    facts: ClassVar[Mapping[str, str]] = {
        "word": "the word or phrase as the rule lists it (for an expression, the words found)"
    }

    def __init__(self, options: AvoidOptions) -> None:
        super().__init__(options)
        if not options.words and not options.regex:
            raise ValueError("say what to avoid: words, or a regex")
        self._phrases = listed(options.words, forms=options.forms, case=options.case)
        self._expressions = [Expression(source, exact=options.case == "exact") for source in options.regex]

    def look(self, story: Story) -> Iterator[Hit]:
        for found in self._phrases.find_all(story.text, story.concordance):
            yield Hit(found.span, {"word": found.value})
        # over the whole draft: a call for each block costs ten times as much
        for expression in self._expressions:
            for match in expression.find(story.text, story.folded, TIMEOUT):
                block = story.draft.block_at(match.start())
                if match.start() < match.end() and block is not None and match.end() <= block.span.end:
                    yield Hit(Span(*match.span()), {"word": match.group()})


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    return (Avoid,)
