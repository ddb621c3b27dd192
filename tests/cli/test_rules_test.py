"""`newslint rules test`: presets among what it is given."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., "subprocess.CompletedProcess[str]"]
PRESET = (
    "kind: opinion\nwhy: A column argues.\nrules:\n  house/slammed:\n    level: off\n    because: It may.\n"
)


@pytest.fixture
def preset(desk: Path) -> Callable[[str], str]:
    """``preset(text)`` writes the opinion preset of the house, and gives its path."""

    def put(text: str) -> str:
        file = desk / "rules" / "presets" / "opinion.yml"
        file.parent.mkdir()
        file.write_text(text, encoding="utf-8")
        return "rules/presets/opinion.yml"

    return put


def test_a_preset_named_outright(newslint: Run, preset: Callable[[str], str]) -> None:
    done = newslint("rules", "test", preset(PRESET))
    assert (done.returncode, done.stdout, done.stderr) == (0, "1 preset: nothing wrong.\n", "")


def test_presets_of_a_folder_are_proved_with_its_rules(newslint: Run, preset: Callable[[str], str]) -> None:
    preset(PRESET)
    for folder in ("rules", "rules/presets"):
        done = newslint("rules", "test", folder)
        assert (done.returncode, done.stderr) == (0, "")
        assert "1 preset: nothing wrong." in done.stdout
    assert "3 rules, 12 examples: all proved.\n" in newslint("rules", "test", "rules").stdout


def test_a_preset_may_name_rules_that_stand_beside_it(
    newslint: Run, desk: Path, preset: Callable[[str], str]
) -> None:
    (desk / "newslint.toml").write_text("")  # the house's own rules are in no pack of the config
    assert newslint("rules", "test", preset(PRESET)).returncode == 0


@pytest.mark.parametrize(
    ("old", "new", "line", "told"),
    [
        ("house/slammed", "house/slamed", 4, "“house/slamed” is not a rule or family; did you mean"),
        ("level: off", "level: of", 5, "“of” is not a level; did you mean “off”?"),
        ("level: off", "options: {wrods: [x]}", 5, "“wrods” is not an option of house/slammed"),
        (
            "house/slammed:\n    level: off",
            "house:\n    options: {words: [x]}",
            5,
            "options are set for a rule",
        ),
        ("    because: It may.\n", "", 4, "“because” is missing"),
        ("kind: opinion", "kind: opinions", 1, "the preset is of kind “opinions”"),
    ],
)
def test_mistakes_in_a_preset(
    newslint: Run, preset: Callable[[str], str], old: str, new: str, line: int, told: str
) -> None:
    file = preset(PRESET.replace(old, new))
    done = newslint("rules", "test", file)
    assert done.returncode == 2
    assert done.stdout == "1 preset: mistakes.\n"
    assert f"{file}:{line}:" in done.stderr
    assert told in done.stderr
    assert newslint("rules", "test").returncode == 2  # where nothing is named, they are found as well


def test_a_preset_is_no_rule_to_be_tried(
    newslint: Run, draft: Callable[..., Path], preset: Callable[[str], str]
) -> None:
    draft("a.txt", "It was slammed.")
    done = newslint("rules", "try", preset(PRESET), "a.txt")
    assert done.returncode == 2
    assert "this is a preset, and a rule is wanted" in done.stderr
