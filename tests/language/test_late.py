"""Expressions that wait to be compiled, and the concordance."""

from __future__ import annotations

import re
from operator import attrgetter

import pytest

from newslint.language.phrases import Phrases
from newslint.language.words import concord, find_words
from newslint.late import late
from newslint.model import Span


def test_late_expressions_work_like_compiled_ones() -> None:
    expression = late(r"(?P<first>a)(b*)", re.I)
    assert expression.findall("abb A") == [("a", "bb"), ("A", "")]
    found = expression.fullmatch("Ab")
    assert found is not None
    assert found["first"] == "A"
    assert expression.search("xxab", 3) is None
    assert expression.sub("-", "ab c") == "- c"


def test_a_broken_late_expression_is_told_when_it_is_used() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.search("x")
    with pytest.raises(AttributeError):
        attrgetter("nothing_of_the_kind")(broken)


def test_phrases_are_found_in_all_blocks_and_over_none() -> None:
    text = "The end of the road\nmap. No\n\nroad map, road  map’s end"
    blocks = [Span(0, 27), Span(29, len(text))]
    places = concord(find_words(text, block) for block in blocks)
    phrases = Phrases([("road map", 1, False), ("no road", 2, False), ("end", 3, False)])
    assert [(found.span.cut(text), found.value) for found in phrases.find_all(text, places)] == [
        ("end", 3),
        ("road\nmap", 1),
        ("road map", 1),
        ("road  map", 1),
        ("end", 3),
    ]
