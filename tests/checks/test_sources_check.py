"""The verb ``sources`` and its problems."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from newslint.checks.sources import newslint_checks
from newslint.checks.sources.overuse import Overuse, OveruseOptions
from newslint.checks.sources.pseudo import PseudoSource
from newslint.checks.sources.second_hand import SecondHand
from newslint.checks.sources.select import Sources, SourcesOptions
from newslint.checks.sources.single import SingleSource, SingleSourceOptions
from newslint.language.pipeline import Pipeline
from newslint.model import Hit
from newslint.readers.plain import PlainReader
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import typed
from newslint.story.story import Story


def look(check: Check[Any], *paragraphs: str) -> list[Hit]:
    draft = PlainReader().read("draft.txt", "\n\n".join(paragraphs).encode())
    return list(check.look(Story(draft, Pipeline("blank"))))


AIDE = "“It is over,” said a senior aide on Monday night."
DONOR = "“We lost,” said a campaign donor who asked not to be named because he wants work."
SOURCE = "“Nobody called us,” a source said on Tuesday morning."
MAYOR = "“I am going home,” said Ann Tully, the mayor, on Wednesday."
DEPUTY = "“So am I,” said Brian Okoro, her deputy, an hour later."


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"kind": "anonymous"}, ["a senior aide", "a campaign donor", "a source"]),
        ({"kind": "anonymous", "reason": "missing"}, ["a senior aide", "a source"]),
        ({"kind": "anonymous", "reason": "given"}, ["a campaign donor"]),
        ({"kind": "anonymous", "descriptor": "missing"}, ["a source"]),
        ({"kind": "anonymous", "descriptor": "given"}, ["a senior aide", "a campaign donor"]),
        ({"kind": "named"}, ["Ann Tully"]),
        ({"person": "given"}, ["Ann Tully"]),
        ({"first": "yes"}, ["a senior aide"]),
        ({"first": "yes", "kind": "named"}, []),
        ({"kind": "document"}, []),
    ],
)
def test_sources_that_fulfil_every_condition(options: dict[str, str], found: list[str]) -> None:
    check = Sources(typed(SourcesOptions, options))
    assert [hit.facts["source"] for hit in look(check, AIDE, DONOR, SOURCE, MAYOR)] == found


def test_a_source_of_the_headline_is_shown_in_the_story() -> None:
    check = Sources(SourcesOptions(kind="anonymous"))
    text = (
        "Board is broke, says senior aide",
        "The board is broke, a senior aide said on Monday in the rain.",
    )
    [hit] = look(check, *text)
    assert hit.span.start > len(text[0])


def test_unknown_kinds_and_keys_are_refused() -> None:
    with pytest.raises(ValidationError):
        typed(SourcesOptions, {"kind": "anonimous"})
    with pytest.raises(ValidationError):
        typed(SourcesOptions, {"reasons": "missing"})


def test_every_check_gives_the_facts_it_promises() -> None:
    text = (AIDE, DONOR, SOURCE, "The town has been, it is understood that, sold.")
    for check in newslint_checks():
        needed = {"words": ["aide", "say"]} if "words" in check.Options.__annotations__ else {}
        for hit in look(check(typed(check.Options, needed)), *text):
            assert set(hit.facts) == set(check.facts)


def test_three_anonymous_sources_are_too_many_and_the_others_stand_beside() -> None:
    check = Overuse(OveruseOptions())
    named = (MAYOR, DEPUTY) * 5
    [hit] = look(check, AIDE, DONOR, SOURCE, *named)
    assert hit.facts["count"] == "3"
    assert len(hit.asides) == 2
    assert look(check, AIDE, DONOR, *named) == []


def test_three_in_passing_are_not_too_many() -> None:
    named = (MAYOR, DEPUTY) * 10
    assert look(Overuse(OveruseOptions()), AIDE, DONOR, SOURCE, *named) == []
    assert len(look(Overuse(OveruseOptions(passing=0)), AIDE, DONOR, SOURCE, *named)) == 1


def test_two_are_too_many_where_they_say_too_much() -> None:
    check = Overuse(OveruseOptions())
    assert len(look(check, AIDE, DONOR, MAYOR, DEPUTY)) == 1
    assert look(check, AIDE, DONOR, MAYOR) == []  # three statements are no share
    assert look(check, AIDE, MAYOR, DEPUTY, DEPUTY) == []  # one source is not overuse


def test_a_house_may_set_its_own_limit() -> None:
    assert len(look(Overuse(OveruseOptions(most=1)), AIDE, MAYOR, DEPUTY)) == 1


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The board has, reportedly, met twice.", ["reportedly"]),
        ("The Harbour Gazette has learned that the board met.", ["The Harbour Gazette has learned"]),
        ("It is understood that the board met.", ["It is understood"]),
        ("Sources told this newspaper about it.", ["Sources told this newspaper"]),
        ("Ann Tully, the mayor, said the board had reportedly met twice.", []),
        ("The pupils have learned that song.", []),
    ],
)
def test_words_that_sound_like_a_source(sentence: str, found: list[str]) -> None:
    hits = look(PseudoSource(Options()), sentence)
    assert [hit.span.cut(sentence) for hit in hits] == found


def test_one_source_alone() -> None:
    check = SingleSource(SingleSourceOptions())
    assert [hit.facts["source"] for hit in look(check, MAYOR, MAYOR, MAYOR, MAYOR)] == ["Ann Tully"]
    assert look(check, MAYOR, MAYOR, MAYOR, DEPUTY) == []
    assert look(check, MAYOR, MAYOR, MAYOR) == []


def problem(name: str, text: str, **options: Any) -> list[str]:
    """The words hit by a problem of the verb with these options."""
    kind = next(check for check in newslint_checks() if check.problem == name)
    story = Story(PlainReader().read("draft.txt", text.encode()), Pipeline("blank"))
    hits = list(kind(typed(kind.Options, options)).look(story))
    assert all(set(hit.facts) == set(kind.facts) for hit in hits)
    return [story.draft.cut(hit.span) for hit in hits]


WEAK = {"words": ["insider", "friend", "close to"]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("“It is over,” said a party insider.", ["a party insider"]),
        ("Friends of the mayor said that it was over.", ["Friends of the mayor"]),
        ("“It is over,” a person close to the board said.", ["a person close to the board"]),
        ("“It is over,” said a senior aide.", []),
        ("“It is over,” said a friend, Joan Ferris.", []),
    ],
)
def test_a_descriptor_that_says_little(text: str, found: list[str]) -> None:
    assert problem("weak descriptor", text, **WEAK) == found


def test_an_opinion_without_a_name() -> None:
    text = f"One aide mocked it as “a joke.” Holt mocked it as “a song.” {AIDE}\n"
    assert problem("anonymous opinion", text, words=["mock"]) == ["mocked"]


def test_one_source_and_it_has_no_name() -> None:
    assert problem("single source", AIDE, kind="anonymous", of=1) == ["a senior aide"]
    assert problem("single source", AIDE, kind="named", of=1) == []
    assert problem("single source", f"{AIDE} {MAYOR}", kind="anonymous", of=1) == []


def test_a_body_that_declined_and_one_of_it_who_did_not() -> None:
    declined = "The ministry declined to comment on Monday."
    aide = "“It is over,” a ministry aide said."
    assert problem("declined yet quoted", f"{aide}\n\n{declined}\n") == ["a ministry aide"]
    assert problem("declined yet quoted", f"{aide}\n\nThe board declined to comment.\n") == []
    assert problem("declined yet quoted", f"“It is over,” an aide said.\n\n{declined}\n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Anna, not her real name, left in May.", ["not her real name"]),
        ("Her name has been changed. She is nine.", ["name has been changed"]),
        ("Her name has been changed to protect her. She is nine.", []),
        ("Anna is a pseudonym. She fears for her job.", []),
        ("The name of the street was not changed.", []),
    ],
)
def test_a_pseudonym_needs_a_reason(text: str, found: list[str]) -> None:
    assert problem("pseudonym", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A port official told local media that the quay was lost.", ["told local media"]),
        ("A port official told two newspapers that the quay was lost.", ["told two newspapers"]),
        ("Two aides told a news agency it was over.", ["told a news agency"]),
        (
            "Press reports on Monday quoting unnamed officials said it was over.",
            ["Press reports on Monday quoting unnamed officials"],
        ),
        ("A port official told the newspaper that the quay was lost.", []),
        ("A port official told news agency Interpress that the quay was lost.", []),
        ("Ann Tully, the mayor, told local media that the quay was lost.", []),
        ("A port official told her aides that the quay was lost.", []),
        ("Kent Gazette reports citing officials were wrong.", []),
    ],
)
def test_whose_source_it_is(text: str, found: list[str]) -> None:
    assert [text[hit.span.start : hit.span.end] for hit in look(SecondHand(Options()), text)] == found
