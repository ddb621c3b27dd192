"""Hits are sifted by role and scope, dressed, and a rule that fails costs only itself."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.language.pipeline import Pipeline
from newslint.model import Severity, Span
from newslint.model.stretches import Stretches
from newslint.readers.base import Builder
from newslint.rulebook.engine import INTERNAL_ERROR, Chosen, hits, run
from newslint.rulebook.rule import Rule
from newslint.rulebook.wording import fill, trim
from newslint.story.story import Story

from .conftest import draft

MakeRule = Callable[..., Rule]
MakeStory = Callable[..., Story]
VERB = "shun:\n  words: [slammed, blasted]\n"
NO_BLANK = ("“{word}” says nothing. Say what happened.", "Say what happened.")


def words(rule: Rule, story: Story) -> list[str]:
    return [story.draft.cut(hit.span) for hit in hits(rule, story)]


def chosen(*rules: Rule) -> list[Chosen]:
    return [Chosen(rule, rule.severity) for rule in rules]


def test_a_hit_becomes_a_finding_at_its_place(make_rule: MakeRule, make_story: MakeStory) -> None:
    story = make_story("headline: Plan passes ¶ The mayor slammed it. ⏎ Others blasted it.", "city/plan.txt")
    findings = run(story, chosen(make_rule())).findings
    assert [(f.path, f.rule, f.severity) for f in findings] == [
        ("city/plan.txt", "style/shun", Severity.warning)
    ] * 2
    first, second = findings
    assert first.start
    assert first.end
    assert second.start
    assert (first.start.line, first.start.column, first.end.column) == (3, 11, 18)
    assert (second.start.line, second.start.column) == (4, 8)
    assert first.message == "“slammed” says nothing. Say what happened."
    assert [(r.message, r.start.line) for r in second.related] == [("first here", 3)]
    assert first.fingerprint != second.fingerprint


def test_roles(make_rule: MakeRule, make_story: MakeStory) -> None:
    text = "headline: Mayor slammed ¶ lede: They blasted it. ¶ caption: Who slammed it?"
    assert words(make_rule(), make_story(text)) == ["blasted", "slammed"]
    assert words(make_rule(("warning", "warning\nin: [headline]")), make_story(text)) == ["slammed"]
    assert words(make_rule(("warning", "warning\nin: byline")), make_story(text)) == []


def test_scope(make_rule: MakeRule, make_story: MakeStory) -> None:
    story = make_story("Critics slammed the plan. “They blasted us,” said Ann Lee, the mayor, on Monday.")
    assert words(make_rule(), story) == ["slammed"]
    assert words(make_rule(("warning", "warning\nscope: quotations")), story) == ["blasted"]
    assert words(make_rule(("warning", "warning\nscope: all")), story) == ["slammed", "blasted"]


def test_a_hit_that_holds_a_quotation_is_narration(make_rule: MakeRule, make_story: MakeStory) -> None:
    rule = make_rule(("[slammed, blasted]", "['the “very bad” plan', slammed]"))
    story = make_story("He called it the “very bad” plan of an hour.")
    assert words(rule, story) == ["the “very bad” plan"]


def test_quotations_are_not_read_for_rules_that_look_everywhere(
    make_rule: MakeRule, make_story: MakeStory
) -> None:
    story = make_story("They slammed it.")
    hits(make_rule(("warning", "warning\nscope: all")), story)
    hits(make_rule(("[slammed, blasted]", "[absent]")), story)
    assert "_quotations" not in vars(story)


def test_of_overlapping_hits_the_longer_stays(make_rule: MakeRule, make_story: MakeStory) -> None:
    class Both(type(make_rule().check)):  # type: ignore[misc]
        def look(self, story: Story) -> object:
            for start, end in [(0, 5), (3, 10), (3, 10), (9, 12), (12, 14)]:
                yield from ()
                hit = next(iter(super().look(story)))
                yield type(hit)(Span(start, end), hit.facts)

    rule = make_rule()
    vars(rule)["check"] = Both(rule.options)
    assert [tuple(hit.span) for hit in hits(rule, make_story("abc slammed and more text"))] == [
        (3, 10),
        (12, 14),
    ]


def test_a_finding_on_the_whole_draft_has_no_place(make_rule: MakeRule, make_story: MakeStory) -> None:
    rule = make_rule(
        (VERB, "measure: {problem: too short}\n"), NO_BLANK, ("warning", "warning\nin: [headline]")
    )
    (finding,) = run(make_story("Too short"), chosen(rule)).findings
    assert finding.start is None
    assert finding.end is None
    assert finding.fingerprint


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ("raise", "ZeroDivisionError: of all things"),
        ("overrun", "ran over its time budget"),
        ("bad span", "lies outside the text"),
        ("missing fact", "KeyError: 'promised'"),
    ],
)
def test_a_rule_that_breaks_down_costs_only_itself(
    make_rule: MakeRule, make_story: MakeStory, how: str, told: str
) -> None:
    crash = make_rule((VERB, f"crash: {{how: {how}}}\n"), ("{word}", "{promised}"))
    outcome = run(make_story("They slammed it."), chosen(crash, make_rule()))
    broken, sound = sorted(outcome.findings, key=lambda finding: finding.rule)
    assert (broken.rule, broken.severity, sound.rule) == (INTERNAL_ERROR, Severity.error, "style/shun")
    assert "style/shun" in broken.message  # the rule that broke; both are called so here
    assert told in broken.message
    assert outcome.failed
    assert outcome.ran == {"style/shun"}


def test_options_that_make_no_sense_are_a_trouble_of_their_rule(
    make_rule: MakeRule, make_story: MakeStory
) -> None:
    odd, sound = make_rule(("[slammed, blasted]", "[slammed]\n  instead: slammed")), make_rule()
    outcome = run(make_story("They slammed it."), chosen(odd, sound))
    (trouble,) = outcome.troubles
    assert "replaced by itself" in trouble.message
    assert len(outcome.findings) == 1


def test_a_rule_that_needs_more_than_the_pipeline_gives_is_skipped(
    make_rule: MakeRule, make_story: MakeStory
) -> None:
    rule = make_rule((VERB, "parsed:\n"), NO_BLANK)
    outcome = run(make_story("They slammed it."), chosen(rule))
    assert outcome.findings == ()
    assert [(s.rule, s.reason) for s in outcome.skipped] == [
        ("style/shun", "needs parse, which the pipeline “blank” does not give")
    ]
    assert outcome.ran == frozenset()
    assert not outcome.failed


class Unopened(Pipeline):
    @property
    def abilities(self) -> frozenset[str]:  # type: ignore[override]
        raise AssertionError("the pipeline was opened")


def test_the_pipeline_stays_shut_unless_needed(make_rule: MakeRule) -> None:
    assert len(run(Story(draft("They slammed it."), Unopened()), chosen(make_rule())).findings) == 1


FIXING = (
    ("[slammed, blasted]", "[slammed, blasted]\n  instead: criticised"),
    ("[[slammed]] the plan.", "[[slammed]] the plan. -> The mayor criticised the plan."),
)


def test_rewrites_become_edits_only_where_examples_show_them(
    make_rule: MakeRule, make_story: MakeStory
) -> None:
    story = make_story("They slammed it.")
    (silent,) = run(story, chosen(make_rule(FIXING[0]))).findings
    (fixing,) = run(story, chosen(make_rule(*FIXING))).findings
    assert silent.edits == ()
    (edit,) = fixing.edits
    assert (edit.start.offset, edit.end.offset, edit.text, edit.safe) == (5, 12, "criticised", True)


@pytest.mark.parametrize(
    ("text", "scope", "edited"),
    [
        ("He said they “slammed” it all the time.", "narration", 0),
        ("He said they “slammed” it all the time.", "all", 1),
        ("They slammed “the new plan” hard.", "narration", 1),
    ],
)
def test_quoted_words_are_not_rewritten_for_a_rule_on_narration(
    make_rule: MakeRule, make_story: MakeStory, text: str, scope: str, edited: int
) -> None:
    rule = make_rule(*FIXING, ("warning", f"warning\nscope: {scope}"))
    findings = run(make_story(text), chosen(rule)).findings
    assert sum(len(finding.edits) for finding in findings) == edited


@pytest.mark.parametrize("word", ["slammed “the", "slammed the", "slammed”", 'slammed"'])
def test_quotation_marks_are_not_rewritten(make_rule: MakeRule, make_story: MakeStory, word: str) -> None:
    rule = make_rule(("[slammed, blasted]", f"['{word}']\n  instead: hit the"), FIXING[1])
    text = f"They {word} plan of the mayor and of all the others here."
    findings = run(make_story(text), chosen(rule)).findings
    assert [bool(finding.edits) for finding in findings] == [word == "slammed the"]


def test_marks_are_not_put_in(make_rule: MakeRule, make_story: MakeStory) -> None:
    rule = make_rule(("[slammed, blasted]", "[slammed, blasted]\n  instead: “criticised”"), FIXING[1])
    assert [finding.edits for finding in run(make_story("They slammed it."), chosen(rule)).findings] == [()]


def test_an_edit_never_eats_markup(make_rule: MakeRule, blank: Pipeline) -> None:
    builder = Builder("a.md", "He slam&#109;ed it, they slammed it.", format="markdown", encoding="utf-8")
    builder.open("body")
    builder.add(0, 7)
    builder.add_as(7, 13, "m")
    builder.add(13, 36)
    builder.close()
    findings = run(Story(builder.draft(), blank), chosen(make_rule(*FIXING))).findings
    assert [len(finding.edits) for finding in findings] == [0, 1]
    assert findings[1].edits[0].start.offset == 25


def test_stretches_hold_spans_inside_any_of_them() -> None:
    stretches = Stretches([Span(5, 20), Span(8, 10), Span(30, 40)])
    assert [
        span for span in [(5, 20), (9, 15), (19, 21), (4, 6), (30, 31), (41, 42)] if stretches.hold(span)
    ] == [
        (5, 20),
        (9, 15),
        (30, 31),
    ]
    met = [
        span
        for span in [(0, 5), (0, 6), (19, 25), (20, 30), (5, 5), (20, 20), (6, 6)]
        if stretches.meet(span)
    ]
    assert met == [(0, 6), (19, 25), (6, 6)]
    assert not Stretches([]).hold((0, 1))
    assert not Stretches([]).meet((0, 1))


def test_messages_name_facts_and_cut_what_is_long() -> None:
    assert fill("“{match}” is {why}\n", {"why": "bad"}, "a\nb") == "“a b” is bad"
    assert fill("%s {0x} is".replace("{0x}", "{match}"), {}, "100%") == "%s 100% is"
    long = trim("word " * 40)
    assert len(long) <= 70
    assert long.endswith("word…")
    assert trim("x" * 100) == "x" * 69 + "…"
    assert trim("short") == "short"
