"""Documentation that fails CI when it lies."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
import yaml

from newslint.checks.avoid import Avoid
from newslint.plugins import BUILT_INS, load_plugins
from newslint.rulebook.examples import failures
from newslint.rulebook.ruleshape import RuleShape
from newslint.rulebook.shape import keys, typed

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
WRITING = (ROOT / "docs" / "writing-rules.md").read_text(encoding="utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
REPORTS = (ROOT / "docs" / "reports.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w*)\n(.*?)^```", re.M | re.S)
CELL = re.compile(r"^\| `([^`]+)` \|", re.M)


def fences(text: str, language: str = "") -> list[str]:
    return [body for kind, body in FENCE.findall(text) if kind == language]


def fence_of(key: str) -> str:
    """The first YAML in the guide that begins with this key."""
    return next(body for body in fences(WRITING, "yaml") if body.startswith(f"{key}:"))


@cache
def newslint(*args: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "newslint", *args], cwd=ROOT, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout


def test_the_readme_shows_what_newslint_prints() -> None:
    printed = newslint("check", "seeds", "--color", "never")
    for finding in fences(README)[0].strip().split("\n\n"):
        assert finding in printed


def test_the_readme_test_command_is_what_ci_runs() -> None:
    command = next(line for line in README.splitlines() if line.endswith("/pytest"))
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_command_the_readme_names_exists() -> None:
    known = set(re.findall(r"^  (\w+) ", newslint("--help").split("Commands:")[1], re.M))
    named = set(re.findall(r"newslint (check|facts|show|accept|rules|explain|config|plugins|\w+) ", README))
    assert {"check", "facts", "show", "accept", "rules", "explain", "config"} <= known
    assert {name for name in named if name in known} >= {"check", "facts", "show", "accept"}


@pytest.mark.parametrize("option", sorted(set(re.findall(r"--[a-z][a-z-]+", README))))
def test_every_option_the_readme_names_exists(option: str) -> None:
    told = newslint("check", "--help") + newslint("accept", "--help")
    assert option in told


def test_the_rule_in_the_guide_proves_its_examples(tmp_path: Path) -> None:
    text = fences(WRITING, "yaml")[0]
    name = re.search(r"^rule: (\S+)$", text, re.M)
    assert name
    path = tmp_path / f"{name[1]}.yml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    assert failures(path, load_plugins().checks.values()) == []


def test_the_cases_in_the_guide_hold(tmp_path: Path) -> None:
    """The case lines, put under the packaged rule whose facts they use, must pass and fail as they say."""
    rule = (ROOT / "rules" / "dates" / "wrong-weekday.yml").read_text(encoding="utf-8")
    head = rule.split("\ncases:")[0]
    path = tmp_path / "dates" / "wrong-weekday.yml"
    path.parent.mkdir()
    path.write_text(head.rstrip() + "\n" + fence_of("cases"), encoding="utf-8")
    assert failures(path, load_plugins().checks.values()) == []


def test_the_words_near_others_in_the_guide_are_options_of_avoid() -> None:
    options = yaml.load(fence_of("avoid"), yaml.BaseLoader)["avoid"]
    assert typed(Avoid.Options, options).when.within == "sentence"


def test_the_guide_lists_every_key_of_a_rule() -> None:
    told = set(CELL.findall(WRITING.split("## The keys")[1].split("## The verbs")[0]))
    shape = {*keys(RuleShape), "formerly"}
    assert shape - told - {"formerly"} == set()
    assert told <= shape


def test_the_guide_lists_every_verb() -> None:
    verbs = set(CELL.findall(WRITING.split("## The verbs")[1].split("## Examples")[0]))
    assert verbs == {verb for verb, _ in load_plugins().checks}


def test_the_keys_of_the_json_are_those_it_has() -> None:
    told = json.loads(fences(REPORTS, "json")[0])
    seeds = [str(path) for path in sorted((ROOT / "seeds").iterdir())]
    came = json.loads(newslint("check", *seeds, "gone.md", "--format", "json"))
    assert told.keys() == came.keys()
    assert told["summary"].keys() == came["summary"].keys()
    for key in ("findings", "troubles"):
        assert came[key], key
        assert told[key][0].keys() == came[key][0].keys()


def test_the_reports_page_lists_every_format() -> None:
    own = [offer for offer in load_plugins().offers if offer.plugin.built_in]
    assert CELL.findall(REPORTS) == [reporter.name for offer in own for reporter in offer.reporters]


def test_every_room_the_architecture_names_is_there() -> None:
    rooms = re.findall(r"`((?:newslint/)?[a-z]+(?:/|\.py))`", ARCHITECTURE)
    assert rooms
    for room in rooms:
        path = room.removeprefix("newslint/")
        assert any(
            (base / path).exists() for base in (ROOT / "newslint", ROOT, ROOT / "newslint" / "story")
        ), room


def test_every_built_in_is_a_module_of_a_room_the_architecture_names() -> None:
    assert {name.split(".")[1] for name in BUILT_INS} <= {"readers", "checks", "reporters", "rulebook"}
