from __future__ import annotations

import subprocess
import sys

import pytest

from newslint.language.expressions import Expression, Expressions
from newslint.model import Span


def found(expression: Expression, text: str) -> list[str]:
    may_match = expression.may_match(text.casefold())
    matches = [match.value for match in expression.find(text, Span(0, len(text)), timeout=1.0)]
    assert may_match or not matches
    return matches


def test_capitals_matter_only_where_the_rule_says_so() -> None:
    assert found(Expression(r"\bnote:", exact=False), "NOTE: a note: b") == ["NOTE:", "note:"]
    assert found(Expression(r"\bnote:", exact=True), "NOTE: a note: b") == ["note:"]


def test_an_expression_that_names_no_text_is_looked_for_everywhere() -> None:
    assert found(Expression(r"\w+$", exact=False), "one two\nthree") == ["two", "three"]


@pytest.mark.parametrize("source", ["(", "[a", r"(?P<x>a)(?P<x", "a{2,1}|b*"])
def test_an_expression_that_cannot_be_read_is_told_when_the_rule_is(source: str) -> None:
    with pytest.raises(ValueError, match="cannot be read"):
        Expression(source, exact=False)


def test_what_no_draft_holds_is_not_compiled() -> None:
    code = (
        "import sys; from newslint.language.expressions import Expression as E;"
        "sys.exit(E('embargoed until', exact=False).may_match('a') or 'regex' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_words_that_may_stand_half_in_the_next_paragraph_are_looked_for_everywhere() -> None:
    assert Expression("end(?=\n\nMore)", exact=False).may_match("the end")


DRAFT = "The Note: a\n\nnote: b\n\n12 c"
PARAGRAPHS = [Span(0, 11), Span(13, 20), Span(22, 26)]


def test_several_are_looked_for_in_each_paragraph() -> None:
    several = Expressions(["embargoed until", r"\bnote:.*", r"\d+"], exact=False)
    found = list(several.find_all(DRAFT, DRAFT.casefold(), PARAGRAPHS, timeout=1.0))
    assert [(each.value, each.span.cut(DRAFT)) for each in found] == [
        (x, x) for x in ("Note: a", "note: b", "12")
    ]
    alone = [each for within in PARAGRAPHS for each in several.find(DRAFT, within, timeout=1.0)]
    assert alone == found


def test_a_match_ends_in_its_paragraph_and_sees_the_line_end_behind_it() -> None:
    several = Expressions([r"a\s+note", r"b(?=\n)", r"(?<=\n)12"], exact=False)
    found = several.find_all(DRAFT, DRAFT.casefold(), PARAGRAPHS, timeout=1.0)
    assert [each.value for each in found] == ["b", "12"]


def test_an_expression_that_takes_long_is_given_up_whatever_the_paragraphs() -> None:
    slow = Expressions([r"(?:a|aa)+$"], exact=False)
    text = "\n\n".join(["a" * 40 + "b"] * 3)
    paragraphs = [Span(at, at + 41) for at in (0, 43, 86)]
    with pytest.raises(TimeoutError):
        list(slow.find_all(text, text, paragraphs, timeout=0.05))
