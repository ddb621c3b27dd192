"""Quotations: what each is used for, where it goes on, who speaks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.pipeline import Pipeline
from newslint.story.quotations import Quotation
from newslint.story.story import Story
from tests.story.told import told


def speakers(story: Story) -> list[tuple[str | None, str | None]]:
    """Of each quotation: who speaks, and how the text says so."""
    return [(speaker(story, quotation), quotation.how) for quotation in story.quotations]


def speaker(story: Story, quotation: Quotation) -> str | None:
    if quotation.attribution is None:
        return None
    return story.draft.cut(story.attributions[quotation.attribution].speaker)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We sail,” said Mira Holt.", [("Mira Holt", "after")]),
        ("“We sail,” Holt said. “At noon.”", [("Holt", "after"), ("Holt", "follow-on")]),
        ("“We sail,” Holt said, “at noon.”", [("Holt", "middle"), ("Holt", "middle")]),
        ("Holt said: “We sail.”", [("Holt", "before")]),
        ("Holt said, “We sail.” “At noon.”", [("Holt", "before"), ("Holt", "follow-on")]),
        ("“Do we sail?” Holt asked. “Now?”", [("Holt", "after"), ("Holt", "follow-on")]),
        ("“Sail!” she cried.", [("she", "after")]),
        ("Holt was blunt about it: “We sail at noon.”", [("Holt", "before")]),
        ("According to the harbour log, “nobody sailed that day.”", [("the harbour log", "before")]),
        ("“Nobody sailed that day,” according to the log.", [("the log", "after")]),
        ("HOLT: “I never sailed.”", [("HOLT", "before")]),
        ("“We sail at noon.” — Mira Holt, skipper", [("Mira Holt", "after")]),
        ("“We sail at noon.” (Reuters)", [("Reuters", "after")]),
        ("Holt called the plan “a farce.”", [("Holt", "before")]),
        ("“We sail,” the cook riffed.", [("the cook", "after")]),
        ("The mate, hoarse by then, roared, “Sail!”", [("The mate", "before")]),
        ("Holt spoke first. She said the quay was lost. “We sail.”", [("She", "follow-on")]),
        ("The fleet left. “We sail at noon, all of us.”", [(None, None)]),
        ("In the report: “The valves were old.”", [("the report", "before")]),
    ],
)
def test_where_the_attribution_stands(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert speakers(told(text)) == expected


def test_a_speaker_before_each_of_two_quotations_keeps_his_own() -> None:
    story = told("“We sail,” Holt said. “We stay,” Ferris said.")
    assert speakers(story) == [("Holt", "after"), ("Ferris", "after")]


def test_a_quotation_goes_on_in_the_next_paragraph() -> None:
    story = told("Holt said, “We sail at noon.", "“We have said so for weeks.", "“Nobody listens.”")
    assert [quotation.continues for quotation in story.quotations] == [None, 0, 1]
    assert speakers(story) == [("Holt", "before"), ("Holt", "continuation"), ("Holt", "continuation")]


def test_the_attribution_may_stand_where_the_quotation_ends() -> None:
    story = told("“We sail at noon, we said.", "“We have said so for weeks,” Holt said.")
    assert speakers(story) == [("Holt", "continuation"), ("Holt", "after")]


def test_the_same_speaker_goes_on_only_after_an_attribution_that_ends_its_paragraph() -> None:
    plain = told("“We sail,” Holt said.", "“Nobody will stop us now.”")
    assert speakers(plain)[1] == ("Holt", "carried")
    unclear = told(
        "“We sail,” Holt said, and Ferris laughed. “We do,” he said. The crowd left.",
        "“Nobody will stop us.”",
    )
    assert speakers(unclear)[-1] == (None, None)


def test_a_paragraph_that_ends_with_a_colon_leads_in() -> None:
    assert speakers(told("Holt said this of the quay:", "“It was lost years ago, and all knew.”")) == [
        ("Holt", "lead-in")
    ]


def test_a_short_sentence_of_saying_leads_in_without_a_colon() -> None:
    story = told("Holt went on in the same vein.", "“It was lost years ago, and all knew.”")
    assert speakers(story) == [("Holt", "lead-in")]


def test_an_attribution_typed_as_a_sentence_of_its_own() -> None:
    assert speakers(told("“The quay was lost years ago.” Holt said.")) == [("Holt", "after")]
    assert speakers(told("“The quay was lost years ago.” Holt left the hall.")) == [(None, None)]
    pressed = told("“Was the quay lost years ago?” Holt pressed. “Or now?”")
    assert speakers(pressed) == [("Holt", "after"), ("Holt", "follow-on")]
    next_one = told("“It was lost,” Ferris said. “It is lost.” Holt said: “No.”")
    assert speakers(next_one)[1:] == [("Ferris", "follow-on"), ("Holt", "before")]


def test_a_name_behind_a_dash_signs_the_paragraph_before() -> None:
    assert speakers(told("“It was lost years ago.”", "— Mira Holt")) == [("Mira Holt", "after")]


def test_a_cue_inside_a_quotation_says_nothing_of_the_outer_one() -> None:
    story = told("“The mayor said he would come,” Holt said.")
    assert speakers(story) == [("Holt", "after")]
    assert [story.draft.cut(each.speaker) for each in story.attributions] == ["Holt"]


@pytest.mark.parametrize(
    ("text", "use"),
    [
        ("“We sail at noon tomorrow,” Holt said.", "speech"),
        ("“Yes,” Holt said.", "speech"),
        ("Holt vowed “stern measures” against thieves.", "fragment"),
        ("They took the ‘Harbour First’ line in the end.", "title"),
        ("“NOBODY SAILS FROM HERE NOW”", "title"),
        ("The film “A Long Way Down to the River” opens.", "title"),
        ("It was a so-called ‘trap’ from the start.", "term"),
        ("The “sell it and be done with it” school lost.", "fragment"),
        ("It ran under the headline “Ferry sinks with all the toll money.”", "title"),
        ("In Ferris's column on May 3, “The toll must go now,” the mayor seems to nod.", "title"),
        ("Why not just say: “The boats will leave on Monday morning”?", "title"),
        ("“No toll on the river! Yes to boats” (2015) was everywhere.", "title"),
        ("“No toll on the river! No boats either.” (2015)", "title"),
        ("It cannot be told simply as “Big boats against the little quay.”", "title"),
        ("She drove on through the night, “keeping one eye on the water.”", "fragment"),
        ("“keeping one eye on the water at night”", "speech"),
    ],
)
def test_use(text: str, use: str) -> None:
    assert [quotation.use for quotation in told(text).quotations] == [use]


@pytest.mark.parametrize(
    "text",
    [
        "The site ran headlines such as “Boats are for fools, all told” and “Would you buy a quay?”",
        "The hall was full of slogans like “Thieves!” (for the board) and “The mayor had it coming!” (him).",
        "The town is torn between “This is only about the toll.” and “This is all about the toll.”",
    ],
)
def test_words_that_are_joined_to_a_headline_or_a_cry_are_nobodys_speech(text: str) -> None:
    assert {quotation.use for quotation in told(text).quotations} <= {"title", "term"}


def test_a_paragraph_in_single_marks_among_double_ones_is_a_headline() -> None:
    story = told("“We sail,” Holt said. “At noon.”", "‘A long way down to the sea.’", "Holt then left.")
    assert [quotation.use for quotation in story.quotations][-1] == "title"
    british = told(
        "‘We sail,’ Holt said. ‘At noon.’", "Holt then left.", "‘It is a long way down to the sea.’"
    )
    assert [quotation.use for quotation in british.quotations][-1] == "speech"


def test_a_block_quote_is_one_quotation_without_its_signature() -> None:
    story = told("The pumps failed one after the other.\n— Joan Ferris", role="quote")
    (quotation,) = story.quotations
    assert (quotation.mark, quotation.inner.cut(story.text)) == (
        "block",
        "The pumps failed one after the other.",
    )
    assert speaker(story, quotation) == "Joan Ferris"


def test_a_quotation_over_a_line_break_is_one() -> None:
    (quotation,) = told("‘Ships alone won’t do.\nWe need men,’ Holt said.").quotations
    assert (quotation.closed, quotation.words) == (True, 7)


@pytest.mark.parametrize("number", ["000", "001"])
def test_no_quotation_of_the_seeds_is_without_a_speaker(number: str, checkout) -> None:  # type: ignore[no-untyped-def]
    from newslint.readers.plain import PlainReader

    (path,) = (checkout / "seeds").glob(f"{number}*.txt")
    story = Story(PlainReader().read(path.name, path.read_bytes()), Pipeline())
    assert story.quotations
    assert all(q.attribution is not None for q in story.quotations if q.use == "speech")
    assert {q.inner.cut(story.text): q.use for q in story.quotations if q.words < 3} in (
        {"trap": "fragment", "America First": "fragment"},
        {},
    )


def test_many_marks_are_read_in_time() -> None:
    text = "“a” " * 10_000
    began = time.process_time()
    assert len(told(text).quotations) == 10_000
    assert time.process_time() - began < 5


NEVER_RIGHT = {
    "ten thousand that open": "“ " * 10_000,
    "ten thousand that close": "a” " * 10_000,
    "reversed": "”we sail“ he said " * 2_000,
    "of every kind": "“‘\"«a '" * 3_000,
    "unclosed paragraphs": "“We sail.\n\n" * 2_000,
    "never closed": "“" + "We sail at noon and Holt said that it was lost. " * 4_000,
}


@pytest.mark.parametrize("text", NEVER_RIGHT.values(), ids=NEVER_RIGHT)
def test_absurd_marks_are_read_to_the_end(text: str) -> None:
    """What they cost is measured in benchmarks/quotations.py."""
    story = told(text)
    assert story.sources is not None
    blocks = story.draft.blocks
    for quotation in story.quotations:
        block = blocks[quotation.block].span
        assert block.start <= quotation.span.start <= quotation.span.end <= block.end


def test_a_mark_never_closed_swallows_no_other_paragraph() -> None:
    story = told("“We sail at noon, Holt said.", "Nobody left.", "“It is over,” said Joan Ferris.")
    assert [quotation.block for quotation in story.quotations] == [0, 2]
    assert [quotation.closed for quotation in story.quotations] == [False, True]
    assert speakers(story)[-1] == ("Joan Ferris", "after")


WORDS = st.sampled_from(
    [
        "Mira Holt",
        "she",
        "the board",
        "said",
        "told",
        "called",
        "who",
        "that",
        "of",
        "we sail",
        "no",
        "according to",
        "``",
        "''",
        "\n\n",
        *"“”‘’\"'«»,.?:—",
    ]
)


@given(st.lists(WORDS, max_size=40), st.sampled_from(["", " "]))
def test_whatever_is_written_is_read_within_its_bounds(pieces: list[str], between: str) -> None:
    paragraphs = [part for part in between.join(pieces).split("\n\n") if part.strip()]
    story = told(*paragraphs)
    blocks = story.draft.blocks
    last = -1
    for quotation in story.quotations:
        block = blocks[quotation.block].span
        assert block.start <= quotation.span.start <= quotation.inner.start
        assert quotation.inner.start <= quotation.inner.end <= quotation.span.end <= block.end
        assert quotation.span.start >= last
        last = quotation.span.end
        assert quotation.attribution is None or quotation.attribution < len(story.attributions)
    for said in story.attributions:
        assert blocks[said.block].span.start <= said.cue.start < said.cue.end <= blocks[said.block].span.end
        assert said.speaker.start < said.speaker.end
    spoken = [number for source in story.sources for number in source.statements]
    assert len(spoken) == len(set(spoken)) <= len(story.attributions)
