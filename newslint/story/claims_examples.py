"""Whether a claim that hides its owner is made good nearby: one of the critics, the study, who was angry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newslint.model import Span
from newslint.story.claims_text import Found
from newslint.story.sources_words import singular

if TYPE_CHECKING:
    from newslint.story.quotations import Attribution
    from newslint.story.story import Story

SUCH_AS = re.compile(
    r"\b(?:including|such as|among them|notably|for example|for instance)\W+(?:\w+\W+){0,2}?(?=[A-Z])"
)
OWN_DOCUMENT = (
    r"(?:[A-Z][\w.&’'-]*\s+){1,4}(?:\w+\s+)?%s\b|\b%s "
    r"(?:by|from|in|at|conducted by|published (?:in|by)|released by) (?:the )?[A-Z]"
)


def has_example(story: Story, found: Found, behind: int, ahead: Span) -> bool:
    """Whether somebody answers for the claim nearby.

    Args:
        behind: where the sentence before the claim begins; it may name the report meant.
        ahead: the claim’s sentence and those after it, which may name one who speaks, or who reacted.
    """
    text = ahead.cut(story.text)
    rest = text[found.span.end - ahead.start :]
    if found.kind in ("unnamed group says", "by unnamed group"):
        return SUCH_AS.search(rest) is not None or _names_member(story, found, ahead)
    if found.kind == "unowned report":
        noun = singular(found.noun)[0]
        own = re.compile(OWN_DOCUMENT % (noun, noun))
        return bool(own.search(rest) or own.search(story.text, behind, ahead.start))
    return _somebody_speaks(story, Span(found.span.end, ahead.end))


def _names_member(story: Story, found: Found, ahead: Span) -> bool:
    """“Jane Roe, an analyst at the bank, said …” after “analysts say”."""
    if not found.noun:
        return False
    noun = re.compile(rf"\b{re.escape(found.noun)}\b", re.I)
    return any(noun.search(statement.phrase.cut(story.text)) for statement in _named_statements(story, ahead))


def _somebody_speaks(story: Story, ahead: Span) -> bool:
    return bool(_named_statements(story, ahead))


def _named_statements(story: Story, within: Span) -> list[Attribution]:
    """The statements in this stretch that somebody with a name makes."""
    people = [mention.span for name in story.names if name.kind == "person" for mention in name.mentions]
    return [
        statement
        for statement in story.attributions
        if statement.speaker in within and any(statement.phrase.overlaps(person) for person in people)
    ]
