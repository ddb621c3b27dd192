"""A pipeline that remembers paragraphs gives what one gives that does not."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

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
