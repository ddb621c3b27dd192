"""A finding is known again after edits elsewhere, and told from its like."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from newslint.language.pipeline import Pipeline
from newslint.rulebook.engine import Chosen, run
from newslint.rulebook.exampletext import build
from newslint.rulebook.rule import Rule, parse_rule
from newslint.rulebook.verbs import registry
from newslint.rulebook.yamlfile import parse_yaml
from newslint.story.story import Story

from .conftest import CHECKS, RULE

BLANK = Pipeline("blank")
PARAGRAPH = "The mayor, who had slammed the plan before, left early."
word = st.text("abcdefgh", min_size=1, max_size=8)
paragraphs = st.lists(st.lists(word, min_size=1, max_size=12).map(" ".join), max_size=4)


def rule(*formerly: str) -> Rule:
    text = RULE.replace("severity:", f"formerly: [{', '.join(formerly)}]\nseverity:", 1)
    return parse_rule(parse_yaml(text, "x.yml"), "style/shun", registry(CHECKS))


def prints(blocks: list[str], one: Rule | None = None) -> list[str]:
    draft, _ = build(" ¶ ".join(blocks), "body")
    chosen = one or rule()
    return [
        finding.fingerprint
        for finding in run(Story(draft, BLANK), [Chosen(chosen, chosen.severity)]).findings
    ]


@given(above=paragraphs, below=paragraphs)
def test_edits_elsewhere_do_not_change_it(above: list[str], below: list[str]) -> None:
    assert prints([*above, PARAGRAPH, *below]) == prints([PARAGRAPH])


@given(far=st.lists(word, min_size=1, max_size=30).map(" ".join))
def test_nor_do_edits_far_off_in_its_paragraph(far: str) -> None:
    assert prints([f"{far} {PARAGRAPH} {far}"]) == prints([PARAGRAPH])


def test_spaces_capitals_and_curls_do_not_count() -> None:
    text = "It’s so: they slammed it."
    assert prints([text]) == prints(["it's  so: They slammed ⏎ it."])


def test_words_beside_it_do() -> None:
    assert prints([PARAGRAPH]) != prints([PARAGRAPH.replace("before", "again")])
    assert prints([PARAGRAPH]) != prints([PARAGRAPH.replace("slammed", "blasted")])


@given(times=st.integers(2, 6))
def test_equal_ones_are_numbered(times: int) -> None:
    found = prints([PARAGRAPH] * times)
    assert len(set(found)) == times
    assert found[0] == prints([PARAGRAPH])[0]
    assert found[1] == f"{found[0]}-2"


def test_a_renamed_rule_keeps_them(make_rule: Callable[..., Rule]) -> None:
    was = make_rule(("style/shun", "style/old"), name="style/old")
    assert prints([PARAGRAPH], rule("style/old", "style/later")) == prints([PARAGRAPH], was)
    assert prints([PARAGRAPH]) != prints([PARAGRAPH], was)
