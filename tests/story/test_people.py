"""Surnames and pronouns to people."""

from __future__ import annotations

from newslint.model import Span
from newslint.story.names import Mention, Name
from newslint.story.sourcing.people import People


def person(canonical: str, *places: int, title: str = "") -> Name:
    given, surname = canonical.split()
    mentions = tuple(Mention(Span(at, at + len(canonical)), canonical, title) for at in places)
    return Name(canonical, "person", mentions, given, surname)


def test_a_surname_goes_to_the_only_person_so_surnamed() -> None:
    people = People([person("Ann Tully", 0), person("Brian Okoro", 20)], "")
    assert people.full_name("Tully") == "Ann Tully"
    assert people.full_name("Ann Tully") == "Ann Tully"
    assert people.full_name("Marsh") is None


def test_a_surname_of_two_people_is_nobody_in_particular() -> None:
    people = People([person("Ann Tully", 0), person("Brian Tully", 20)], "")
    assert people.full_name("Tully") is None


def test_bodies_are_no_people() -> None:
    people = People(
        [Name("Marsh Corporation", "organisation", (Mention(Span(0, 17), "Marsh Corporation"),))], ""
    )
    assert people.at(Span(0, 17)) is None


def test_the_last_person_of_a_stretch() -> None:
    people = People([person("Ann Tully", 0, 40), person("Brian Okoro", 20)], "")
    assert people.at(Span(0, 40)) == "Brian Okoro"
    assert [one.person for one in people.between(20, 60)] == ["Brian Okoro", "Ann Tully"]


def test_titles_and_earlier_pronouns_tell_he_from_she() -> None:
    people = People([person("Ann Tully", 0, title="Ms."), person("Brian Okoro", 20)], "")
    assert people.may_be("she", "Ann Tully")
    assert not people.may_be("he", "Ann Tully")
    assert people.may_be("she", "Brian Okoro")
    people.settle("he", "Brian Okoro")
    assert not people.may_be("she", "Brian Okoro")
    assert people.may_be("they", "Brian Okoro")


def test_a_role_means_the_only_person_to_whom_it_was_given() -> None:
    text = "Ann Tully, the harbour master, left. Sen. Brian Okoro stayed."
    people = People([person("Ann Tully", 0), person("Brian Okoro", 42, title="Sen.")], text)
    assert people.with_role("master", 50) == "Ann Tully"
    assert people.with_role("senator", 60) == "Brian Okoro"
    assert people.with_role("senator", 20) is None  # not yet said


def test_a_role_that_two_people_have_means_neither() -> None:
    people = People([person("Ann Tully", 0, title="Mayor"), person("Brian Okoro", 20, title="Mayor")], "")
    assert people.with_role("mayor", 40) is None
