from __future__ import annotations

import subprocess
import sys

import pytest

from newslint.language.expressions import Expression


def found(expression: Expression, text: str) -> list[str]:
    return [match[0] for match in expression.find(text, text.casefold(), timeout=1.0)]


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
        "list(E('embargoed until', exact=False).find('A', 'a', 1.0)); sys.exit('regex' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
