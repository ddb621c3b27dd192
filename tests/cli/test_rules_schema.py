"""The schema of rule files says what newslint says of them."""

from __future__ import annotations

import copy
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from newslint.cli.rules.schema import schema
from newslint.model import Hit
from newslint.plugins import load_plugins
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.rulebook.yamlfile import read_yaml
from newslint.story.story import Story

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(path for path in (ROOT / "rules").rglob("*.yml") if path.parent.name != "presets")
VERBS = load_plugins().checks


class Core(yaml.SafeLoader):
    """YAML as editors read it (1.2): yes, no, on and off are words, and so are dates."""


Core.yaml_implicit_resolvers = {
    first: [(tag, sign) for tag, sign in known if not tag.endswith((":timestamp", ":bool"))]
    for first, known in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(scope="module")
def valid() -> Callable[[Any], bool]:
    made = schema(VERBS)
    Draft7Validator.check_schema(made)
    return Draft7Validator(made).is_valid


@pytest.mark.parametrize("file", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_our_rules_are_valid_as_text_and_as_editors_read_them(
    file: Path, valid: Callable[[Any], bool]
) -> None:
    assert valid(read_yaml(file).data)
    assert valid(yaml.load(file.read_text(encoding="utf-8"), Core))


RULE = {
    "rule": "house/word",
    "title": "A word",
    "severity": "error",
    "why": "We have better words.",
    "see": "https://example.org/guide",
    "message": "Another word for “{match}”?",
    "examples": {"flags": "The [[word]].\nA [[word]].", "passes": "None.\nNothing."},
}


@pytest.mark.parametrize(
    "verb",
    [
        {"avoid": {"words": ["slammed", 404, True, 1.5]}},
        {"avoid": {"words": ["slammed"]}, "see": ["https://example.org/a", "https://example.org/b"]},
        {"avoid": {"words": ["slammed"]}, "in": "headline lede", "status": "trial"},
        {"dates": {"problem": "wrong weekday"}},
        {"quotes": {"speaker": "missing", "min_words": 5}},
        {"quotes": {"speaker": "missing", "min_words": "5"}},
        {"quotes": None},
        {"pattern": [{"word": ["it"]}, {"lemma": ["believe"], "optional": "yes"}]},
        {"pattern": {"items": [{"word": ["it"], "optional": True}], "unless": ["who"]}},
        {"avoid": {"words": ["x"]}, "cases": [{"draft": "x", "date": "2025-12-14", "flags": ["x"]}]},
    ],
)
def test_what_newslint_takes_is_valid(verb: dict[str, Any], valid: Callable[[Any], bool]) -> None:
    assert valid({**RULE, **verb})


@pytest.mark.parametrize(
    "verb",
    [
        {},
        {"avoid": {"words": ["x"]}, "prefer": {"use": "y", "not": ["z"]}},
        {"avoid": {"wrods": ["x"]}},
        {"avoid": {"words": "x"}},
        {"avoids": {"words": ["x"]}},
        {"avoid": {"words": ["x"]}, "in": ["headlines"]},
        {"avoid": {"words": ["x"]}, "severity": "fatal"},
        {"avoid": {"words": ["x"]}, "rule": "House/Word"},
        {"avoid": {"words": ["x"]}, "title": ""},
        {"avoid": {"words": ["x"]}, "cases": [{"draft": "x", "flag": []}]},
        {"dates": {"problem": "wrong day"}},
        {"dates": {"problem": "wrong weekday", "year": "missing"}},
        {"quotes": {"min_words": "five"}},
        {"quotes": {"min_words": -1}},
        {"pattern": [{"words": ["it"]}]},
        {"pattern": None},
        {"pattern": [{"word": ["it"], "optional": "maybe"}]},
    ],
)
def test_what_newslint_refuses_is_not(verb: dict[str, Any], valid: Callable[[Any], bool]) -> None:
    assert not valid({**RULE, **verb})


@pytest.mark.parametrize("lost", [key for key in RULE if key != "examples"])
def test_no_key_may_be_missing(lost: str, valid: Callable[[Any], bool]) -> None:
    rule = {**copy.deepcopy(RULE), "avoid": {"words": ["x"]}}
    assert valid(rule)
    del rule[lost]
    assert not valid(rule)


def alternatives(made: dict[str, Any], verb: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = made["properties"][verb]["anyOf"]
    return found


def test_every_verb_and_problem_stands_in_it_with_a_description_of_each_option() -> None:
    made = schema(VERBS)
    for verb, problem in VERBS:
        title = f"{verb}: {problem}" if problem else verb
        (one,) = [one for one in alternatives(made, verb) if one["title"] == title and "properties" in one]
        assert one["description"]
        for name, option in one["properties"].items():
            assert option.get("description") or name == "problem", (title, name)


class LoudOptions(Options):
    marks: int = key(1, ge=1, description="how many exclamation marks are too many")


class Loud(Check[LoudOptions]):
    """Sentences that shout."""

    verb = "loud"
    Options = LoudOptions

    def look(self, story: Story) -> Iterator[Hit]:
        yield from ()


class Late(Check[LoudOptions]):
    """Dates too late for this paper."""

    verb = "dates"
    problem = "too late"
    Options = LoudOptions

    def look(self, story: Story) -> Iterator[Hit]:
        yield from ()


def test_verbs_and_problems_of_plugins_stand_beside_ours() -> None:
    valid = Draft7Validator(schema({**VERBS, ("loud", None): Loud, ("dates", "too late"): Late})).is_valid
    assert valid({**RULE, "loud": {"marks": 3}})
    assert not valid({**RULE, "loud": {"marks": 0}})
    assert valid({**RULE, "dates": {"problem": "too late", "marks": 3}})
    assert not valid({**RULE, "dates": {"problem": "too late", "mark": 3}})


def test_the_command_prints_it() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "rules", "schema"], capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout) == json.loads(json.dumps(schema(VERBS)))
