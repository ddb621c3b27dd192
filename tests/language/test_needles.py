from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.needles import needles


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\bTODO:", {"todo:"}),
        (r"^<{7}(?= |$)|^>{7}", {"<" * 7, ">" * 7}),
        (r"[$£]X{2,}\b", {"$xx", "£xx"}),
        (r"ab?c", {"ac", "abc"}),
        (r"(?:so|such) (?:a )?note(?! that)", {"so note", "such note", "so a note", "such a note"}),
        (r"not for (?:release|broadcast)(?: yet)?", {"not for release", "not for broadcast"}),
        (r"a\w*(?:beta|gamma) \d", {"beta ", "gamma "}),
        (r"turn[0-9]+x", {f"turn{digit}" for digit in range(10)}),
        (r"[a-f]bc*", {"b"}),
        (r"1\.5|0-9", {"1.5", "0-9"}),
        (r"(?i:STRASSE|straße)", {"strasse"}),
        (r"\b[A-Z]\w+(?=, who (?:says|said))", {", who says", ", who said"}),
        (r"(?<=the )\w+(?! end)", {"the "}),
        (r"(?:a(?=bc)|\w(?<=de))+", {"bc", "de"}),
    ],
)
def test_what_must_stand_where_an_expression_matches(expression: str, expected: set[str]) -> None:
    assert needles(expression) == expected


@pytest.mark.parametrize(
    "expression",
    [
        "",
        "x*",
        "|a",
        r"\w+",
        "(",
        "a)",
        "[",
        "a{2",
        "**",
        r"(?x) a b",
        r"\p{Lu}abc",
        r"a(?<n>b)",
        r"(a)\1",
        "(?f)ß",
    ],
)
def test_nothing_is_said_of_what_may_match_anything_or_is_not_understood(expression: str) -> None:
    assert needles(expression) == {""}


LEAVES = st.sampled_from(
    [
        "a",
        "Bc",
        "ß",
        r"\.",
        "[xy]",
        "[^x]",
        r"\w",
        ".",
        "(?=b)",
        "(?!b)",
        "(?<=b)",
        "(?=by|x)",
        r"\b",
        "[a-c]",
        "[0-9]",
    ]
)
EXPRESSIONS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map("".join),
        st.lists(inner, min_size=1, max_size=3).map(lambda ways: f"(?:{'|'.join(ways)})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,2}", "{1,}", "+?"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=8,
)


@given(EXPRESSIONS, st.text("abcxyß.1 ", max_size=12))
def test_wherever_an_expression_matches_one_of_its_needles_stands(expression: str, text: str) -> None:
    if re.search(expression, text, re.I):
        assert any(needle in text.casefold() for needle in needles(expression))
