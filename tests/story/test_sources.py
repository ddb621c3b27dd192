"""Who is cited: each once, of what kind, with what said of them."""

from __future__ import annotations

from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.pipeline import Pipeline
from newslint.model import Span
from newslint.readers.plain import PlainReader
from newslint.story.sources import KINDS, Source
from newslint.story.sourcing.anonymity import find_reason
from newslint.story.sourcing.kind import read_phrase
from newslint.story.story import Story


def story_of(text: str) -> Story:
    return Story(PlainReader().read("draft.txt", text.encode()), Pipeline("blank"))


def sources(text: str) -> tuple[Source, ...]:
    return story_of(text).sources


def kinds(text: str) -> list[str]:
    return [source.kind for source in sources(text)]


@pytest.mark.parametrize(
    ("phrase", "kind", "name"),
    [
        ("Maria Lopez", "named", "Maria Lopez"),
        ("Mr. Okafor", "named", "Okafor"),
        ("harbour board chair Joan Ferris", "named", "Joan Ferris"),
        ("columnist and broadcaster Ann Shaw", "named", "Ann Shaw"),
        ("President Ruth Adeyemi", "named", "Ruth Adeyemi"),
        ("the senator", "named", None),
        ("her lawyer", "named", None),
        ("the minister’s adviser", "named", None),
        ("he", "pronoun", None),
        ("The Northern Echo", "organisation", "Northern Echo"),
        ("the Marsh Corporation", "organisation", "Marsh Corporation"),
        ("the Pentagon", "organisation", "Pentagon"),
        ("Harbour TV", "organisation", "Harbour TV"),
        ("the ministry", "organisation", None),
        ("police", "organisation", None),
        ("the company", "organisation", None),
        ("a senior U.S. defense official", "anonymous", None),
        ("one MP", "anonymous", None),
        ("an inside source", "anonymous", None),
        ("one of his aides", "anonymous", None),
        ("Clinton aides", "anonymous", None),
        ("officials", "anonymous", None),
        ("two senior police officials", "anonymous", None),
        ("city officials", "collective", None),
        ("critics", "collective", None),
        ("Some", "collective", None),
        ("dozens of analysts", "collective", None),
        ("Republicans", "collective", None),
        ("voters", "collective", None),
        ("a coalition spokesperson", "spokesperson", None),
        ("A spokesman for the mayor", "spokesperson", None),
        ("a recent study", "document", None),
        ("court filings", "document", None),
        ("the new Marsh Poll", "document", None),
        ("residents", "witness", None),
        ("one witness", "witness", None),
        ("a bystander", "witness", None),
    ],
)
def test_the_kind_stands_in_the_noun_phrase(phrase: str, kind: str, name: str | None) -> None:
    reading = read_phrase(phrase)
    assert (reading.kind, reading.name) == (kind, name)


@pytest.mark.parametrize(
    ("speaker", "phrase", "descriptor"),
    [
        ("a source", "a source", None),
        ("sources", "sources", None),
        ("officials", "officials", None),
        ("a senior official", "a senior official", "senior official"),
        ("a person", "a person who attended the dinner", "person who attended the dinner"),
        ("a source", "a source who asked not to be named", None),
        ("one person", "one person familiar with the matter", "person familiar with the matter"),
        ("sources", "sources close to the talks, who asked not to be named", "sources close to the talks"),
        ("an aide", "an aide who asked not to be named", "aide"),
        ("the mayor’s advisers", "the mayor’s advisers", "mayor’s advisers"),
    ],
)
def test_a_descriptor_is_what_the_draft_says_of_an_unnamed_source(
    speaker: str, phrase: str, descriptor: str | None
) -> None:
    reading = read_phrase(speaker, phrase)
    assert (reading.kind, reading.descriptor) == ("anonymous", descriptor)


