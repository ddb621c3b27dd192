"""What is remembered of a paragraph hangs on that paragraph alone, and is what would be read anew."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newslint.desk import Desk
from newslint.model import Block, Draft, Span
from newslint.proofs import Copy, Order
from newslint.rulebook.engine import run
from newslint.story import memory
from newslint.story.memory import Memory
from newslint.story.quoting.passages import Passage
from newslint.story.story import Story

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("00[01]*.txt"))
DRAFT = """\
Council shuts the pool after “worst” winter

MARDEN, N.J., Dec. 13, 2025 — The council voted 7-2 on Tuesday to shut it. It moved to Newark, N.J. Ann Diaz

Said to be the largest, it lost 40 percent of its visitors, critics say, since 2019. Profits rose, too

“We had no choice,” said Ann Rowe, the mayor. “The roof would not have stood another winter

“and the walls were no better.” Slammed by the Harbour Protection Agency (HPA), she issued a statement:

“It is gone.” The 12 members of the HPA, who met in January and on the 14th, told the paper: bravo!

Some experts warn that nobody is safe. Officials familiar with the matter, who asked not to be named, agreed.
"""


def others_changed(draft: Draft, kept: Block) -> Draft:
    """The draft with its other blocks written backwards: each is as long as before, and reads otherwise."""

    def changed(block: Block) -> str:
        words = draft.cut(block.span)
        return words if block is kept else words[::-1]

    text = "\n\n".join(map(changed, draft.blocks))
    assert len(text) == len(draft.text)
    return replace(draft, text=text)


def desk() -> Desk:
    return Desk(Order(isolated=True))


def shown(value: object) -> str:
    """A value as it can be compared; a passage holds rows, which are told apart by what they are."""
    if not isinstance(value, Passage):
        return repr(value)
    rows = [(each.row.span, each.row.text, each.row.quote, each.said) for each in value.readings]
    order = [id(each) for each in value.readings]
    links = {n: (order.index(id(link.reading)), link.said, link.how) for n, link in value.links.items()}
    return repr((value.text, value.marks, rows, links, value.opens, value.continues))


def remembered(desk: Desk, draft: Draft) -> dict[str, dict[Any, Any]]:
    """What is remembered of each paragraph once all rules have seen the draft."""
    kept = Memory()
    story = Story(draft, desk.pipeline(desk.config.effective(draft.path)), memory=kept)
    outcome = run(story, desk.chosen(draft, desk.config.effective(draft.path)))
    assert not outcome.failed
    return {text: leaf for (text, _, _), leaf in kept._kept.items()}


@pytest.mark.parametrize("text", [DRAFT, *(path.read_text(encoding="utf-8") for path in SEEDS)])
def test_what_is_read_of_a_paragraph_hangs_on_it_alone(text: str) -> None:
    house = desk()
    draft = house.read(Copy("draft.txt", text.encode("utf-8")))
    whole = remembered(house, draft)
    compared = 0
    for block in draft.blocks[:12]:
        paragraph = draft.cut(block.span)
        alone = remembered(house, others_changed(draft, block))[paragraph]
        for reading, (given, at, value) in whole[paragraph].items():
            if reading in alone and alone[reading][:2] == (given, at):
                assert shown(alone[reading][2]) == shown(value), (reading, paragraph)
                compared += 1
    assert compared > 50 * len(draft.blocks[:12])


def test_nothing_is_remembered_without_a_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "MOST", 20)
    house = desk()
    kept = Memory()
    readings = []
    for number in range(60):
        text = f"The council met on Dec. {number}, 2025.\n\nCouncillor {number} said “No.”\n"
        draft = house.read(Copy("draft.txt", text.encode("utf-8")))
        story = Story(draft, house.pipeline(house.config.effective("draft.txt")), memory=kept)
        _ = story.quotations, story.dates, story.names
        assert len(kept._kept) <= 20
        readings.append(max(map(len, kept._kept.values())))
    assert max(readings) == readings[0]


def test_a_paragraph_that_stands_twice_is_told_of_twice() -> None:
    house = desk()
    text = "“Twelve died,” said Ann Rowe.\n\nIt rained.\n\n“Twelve died,” said Ann Rowe.\n"
    draft = house.read(Copy("draft.txt", text.encode("utf-8")))
    pipeline = house.pipeline(house.config.effective("draft.txt"))
    kept = Memory()
    for _ in range(2):
        story, fresh = Story(draft, pipeline, memory=kept), Story(draft, pipeline)
        assert story.quotations == fresh.quotations
        assert story.attributions == fresh.attributions
        assert story.words == fresh.words
        assert story.names == fresh.names
        assert story.figures == fresh.figures
        assert Span(0, 14) in {quotation.span for quotation in story.quotations}
