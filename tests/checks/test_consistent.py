from __future__ import annotations

import pytest

from newslint.checks.consistent import Consistent
from newslint.rulebook.shape import typed
from tests.checks.text import flagged, look

MAIL = {"one_of": [["email", "e-mail"], ["U.S.", "US"]]}


def test_the_minority_is_flagged_and_shown_the_first_use() -> None:
    [(words, hit)] = look(Consistent, MAIL, "An email. Two e-mails. Three emails.")
    assert words == "e-mails"
    assert hit.facts == {"better": "emails", "other": "email", "uses": "2"}
    assert hit.asides[0].span == (3, 8)
    assert hit.rewrites[0].text == "emails"
    assert not hit.rewrites[0].safe


def test_of_equals_the_first_is_right() -> None:
    assert flagged(Consistent, MAIL, "An e-mail. An email.") == ["email"]


def test_quotations_are_not_counted() -> None:
    text = "An e-mail came. “My email was read, and my email was lost,” she said."
    assert flagged(Consistent, MAIL, text) == []


def test_headlines_are_not_counted() -> None:
    assert flagged(Consistent, MAIL, "headline: US votes ¶ The U.S. voted. The U.S. slept.") == []


def test_capitals_count_where_the_spelling_has_them() -> None:
    assert flagged(Consistent, MAIL, "The U.S. told us all, and the US listened. The U.S. slept.") == ["US"]


def test_spellings_that_differ_in_capitals_only() -> None:
    text = "The internet grew. The Internet shrank. The internet grew."
    assert flagged(Consistent, {"one_of": [["Internet", "internet"]]}, text) == ["Internet"]


def test_a_capital_that_opens_a_sentence_tells_nothing() -> None:
    text = "The internet grew. Internet use fell. “Internet,” he wrote, and the internet shrank."
    assert flagged(Consistent, {"one_of": [["Internet", "internet"]]}, text) == []


def test_names_spell_themselves() -> None:
    options = {"one_of": [["centre", "center"]]}
    assert flagged(
        Consistent, options, "The centre of town, near Lincoln Center. Center forwards played."
    ) == ["Center"]


def test_capitals_are_kept() -> None:
    [(_, hit)] = look(
        Consistent, {"one_of": [["centre", "center"]]}, "The centre and the centre. Centers close."
    )
    assert hit.facts["better"] == "Centres"


def test_a_form_that_two_spellings_share_tells_nothing() -> None:
    assert (
        flagged(Consistent, {"one_of": [["programme", "program"]]}, "The programme. Programming is hard.")
        == []
    )


def test_one_spelling_is_no_group() -> None:
    with pytest.raises(ValueError, match="two spellings"):
        Consistent(typed(Consistent.Options, {"one_of": [["email"]]}))