def test_anonymity_makes_a_spokesperson_anonymous() -> None:
    phrase = "a coalition spokesperson, who spoke on condition of anonymity"
    assert read_phrase("a coalition spokesperson").kind == "spokesperson"
    assert read_phrase("a coalition spokesperson", phrase).kind == "anonymous"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("“It is over,” said an aide, who spoke on condition of anonymity.", None),
        ("“It is over,” said an aide, who asked not to be named because talks go on.", "because talks go on"),
        (
            "“It is over,” said an aide, who was not authorized to speak publicly.",
            "not authorized to speak publicly",
        ),
        (
            "“It is over,” said an aide, who wasn’t allowed to discuss the talks.",
            "wasn’t allowed to discuss the talks",
        ),
        (
            "“It is over,” said an aide, who spoke on condition of anonymity for fear of reprisals.",
            "for fear of reprisals",
        ),
        (
            "“It is over,” said an aide who requested anonymity to discuss private talks.",
            "to discuss private talks",
        ),
        (
            "“It is over,” an aide said. The aide asked not to be named because the talks are secret.",
            "because the talks are secret",
        ),
        (
            "“It is over,” said an aide, who, citing threats to his family, asked not to be named.",
            "citing threats to his family",
        ),
        ("An aide said the plan was dead because the money had run out.", None),
        (
            "“It is over,” an aide said. Joan Ferris asked not to be named because of the press.",
            None,
        ),
    ],
)
def test_the_reason_is_why_and_not_that(text: str, reason: str | None) -> None:
    story = story_of(text)
    anonymous = next(source for source in story.sources if source.kind == "anonymous")
    assert (anonymous.reason and anonymous.reason.cut(story.text)) == reason


@pytest.mark.parametrize("space", ["  ", "\n", "\u00a0"])
@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("“It is over,” said an aide, who asked not to be named because talks go on.", "because talks go on"),
        ("“It is over,” said an aide, who was not authorized to speak.", "not authorized to speak"),
        ("“It is over,” said an aide, who spoke on condition of anonymity for fear of it.", "for fear of it"),
        ("“It is over,” said an aide, who, citing her safety, asked not to be named.", "citing her safety"),
    ],
)
def test_words_of_a_reason_may_be_parted_by_any_white_space(text: str, reason: str, space: str) -> None:
    story = story_of(text.replace(" ", space))
    anonymous = next(source for source in story.sources if source.kind == "anonymous")
    assert (anonymous.reason and anonymous.reason.cut(story.text)) == reason.replace(" ", space)


@pytest.mark.parametrize("words", ["a candidate not named Tully", "a bill on background checks for skippers"])
def test_anonymity_is_not_every_word_like_it(words: str) -> None:
    assert kinds(f"A harbour spokesman said the vote was about {words}.") == ["spokesperson"]


def test_the_same_source_counts_once_and_another_one_does_not() -> None:
    found = sources(
        "“It is over,” said a senior aide.\n\n“We lost,” the aide added.\n\n“Go home,” said another aide."
    )
    assert [(source.kind, len(source.mentions)) for source in found] == [("anonymous", 2), ("anonymous", 1)]
    assert [source.id for source in found] == ["s1", "s2"]
    assert found[0].statements == (0, 1)


def test_other_officials_are_of_the_body_named_before() -> None:
    found = sources("A council official said the pumps were old. Two other officials said they were new.")
    assert [(source.text, source.descriptor) for source in found] == [
        ("A council official", "council official"),
        ("Two other officials", "council official"),
    ]


def test_a_surname_and_a_plain_pronoun_go_to_the_person() -> None:
    found = sources(
        "“We are late,” said Ann Tully, the mayor. “The rain held us up,” she said.\n\n"
        "“It was a wet June,” Tully said."
    )
    assert [(source.kind, source.person, len(source.mentions)) for source in found] == [
        ("named", "Ann Tully", 3)
    ]


def test_a_name_that_only_describes_is_not_who_he_is() -> None:
    text = (
        "It rained all Monday in the harbour town, and Ann Tully stayed at home.\n\n"
        "Tully adviser Brian Okoro was there when it rained. “It poured,” he said."
    )
    assert [source.person for source in sources(text)] == ["Brian Okoro"]


def test_a_definite_description_of_somebody_named_is_no_anonymous_source() -> None:
    found = sources("“We are late,” said Ann Tully, the mayor. “It rained,” the mayor said.")
    assert [source.kind for source in found] == ["named"]


