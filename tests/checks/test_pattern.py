from __future__ import annotations

from pathlib import Path

import pytest

from newslint.checks.pattern import PatternCheck
from newslint.rulebook.examples import failures
from newslint.rulebook.shape import typed
from tests.checks.text import flagged, look

BELIEVED = [
    {"word": ["it"]},
    {"word": ["is", "’s"]},
    {"word": ["widely"], "optional": "yes"},
    {"word": ["believed"], "name": "verb"},
]


def test_words_in_a_row_over_line_breaks() -> None:
    [(words, hit)] = look(PatternCheck, {"items": BELIEVED}, "It⏎is widely  believed. He is believed.")
    assert words == "It\nis widely  believed"
    assert hit.facts == {"subject": "", "verb": "believed", "object": "", "modifier": ""}


def test_apostrophes_are_alike() -> None:
    assert flagged(PatternCheck, {"items": BELIEVED}, "It’s believed; it's believed.") == [
        "It’s believed",
        "it's believed",
    ]


def test_unless_looks_to_the_end_of_the_sentence() -> None:
    options = {"items": BELIEVED, "unless": ["according to"]}
    text = "It is believed, according to police. It is believed. According to police it rained."
    assert flagged(PatternCheck, options, text) == ["It is believed"]


def test_needs_are_those_of_the_items() -> None:
    def needs(*items: dict[str, object]) -> frozenset[str]:
        return PatternCheck(typed(PatternCheck.Options, {"items": list(items)})).needs

    assert needs({"word": ["it"]}) == {"tokens"}
    assert needs({"lemma": ["say"], "name": "verb"}, {"role": "subject", "of": "verb"}) == {
        "tokens",
        "lemmas",
        "parse",
    }


def test_a_pattern_that_is_none_says_why() -> None:
    with pytest.raises(ValueError, match="optional"):
        PatternCheck(typed(PatternCheck.Options, {"items": [{"word": ["a"], "optional": "yes"}]}))


def test_a_rule_may_write_the_items_as_a_list(tmp_path: Path) -> None:
    rule = tmp_path / "claims" / "believed.yml"
    rule.parent.mkdir()
    rule.write_text(
        "rule: claims/believed\ntitle: By whom?\nseverity: warning\nwhy: Say who.\nsee: https://www.ap.org/\n"
        "pattern:\n  - {word: [it]}\n  - {word: [is]}\n  - {word: [believed], name: verb}\n"
        "message: “{verb}” by whom?\nexamples:\n"
        "  flags: |\n    [[It is believed]].\n    Now [[it is believed]].\n"
        "  passes: |\n    It is.\n    Believed.\n",
        encoding="utf-8",
    )
    assert failures(rule, [PatternCheck]) == []
