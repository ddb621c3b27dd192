"""A package that adds one of everything, installed by pip into an environment of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parent / "example"
Newslint = Callable[..., "subprocess.CompletedProcess[str]"]

SLIP = """\
HED: Pool to close by spring
BY: Ann Marsh
# the desk wants 300 words

The council voted on Monday to close the pool.

The council had promised in May
to keep it. “We will never close it,” said Joan Ferris, the chair.

The council will vote again in June. “We will never close it,” Ferris said.
"""


@pytest.fixture(scope="module")
def environment(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the programs of a fresh environment are that holds newslint and the example.

    What newslint itself needs is lent by the environment that the tests run in.
    """
    home = tmp_path_factory.mktemp("environment")
    venv.create(home)
    inside = {"base": str(home), "platbase": str(home)}
    paths = {name: Path(sysconfig.get_path(name, vars=inside)) for name in ("purelib", "scripts")}
    (paths["purelib"] / "lent.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    project = tmp_path_factory.mktemp("project") / "example"
    shutil.copytree(EXAMPLE, project)
    install = ["install", "-q", "--no-deps", "--no-index", "--no-build-isolation", str(wheel), str(project)]
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(paths["scripts"] / "python"), *install], check=True
    )
    return paths["scripts"]


@pytest.fixture
def newslint(environment: Path, tmp_path: Path) -> Newslint:
    """``newslint("check", "pool.slip")`` runs the program that pip put into the environment."""

    def run(*args: str, program: str = "newslint") -> subprocess.CompletedProcess[str]:
        env = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
        return subprocess.run(
            [str(environment / program), *args],
            cwd=tmp_path,
            env={**env, "PYTHONIOENCODING": "utf-8"},
            capture_output=True,
            encoding="utf-8",
        )

    return run


def test_the_environment_has_a_newslint_of_its_own(newslint: Newslint, environment: Path) -> None:
    where = newslint("-c", "import newslint; print(newslint.__file__)", program="python").stdout.strip()
    assert environment.parent in Path(where).parents


def test_plugins_lists_all_that_it_adds(newslint: Newslint) -> None:
    done = newslint("plugins")
    assert done.returncode == 0, done.stdout
    listed = done.stdout.split("gazette 1.0 from newslint-gazette 1.0\n")[1]
    assert listed.splitlines() == [
        "  reader slip (.slip)",
        "  verb openings",
        "  problem quotes: quoted twice",
        "  rules gazette",
        "  format tally",
    ]


def test_its_reader_verb_and_problem_find_what_they_should(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "pool.slip").write_text(SLIP, encoding="utf-8")
    done = newslint("check", "pool.slip", "--select", "gazette", "--format", "concise")
    assert done.stdout.splitlines() == [
        "pool.slip:10:1: suggestion gazette/openings “The council” opens 3 paragraphs in a row. Recast one?",
        "pool.slip:10:38: warning gazette/quoted-twice These 5 words are quoted above. Is one left over?",
        "1 draft, 49 words, 2 rules: 1 warning, 1 suggestion.",
    ]
    assert done.returncode == 0, done.stderr


def test_our_own_rules_read_its_format_too(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "pool.slip").write_bytes(
        SLIP.replace("again in June", "in TK").replace("\n", "\r\n").encode()
    )
    done = newslint("check", "pool.slip", "--select", "placeholders", "--format", "concise")
    assert "pool.slip:10:26: error placeholders/unfinished" in done.stdout


def test_notes_of_its_format_can_ignore_a_finding(newslint: Newslint, tmp_path: Path) -> None:
    note = "# newslint: ignore[gazette] a refrain\n"
    (tmp_path / "pool.slip").write_text(
        SLIP.replace("The council will", f"{note}The council will"), encoding="utf-8"
    )
    done = newslint("check", "pool.slip", "--select", "gazette", "--format", "concise")
    assert "nothing found. 2 accepted." in done.stdout


def test_its_report(newslint: Newslint, tmp_path: Path) -> None:
    (tmp_path / "pool.slip").write_text(SLIP + "\nThe council is new.\n", encoding="utf-8")
    done = newslint("check", "pool.slip", "--select", "gazette", "--format", "tally")
    assert done.stdout == "2\tgazette/openings\n1\tgazette/quoted-twice\n"


def test_its_rules_prove_their_examples(newslint: Newslint) -> None:
    done = newslint("rules", "test", "gazette")
    assert done.stdout == "2 rules, 11 examples: all proved.\n"
    assert done.returncode == 0, done.stderr


def test_explain_tells_the_options_of_its_verb(newslint: Newslint) -> None:
    told = newslint("explain", "gazette/openings").stdout
    assert "how many paragraphs in a row may begin with them" in told
    assert "the words they begin with, as they stand" in told


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ("{words: 0}", "“words” must be at least 1, not “0”"),
        ("{word: 2}", "“word” is not an option of “openings”; did you mean “words”?"),
        ("{words: 2, except_for: [moreover]}", "“moreover” has not 2 words, and so is no opening"),
    ],
)
def test_wrong_options_of_its_verb_are_told_at_their_place(
    newslint: Newslint, tmp_path: Path, options: str, message: str
) -> None:
    rule = (EXAMPLE / "newslint_gazette/rules/gazette/openings.yml").read_text(encoding="utf-8")
    rule = rule.replace("{words: 2, most: 2, except_for: [in addition]}", options)
    house = tmp_path / "gazette" / "openings.yml"
    house.parent.mkdir()
    house.write_text(
        rule.replace("{words: 2, most: 2, except_for: [in addition]}", options), encoding="utf-8"
    )
    done = newslint("rules", "test", "gazette/openings.yml")
    assert message in done.stderr
    assert "gazette/openings.yml:7:" in done.stderr
    assert done.returncode == 2


def test_its_rules_are_tests_of_pytest(newslint: Newslint, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLE / "tests", tmp_path / "tests")
    done = newslint("-m", "pytest", "-v", "-p", "no:cacheprovider", "tests", program="python")
    assert "::test_rules[gazette/quoted-twice:" in done.stdout
    assert "11 passed" in done.stdout
    assert done.returncode == 0
