from __future__ import annotations

import pytest

from newslint.checks.prefer import Prefer
from newslint.rulebook.shape import typed
from tests.checks.text import flagged, look

ADVISER = {"use": "adviser", "not": ["advisor"]}


@pytest.mark.parametrize(
    ("options", "text", "better"),
    [
        (ADVISER, "Two advisors came.", "advisers"),
        (ADVISER, "Advisors came.", "Advisers"),
        (ADVISER, "ADVISORS CAME.", "ADVISERS"),
        (ADVISER, "The advisor’s car.", "adviser"),
        ({"use": "healthcare", "not": ["health care"]}, "Good health⏎care plans.", "healthcare"),
        ({"use": "criticise", "not": ["slam"]}, "He slammed it.", "criticised"),
        ({"use": "Wi-Fi", "not": ["wifi"]}, "The wifi failed.", "Wi-Fi"),
        ({"use": "internet", "not": ["Internet"], "case": "exact"}, "The Internet failed.", "internet"),
    ],
)
def test_the_rewrite_keeps_capitals_and_form(options: dict[str, object], text: str, better: str) -> None:
    [(_, hit)] = look(Prefer, options, text)
    assert hit.facts["better"] == better
    assert [(rewrite.span, rewrite.text, rewrite.safe) for rewrite in hit.rewrites] == [
        (hit.span, better, False)
    ]


def test_safe_only_where_the_rule_says_so() -> None:
    [(_, hit)] = look(Prefer, {**ADVISER, "safe": "yes"}, "An advisor came.")
    assert hit.rewrites[0].safe


def test_names_spell_themselves() -> None:
    assert flagged(Prefer, ADVISER, "The Board of Advisors met.") == []


def test_a_sentence_begins_with_a_capital_all_the_same() -> None:
    options = {"use": "internet", "not": ["Internet"], "case": "exact"}
    assert flagged(Prefer, options, "Internet use fell. The Internet failed.") == ["Internet"]


def test_several_pairs() -> None:
    options = {"pairs": [ADVISER, {"use": "siege", "not": ["seige"]}]}
    assert flagged(Prefer, options, "The seige hurt advisors.") == ["seige", "advisors"]


def test_as_written() -> None:
    assert flagged(Prefer, {**ADVISER, "forms": "as written"}, "An advisor, two advisors.") == ["advisor"]


@pytest.mark.parametrize(
    "options", [{}, {"use": "a"}, {"not": ["a"]}, {"use": "Adviser", "not": ["adviser"]}]
)
def test_options_that_make_no_sense(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"use|preferred"):
        Prefer(typed(Prefer.Options, options))
