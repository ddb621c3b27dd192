"""The hooks, in the real pre-commit, on a temporary repository of drafts and rules."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]

VERDICT = re.compile(r"^(newslint[ a-z]*)\.+(?:\(.*\))?(\w+)$", re.M)

BAD = """\
The mayor left before the vote.

“We were told on Friday that the money for the bridge is gone.”

TK: the mayor's answer
"""
GOOD = """\
The council met on Tuesday.

“We were told on Friday that the money is gone,” said Maria Lopez, the treasurer.
"""
RULE = """\
rule: style/advisor
title: adviser, not advisor
severity: error
why: |
  The house spelling is adviser.
see: https://example.org/our-style-guide
prefer: {use: adviser, not: [advisor]}
message: We write “{better}”, not “{match}”.
examples:
  flags: |
    The [[advisor]] resigned.
    Two [[advisors]] stayed on.
  passes: |
    The adviser resigned.
    “My advisor told me to go,” the student said.
cases:
  - draft: An advisor resigned.
    kind: opinion
    flags: []
"""
PRESET = """\
kind: opinion
why: |
  A column keeps its writer’s spelling.
rules:
  style/advisor:
    level: off
    because: The spelling is the writer’s.
"""


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository for drafts, with nothing staged."""
    if not shutil.which("git"):
        pytest.skip("needs git")
    folder = tmp_path_factory.mktemp("drafts")
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    return folder


@pytest.fixture(scope="module")
def run(drafts: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run pre-commit in the repository of drafts, with a cache of its own that the tests share."""
    home = tmp_path_factory.mktemp("pre-commit-home")
    env = {
        **os.environ,
        "PRE_COMMIT_HOME": str(home),
        "GIT_AUTHOR_NAME": "Desk",
        "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_COMMITTER_NAME": "Desk",
        "GIT_COMMITTER_EMAIL": "desk@example.org",
    }
    env.pop("NEWSLINT_NO_SKIPS", None)

    def call(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "pre_commit", *args], cwd=drafts, env=env, capture_output=True, text=True
        )

    return call


@pytest.fixture
def stage(drafts: Path) -> Callable[[dict[str, str]], None]:
    """Make the repository hold just these files, staged."""

    def put(files: dict[str, str]) -> None:
        for old in drafts.iterdir():
            if old.name != ".git":
                shutil.rmtree(old) if old.is_dir() else old.unlink()
        for name, text in files.items():
            path = drafts / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        subprocess.run(["git", "add", "-A"], cwd=drafts, check=True)

    return put


def test_try_repo_stops_a_bad_draft(
    run: Run, stage: Callable[[dict[str, str]], None], checkout: Path
) -> None:
    stage({"bad.md": BAD, "README.md": "“Nobody is named here as saying these words at all.”\n"})
    done = run("try-repo", str(checkout), "newslint", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "quotes/unattributed" in done.stdout
    assert "placeholders/unfinished" in done.stdout
    assert "README" not in done.stdout.split("newslint......")[-1], (
        "files about the repository are not drafts"
    )


@pytest.fixture(scope="module")
def config(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A .pre-commit-config.yaml that takes the hook from a commit of this checkout as it stands."""
    copy = tmp_path_factory.mktemp("newslint-repo")
    keep = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis", "*.egg-info")
    shutil.copytree(checkout, copy, dirs_exist_ok=True, ignore=keep)
    git = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "as it stands"]):
        subprocess.run([*git, *command], cwd=copy, check=True)
    rev = subprocess.run(
        ["git", "rev-parse", "HEAD"], cwd=copy, check=True, capture_output=True, text=True
    ).stdout.strip()
    return f"repos:\n- repo: {copy.as_uri()}\n  rev: {rev}\n  hooks:\n  - id: newslint\n"


