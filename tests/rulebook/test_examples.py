"""Examples are held against the exact spans, and say what was expected and what came."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.language.pipeline import Pipeline
from newslint.model import Draft, Span
from newslint.readers.plain import newslint_readers
from newslint.rulebook.examples import failures, first_role, run_examples
from newslint.rulebook.exampletext import build, mark, unmark
from newslint.rulebook.rule import Rule

from .conftest import CHECKS, RULE, changed

MakeRule = Callable[..., Rule]
VERB = "shun:\n  words: [slammed, blasted]\n"
NO_BLANK = ("“{word}” says nothing. Say what happened.", "Say what happened.")
FIRST = "The mayor [[slammed]] the plan."


def verdicts(rule: Rule) -> list[bool]:
    return [result.ok for result in run_examples(rule)]


def test_all_is_well(make_rule: MakeRule) -> None:
    results = run_examples(make_rule())
    assert [(result.side, result.line, result.ok) for result in results] == [
        ("flags", 12, True),
        ("flags", 13, True),
        ("passes", 15, True),
        ("passes", 16, True),
    ]
    assert str(results[0]) == "rules/style/shun.yml:12: style/shun (flags): ok"


@pytest.mark.parametrize(
    ("line", "came"),
    [
        ("The mayor [[slammed the]] plan.", "The mayor [[slammed]] the plan."),
        ("The mayor [[slam]]med the plan.", "The mayor [[slammed]] the plan."),
        ("The [[mayor]] left.", "The mayor left."),
        ("[[slammed]] and slammed", "[[slammed]] and [[slammed]]"),
        ("[[slammed]] and [[hit]]", "[[slammed]] and hit"),
    ],
)
def test_a_span_that_differs_fails(make_rule: MakeRule, line: str, came: str) -> None:
    result = run_examples(make_rule((FIRST, line)))[0]
    assert not result.ok
    assert (result.expected, result.came) == (line, came)
    assert f"  expected: {line}\n  came:     {came}" in str(result)


def test_a_passing_example_that_is_flagged_fails(make_rule: MakeRule) -> None:
    result = run_examples(make_rule(("criticised", "slammed")))[2]
    assert (result.ok, result.came) == (False, "The mayor [[slammed]] the plan.")


def test_paragraphs_line_breaks_and_roles(make_rule: MakeRule) -> None:
    line = "headline: Mayor slammed ¶ They ⏎ [[slammed]] it. ¶ caption: Who [[blasted]] it?"
    assert all(verdicts(make_rule((FIRST, line))))
    draft, spans = build(line, "body")
    assert [(block.role, block.span.cut(draft.text)) for block in draft.blocks] == [
        ("headline", "Mayor slammed"),
        ("body", "They\nslammed it."),
        ("caption", "Who blasted it?"),
    ]
    assert [span.cut(draft.text) for span in spans] == ["slammed", "blasted"]


def test_the_first_block_is_what_the_rule_looks_at(make_rule: MakeRule) -> None:
    assert first_role(make_rule()) == "body"
    rule = make_rule(("warning", "warning\nin: [deck, headline]"))
    assert first_role(rule) == "headline"
    assert all(verdicts(rule))


def test_a_colon_in_ordinary_copy_is_no_role() -> None:
    draft, _ = build("Note: the mayor left. ¶ headlines: none", "body")
    assert draft.text == "Note: the mayor left.\n\nheadlines: none"


def test_fixes_are_applied(make_rule: MakeRule) -> None:
    instead = ("[slammed, blasted]", "[slammed, blasted]\n  instead: criticised")
    good = (FIRST, "He [[slammed]] and ⏎ [[blasted]] it. ¶ Yes. -> He criticised and ⏎ criticised it. ¶ Yes.")
    assert all(verdicts(make_rule(instead, good)))
    bad = run_examples(make_rule(instead, (FIRST, f"{FIRST} -> The mayor hit the plan.")))[0]
    assert (bad.ok, bad.came) == (False, f"{FIRST} -> The mayor criticised the plan.")
    without = run_examples(make_rule((FIRST, f"{FIRST} -> The mayor criticised the plan.")))[0]
    assert (without.ok, without.came) == (False, f"{FIRST} -> The mayor slammed the plan.")


def test_an_example_that_cannot_run_is_not_ok(make_rule: MakeRule, blank: Pipeline) -> None:
    result = run_examples(make_rule((VERB, "parsed:\n"), NO_BLANK), blank)[2]
    assert not result.ok
    assert "could not run: it needs parse" in str(result)


def test_a_crash_is_a_result(make_rule: MakeRule) -> None:
    results = run_examples(make_rule((VERB, "crash:\n"), NO_BLANK))
    assert [result.because for result in results] == ["ZeroDivisionError: of all things"] * 4


def test_a_fact_that_hits_lack_fails(make_rule: MakeRule) -> None:
    results = run_examples(make_rule((VERB, "crash: {how: missing fact}\n"), ("{word}", "{promised}")))
    assert results[0].because == "KeyError: 'promised'"


CASES = """\
cases:
  - draft: |
      headline: Mayor slammed

      They slammed it
      and blasted ⏎ it.
    flags: [slammed, blasted]
  - draft: They left.
    date: 2025-12-13
    kind: opinion
    flags: []
