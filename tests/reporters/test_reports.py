"""What each format makes of one report."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newslint.model import About, Draft, Edit, Finding, Related, Report, Settled, Severity, Skipped, Trouble
from newslint.reporters.as_json import AsJson
from newslint.reporters.base import Page, Reporter
from newslint.reporters.concise import Concise
from newslint.reporters.full import Full

SOURCE = "Critics say the bridge is doomed.\n\n“It is the third winter,” and no name.\nThe the bridge.\n"
DRAFT = Draft("drafts/bridge.txt", SOURCE, SOURCE, (), ())


def finding(words: str, rule: str, severity: Severity, message: str, **more: Any) -> Finding:
    start = SOURCE.index(words)
    places = DRAFT.place(start), DRAFT.place(start + len(words))
    return Finding(DRAFT.path, rule, severity, message, *places, fingerprint=f"{rule}:{words}", **more)


QUOTED = finding("“It is the third winter,”", "quotes/unattributed", Severity.error, "Who said this?")
CRITICS = finding(
    "Critics",
    "claims/unnamed-group",
    Severity.warning,
    "Who are the critics?",
    related=(Related("drafts/bridge.txt", DRAFT.place(12), DRAFT.place(15), "what they are made to say"),),
)
DOUBLED = finding(
    "The the",
    "style/doubled-word",
    Severity.suggestion,
    "Twice “the”.",
    edits=(
        Edit(DRAFT.place(SOURCE.index("The the")), DRAFT.place(SOURCE.index("The the") + 7), "The", True),
    ),
)
ABOUT = About("Be plain", Severity.warning, "Readers have no time.")
WHOLE = Finding("drafts/bridge.txt", "process/no-date", Severity.warning, "When is this from?")
REPORT = Report(
    findings=(WHOLE, CRITICS, QUOTED, DOUBLED),
    skipped=(Skipped("claims/passive", "the pipeline “blank” gives no parse"),),
    drafts=(DRAFT.path,),
    sources={DRAFT.path: SOURCE},
    rules={f"style/rule-{number}": ABOUT for number in range(15)},
    words=1204,
    settled=(Settled(DOUBLED, "the name of the band", inline=True),),
    notes=("drafts/old.txt is not UTF-8; it was read as cp1252",),
)
EMPTY = Report(drafts=("a.txt", "b.txt"), rules={"style/rule": ABOUT}, words=1)
REPORTERS: list[Reporter] = [Full(), Concise(), AsJson()]


def test_full_settles_first_then_asks_then_styles() -> None:
    text = Full().render(REPORT, Page())
    headings = [line for line in text.splitlines() if line.startswith(("Settle first", "Ask", "Style"))]
    assert headings == ["Settle first · drafts/bridge.txt", "Ask · drafts/bridge.txt", "Style"]
    assert (
        text.index("quotes/unattributed") < text.index("process/no-date") < text.index("claims/unnamed-group")
    )


def test_full_shows_the_words_the_message_and_related_places() -> None:
    text = Full().render(REPORT, Page())
    assert (
        "drafts/bridge.txt:1:1  warning  claims/unnamed-group\n"
        "  1 | Critics say the bridge is doomed.\n"
        "    | ^^^^^^^\n"
        "  Who are the critics?\n"
        "  drafts/bridge.txt:1:13  what they are made to say\n"
    ) in text


def test_full_places_a_finding_on_the_whole_draft_by_its_path() -> None:
    assert "\ndrafts/bridge.txt  warning  process/no-date\n  When is this from?\n" in Full().render(
        REPORT, Page()
    )


def test_full_folds_suggestions_to_counts() -> None:
    folded, shown = Full().render(REPORT, Page()), Full().render(REPORT, Page(fold=False))
    assert "  1  style/doubled-word\n" in folded
    assert "1 suggestion, folded" in folded
    assert "Twice" not in folded
    assert "  Twice “the”.\n  Instead of “The the”: “The”\n" in shown
    assert "folded" not in shown


@pytest.mark.parametrize("reporter", [Full(), Concise()], ids=lambda reporter: reporter.name)
def test_the_summary_is_the_last_line(reporter: Reporter) -> None:
    last = "1 draft, 1,204 words, 15 rules: 1 error, 2 warnings, 1 suggestion. 1 accepted. 1 rule skipped."
    assert reporter.render(REPORT, Page()).splitlines()[-1] == last
    assert reporter.render(EMPTY, Page()) == "2 drafts, 1 word, 1 rule: nothing found.\n"
    undone = Report(troubles=(Trouble("no draft is named"),), failed=True)
    assert reporter.render(undone, Page()) == "Nothing was checked. Not everything could be done.\n"


@pytest.mark.parametrize("reporter", [Full(), Concise()], ids=lambda reporter: reporter.name)
def test_skipped_rules_and_notes_are_said(reporter: Reporter) -> None:
    text = reporter.render(REPORT, Page())
    assert "claims/passive" in text
    assert "gives no parse" in text
    assert "read as cp1252" in text


def test_concise_is_one_finding_a_line() -> None:
    assert Concise().render(REPORT, Page()).splitlines()[:4] == [
        "drafts/bridge.txt: warning process/no-date When is this from?",
        "drafts/bridge.txt:1:1: warning claims/unnamed-group Who are the critics?",
        "drafts/bridge.txt:3:1: error quotes/unattributed Who said this?",
        "drafts/bridge.txt:4:1: suggestion style/doubled-word Twice “the”.",
    ]


def test_json_has_the_promised_shape() -> None:
    data = json.loads(AsJson().render(REPORT, Page()))
    assert data["version"] == 1
    assert data["findings"][3] == {
        "rule": "style/doubled-word",
        "severity": "suggestion",
        "message": "Twice “the”.",
        "path": "drafts/bridge.txt",
        "start": {"line": 4, "column": 1, "offset": 74},
        "end": {"line": 4, "column": 8, "offset": 81},
        "edits": [
            {
                "start": {"line": 4, "column": 1, "offset": 74},
                "end": {"line": 4, "column": 8, "offset": 81},
                "text": "The",
                "safe": True,
            }
        ],
        "related": [],
        "fingerprint": "style/doubled-word:The the",
    }
    assert data["findings"][1]["related"] == [
        {
            "path": "drafts/bridge.txt",
            "start": {"line": 1, "column": 13, "offset": 12},
            "end": {"line": 1, "column": 16, "offset": 15},
            "message": "what they are made to say",
        }
    ]
    assert data["skipped"] == [{"rule": "claims/passive", "reason": "the pipeline “blank” gives no parse"}]
    assert data["notes"] == ["drafts/old.txt is not UTF-8; it was read as cp1252"]
    assert data["summary"] == {
        "drafts": 1,
        "words": 1204,
        "rules": 15,
        "errors": 1,
        "warnings": 2,
        "suggestions": 1,
        "accepted": 1,
        "failed": False,
    }


def test_json_tells_what_could_not_be_done() -> None:
    troubles = (
        Trouble("a comment is never closed", path="a.md", line=3, remedy="End it"),
        Trouble("no rule"),
    )
    data = json.loads(AsJson().render(Report(troubles=troubles, failed=True), Page()))
    assert data["troubles"] == [
        {
            "message": "a comment is never closed",
            "path": "a.md",
            "line": 3,
            "column": None,
            "remedy": "End it",
        },
        {"message": "no rule", "path": None, "line": None, "column": None, "remedy": None},
    ]
    assert json.loads(AsJson().render(REPORT, Page()))["troubles"] == []


def test_json_places_every_finding() -> None:
    """Programs read ``start.offset`` of each finding; one on the whole draft stands at its beginning."""
    (whole, *_) = json.loads(AsJson().render(REPORT, Page()))["findings"]
    assert whole["start"] == whole["end"] == {"line": 1, "column": 1, "offset": 0}


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
def test_nothing_in_a_draft_reaches_the_terminal_raw(reporter: Reporter) -> None:
    evil = "\x1b[2J\x07\x9b31m \u202ereversed\x00"
    source = f"Critics {evil} say"
    draft = Draft("evil\x1b[2J.txt", source, source, (), ())
    places = draft.place(0), draft.place(len(source))
    edit = Edit(*places, evil)
    related = Related(draft.path, *places, evil)
    found = Finding(draft.path, "claims/x", Severity.error, f"Who {evil}?", *places, (edit,), (related,))
    report = Report((found,), (Skipped("x/y", evil),), (draft.path,), {draft.path: source}, notes=(evil,))
    text = reporter.render(report, Page())
    assert not set(text) & set("\x1b\x07\x9b\u202e\x00")


@pytest.mark.parametrize("reporter", [Full(), Concise()], ids=lambda reporter: reporter.name)
def test_colour_only_where_the_page_has_it(reporter: Reporter) -> None:
    assert "\x1b[" not in reporter.render(REPORT, Page())
    coloured = reporter.render(REPORT, Page(colour=True))
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert coloured.count("\x1b[0m") == coloured.count("\x1b[") - coloured.count("\x1b[0m")


@pytest.mark.parametrize("reporter", REPORTERS, ids=lambda reporter: reporter.name)
def test_the_same_report_gives_the_same_text(reporter: Reporter) -> None:
    assert reporter.render(REPORT, Page()) == reporter.render(REPORT, Page())