def test_hook_lets_a_good_draft_through_and_stops_a_bad_one(
    run: Run, stage: Callable[[dict[str, str]], None], config: str
) -> None:
    stage({".pre-commit-config.yaml": config, "good.md": GOOD})
    done = run("run", "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Passed" in done.stdout

    stage({".pre-commit-config.yaml": config, "good.md": GOOD, "bad.md": BAD})
    done = run("run", "--all-files")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "bad.md" in done.stdout
    assert "Failed" in done.stdout


def test_hook_says_so_when_all_its_files_are_excluded(
    run: Run, stage: Callable[[dict[str, str]], None], config: str
) -> None:
    stage(
        {
            ".pre-commit-config.yaml": config,
            "newslint.toml": 'exclude = ["archive/"]\n',
            "archive/old.md": BAD,
        }
    )
    done = run("run", "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "excluded" in done.stdout


def test_warnings_show_although_the_hook_passes(
    run: Run, stage: Callable[[dict[str, str]], None], config: str
) -> None:
    stage(
        {
            ".pre-commit-config.yaml": config,
            "draft.md": GOOD + "\nCritics say the bridge will never be built.\n",
        }
    )
    done = run("run", "--all-files")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "claims/unnamed-group" in done.stdout


@pytest.fixture
def both(config: str) -> str:
    """The config with the hook for rules beside the one for drafts."""
    return f"{config}  - id: newslint-rules\n"


@pytest.fixture
def house(both: str) -> dict[str, str]:
    """A repository with a config, a pack of rules with a preset, a draft, and YAML that is no rule."""
    return {
        ".pre-commit-config.yaml": both,
        ".github/workflows/ci.yml": "on: push\n",
        "mkdocs.yml": "site_name: Style\n",
        "newslint.toml": 'packs = ["house-rules"]\nexclude = ["archive/"]\n',
        "house-rules/style/advisor.yml": RULE,
        "house-rules/presets/opinion.yml": PRESET,
        "archive/old.md": BAD,
        "drafts/good.md": GOOD,
    }


def verdicts(stdout: str) -> dict[str, str]:
    """What pre-commit says of each hook: Passed, Failed, or Skipped."""
    return dict(VERDICT.findall(stdout))


def test_both_hooks_pass_in_good_order(
    run: Run, stage: Callable[[dict[str, str]], None], house: dict[str, str]
) -> None:
    stage(house)
    done = run("run", "--all-files")
    assert verdicts(done.stdout) == {"newslint": "Passed", "newslint rules": "Passed"}, done.stdout
    assert "1 file is excluded by the config" in done.stdout
    assert done.returncode == 0


def test_a_rule_that_breaks_its_word_is_stopped(
    run: Run, stage: Callable[[dict[str, str]], None], house: dict[str, str]
) -> None:
    wrong = RULE.replace("Two [[advisors]] stayed", "Two advisors [[stayed]]")
    stage({**house, "house-rules/style/advisor.yml": wrong})
    done = run("run", "--all-files")
    assert verdicts(done.stdout) == {"newslint": "Passed", "newslint rules": "Failed"}, done.stdout
    assert "house-rules/style/advisor.yml:12: style/advisor (flags)" in done.stdout
    assert "came:     Two [[advisors]] stayed on." in done.stdout
    assert "1 rule, 5 examples: 1 failed." in done.stdout
    assert done.returncode == 1


def test_a_rule_file_with_a_mistake_is_stopped_at_its_place(
    run: Run, stage: Callable[[dict[str, str]], None], house: dict[str, str]
) -> None:
    stage({**house, "house-rules/style/adviser.yml": RULE})
    done = run("run", "newslint-rules", "--all-files")
    assert verdicts(done.stdout) == {"newslint rules": "Failed"}, done.stdout
    assert "house-rules/style/adviser.yml:1:7" in done.stdout
    assert "its path says “style/adviser”" in done.stdout


def test_only_rule_files_that_changed_are_proved(
    run: Run, stage: Callable[[dict[str, str]], None], house: dict[str, str]
) -> None:
    stage({**house, "house-rules/style/old.yml": "rule: style/old\n"})
    done = run("run", "--files", "house-rules/style/advisor.yml")
    assert verdicts(done.stdout) == {"newslint": "Skipped", "newslint rules": "Passed"}, done.stdout
    done = run("run", "--files", "drafts/good.md", "mkdocs.yml")
    assert verdicts(done.stdout)["newslint rules"] == "Skipped", done.stdout


def test_a_preset_that_names_no_rule_is_stopped(
    run: Run, stage: Callable[[dict[str, str]], None], house: dict[str, str]
) -> None:
    stage(house)
    preset = "house-rules/presets/opinion.yml"
    done = run("run", "newslint-rules", "--files", preset)
    assert verdicts(done.stdout) == {"newslint rules": "Passed"}, done.stdout
    stage({**house, preset: PRESET.replace("style/advisor", "style/advizor")})
    done = run("run", "newslint-rules", "--files", preset)
    assert verdicts(done.stdout) == {"newslint rules": "Failed"}, done.stdout
    assert "style/advizor" in done.stdout


@pytest.mark.parametrize("own", ["exclude: ^attic/", "files: ^house-rules/"])
def test_a_folder_that_the_repository_leaves_out_is_not_proved(
    run: Run, stage: Callable[[dict[str, str]], None], house: dict[str, str], both: str, own: str
) -> None:
    house["attic/style/old.yml"] = "rule: style/old\n"
    stage(house)
    assert verdicts(run("run", "newslint-rules", "--all-files").stdout) == {"newslint rules": "Failed"}

    stage({**house, ".pre-commit-config.yaml": f"{both}    {own}\n"})
    done = run("run", "newslint-rules", "--all-files")
    assert verdicts(done.stdout) == {"newslint rules": "Passed"}, done.stdout


def test_an_accepted_finding_of_a_house_rule_lets_the_commit_through(
    run: Run, stage: Callable[[dict[str, str]], None], house: dict[str, str], drafts: Path
) -> None:
    stage({**house, "drafts/advice.md": GOOD + "\nThe advisor left early.\n"})
    done = run("run", "--all-files")
    assert verdicts(done.stdout) == {"newslint": "Failed", "newslint rules": "Passed"}, done.stdout
    assert "drafts/advice.md:5:5" in done.stdout

    accept = ["accept", "style/advisor", "drafts/advice.md:5", "--why", "the title as the firm writes it"]
    subprocess.run([sys.executable, "-m", "newslint", *accept], cwd=drafts, check=True, capture_output=True)
    subprocess.run(["git", "add", "-A"], cwd=drafts, check=True)
    done = run("run", "--all-files")
    assert verdicts(done.stdout) == {"newslint": "Passed", "newslint rules": "Passed"}, done.stdout
    assert "1 accepted." in done.stdout


def test_the_hook_that_fixes_stops_the_commit_once_and_lets_what_it_wrote_through(
    run: Run, stage: Callable[[dict[str, str]], None], config: str, drafts: Path
) -> None:
    mending = config.replace("id: newslint", "id: newslint-fix")
    slip = GOOD + "\nThe court rose on Dec. 2nd.\n\n“I left on Dec. 2nd,” Lopez said.\n"
    stage({".pre-commit-config.yaml": mending, "drafts/court.md": slip})
    done = run("run", "--all-files")
    assert verdicts(done.stdout) == {"newslint fix": "Failed"}, done.stdout + done.stderr
    assert "files were modified by this hook" in done.stdout
    assert "drafts/court.md: fixed 1 finding (dates/ordinal-day 1)" in done.stdout
    assert (drafts / "drafts" / "court.md").read_text(encoding="utf-8") == slip.replace("2nd.", "2.")

    subprocess.run(["git", "add", "-A"], cwd=drafts, check=True)
    done = run("run", "--all-files")
    assert verdicts(done.stdout) == {"newslint fix": "Passed"}, done.stdout + done.stderr
