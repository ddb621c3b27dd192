"""The verb ``claims``."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from newslint.checks.claims.select import Claims, ClaimsOptions
from newslint.language.pipeline import Pipeline
from newslint.readers.plain import PlainReader
from newslint.rulebook.shape import typed
from newslint.story.story import Story

TEXT = """The board met on Monday at the town hall, in the rain.

Critics say it met too late. Some experts, such as Ann Shaw of the bank, say it did not.

It was framed by some as a farce.

Studies show that boards meet late. The delay has drawn criticism. The chair is widely regarded as a fool.
"""


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"speaker": "unnamed group"}, ["Critics", "some"]),
        ({"speaker": "unnamed group", "unless": "named example"}, ["Critics", "some"]),
        ({"kind": "by unnamed group"}, ["some"]),
        ({"kind": "unowned report"}, ["Studies show"]),
        ({"kind": "unowned reaction"}, ["drawn criticism"]),
        ({"kind": "agentless judgement"}, ["is widely regarded"]),
        ({}, ["Critics", "some", "Studies show", "drawn criticism", "is widely regarded"]),
    ],
)
def test_claims_that_fulfil_every_condition(options: dict[str, str], found: list[str]) -> None:
    draft = PlainReader().read("draft.txt", TEXT.encode())
    hits = Claims(typed(ClaimsOptions, options)).look(Story(draft, Pipeline("blank")))
    assert [hit.facts["who"] for hit in hits] == found


def test_an_example_silences_only_where_the_rule_says_so() -> None:
    text = "The board met on Monday. Experts say it met too late, among them Ann Shaw of the bank."
    story = Story(PlainReader().read("draft.txt", text.encode()), Pipeline("blank"))
    assert len(list(Claims(ClaimsOptions()).look(story))) == 1
    assert list(Claims(ClaimsOptions(unless="named example")).look(story)) == []


def test_unknown_kinds_are_refused() -> None:
    with pytest.raises(ValidationError):
        typed(ClaimsOptions, {"kind": "unnamed"})


def test_a_group_that_is_an_anonymous_source_is_no_claim_besides() -> None:
    text = "It rained.\n\nThe plan will fail, according to party insiders, who asked not to be named.\n"
    story = Story(PlainReader().read("draft.txt", text.encode()), Pipeline("blank"))
    assert [claim.who for claim in story.claims] == ["party insiders"]
    assert [source.kind for source in story.sources] == ["anonymous"]
    assert list(Claims(ClaimsOptions(speaker="unnamed group")).look(story)) == []
