"""Speakers whom no verb of saying names: by colon, dash, credit, or a sentence before or behind."""

from __future__ import annotations

import pytest

from tests.story.test_quotations import speakers
from tests.story.told import told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("When Holt sat down at last — “Never again, not for any money!” — the hall rose.", "Holt"),
        ("Holt also defended the toll - “It pays for every lamp on the quay.”", "Holt"),
        (
            "The mayor’s usual answer — “Ask the harbour board in the morning” — pleased nobody.",
            "The mayor’s usual answer",
        ),
        (
            "Then came this headline in the Kent Gazette, which hurt: “Ferry sinks with the toll money.”",
            "this headline",
        ),
        ("“The pumps are sound, every one of them” – @miraholt", "miraholt"),
        ("I stand with the mayor (“Close the quay before winter,” Kent Gazette, Monday).", "Kent Gazette"),
        ("“The quay is closed until further notice,” a voice over says as the film ends.", "a voice over"),
        ("“The quay will open again by Easter,” From said.", "From"),
        ("“The quay will open again by Easter,” MarÃ\xada Holt added.", "MarÃ\xada Holt"),
        (
            "“I would rather swim than pay that toll.” That line from Mira Holt was on every wall.",
            "Mira Holt",
        ),
        ("“The quay will open again by Easter,” Holt from her office.", "Holt"),
        ("A: Look at the lamps. ‘You will lose the boats.’ They laughed.", "A"),
        ("“The toll doubles on Monday morning.” See page 3. (Reuters.)", "Reuters"),
    ],
)
def test_a_speaker_without_a_verb_of_saying(text: str, speaker: str) -> None:
    assert [name for name, _ in speakers(told(text))] == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The traffic stopped in Ferry Lane — “We were told nothing until the morning.”",
        "HARBOUR TOWN — “We were told nothing until the morning.”",
        "The hashtag was everywhere - “open quay” - that week.",
        "Early on Friday, on the show “Harbour Hour,” Holt was asked about the toll.",
        "Traffic stopped at noon. “The toll doubles on Monday morning.” Boats left. The bridge closed.",
    ],
)
def test_words_that_lead_up_to_nothing(text: str) -> None:
    assert [name for name, _ in speakers(told(text))] == [None]


def test_the_next_paragraph_says_who_spoke() -> None:
    story = told(
        "“The river takes what it likes, and gives nothing back.”", "So says the oldest pilot in Kent."
    )
    assert speakers(story) == [("the oldest pilot", "after")]


def test_a_statement_that_was_issued_leads_in() -> None:
    story = told("At noon the harbour board issued a short statement.", "“The toll will double on Monday.”")
    assert speakers(story) == [("the harbour board", "lead-in")]
    story = told("The mayor's second tweet that day was no better.", "“The toll will double on Monday.”")
    assert speakers(story) == [("The mayor's second tweet", "lead-in")]
    silent = told("At noon the harbour board met again.", "“The toll will double on Monday.”")
    assert speakers(silent) == [(None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "Holt began Sunday with a signed tweet that drew no line. “Woke up to the bad news from Kent.”",
        "Holt’s answer? “Not now, and not next year.”",
    ],
)
def test_a_tweet_or_an_answer_leads_in_to_its_words(text: str) -> None:
    ((name, how),) = speakers(told(text))
    assert (name, how) in (("Holt", "lead-in"), ("Holt’s", "lead-in"))


def test_a_statement_leads_in_however_long_its_sentence_is() -> None:
    story = told(
        "At noon the board issued a statement apologising for the letters, which clerks asked it to burn.",
        "“On behalf of all of us, we are sorry.”",
    )
    assert speakers(story) == [("the board", "lead-in")]


def test_marks_that_a_page_sets_around_a_paragraph() -> None:
    story = told('"“We sail at noon tomorrow,” Holt said before she left the hall."')
    assert speakers(story) == [("Holt", "after")]


@pytest.mark.parametrize("signed", ["Former Kent president Ben Reed.", "Kent River Board member."])
def test_whoever_signs_inside_the_marks(signed: str) -> None:
    story = told(f'"We stay until we get what we came for.\n{signed}"')
    assert speakers(story) == [(signed.rstrip("."), "after")]


def test_what_is_quoted_between_two_names_joins_them_only_as_a_nickname() -> None:
    story = told("Instead, Ida Reed “is taking a short cut. The crew has hit a reef,” Holt wrote.")
    assert speakers(story) == [("Holt", "after")]


def test_a_question_leads_in_to_its_answer() -> None:
    story = told("Why was she out on the quay at dawn?", "“My boat is all I have in the world.”")
    assert speakers(story) == [("she", "lead-in")]
    silent = told("Why was the quay so full at dawn?", "“My boat is all I have in the world.”")
    assert speakers(silent) == [(None, None)]


def test_a_name_inside_the_marks() -> None:
    story = told("A tape was played.", "“Mira Holt: We knew that the pumps were old.”")
    (quotation,) = story.quotations
    assert quotation.inner.cut(story.text) == "We knew that the pumps were old."
    assert speakers(story) == [("Mira Holt", "before")]
    title = told("She wrote “Kent Drowned: A Story of the Sea” at home.")
    assert title.quotations[0].inner.cut(title.text) == "Kent Drowned: A Story of the Sea"
