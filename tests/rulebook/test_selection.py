"""Who says which rules run: the closest statement wins, then the later voice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Severity
from newslint.rulebook.mistakes import Unplaced
from newslint.rulebook.rule import Rule, parse_rule
from newslint.rulebook.selection import Layer, Selection, Statement, command_line, statements, weight
from newslint.rulebook.verbs import registry
from newslint.rulebook.yamlfile import parse_yaml

from .conftest import CHECKS, rule_text

NAMES = ("quotes/one", "quotes/two", "claims/one")
FILES = {name: parse_yaml(rule_text(name), f"rules/{name}.yml") for name in NAMES}
RULES = {name: parse_rule(file, name, registry(CHECKS)) for name, file in FILES.items()}


def layer(origin: str = "a.toml", select: list[str] | None = None, **said: object) -> Layer:
    return Layer(Unplaced(origin), statements(select, **said), closed=select is not None)  # type: ignore[arg-type]


def on(*layers: Layer) -> set[str]:
    selection = Selection(layers)
    return {name for name, rule in RULES.items() if selection.decide(rule).on}


@pytest.mark.parametrize(
    ("layers", "expected"),
    [
        ([], set(NAMES)),
        ([layer(ignore=["quotes"])], {"claims/one"}),
        ([layer(ignore=["quotes/*"])], {"claims/one"}),
        ([layer(ignore=["all"])], set()),
        ([layer(select=["quotes"])], {"quotes/one", "quotes/two"}),
        ([layer(select=["quotes"], ignore=["quotes/two"])], {"quotes/one"}),
        ([layer(select=["quotes/two"], ignore=["quotes"])], {"quotes/two"}),
        ([layer(select=["quotes"], ignore=["quotes"])], set()),
        ([layer(select=["quotes"], extend_select=["claims/one"])], set(NAMES)),
        ([layer(select=[])], set()),
        # a later voice
        ([layer(ignore=["quotes"]), layer(extend_select=["quotes"])], set(NAMES)),
        ([layer(ignore=["quotes/one"]), layer(extend_select=["quotes"])], {"quotes/two", "claims/one"}),
        ([layer(ignore=["quotes/one"]), layer(extend_select=["quotes/one"])], set(NAMES)),
        ([layer(select=["quotes"]), layer(select=["claims"])], {"claims/one"}),
        (
            [layer(select=["quotes/one"]), layer(select=["quotes"], ignore=["all"])],
            {"quotes/one", "quotes/two"},
        ),
        ([layer(select=["quotes/one"]), layer(select=["quotes"]), layer(ignore=["quotes"])], set()),
        ([layer(ignore=["quotes/one"]), layer(select=["quotes"])], {"quotes/two"}),
        ([layer(select=["quotes"]), layer(extend_select=["claims"])], set(NAMES)),
        ([layer(extend_select=["quotes/one"]), layer(ignore=["quotes"])], {"quotes/one", "claims/one"}),
    ],
)
def test_which_rules_run(layers: list[Layer], expected: set[str]) -> None:
    assert on(*layers) == expected


def test_severity_follows_the_same_order_and_turns_nothing_on() -> None:
    far = layer("far", severity={"quotes/one": Severity.error, "quotes": Severity.suggestion})
    near = layer("near", ignore=["quotes/two"], severity={"quotes": Severity.error})
    selection = Selection((far, near))
    one, two = selection.decide(RULES["quotes/one"]), selection.decide(RULES["quotes/two"])
    assert (one.severity, one.severity_from) == (Severity.error, "far")
    assert (two.severity, two.severity_from, two.on, two.on_from) == (Severity.error, "near", False, "near")
    assert selection.decide(RULES["claims/one"]).severity_from == "rules/claims/one.yml"


def test_a_rule_on_trial_is_never_more_than_a_suggestion() -> None:
    trial = replace(RULES["quotes/one"], status="trial")
    decision = Selection((layer(severity={"quotes/one": Severity.error}),)).decide(trial)
    assert (decision.on, decision.severity) == (True, Severity.suggestion)
    assert "trial" in decision.severity_from


def test_a_retired_rule_never_runs() -> None:
    retired = replace(RULES["quotes/one"], status="retired")
    decision = Selection((layer(select=["quotes/one"]),)).decide(retired)
    assert not decision.on
    assert "retired" in decision.on_from


def test_options_come_in_order_with_their_files() -> None:
    far, near = (
        layer("far", options={"quotes/one": {"most": "1"}}),
        layer("near", options={"quotes/one": {"most": "2"}}),
    )
    settings = Selection((far, near)).decide(RULES["quotes/one"]).settings
    assert [(setting.options, setting.file.path) for setting in settings] == [
        ({"most": "1"}, "far"),
        ({"most": "2"}, "near"),
    ]


def test_the_command_line_is_closed_only_by_select() -> None:
    assert on(command_line(select=["claims"])) == {"claims/one"}
    assert on(command_line(ignore=["claims"])) == {"quotes/one", "quotes/two"}
    assert command_line(["x"]).origin == "the command line"


selectors = st.sampled_from(["all", "quotes", "claims", *NAMES])
lists = st.lists(selectors, max_size=3)
layers_ = st.builds(
    lambda select, extend, ignore: layer(select=select, extend_select=extend, ignore=ignore),
    st.none() | lists,
    lists,
    lists,
)
chains = st.lists(layers_, max_size=4)
rules = st.sampled_from(list(RULES.values()))


@given(chains, rules)
def test_a_last_word_by_name_always_wins(chain: list[Layer], rule: Rule) -> None:
    assert not Selection((*chain, layer(ignore=[rule.name]))).decide(rule).on
    assert Selection((*chain, layer(extend_select=[rule.name]))).decide(rule).on
    assert Selection((*chain, layer(select=[rule.name]))).decide(rule).on


@given(chains, rules)
def test_within_a_layer_ignore_beats_select_of_the_same_closeness(chain: list[Layer], rule: Rule) -> None:
    both = layer(select=[rule.name], ignore=[rule.name])
    assert not Selection((*chain, both)).decide(rule).on


@given(chains, rules)
def test_a_select_that_does_not_name_a_rule_ends_it(chain: list[Layer], rule: Rule) -> None:
    other = next(name for name in NAMES if name.partition("/")[0] != rule.family)
    assert not Selection((*chain, layer(select=[other]))).decide(rule).on


@given(chains, rules)
def test_what_says_nothing_of_a_rule_changes_nothing(chain: list[Layer], rule: Rule) -> None:
    other = next(name for name in NAMES if name.partition("/")[0] != rule.family)
    before, after = (
        Selection(tuple(chain)).decide(rule),
        Selection((*chain, layer(ignore=[other]))).decide(rule),
    )
    assert (before.on, before.on_from) == (after.on, after.on_from)


@given(layers_, rules)
def test_the_order_within_a_layer_does_not_count(one: Layer, rule: Rule) -> None:
    turned = Layer(one.file, one.statements[::-1], one.closed)
    assert Selection((one,)).decide(rule) == Selection((turned,)).decide(rule)


@given(chains, rules)
def test_saying_it_twice_changes_nothing(chain: list[Layer], rule: Rule) -> None:
    assert Selection((*chain, *chain[-1:])).decide(rule).on == Selection(tuple(chain)).decide(rule).on


def test_weights() -> None:
    rule = RULES["quotes/one"]
    assert [weight(s, rule) for s in ("quotes/one", "quotes", "quotes/*", "all", "*", "claims", "quo")] == [
        3,
        2,
        2,
        1,
        1,
        0,
        0,
    ]
    assert Statement("all").on is None


def test_options_are_refused_where_they_are_written(make_rule: Callable[..., Rule]) -> None:
    with pytest.raises(
        Exception, match="“mots” is not an option of style/shun; did you mean “most”"
    ) as caught:
        make_rule().with_options({"mots": "3"}, Unplaced("newslint.toml"), ("rules", "style/shun"))
    assert caught.value.path == "newslint.toml"  # type: ignore[attr-defined]
    assert make_rule().with_options({"most": "3"}, Unplaced("x"), ()).options.most == 3  # type: ignore[attr-defined]
