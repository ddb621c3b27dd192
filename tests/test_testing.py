"""Rule packs of other repositories, tested by a pytest of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

RULE = """\
rule: style/{word}
title: Do not write {word}
severity: warning
why: |
  It says nothing.
see: https://example.org/policy
avoid: {{words: [{word}]}}
message: Say it without “{{match}}”.
examples:
  flags: |
    The mayor [[{word}]] left.
    It was [[{word}]] late.
  passes: |
    The mayor left.
    “It was {word} late,” she said.
"""
PRESET = """\
kind: opinion
why: |
  A column may write as it likes.
rules:
  style/very:
    level: off
    because: The voice is the writer's.
"""


@pytest.fixture
def pack(tmp_path: Path) -> Callable[[dict[str, str]], None]:
    """Make the repository hold just these files, and a test module for the pack in ``rules``."""

    def put(files: dict[str, str]) -> None:
        (tmp_path / ".git").mkdir()  # no config above this folder is looked for
        module = 'from newslint.testing import rule_tests\n\ntest_rules = rule_tests("rules")\n'
        for name, text in {"test_pack.py": module, **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return put


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run pytest in the repository of the pack, as its authors do."""

    def call(*args: str) -> subprocess.CompletedProcess[str]:
        env = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")}
        return subprocess.run(
            [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "-p", "no:xdist", *args],
            cwd=tmp_path,
            env={**env, "PYTHONIOENCODING": "utf-8", "COLUMNS": "200"},
            capture_output=True,
            encoding="utf-8",
        )

    return call


def test_each_example_is_a_test(pack: Callable[[dict[str, str]], None], run: Run) -> None:
    pack({f"rules/style/{word}.yml": RULE.format(word=word) for word in ("very", "quite")})
    done = run()
    assert done.returncode == 0, done.stdout
    for line, side in ((11, "flags"), (12, "flags"), (14, "passes"), (15, "passes")):
        assert f"test_pack.py::test_rules[style/very:{line} {side}] PASSED" in done.stdout
    assert "8 passed" in done.stdout
    assert "4 passed, 4 deselected" in run("-k", "quite").stdout


def test_a_wrong_example_fails_alone(pack: Callable[[dict[str, str]], None], run: Run) -> None:
    pack({"rules/style/very.yml": RULE.format(word="very").replace("was [[very]]", "[[was very]]")})
    done = run()
    assert done.returncode == 1
    assert "3 passed" in done.stdout
    assert "1 failed" in done.stdout
    assert "expected: It [[was very]] late." in done.stdout
    assert "came:     It was [[very]] late." in done.stdout
    assert "Traceback" not in done.stdout


def test_a_broken_file_fails_alone(pack: Callable[[dict[str, str]], None], run: Run) -> None:
    broken = RULE.format(word="quite").replace("severity: warning", "severity: warming")
    pack({"rules/style/very.yml": RULE.format(word="very"), "rules/style/quite.yml": broken})
    done = run()
    assert done.returncode == 1
    assert "4 passed" in done.stdout
    assert f"{Path('rules/style/quite.yml')}:3:11: “warming” is not a severity" in done.stdout


def test_a_folder_without_rules_fails(pack: Callable[[dict[str, str]], None], run: Run) -> None:
    pack({"rules/style/README.md": "Rules will stand here.\n"})
    done = run()
    assert done.returncode == 1
    assert "the folder holds no rules" in done.stdout


def test_presets_of_the_pack_hold_for_its_cases(pack: Callable[[dict[str, str]], None], run: Run) -> None:
    cases = "cases:\n  - draft: It was very late.\n    kind: opinion\n    flags: []\n"
    rule = RULE.format(word="very") + cases
    pack({"rules/style/very.yml": rule, "rules/presets/opinion.yml": PRESET})
    assert "5 passed" in run().stdout


def test_a_case_of_a_kind_that_there_is_not_fails(pack: Callable[[dict[str, str]], None], run: Run) -> None:
    cases = "cases:\n  - draft: It was very late.\n    kind: opinoin\n    flags: []\n"
    pack({"rules/style/very.yml": RULE.format(word="very") + cases})
    done = run()
    assert done.returncode == 1
    assert "opinoin" in done.stdout


def test_examples_are_read_by_the_pipeline_of_the_config(
    pack: Callable[[dict[str, str]], None], run: Run
) -> None:
    rule = RULE.format(word="very").replace("avoid: {words: [very]}", "pattern: [{lemma: [very]}]")
    pack({"rules/style/very.yml": rule, "newslint.toml": 'pipeline = "blank"\n'})
    done = run()
    assert "could not run" in done.stdout
    assert "4 failed" in done.stdout


def test_a_rule_of_the_pack_is_tested_although_another_pack_replaces_it(
    pack: Callable[[dict[str, str]], None], run: Run
) -> None:
    wrong = RULE.format(word="very").replace("was [[very]]", "[[was very]]")
    pack(
        {
            "rules/style/very.yml": wrong,
            "house/style/very.yml": RULE.format(word="very"),
            "newslint.toml": 'packs = ["rules", "house"]\n',
        }
    )
    assert "1 failed" in run().stdout


def test_pytest_is_imported_only_where_it_is_used() -> None:
    code = "import sys, newslint.testing; print('pytest' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
