"""A body that would not comment, and somebody of that body who did."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.checks.sources.places import shown
from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.sourcing.words import WORDS, bare
from newslint.story.story import Story

DECLINED = late(
    r"\b(?:declin|refus)(?:ed|es|ing) to comment\b|\b(?:would|did|does) not (?:immediately )?comment\b"
    r"|\bhad no comment\b",
    re.I,
)
WORD = late(r"[\w’'-]+")
REACH = 160  # characters before the words in which the body stands that would not comment


class DeclinedYetQuoted(Check[Options]):
    """The first mention of an anonymous source described as one of a body that declined to comment."""

    verb = "sources"
    problem = "declined yet quoted"
    scope = "all"
    facts: ClassVar[Mapping[str, str]] = {
        "source": "the source as first mentioned",
        "body": "the word that names the body",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        unnamed = [one for one in story.sources if one.kind == "anonymous" and one.descriptor]
        if not unnamed or "comment" not in story.concordance.places:
            return
        bodies = {
            word: span for found in DECLINED.finditer(story.text) for word, span in named_before(story, found)
        }
        told_of: set[Span] = set()
        for source in unnamed:
            for word in WORD.findall(source.descriptor or ""):
                span = bodies.get(bare(word))
                if span is None or span in told_of or len(bare(word)) < 3:
                    continue
                if word[0].isupper() or bare(word) in WORDS["body"]:
                    told_of.add(span)
                    told = {"source": source.text, "body": word}
                    yield Hit(shown(story, source), told, asides=(Aside(span, "declined to comment"),))
                    break


def named_before(story: Story, found: re.Match[str]) -> Iterable[tuple[str, Span]]:
    """The words of the sentence that name who declined: those with a capital, and nouns for bodies."""
    block = story.draft.block_at(found.start())
    if block is None:
        return
    starts = [one.start for one in story.sentences[block.index] if one.start <= found.start()]
    since = max([*starts[-1:], found.start() - REACH])
    span = Span(found.start(), found.end())
    for word in WORD.finditer(story.text, since, found.start()):
        low = bare(word.group())
        if low in WORDS["body"] or word.group()[0].isupper():
            yield low, span
