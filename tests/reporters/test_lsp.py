"""Diagnostics as an editor takes them: its lines, its UTF-16 columns, its addresses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Draft, Finding, Report, Severity
from newslint.reporters.base import Page
from newslint.reporters.lsp import Lsp
from tests.reporters.sample import ASTRAL, BRIDGE, CRITICS, DOUBLED, LINES, NO_WIDTH, QUIET, REPORT, WHOLE


def published(report: Report) -> list[dict[str, Any]]:
    return [json.loads(line) for line in Lsp().render(report, Page()).splitlines()]


def cut(source: str, span: dict[str, Any]) -> str:
    """What an editor that holds ``source`` in UTF-16 has at a range."""
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    units = [line.encode("utf-16-le", "surrogatepass") for line in lines]
    start, end = span["start"], span["end"]
    if start["line"] == end["line"]:
        return units[start["line"]][2 * start["character"] : 2 * end["character"]].decode("utf-16-le")
    first = units[start["line"]][2 * start["character"] :]
    last = units[end["line"]][: 2 * end["character"]]
    return "\n".join(
        part.decode("utf-16-le") for part in (first, *units[start["line"] + 1 : end["line"]], last)
    )


def diagnostics() -> dict[str, dict[str, Any]]:
    return {each["code"]: each for each in published(REPORT)[0]["diagnostics"]}


def test_every_draft_is_published_settled_ones_too() -> None:
    bridge, quiet = published(REPORT)
    assert Path(unquote(urlsplit(bridge["uri"]).path)) == Path.cwd() / BRIDGE.path
    assert Path(unquote(urlsplit(quiet["uri"]).path)) == Path.cwd() / QUIET.path
    assert len(bridge["diagnostics"]) == len(REPORT.findings)
    assert quiet["diagnostics"] == []


def test_ranges_hold_the_words() -> None:
    told = diagnostics()
    assert cut(BRIDGE.source, told[ASTRAL.rule]["range"]) == "👩🏽‍🔧"
    assert cut(BRIDGE.source, told[LINES.rule]["range"]) == "“𝒲e waited 👩🏽‍🔧 all\nwinter,”"
    assert told[NO_WIDTH.rule]["range"] == {
        "start": {"line": 0, "character": 18},  # one more than there are characters: 🌉 is two units
        "end": {"line": 0, "character": 18},
    }
    beginning = {"line": 0, "character": 0}
    assert told[WHOLE.rule]["range"] == {"start": beginning, "end": beginning}


def test_edits_and_what_they_replace() -> None:
    data = diagnostics()[DOUBLED.rule]["data"]
    assert [(cut(BRIDGE.source, edit["range"]), edit["newText"], edit["safe"]) for edit in data["edits"]] == [
        ("It it", "It", True),
        ("fell", "has fallen", False),
    ]
    assert data["fingerprint"] == DOUBLED.fingerprint


def test_the_rule_is_the_code_and_its_policy_the_address() -> None:
    told = diagnostics()
    assert told[LINES.rule]["codeDescription"] == {"href": "https://example.org/quotes?a=1"}
    assert "codeDescription" not in told[WHOLE.rule]
    assert [told[each.rule]["severity"] for each in (LINES, ASTRAL, DOUBLED)] == [1, 2, 3]


def test_places_that_explain() -> None:
    own, other = diagnostics()[LINES.rule]["relatedInformation"]
    assert cut(BRIDGE.source, own["location"]["range"]) == BRIDGE.source[CRITICS : CRITICS + 7] == "critics"
    assert own["message"] == "a group, not a name"
    assert cut(QUIET.source, other["location"]["range"]) == "Nothing"
    assert other["location"]["uri"] == published(REPORT)[1]["uri"]


@given(st.text(st.sampled_from("a 👩😀é\n\r"), max_size=40), st.data())
def test_every_range_holds_its_words(source: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(source)))
    end = data.draw(st.integers(start, len(source)))
    if "\r\n" in (source[start - 1 : start + 1], source[end - 1 : end + 1]):
        return  # no editor has a place between the two
    draft = Draft("a.txt", source, source, (), ())
    finding = Finding("a.txt", "x/y", Severity.error, "?", draft.place(start), draft.place(end))
    (params,) = published(Report((finding,), sources={"a.txt": source}))
    words = source[start:end].replace("\r\n", "\n").replace("\r", "\n")
    assert cut(source, params["diagnostics"][0]["range"]) == words
