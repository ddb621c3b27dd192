"""A pipeline that remembers paragraphs gives what one gives that does not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from newslint.language import remembering as memory
from newslint.language.abilities import Ability
from newslint.language.parse import Parse
from newslint.language.pipeline import Pipeline
from newslint.language.remembering import Remembering

TEXTS = [
    "Critics say the bridge will fall.",
    "Ann Rowe, the mayor, left.",
    "Critics say the bridge will fall.",
]
NEEDS: list[frozenset[Ability] | None] = [
    frozenset({"tokens"}),
    frozenset({"tags"}),
    frozenset({"parse"}),
    None,
]


@pytest.fixture(scope="module")
def remembering() -> Remembering:
    return Remembering("newslint")


@pytest.mark.parametrize("needs", NEEDS)
@pytest.mark.parametrize("start", [0, 7])
def test_paragraphs_are_as_they_would_be_read(
    remembering: Remembering, needs: frozenset[Ability] | None, start: int
) -> None:
    texts = [(text, start + 40 * number) for number, text in enumerate(TEXTS)]
    fresh = Pipeline("newslint").read_all(texts, needs)
    assert remembering.read_all(texts, needs) == fresh
    assert remembering.read_all(texts[::-1], needs) == fresh[::-1]


def test_what_was_asked_for_longest_ago_is_forgotten_but_never_the_draft_itself(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(memory, "MOST", 3)
    tokens: frozenset[Ability] = frozenset({"tokens"})
    remembering = Remembering("newslint")
    for text in ("One.", "Two.", "Three.", "One.", "Four."):
        remembering.read(text, needs=tokens)
    assert [text for text, _ in remembering._kept] == ["Three.", "One.", "Four."]
    long = [(f"{number}.", 0) for number in range(10)]
    remembering.read_all(long, tokens)
    assert {(text, tokens) for text, _ in long} <= remembering._kept.keys()


def test_a_paragraph_is_read_once(remembering: Remembering, monkeypatch: pytest.MonkeyPatch) -> None:
    remembering.read("The court rose early.", 3)
    asked: list[Sequence[tuple[str, int]]] = []

    def read_all(self: Pipeline, texts: Sequence[tuple[str, int]], needs: object) -> tuple[Parse, ...]:
        asked.append(texts)
        return ()

    monkeypatch.setattr(Pipeline, "read_all", read_all)
    parse = remembering.read("The court rose early.", 99)
    assert asked == []
    assert parse.tokens[0].span == (99, 102)
