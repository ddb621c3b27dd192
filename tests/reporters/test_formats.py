"""Every format newslint has, on one report: what it prints is kept beside this file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion

from newslint.plugins import load_plugins
from newslint.reporters.as_json import AsJson
from newslint.reporters.base import Page, Reporter
from newslint.reporters.jsonl import Jsonl
from tests.reporters.sample import EMPTY, REPORT

REPORTERS: list[Reporter] = [
    reporter for offer in load_plugins().offers if offer.plugin.built_in for reporter in offer.reporters
]


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
def test_every_format_prints_as_before(reporter: Reporter, snapshot: SnapshotAssertion) -> None:
    text = reporter.render(REPORT, Page(fold=False))
    assert text.replace(Path.cwd().as_uri(), "file:///desk") == snapshot


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
def test_every_format_of_an_empty_run(reporter: Reporter, snapshot: SnapshotAssertion) -> None:
    text = reporter.render(EMPTY, Page())
    assert text.replace(Path.cwd().as_uri(), "file:///desk") == snapshot


def test_jsonl_is_the_findings_of_json_a_line_each() -> None:
    lines = Jsonl().render(REPORT, Page()).splitlines()
    assert [json.loads(line) for line in lines] == json.loads(AsJson().render(REPORT, Page()))["findings"]
    assert len(lines) == len(REPORT.findings)
    assert Jsonl().render(EMPTY, Page()) == ""
