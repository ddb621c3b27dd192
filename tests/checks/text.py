"""Stories for the tests of text verbs."""

from __future__ import annotations

from typing import Any

from newslint.language.pipeline import Pipeline
from newslint.model import Hit, Role
from newslint.rulebook.check import Check
from newslint.rulebook.exampletext import build
from newslint.rulebook.shape import typed
from newslint.story.story import Story


def story(text: str, first: Role = "body") -> Story:
    return Story(build(text, first)[0], Pipeline("blank"))


def look(
    kind: type[Check[Any]], options: dict[str, Any], text: str, first: Role = "body"
) -> list[tuple[str, Hit]]:
    """What the check flags, each with its words."""
    told = story(text, first)
    check = kind(typed(kind.Options, options))
    hits = sorted(check.look(told), key=lambda hit: hit.span)
    for hit in hits:
        assert set(hit.facts) == set(kind.facts)
    return [(hit.span.cut(told.text), hit) for hit in hits]


def flagged(kind: type[Check[Any]], options: dict[str, Any], text: str, first: Role = "body") -> list[str]:
    return [words for words, _ in look(kind, options, text, first)]
