"""One report for all formats: characters beyond the BMP, several lines, no width, no place, hostile words."""

from __future__ import annotations

from typing import Any

from newslint.model import (
    About,
    Draft,
    Edit,
    Finding,
    Place,
    Related,
    Report,
    Settled,
    Severity,
    Skipped,
    Trouble,
)

BRIDGE = Draft(
    "drafts/bridge, 100%.md",
    "# 🌉 Bridge closes\r\n\r\n“𝒲e waited 👩🏽‍🔧 all\r\nwinter,” critics said. It it fell.\r\n",
    "",
    (),
    (),
)
QUIET = Draft("drafts/café.txt", "Nothing to ask.\n", "", (), ())


def place(offset: int) -> Place:
    return BRIDGE.place(offset)


def finding(words: str, rule: str, severity: Severity, message: str, **more: Any) -> Finding:
    """A finding on the first ``words`` of the bridge draft."""
    start = BRIDGE.source.index(words)
    places = place(start), place(start + len(words))
    return Finding(BRIDGE.path, rule, severity, message, *places, fingerprint=f"f-{rule}", **more)


def edit(words: str, text: str, *, safe: bool) -> Edit:
    start = BRIDGE.source.index(words)
    return Edit(place(start), place(start + len(words)), text, safe)


CRITICS = BRIDGE.source.index("critics")
WHOLE = Finding(
    BRIDGE.path,
    "process/no-date",
    Severity.warning,
    "When is this from? 100% of drafts: say,\nthen file.",
    fingerprint="f-process/no-date",
)
NO_WIDTH = Finding(
    BRIDGE.path,
    "style/no-stop",
    Severity.suggestion,
    "A stop is missing here.",
    place(BRIDGE.source.index("\r\n")),
    place(BRIDGE.source.index("\r\n")),
    edits=(Edit(place(BRIDGE.source.index("\r\n")), place(BRIDGE.source.index("\r\n")), ".", True),),
    fingerprint="f-style/no-stop",
)
LINES = finding(
    "“𝒲e waited 👩🏽‍🔧 all\r\nwinter,”",
    "quotes/unattributed",
    Severity.error,
    "Who said “𝒲e waited”?\x1b[31m ::error::",
    related=(
        Related(BRIDGE.path, place(CRITICS), place(CRITICS + 7), "a group, not a name"),
        Related(QUIET.path, QUIET.place(0), QUIET.place(7), "the other draft"),
    ),
)
ASTRAL = finding("👩🏽‍🔧", "style/no-emoji", Severity.warning, "Is the 👩🏽‍🔧 hers?")
DOUBLED = finding(
    "It it",
    "style/doubled-word",
    Severity.suggestion,
    "Twice “it”.",
    edits=(edit("It it", "It", safe=True), edit("fell", "has fallen", safe=False)),
)
IGNORED = finding("waited", "style/waited", Severity.suggestion, "Who waits?")
ACCEPTED = finding("all", "style/no-all", Severity.warning, "All of them?")
RULES = {
    WHOLE.rule: About("Give a date", WHOLE.severity, "Old news misleads."),
    NO_WIDTH.rule: About("End with a stop", NO_WIDTH.severity, "It ends."),
    LINES.rule: About(
        "Name who said it",
        LINES.severity,
        "Readers want to know *who* speaks.\n\nSo say it.\n",
        ("https://example.org/quotes?a=1", "https://example.org/more"),
    ),
    ASTRAL.rule: About("No emoji — 👩🏽‍🔧", ASTRAL.severity, "They are not words."),
    DOUBLED.rule: About("Once is enough", DOUBLED.severity, "Twice is a slip."),
    "claims/passive": About("Say who", Severity.warning, "The passive hides."),
}
REPORT = Report(
    findings=(WHOLE, NO_WIDTH, LINES, ASTRAL, DOUBLED),
    skipped=(Skipped("claims/passive", "the pipeline “blank” gives no parse"),),
    drafts=(BRIDGE.path, QUIET.path),
    sources={BRIDGE.path: BRIDGE.source},
    rules=RULES,
    words=12,
    settled=(
        Settled(IGNORED, "a toast", inline=True),
        Settled(ACCEPTED, "The family asked for “😀” {0} [1](2).", inline=False),
    ),
    troubles=(
        Trouble("there is no such file or folder", path="drafts/gone.md", remedy="Check the spelling"),
        Trouble("no option “oops”", path="newslint.toml", line=3, column=1),
    ),
    notes=("drafts/café.txt is not UTF-8; it was read as cp1252",),
    failed=True,
)
EMPTY = Report(drafts=(QUIET.path,), rules=RULES, words=3)
