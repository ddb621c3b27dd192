"""The command ``facts``: the fact-checker's list, in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.conftest import Run

Put = Callable[..., Path]
DRAFT = """\
The largest ferry sank

Harbour master Ruth Pettifer, 48, a pilot from Leith, said on Friday that two boats sank.

“We lost the *largest* one on Dec. 13,” she said. It cost $2.4 million.
"""


def test_text_tells_each_fact_with_its_place(newslint: Run, draft: Put) -> None:
    draft("a.txt", DRAFT)
    done = newslint("facts", "a.txt", "--date", "2025-12-16")
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert "  3:16  Ruth Pettifer  = Harbour master; a pilot from Leith  person" in [
        line.split(", also")[0] for line in lines
    ]
    assert "  3:63  Friday  = 2025-12-12  DATE, relative" in lines
    assert "  5:69  $2.4 million  = 2,400,000  USD" not in lines  # the column is that of the source
    assert "  5:59  $2.4 million  = 2,400,000  USD" in lines
    assert [line for line in lines if line and line[0] != " "][1:] == [
        "Quotations",
        "Sources",
        "Names",
        "Ages",
        "Dates",
        "Figures",
        "Superlatives",
    ]


def test_markdown_has_boxes_and_no_markup_of_the_drafts(newslint: Run, draft: Put) -> None:
    draft("a.txt", DRAFT)
    lines = newslint("facts", "a.txt", "--format", "markdown").stdout.splitlines()
    assert lines[0] == "# a.txt"
    facts = [line for line in lines if line and not line.startswith("#")]
    assert all(line.startswith("- [ ] ") for line in facts)
    assert any(
        "**“We lost the \\*largest\\* one on Dec. 13,”** = Ruth Pettifer (“she”)" in line for line in facts
    )


def test_csv_is_one_table_for_all_drafts(newslint: Run, draft: Put) -> None:
    draft("a.txt", DRAFT)
    draft("b.txt", "It fell on Friday.\n")
    rows = list(csv.reader(io.StringIO(newslint("facts", "a.txt", "b.txt", "--format", "csv").stdout)))
    assert rows[0] == ["path", "line", "column", "kind", "text", "value", "detail"]
    assert {len(row) for row in rows} == {7}
    assert ["b.txt", "1", "12", "date", "Friday", "", "DATE, relative"] in rows
    assert {row[0] for row in rows[1:]} == {"a.txt", "b.txt"}


def test_csv_has_no_formulas(newslint: Run, draft: Put) -> None:
    draft("=cmd.txt", "It fell on Friday.\n")
    done = newslint("facts", "=cmd.txt", "--format", "csv")
    assert done.stdout.splitlines()[1].startswith("'=cmd.txt,1,12,date")


def test_json_adds_and_changes_nothing(newslint: Run, draft: Put) -> None:
    draft("a.txt", DRAFT)
    (record,) = json.loads(newslint("facts", "a.txt", "--format", "json").stdout)["drafts"]
    source = DRAFT
    for kind in ("dates", "figures", "superlatives"):
        for fact in record[kind]:
            assert source[fact["start"] : fact["end"]] == fact["text"]
    (name,) = (name for name in record["names"] if name["canonical"] == "Ruth Pettifer")
    assert [role["text"] for role in name["roles"]] == ["Harbour master", "a pilot from Leith"]
    assert [age["text"] for age in name["ages"]] == ["48"]
    assert {"start", "end", "text", "type", "value", "anchor"} == set(record["dates"][0])
    assert {"start", "end", "text", "value", "unit", "of", "place"} == set(record["figures"][0])


def test_ages_stand_with_the_people_they_are_of(newslint: Run, draft: Put) -> None:
    draft("a.txt", "The crew was led by Ruth Pettifer, 48, on Monday.\n")
    rows = list(csv.reader(newslint("facts", "a.txt", "--format", "csv").stdout.splitlines()))
    assert ["a.txt", "1", "36", "age", "48", "", "Ruth Pettifer"] in rows
    assert "Ages\n  1:36  48  Ruth Pettifer\n" in newslint("facts", "a.txt").stdout


def test_several_drafts_in_json_are_one_document(newslint: Run, draft: Put) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        draft(name, "It fell on Friday.\n")
    assert len(json.loads(newslint("facts", ".", "--format", "json").stdout)["drafts"]) == 3
