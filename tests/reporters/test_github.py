"""Commands as the runner of GitHub Actions reads them: nothing in a draft can end one or begin another."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Finding, Place, Report, Severity
from newslint.reporters.base import Page
from newslint.reporters.github import GitHub
from newslint.reporters.terminal import UNSAFE
from tests.reporters.sample import ASTRAL, DOUBLED, LINES, NO_WIDTH, REPORT, WHOLE


class Command(NamedTuple):
    level: str
    properties: dict[str, str]
    message: str


def read(line: str) -> Command | None:
    """As the runner does: the command ends at the second “::”, then escapes are undone, “%25” last."""
    found = re.fullmatch(r"::(\w+) (.*?)::(.*)", line)
    if not found:
        return None
    properties = dict(pair.split("=", 1) for pair in found[2].split(","))
    return Command(found[1], {name: undone(value) for name, value in properties.items()}, undone(found[3]))


def undone(text: str) -> str:
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(escape, char)
    return text


def commands(*findings: Finding) -> list[Command | None]:
    return [read(line) for line in GitHub().render(Report(findings), Page()).split("\n")[:-2]]


def test_severities_are_levels() -> None:
    assert [found and found.level for found in commands(WHOLE, LINES, DOUBLED)] == [
        "warning",
        "error",
        "notice",
    ]


def test_places_are_given_as_far_as_the_runner_takes_them() -> None:
    file = "drafts/bridge, 100%.md"
    whole, lines, astral, empty = (
        found.properties for found in commands(WHOLE, LINES, ASTRAL, NO_WIDTH) if found
    )
    assert whole == {"file": file, "title": WHOLE.rule}
    assert lines == {"file": file, "line": "3", "endLine": "4", "title": LINES.rule}
    assert astral == {
        "file": file, "line": "3", "endLine": "3", "col": "12", "endColumn": "16", "title": ASTRAL.rule
    }  # fmt: skip
    assert (empty["col"], empty["endColumn"]) == ("18", "18")


def test_a_message_keeps_its_lines_and_percent_signs() -> None:
    (whole,) = commands(WHOLE)
    assert whole
    assert whole.message == WHOLE.message
    assert "\n" in whole.message
    assert "100%" in whole.message


def test_what_could_not_be_done_is_an_error_too() -> None:
    lines = GitHub().render(REPORT, Page()).splitlines()
    assert read(lines[-3]) == Command(
        "error",
        {"file": "drafts/gone.md", "title": "newslint"},
        "there is no such file or folder\nCheck the spelling",
    )
    assert read(lines[-2]) == Command(
        "error", {"file": "newslint.toml", "line": "3", "title": "newslint"}, "no option “oops”"
    )
    assert lines[-1].endswith("Not everything could be done.")


@given(st.text(max_size=40), st.text("ab:,%=0ADd25\r\n", min_size=1, max_size=20).filter(str.strip))
def test_a_finding_is_one_command_whatever_its_words(message: str, path: str) -> None:
    at = Place(1, 1, 0)
    finding = Finding(path, "style/x", Severity.error, message, at, at)
    first, _summary, end = GitHub().render(Report((finding,)), Page()).split("\n")
    assert end == ""
    assert not UNSAFE.search(first)
    came = read(first)
    assert came
    assert came.properties["title"] == "style/x"
    assert came.properties["line"] == "1"
    assert came.properties["file"] == path
    if not UNSAFE.search(message.replace("\r", "").replace("\n", "")):
        assert came.message == message