"""


def with_cases(cases: str) -> tuple[str, str]:
    return ("    He said the plan was poor.\n", f"    He said the plan was poor.\n{cases}")


def test_cases(make_rule: MakeRule) -> None:
    results = run_examples(make_rule(with_cases(CASES)))[4:]
    assert [(result.side, result.line, result.ok) for result in results] == [
        ("case", 18, True),
        ("case", 24, True),
    ]


def test_cases_count_as_examples_and_order_counts(make_rule: MakeRule) -> None:
    only = make_rule(
        ("    The council [[blasted]] it.\n", ""),
        ("    The mayor criticised the plan.\n", ""),
        with_cases(CASES),
    )
    assert all(verdicts(only))
    result = run_examples(make_rule(with_cases(CASES.replace("[slammed, blasted]", "[blasted, slammed]"))))[4]
    assert (result.expected, result.came) == ("“blasted”, “slammed”", "“slammed”, “blasted”")


@pytest.mark.parametrize(
    ("said", "ok"), [("whole: yes", True), ("flags: []", False), ("flags: [Too]", False)]
)
def test_a_case_on_the_whole_draft(make_rule: MakeRule, said: str, ok: bool) -> None:
    rule = make_rule(
        (VERB, "measure: {problem: too short}\n"),
        NO_BLANK,
        (RULE[RULE.index("  flags: |") : RULE.index("  passes:")], ""),
        with_cases(
            "cases:\n  - {draft: Too short, whole: yes}\n  - {draft: So short, whole: yes}\n"
            f"  - {{draft: So short, {said}}}\n"
        ),
    )
    assert verdicts(rule) == [True, True, True, True, ok]


def test_a_case_in_a_format_is_read_by_its_reader(make_rule: MakeRule) -> None:
    rule = make_rule(
        with_cases(
            "cases:\n  - draft: |\n      ---\n      kind: opinion\n      ---\n      They slammed it today.\n"
            "    format: plain\n    flags: [slammed]\n"
        )
    )
    (plain,) = newslint_readers()
    read: list[str] = []

    def reader(path: str, data: bytes, format: str) -> Draft:  # noqa: A002 - the name that the caller gives it
        read.append(format)
        return plain.read(path, data)

    assert run_examples(rule, read=reader)[-1].ok
    assert read == ["plain"]
    assert "no reader for the format “plain”" in run_examples(rule)[-1].because


def test_failures_for_tests(tmp_path: Path) -> None:
    path = tmp_path / "style" / "shun.yml"
    path.parent.mkdir()
    path.write_text(RULE, encoding="utf-8")
    assert failures(path, CHECKS) == []
    path.write_text(changed(RULE, [("[[slammed]] the", "[[slammed the]]")]), encoding="utf-8")
    (failure,) = failures(path, CHECKS)
    assert "expected: The mayor [[slammed the]] plan." in failure


def test_mark_and_unmark_undo_each_other() -> None:
    for text in ["[[a]][[b]] c", "a [[b c]] d", "none"]:
        assert mark(*unmark(text)) == text
    assert unmark("a [[b]]") == ("a b", (Span(2, 3),))
