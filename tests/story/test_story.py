"""A story asks the pipeline for each block once, for as much as was needed so far."""

from __future__ import annotations

from collections.abc import Sequence

from newslint.language.abilities import Ability
from newslint.language.parse import Parse
from newslint.language.pipeline import Pipeline
from newslint.readers.plain import PlainReader
from newslint.story.story import Story

TEXT = "Council closes the pool\n\nAnn Rowe spoke in Marden.\n\n“We had no choice,” said Rowe.\n"
NAMES: frozenset[Ability] = frozenset({"entities"})
TREES: frozenset[Ability] = frozenset({"parse"})


class Counting(Pipeline):
    """Our own, which counts the blocks it reads."""

    def __init__(self, name: str = "newslint") -> None:
        super().__init__(name)
        self.blocks = 0

    def read_all(
        self, texts: Sequence[tuple[str, int]], needs: frozenset[Ability] | None = None
    ) -> tuple[Parse, ...]:
        self.blocks += len(texts)
        return super().read_all(texts, needs)


def made(name: str = "newslint") -> tuple[Story, Counting]:
    pipeline = Counting(name)
    return Story(PlainReader().read("pool.txt", TEXT.encode()), pipeline), pipeline


def test_a_tree_is_read_of_the_block_that_is_asked_for_and_once() -> None:
    story, pipeline = made()
    for _ in range(2):
        assert story.parse(story.draft.blocks[1], TREES).abilities >= TREES
    assert pipeline.blocks == 1


def test_names_are_read_of_the_whole_draft_once() -> None:
    story, pipeline = made()
    for _ in range(2):
        assert story.parse(story.draft.blocks[2], NAMES).tokens[-2].entity == "PERSON"
        assert len(story.parses(NAMES)) == len(story.draft.blocks)
    assert pipeline.blocks == len(story.draft.blocks)


def test_what_was_read_before_is_not_lost_to_another_need() -> None:
    story, pipeline = made()
    for block in story.draft.blocks:
        for needs in (NAMES, TREES, NAMES):
            assert story.parse(block, needs).abilities >= needs
    assert pipeline.blocks == 2 * len(story.draft.blocks)


def test_what_the_pipeline_cannot_do_is_not_asked_for_again() -> None:
    story, pipeline = made("blank")
    for _ in range(2):
        assert story.parse(story.draft.blocks[0]).abilities == {"tokens"}
        assert story.parse(story.draft.blocks[0], NAMES).abilities == {"tokens"}
    assert pipeline.blocks == 1
