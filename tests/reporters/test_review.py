"""Formats for review tools and CI, as those tools would read them."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import pytest
from junitparser import Error, Failure, JUnitXml

from newslint.model import Finding, Report, Severity, Trouble
from newslint.reporters.base import Page, Reporter
from newslint.reporters.checkstyle import Checkstyle
from newslint.reporters.gitlab import GitLab
from newslint.reporters.junit import JUnit
from newslint.reporters.rdjson import RdJson, RdJsonl
from tests.reporters.sample import BRIDGE, EMPTY, QUIET, REPORT

HOSTILE = Report(
    findings=(Finding("a<b>&\"'.txt", "x/y", Severity.error, "no\x00pe \ud800 <![CDATA[ ]]> &amp;\x1b[0m"),),
    drafts=("a<b>&\"'.txt",),
    troubles=(Trouble("bad\x08 & <worse>"),),
)


def rendered(reporter: Reporter, report: Report = REPORT) -> str:
    return reporter.render(report, Page())


def encoded(text: str) -> bytes:
    """As it is written to a file."""
    return text.encode("utf-8", "backslashreplace")


# GitLab


def test_gitlab_has_what_gitlab_asks_for() -> None:
    entries = json.loads(rendered(GitLab()))
    assert len(entries) == len(REPORT.findings) + len(REPORT.troubles)
    for entry in entries:
        assert isinstance(entry["description"], str)
        assert isinstance(entry["check_name"], str)
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not entry["location"]["path"].startswith(("/", "./"))
        assert entry["location"]["lines"]["begin"] >= 1
    assert len({entry["fingerprint"] for entry in entries}) == len(entries)
    assert json.loads(rendered(GitLab(), EMPTY)) == []


def test_gitlab_tells_equal_findings_apart_and_keeps_their_marks() -> None:
    twice = Report(findings=(REPORT.findings[0], REPORT.findings[0]), drafts=(BRIDGE.path,))
    marks = [entry["fingerprint"] for entry in json.loads(rendered(GitLab(), twice))]
    assert len(set(marks)) == 2
    assert marks[0] == json.loads(rendered(GitLab()))[0]["fingerprint"]


# JUnit


def cases(report: Report) -> Iterator[tuple[str, Any]]:
    for suite in JUnitXml.fromroot(ElementTree.fromstring(encoded(rendered(JUnit(), report)))):
        for case in suite:
            yield suite.name, case


def test_junit_is_read_by_a_reader_of_junit() -> None:
    found = list(cases(REPORT))
    assert [suite for suite, _ in found] == [BRIDGE.path] * 5 + [QUIET.path] + ["newslint"] * 2
    failed = [case.name for _, case in found if any(isinstance(one, Failure) for one in case.result)]
    assert failed == ["quotes/unattributed (line 3)"]  # warnings and suggestions fail nothing
    assert sum(isinstance(one, Error) for _, case in found for one in case.result) == 2
    told = [case.system_out for _, case in found if case.system_out]
    assert any("Is the 👩🏽‍🔧 hers?" in text for text in told)


def test_junit_counts_what_it_holds() -> None:
    whole = ElementTree.fromstring(encoded(rendered(JUnit())))
    for suite in whole.iter("testsuite"):
        assert int(suite.get("tests", "")) == len(list(suite.iter("testcase")))
        assert int(suite.get("failures", "")) == len(list(suite.iter("failure")))
        assert int(suite.get("errors", "")) == len(list(suite.iter("error")))


def test_a_draft_without_findings_passes() -> None:
    ((_, case),) = cases(EMPTY)
    assert case.is_passed


# Checkstyle


def test_checkstyle_is_a_file_for_every_draft_and_an_error_for_every_finding() -> None:
    whole = ElementTree.fromstring(encoded(rendered(Checkstyle())))
    files = {file.get("name"): list(file) for file in whole}
    assert list(files) == [BRIDGE.path, QUIET.path, "drafts/gone.md", "newslint.toml"]
    for finding, error in zip(REPORT.findings, files[BRIDGE.path], strict=True):
        assert error.get("source") == finding.rule
        assert error.get("line") == str(finding.start.line if finding.start else 1)
        assert error.get("severity") in {"error", "warning", "info"}
    message = files[BRIDGE.path][0].get("message")
    assert message == "When is this from? 100% of drafts: say,\nthen file."  # its line end too


@pytest.mark.parametrize("reporter", [JUnit(), Checkstyle()], ids=lambda reporter: reporter.name)
def test_what_xml_cannot_hold_breaks_nothing(reporter: Reporter) -> None:
    text = encoded(rendered(reporter, HOSTILE)).decode("utf-8")
    whole = ElementTree.parse(io.StringIO(text))
    names = [each.get("name") for each in whole.iter() if each.tag in ("file", "testsuite")]
    assert "a<b>&\"'.txt" in names


# Reviewdog


def test_rdjson_and_rdjsonl_say_the_same() -> None:
    whole = json.loads(rendered(RdJson()))
    lines = [json.loads(line) for line in rendered(RdJsonl()).splitlines()]
    assert whole["source"] == {"name": "newslint"}
    assert [{**one, "source": whole["source"]} for one in whole["diagnostics"]] == lines
    assert rendered(RdJsonl(), EMPTY) == ""


def test_columns_of_rdjson_are_bytes() -> None:
    """Cut out of the file’s bytes, a range holds the words of its finding."""
    lines = BRIDGE.source.encode().splitlines(keepends=True)
    (emoji,) = (one for one in json.loads(rendered(RdJson()))["diagnostics"] if "hers" in one["message"])
    at = emoji["location"]["range"]
    assert at["start"]["line"] == at["end"]["line"] == 3
    assert lines[2][at["start"]["column"] - 1 : at["end"]["column"] - 1].decode() == "👩🏽‍🔧"


def test_edits_of_rdjson_are_suggestions() -> None:
    (doubled,) = (
        one
        for one in json.loads(rendered(RdJson()))["diagnostics"]
        if "suggestions" in one and one["code"]["value"] == "style/doubled-word"
    )
    assert [one["text"] for one in doubled["suggestions"]] == ["It", "has fallen"]
    assert doubled["suggestions"][0]["range"]["start"] == {"line": 4, "column": 26}


def test_related_places_of_rdjson_may_be_in_other_drafts() -> None:
    (quote,) = (one for one in json.loads(rendered(RdJson()))["diagnostics"] if "relatedLocations" in one)
    assert [one["location"]["path"] for one in quote["relatedLocations"]] == [BRIDGE.path, QUIET.path]
