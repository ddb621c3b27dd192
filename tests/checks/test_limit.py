from __future__ import annotations

import subprocess
import sys

import pytest

from newslint.checks.limit import Limit
from newslint.model import Span
from newslint.rulebook.shape import typed
from tests.checks.text import flagged, look

LONG = "The council of the town voted on the pool. "
HARD = "Intergovernmental negotiations concerning regulation demonstrated institutional fragmentation. "


def test_words_in_a_sentence() -> None:
    options = {"count": "words", "per": "sentence", "most": "5"}
    [(words, hit)] = look(Limit, options, "Five words stand right here. Six words stand here, U.S. included.")
    assert words == "Six words stand here, U.S. included."
    assert hit.facts == {"count": "6", "limit": "5", "over": "1"}


def test_too_few() -> None:
    [(_, hit)] = look(Limit, {"count": "words", "per": "draft", "least": 10}, "Only four words here.")
    assert (hit.span, hit.facts["count"]) == (Span(0, 0), "4")


@pytest.mark.parametrize(
    ("count", "most", "hits"),
    [
        ("words", 8, 1),
        ("words", 9, 0),
        ("sentences", 1, 1),
        ("characters", 40, 1),
        ("syllables", 10, 1),
        ("syllables", 11, 0),
    ],
)
def test_what_is_counted_in_a_paragraph(count: str, most: int, hits: int) -> None:
    text = "The council voted. It closed the pool in May. ¶ Fine."
    assert len(flagged(Limit, {"count": count, "per": "paragraph", "most": most}, text)) == hits


def test_headlines_and_ledes_only() -> None:
    options = {"count": "words", "per": "lede", "most": 2}
    assert flagged(Limit, options, "Too many words.", "lede") == ["Too many words."]
    assert flagged(Limit, options, "Too many words.") == []
    assert flagged(Limit, {**options, "per": "headline"}, "Too many words", "headline") == ["Too many words"]


def test_reading_grade() -> None:
    options = {"count": "reading grade", "per": "draft", "most": 12}
    [(_, hit)] = look(Limit, options, HARD * 15)
    assert float(hit.facts["count"]) > 20
    assert flagged(Limit, options, LONG * 15) == []
    assert flagged(Limit, options, HARD) == [], "too short to say"


def test_textstat_is_loaded_only_where_it_counts() -> None:
    code = (
        "import sys; sys.path.insert(0, 'tests/checks');"
        "from text import flagged; from newslint.checks.limit import Limit;"
        f"flagged(Limit, {{'count': 'reading grade', 'per': 'draft', 'most': 12}}, {LONG * 15!r});"
        "sys.exit('textstat' in sys.modules or 'spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "options",
    [
        {"count": "words", "per": "draft"},
        {"count": "words", "per": "draft", "most": 1, "least": 2},
        {"count": "sentences", "per": "sentence", "most": 1},
    ],
)
def test_options_that_make_no_sense(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"how many|less|one sentence"):
        Limit(typed(Limit.Options, options))


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("Will the pool reopen?", True),
        ("Will the pool reopen?”", True),
        ("Who knew? Nobody, says mayor", True),
        ("‘Will the pool reopen?’ asks mayor", False),
        ("Mayor: ‘Will the pool reopen?’", False),
        ("How the pool was closed", False),
    ],
)
def test_questions_that_the_writer_asks(text: str, asked: bool) -> None:
    options = {"count": "questions", "per": "headline", "most": 0}
    assert bool(flagged(Limit, options, f"headline: {text} ¶ lede: Where? ¶ There.")) is asked


def test_words_in_capitals_are_longer_than_initials() -> None:
    options = {"count": "words in capitals", "per": "headline", "most": 1}
    assert flagged(Limit, options, "headline: NATO and FBI meet US in UTAH ¶ lede: So.", "headline") != []
    assert flagged(Limit, options, "headline: NATO and FBI meet US in Utah ¶ lede: So.", "headline") == []
    told = "headline: NATO and ASEAN meet ¶ lede: Envoys of ASEAN and of NATO met."
    assert flagged(Limit, options, told) == []
