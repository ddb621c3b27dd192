"""People, bodies and places, each once, with every mention."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.language.pipeline import Pipeline
from newslint.model import Span
from newslint.readers.plain import PlainReader
from newslint.rulebook.exampletext import build
from newslint.story.names import Name
from newslint.story.naming.acronyms import acronym_definitions, expansion_start
from newslint.story.naming.runs import capitalised_runs
from newslint.story.story import Story


def story_of(text: str) -> Story:
    draft, _ = build(text, "lede")
    return Story(draft, Pipeline("blank"))


def names(text: str) -> dict[str, Name]:
    return {name.canonical: name for name in story_of(text).names}


def mentions(name: Name) -> list[str]:
    return [mention.text for mention in name.mentions]


def test_a_surname_joins_the_full_name() -> None:
    found = names("Sean Parnell spoke. Parnell left, and Parnell’s aides with him.")
    assert mentions(found["Sean Parnell"]) == ["Sean Parnell", "Parnell", "Parnell"]
    assert (found["Sean Parnell"].given, found["Sean Parnell"].surname) == ("Sean", "Parnell")


def test_a_surname_joins_the_last_full_name_that_bears_it() -> None:
    found = names("Ann Rowe spoke. Rowe left. Then Peter Rowe spoke. Rowe stayed.")
    assert mentions(found["Ann Rowe"]) == ["Ann Rowe", "Rowe"]
    assert mentions(found["Peter Rowe"]) == ["Peter Rowe", "Rowe"]


def test_a_surname_before_the_full_name_joins_it_too() -> None:
    assert mentions(names("The bill is Pettifer’s. Ruth Pettifer said so.")["Ruth Pettifer"]) == [
        "Pettifer",
        "Ruth Pettifer",
    ]


@pytest.mark.parametrize(
    ("text", "title", "canonical"),
    [
        ("They met Sen. Ruth Pettifer there.", "Sen.", "Ruth Pettifer"),
        ("They met Secretary of State Amos Bright there.", "Secretary of State", "Amos Bright"),
        ("They met Prime Minister Ruth Pettifer there.", "Prime Minister", "Ruth Pettifer"),
        ("They met Texas Gov. Amos Bright there.", "Gov.", "Amos Bright"),
        ("They met Syrian President Bashar al-Assad there.", "President", "Bashar al-Assad"),
        (
            "They met White House Press Secretary Ann Rowe on the quay in the rain.",
            "Press Secretary",
            "Ann Rowe",
        ),
        ("It was said by Dr.\nEmily Carter of the bank.", "Dr.", "Emily Carter"),
    ],
)
def test_titles_stand_before_the_name(text: str, title: str, canonical: str) -> None:
    draft = PlainReader().read("draft.txt", text.encode())
    person = next(name for name in Story(draft, Pipeline("blank")).names if name.kind == "person")
    assert (person.canonical, person.mentions[0].title) == (canonical, title)


@pytest.mark.parametrize(
    ("full", "surname", "later"),
    [
        ("Bill de Blasio", "de Blasio", "De Blasio"),
        ("Peter van der Berg", "van der Berg", "Van der Berg"),
        ("Ahmed Al-Faris", "Al-Faris", "Al-Faris"),
        ("Jane O’Neill", "O’Neill", "O'Neill"),
        ("Theresa May", "May", ""),
    ],
)
def test_particles_belong_to_the_surname(full: str, surname: str, later: str) -> None:
    found = names(
        f"They met {full} on the quay. {later} left early, with friends and family."
        if later
        else f"Then {full} spoke."
    )
    assert found[full].surname == surname
    assert mentions(found[full]) == [full, later][: 2 if later else 1]


def test_an_article_is_dropped_on_second_reference() -> None:
    found = names("They met Bashar al-Assad. Later Assad left.")
    assert mentions(found["Bashar al-Assad"]) == ["Bashar al-Assad", "Assad"]


def test_junior_is_somebody_else() -> None:
    assert {"Amos Bright", "Amos Bright Jr."} <= set(
        names("They met Amos Bright and then Amos Bright Jr. at noon.")
    )


def test_acronyms_the_draft_gives() -> None:
    found = names("The International Monetary Fund (IMF) met. The IMF agreed.")
    fund = found["International Monetary Fund"]
    assert (fund.kind, fund.acronym) == ("organisation", "IMF")
    assert mentions(fund) == ["International Monetary Fund", "IMF", "IMF"]


@pytest.mark.parametrize(
    ("text", "acronym", "words"),
    [
        ("the Islamic State (IS)", "IS", "Islamic State"),
        ("the Department of Health and Human Services (HHS)", "HHS", "Health and Human Services"),
        ("improvised explosive devices (IEDs)", "IED", "improvised explosive devices"),
        ("the Islamic State (ISIS)", "ISIS", "Islamic State"),
    ],
)
def test_what_an_acronym_spells(text: str, acronym: str, words: str) -> None:
    (definition,) = acronym_definitions(text)
    assert definition.acronym == acronym
    assert text[definition.start : definition.end].strip() == words


def test_brackets_that_define_nothing() -> None:
    assert list(acronym_definitions("Ruth Pettifer (DFL) and Amos Bright (TX) spoke.")) == []
    assert expansion_start("the harbour board", 17, "XY") is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Rand Corporation", "organisation"),
        ("University of Leeds", "organisation"),
        ("Al Hadath TV", "organisation"),
        ("Bank of England", "organisation"),
        ("Maria Lopez", "person"),
        ("Syria", "place"),
        ("Essex County", "place"),
        ("New Hampshire", "place"),
    ],
)
def test_kinds(name: str, kind: str) -> None:
    assert names(f"They wrote to {name} again.")[name].kind == kind


def test_a_place_by_what_follows() -> None:
    assert names("They fled Elbonia province at night.")["Elbonia"].kind == "place"
    assert names("They fled Elbonia at night.")["Elbonia"].kind == "unknown"


def test_headlines_make_no_names_but_are_searched() -> None:
    found = names("headline: Bright Hopes Fade as Pettifer Wins ¶ Ruth Pettifer won on Monday.")
    assert list(found) == ["Ruth Pettifer"]
    assert mentions(found["Ruth Pettifer"]) == ["Pettifer", "Ruth Pettifer"]
    assert not names("Perry Just Announced His Great Endorsement Of A Candidate ¶ it was late.")


def test_words_that_only_open_sentences_are_no_names() -> None:
    assert not names("Critics said no. The vote was late. When it came, it was over. On Monday it rained.")


def test_a_verb_or_an_adjective_before_a_surname_is_no_given_name() -> None:
    found = names(
        "Amos Bright won. Bright spoke. Electing Bright was hard. Will Bright run? Republican Bright may."
    )
    assert [name for name in found if "Bright" in name] == ["Amos Bright"]
    assert len(found["Amos Bright"].mentions) == 5


WORDS = st.sampled_from(
    [
        "Ruth",
        "Pettifer",
        "the",
        "Bank",
        "of",
        "Sen.",
        "U.S.",
        "(IS)",
        "van",
        "de",
        "IS",
        "May",
        "and",
        "said",
        ".",
        ",",
        "“",
        "”",
        "\n\n",
        "al-Assad",
        "Jr.",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=40))
def test_mentions_are_in_order_where_they_say_and_apart(words: list[str]) -> None:
    story = Story(PlainReader().read("draft.txt", " ".join(["x", *words]).encode()), Pipeline("blank"))
    spans = []
    for name in story.names:
        assert name.mentions
        assert list(name.mentions) == sorted(name.mentions, key=lambda mention: mention.span)
        for mention in name.mentions:
            assert mention.span.cut(story.text) == mention.text
            spans.append(mention.span)
    spans.sort()
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_hostile_input_stays_linear() -> None:
    text = "Ab de la " * 20_000
    assert sum(1 for _ in capitalised_runs(text, Span(0, len(text)))) > 0
    assert (
        Story(PlainReader().read("draft.txt", ("Ab " * 50_000).encode()), Pipeline("blank")).names is not None
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ruth Pettifer sailed. In June Ruth Pettifer came back.",
        "Ruth Pettifer sailed. Since last April Ruth Pettifer has been at sea.",
        "Ruth Pettifer sailed. In August Pettifer came back.",
    ],
)
def test_a_month_is_no_given_name_where_it_tells_the_time(text: str) -> None:
    assert [name for name, one in names(text).items() if one.kind == "person"] == ["Ruth Pettifer"]


def test_a_month_may_be_a_given_name() -> None:
    assert set(names("The captain was June Pettifer. April Rowe sailed too.")) == {
        "June Pettifer",
        "April Rowe",
    }


def test_a_word_that_opens_a_sentence_is_no_body() -> None:
    found = names("The Harbour Trust met. Harbour master Ann Rowe left.")
    assert mentions(found["Harbour Trust"]) == ["Harbour Trust"]
    assert mentions(names("The Quarry Trust met in May. Quarry said no.")["Quarry Trust"]) == [
        "Quarry Trust",
        "Quarry",
    ]
