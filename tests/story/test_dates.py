"""The draft's own date, its dateline, and the mentions of a story."""

from __future__ import annotations

import datetime

import pytest

from newslint.language.pipeline import Pipeline
from newslint.model import Draft, Role, Span
from newslint.readers.base import Builder
from newslint.story.dates import dateline, draft_date, find_dates, front_date
from newslint.story.story import Story

DAY = datetime.date(2025, 12, 13)


def make(*blocks: tuple[Role, str], **front: str) -> Draft:
    source = "\n\n".join(text for _, text in blocks)
    builder = Builder("draft.txt", source, format="plain", encoding="utf-8")
    at = 0
    for role, text in blocks:
        builder.open(role)
        builder.add(at, at + len(text))
        builder.close()
        at += len(text) + 2
    return builder.draft(front)


@pytest.mark.parametrize(
    "written",
    [
        "2025-12-13",
        "2025-12-13T08:30:00Z",
        "2025-12-13 08:30:00 +0000",
        "2025/12/13",
        "20251213",
        "Dec. 13, 2025",
        "13 December 2025",
        "Saturday, December 13th, 2025, 8 p.m.",
        "Sat, 13 Dec 2025 08:30:00 GMT",
    ],
)
def test_front_matter_dates_in_several_formats(written: str) -> None:
    assert front_date(make(("body", "Text."), date=written)) == DAY


@pytest.mark.parametrize("key", ["date", "published", "publish_date", "pubdate", "published_at"])
def test_front_matter_keys(key: str) -> None:
    assert front_date(make(("body", "Text."), **{key: "2025-12-13"})) == DAY


@pytest.mark.parametrize(
    "written", ["", "soon", "Dec. 13", "2025", "2025-02-30", "3/4/2025", "0001-01-01T00:00:00Z"]
)
def test_front_matter_that_names_no_day(written: str) -> None:
    assert front_date(make(("body", "Text."), date=written)) is None


def test_front_matter_goes_before_dateline_and_dateline_before_the_fallback() -> None:
    fallback = datetime.date(2020, 1, 1)
    line: tuple[Role, str] = ("dateline", "LAGOS, Dec. 12, 2025 (AP) —")
    assert draft_date(make(line, ("lede", "It rained."), date="2025-12-13"), fallback) == DAY
    assert draft_date(make(line, ("lede", "It rained.")), fallback) == datetime.date(2025, 12, 12)
    assert draft_date(make(("lede", "It rained.")), fallback) == fallback
    assert draft_date(make(("lede", "It rained.")), None) is None


def test_a_dateline_without_a_year_dates_no_draft() -> None:
    draft = make(("dateline", "LAGOS, Dec. 12 (AP) —"), ("lede", "It rained."))
    assert draft_date(draft, None) is None
    (mention,) = dateline(draft)
    assert mention.span.cut(draft.text) == "Dec. 12"


def test_mentions_have_spans_in_the_drafts_text() -> None:
    draft = make(("lede", "It rained on Friday."), ("body", "It had rained on Dec. 2."), date="2025-12-13")
    story = Story(draft, Pipeline("blank"))
    assert [(m.span.cut(draft.text), m.value, m.anchor) for m in find_dates(story)] == [
        ("Friday", "2025-12-12", "relative"),
        ("Dec. 2", "2025-12-02", "partial"),
    ]
    assert find_dates(story)[0].span == Span(13, 19)


def test_no_date_crosses_a_block() -> None:
    draft = make(("body", "It closed in December"), ("body", "2014 was worse."))
    assert [m.span.cut(draft.text) for m in find_dates(Story(draft, Pipeline("blank")))] == [
        "December",
        "2014",
    ]
