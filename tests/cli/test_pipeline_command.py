"""`newslint pipeline`: what reads the language, and where it lies."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from tests.cli.conftest import Run


def test_ours_is_shown_with_licence_abilities_scores_and_place(newslint: Run, desk: Path) -> None:
    done = newslint("pipeline", "show")
    assert done.returncode == 0, done.stderr
    for words in ("newslint: English news copy", "version: en_newslint", "licence: CC BY-SA 4.0"):
        assert words in done.stdout
    assert "gives: tokens, tags, lemmas, morph, parse, entities" in done.stdout
    assert "scores on GUM dev: " in done.stdout
    assert "made from: GUM" in done.stdout


def test_the_path_is_a_folder_for_spacy(newslint: Run, desk: Path) -> None:
    done = newslint("pipeline", "path")
    assert done.returncode == 0, done.stderr
    assert spacy.load(Path(done.stdout.strip())).meta["name"] == "newslint"


def test_blank_has_no_folder(newslint: Run, desk: Path) -> None:
    shown = newslint("pipeline", "show", "--pipeline", "blank")
    assert "does not give: tags, lemmas, morph, parse, entities" in shown.stdout
    done = newslint("pipeline", "path", "--pipeline", "blank")
    assert done.returncode == 2
    assert "has no folder" in done.stderr


def test_the_pipeline_of_the_config(newslint: Run, desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler")
    nlp.to_disk(other)
    done = newslint("pipeline", "show", "--pipeline", str(other))
    assert "gives: tokens, entities" in done.stdout
    assert newslint("pipeline", "path", "--pipeline", str(other)).stdout.strip() == str(other)
    (desk / "newslint.toml").write_text(f'pipeline = "{other}"\n', encoding="utf-8")
    assert "gives: tokens, entities" in newslint("pipeline", "show").stdout


@pytest.mark.parametrize("command", ["show", "path"])
def test_one_that_is_not_there(newslint: Run, desk: Path, command: str) -> None:
    done = newslint("pipeline", command, "--pipeline", "en_core_web_sm")
    assert done.returncode == 2
    assert "python -m spacy download en_core_web_sm" in done.stderr
    (desk / "newslint.toml").write_text('pipeline = "en_core_web_sm"\n', encoding="utf-8")
    told = newslint("pipeline", command)
    assert told.returncode == 2
    assert "newslint.toml:1" in told.stderr
