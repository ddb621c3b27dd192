"""The verb ``claims``."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from newslint.checks.claims.select import BY_UNNAMED_GROUP, Claims, ClaimsOptions
from newslint.language.pipeline import Pipeline
from newslint.model import Severity
from newslint.plugins import load_plugins
from newslint.readers.plain import PlainReader
from newslint.rulebook.engine import hits
from newslint.rulebook.packaged import house_packs, rules_folder
from newslint.rulebook.rule import load_rule
from newslint.rulebook.shape import typed
from newslint.story.claims import CLAIM_KINDS
from newslint.story.story import Story

TEXT = """The board met on Monday at the town hall, in the rain.

Critics say it met too late. Some experts, such as Ann Shaw of the bank, say it did not.

It was framed by some as a farce.

Studies show that boards meet late. The delay has drawn criticism. The chair is widely regarded as a fool.
"""


@pytest.mark.parametrize(
    ("options", "found"),
    [
        ({"speaker": "unnamed group"}, ["Critics", "some"]),
        ({"speaker": "unnamed group", "unless": "named example"}, ["Critics", "some"]),
        ({"kind": "by unnamed group"}, ["some"]),
        ({"kind": "unowned report"}, ["Studies show"]),
        ({"kind": "unowned reaction"}, ["drawn criticism"]),
        ({"kind": "agentless judgement"}, ["is widely regarded"]),
        ({}, ["Critics", "some", "Studies show", "drawn criticism", "is widely regarded"]),
    ],
)
def test_claims_that_fulfil_every_condition(options: dict[str, str], found: list[str]) -> None:
    draft = PlainReader().read("draft.txt", TEXT.encode())
    hits = Claims(typed(ClaimsOptions, options)).look(Story(draft, Pipeline("blank")))
    assert [hit.facts["who"] for hit in hits] == found


def test_an_example_silences_only_where_the_rule_says_so() -> None:
    text = "The board met on Monday. Experts say it met too late, among them Ann Shaw of the bank."
    story = Story(PlainReader().read("draft.txt", text.encode()), Pipeline("blank"))
    assert len(list(Claims(ClaimsOptions()).look(story))) == 1
    assert list(Claims(ClaimsOptions(unless="named example")).look(story)) == []


def test_unknown_kinds_are_refused() -> None:
    with pytest.raises(ValidationError):
        typed(ClaimsOptions, {"kind": "unnamed"})


def test_a_group_that_is_an_anonymous_source_is_no_claim_besides() -> None:
    text = "It rained.\n\nThe plan will fail, according to party insiders, who asked not to be named.\n"
    story = Story(PlainReader().read("draft.txt", text.encode()), Pipeline("blank"))
    assert [claim.who for claim in story.claims] == ["party insiders"]
    assert [source.kind for source in story.sources] == ["anonymous"]
    assert list(Claims(ClaimsOptions(speaker="unnamed group")).look(story)) == []


RULES = sorted((rules_folder() / "claims").glob("*.yml"))


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_a_claim_is_a_question_never_an_error(file: Path) -> None:
    assert load_rule(file, load_plugins().checks).severity in (Severity.warning, Severity.suggestion)


def test_every_kind_of_claim_has_a_rule() -> None:
    files = [*RULES, *sorted((house_packs()["strict-claims"].folder).rglob("*.yml"))]
    options = [yaml.safe_load(file.read_text(encoding="utf-8")).get("claims", {}) for file in files]
    kinds = {kind for option in options for kind in (option.get("kind"),) if kind}
    assert kinds | BY_UNNAMED_GROUP == set(CLAIM_KINDS)


@pytest.mark.parametrize("file", RULES, ids=lambda file: file.stem)
def test_quotations_are_left_alone(file: Path) -> None:
    """What a rule flags in the paper's own voice is the speaker's own between quotation marks."""
    rule = load_rule(file, load_plugins().checks)
    for flagged in yaml.safe_load(file.read_text(encoding="utf-8"))["examples"]["flags"].splitlines():
        plain = re.sub(r"\[\[|\]\]|⏎|‘.*?’ the board said\. |^lede: ", "", flagged)
        text = f"The board met on Monday at the hall.\n\n“{plain}” said Ann Shaw, the mason.\n"
        story = Story(PlainReader().read("draft.txt", text.encode()), Pipeline("blank"))
        assert list(hits(rule, story)) == [], flagged
