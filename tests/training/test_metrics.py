"""metrics.json was written by the training; the weights that ship must give the same figures again."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import spacy

from newslint.language import bundled

TRAINING = Path(__file__).parents[2] / "training"
sys.path.insert(0, str(TRAINING))

from newslint_training.corpus import read_paragraphs  # noqa: E402 - the project is no package of newslint's
from newslint_training.score import score  # noqa: E402

METRICS = json.loads((TRAINING / "metrics.json").read_text(encoding="utf-8"))
ONE_TOKEN = 0.6  # per cent of our sample: processors round differently


def test_the_figures_on_our_own_sample_come_again() -> None:
    figures = score(spacy.load(bundled.PATH), list(read_paragraphs(TRAINING / "sample.jsonl")))
    assert figures == pytest.approx(METRICS["sample"], abs=ONE_TOKEN)
    assert len(figures) > 8


def test_the_pipeline_tells_the_figures_of_its_training() -> None:
    told = bundled.about()["performance"]
    assert {part: told[part] for part in ("GUM dev", "EWT dev", "sample")} == {
        part: METRICS[part] for part in ("GUM dev", "EWT dev", "sample")
    }
