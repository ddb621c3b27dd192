from __future__ import annotations

import pytest

from newslint.checks.avoid import Avoid
from newslint.rulebook.shape import typed
from tests.checks.text import flagged, look


def test_words_as_written_and_in_all_forms() -> None:
    text = "They slam it. She slammed it. Slamming is fun."
    assert flagged(Avoid, {"words": ["slam"]}, text) == ["slam"]
    assert flagged(Avoid, {"words": ["slam"], "forms": "all"}, text) == ["slam", "slammed", "Slamming"]


def test_case() -> None:
    assert flagged(Avoid, {"words": ["TK"], "case": "exact"}, "TK or tk") == ["TK"]


def test_the_fact_is_the_word_as_listed() -> None:
    [(_, hit)] = look(Avoid, {"words": ["war of words"]}, "A war⏎of words began.")
    assert hit.facts == {"word": "war of words"}


def test_regexes_see_lines_and_never_cross_a_paragraph() -> None:
    assert flagged(Avoid, {"regex": [r"^note:"]}, "A note: one ¶ Note: two ⏎ note: three") == [
        "Note:",
        "note:",
    ]
    assert flagged(Avoid, {"regex": [r"one\s+two"]}, "one ⏎ two ¶ one ¶ two") == ["one\ntwo"]


def test_a_regex_that_never_ends_is_stopped() -> None:
    with pytest.raises(TimeoutError):
        flagged(Avoid, {"regex": [r"(a|aa|aaa)+(a|aa)+(aa|a)*$x"]}, "a" * 5000 + "b")


@pytest.mark.parametrize("options", [{}, {"regex": ["("]}, {"words": ["?!"]}])
def test_options_that_make_no_sense(options: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match="regex"):
        Avoid(typed(Avoid.Options, options))


@pytest.mark.parametrize(
    ("near", "hits"),
    [
        ({"words": ["jury"]}, 3),
        ({"words": ["jury"], "within": "paragraph"}, 2),
        ({"words": ["jury"], "within": "sentence"}, 1),
        ({"words": ["juries"], "within": "draft"}, 0),
        ({"words": ["juror"], "forms": "all", "within": "paragraph"}, 1),
        ({"words": ["Jury"], "case": "exact"}, 0),
    ],
)
def test_only_where_other_words_stand_near(near: dict[str, object], hits: int) -> None:
    text = "The killer ran. The jury saw the killer. ¶ The killer slept. Jurors wept."
    options = {"words": ["killer"]}
    assert len(flagged(Avoid, {**options, "when": near}, text)) == hits
    total = len(flagged(Avoid, options, text))
    assert len(flagged(Avoid, {**options, "unless": near}, text)) == total - hits


def test_a_word_does_not_stand_near_itself() -> None:
    text = "The killer met a killer. ¶ The killer ran."
    near = {"words": ["killer"], "within": "sentence"}
    assert flagged(Avoid, {"words": ["killer"], "when": near}, text) == ["killer", "killer"]


def test_words_that_hold_the_flagged_ones_stand_near_them() -> None:
    near = {"words": ["killer whale"], "within": "sentence"}
    text = "The killer whale sang. The killer ran."
    assert flagged(Avoid, {"words": ["killer"], "unless": near}, text) == ["killer"]