def test_a_bare_noun_that_points_back_is_no_new_source() -> None:
    found = sources("“It rained,” said one operative inside the hall. “It poured,” the insider said.")
    assert [source.kind for source in found] == ["anonymous"]
    found = sources("Two men met there. “It poured,” said the second official.")
    assert [(source.kind, source.descriptor) for source in found] == [("anonymous", "the second official")]
    assert [source.descriptor for source in sources("“It poured,” an official said.")] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "The senator lost. She and her aides said it rained all day on Monday.",
        "Two-thirds of party insiders said it rained all day on Monday.",
    ],
)
def test_aides_beside_somebody_and_shares_of_insiders_are_collectives(text: str) -> None:
    assert [source.kind for source in sources(text)] == ["collective"]


def test_a_name_beside_a_description_names_it() -> None:
    found = sources("“We will vote no,” another delegate, Jim Poole, said on Monday.")
    assert [(source.kind, source.person) for source in found] == [("named", "Jim Poole")]


def test_two_people_of_one_surname_stay_two() -> None:
    found = sources(
        "“Yes,” said Ann Tully, the mayor, on Monday.\n\n“No,” said Brian Tully, her brother, later."
    )
    assert [source.person for source in found] == ["Ann Tully", "Brian Tully"]


def test_every_statement_belongs_to_one_source() -> None:
    story = story_of(
        "“We are late,” said Ann Tully, the mayor.\n\n"
        "Critics say she is wrong. “We are not,” said a senior aide.\n\n"
        "According to the report, it rained. “It did,” she said."
    )
    laid = sorted(statement for source in story.sources for statement in source.statements)
    assert laid == list(range(len(story.attributions)))


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_words_are_read_as_some_kind(speaker: str, rest: str) -> None:
    assert read_phrase(speaker, speaker + rest).kind in KINDS


@given(st.text(alphabet="ab anonymity named because not to be,.”", max_size=300))
def test_a_reason_lies_inside_its_window(text: str) -> None:
    window = Span(0, len(text))
    reason = find_reason(text, Span(0, 0), Span(0, 0), [window])
    assert reason is None or (0 <= reason.start <= reason.end <= len(text))


def test_hostile_length_stays_quick() -> None:
    text = "asked not to be named " * 20_000
    assert read_phrase(text[:200], text).kind in KINDS
    find_reason(text, Span(0, 3), Span(0, 3), [Span(0, len(text))])


@pytest.mark.parametrize(
    ("text", "kind", "person"),
    [
        ("The senator, Ruth Adeyemi, left. “No,” the senator said.", "named", "Ruth Adeyemi"),
        ("Mayor Ann Tully came late. “No,” the mayor said.", "named", "Ann Tully"),
        ("Ian Reid, the harbour master, left.\n\n“No,” the harbour master said.", "named", "Ian Reid"),
        ("Mayor Ann Tully and Mayor Bo Sand met. “No,” the mayor said.", "named", None),
        ("Those close to the mayor say that it is over.", "anonymous", None),
        ("Administration officials said that it was over.", "anonymous", None),
        ("Federal and state officials said that it was over.", "collective", None),
        ("The port was shut, its officials said.", "collective", None),
        ("The book is by Ann Tully, who called it “a farce.”", "named", "Ann Tully"),
    ],
)
def test_roles_and_bodies(text: str, kind: str, person: str | None) -> None:
    (source,) = sources(text)
    assert (source.kind, source.person) == (kind, person)


class Deaf(Pipeline):
    """A pipeline that must not be asked."""

    def read_all(self, *_: object, **__: object) -> NoReturn:
        raise AssertionError("who said what is read from words and their order")

    read = read_all


def test_no_parse_is_asked_so_that_labels_of_any_scheme_give_the_same() -> None:
    text = "“We sail,” said Mira Holt, who called it “a farce.”\n\nThe senator, Ruth Adeyemi, said no.\n"
    draft = PlainReader().read("draft.txt", text.encode())
    with_any, without = Story(draft, Deaf()), Story(draft, Pipeline("blank"))
    assert with_any.sources == without.sources
    assert with_any.quotations == without.quotations
    assert with_any.attributions == without.attributions
