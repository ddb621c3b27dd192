from __future__ import annotations

import pytest

from newslint.model import Trouble
from newslint.readers.front import read_front


def values(yaml: str) -> dict[str, str]:
    return dict(read_front("draft.md", f"---\n{yaml}\n---\nText.").values)


def test_values_are_text() -> None:
    assert values("date: 2025-12-13\nlive: no\non: true\nyear: 007\nnothing:\nTITLE: Shut") == {
        "date": "2025-12-13",
        "live": "no",
        "on": "true",
        "year": "007",
        "nothing": "",
        "title": "Shut",
    }


def test_lists_and_mappings_are_flat() -> None:
    assert values("tags: [a, b]\nauthor:\n  name: Jane Roe\n  desk: city\nby:\n- One\n- Two") == {
        "tags": "a, b",
        "author.name": "Jane Roe",
        "author.desk": "city",
        "by": "One, Two",
    }


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Bridge shut", "Bridge shut"),
        ("Bridge shut  # for good", "Bridge shut"),
        ("'It''s shut'", "It's shut"),
        ('"The \\"lower\\" bridge"', 'The "lower" bridge'),
        (">-\n  Bridge\n  shut", "Bridge\nshut"),
        ("|\n  Bridge\n  shut\n", "Bridge\nshut"),
        ("Bridge\n  shut", "Bridge\nshut"),
        ("“Überfall” 𝔄", "“Überfall” 𝔄"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_values_have_their_place(written: str, text: str, line_end: str) -> None:
    source = f"---\nslug: x\ntitle: {written}\ndate: y\n---\nText.".replace("\n", line_end)
    front = read_front("draft.md", source)
    parts = front.fields["title"].parts(source)
    assert "".join(part.text for part in parts) == text
    for part in parts:
        assert part.text.isspace() or part.text[-1] == source[part.end - 1]
    assert source[front.end :] == "Text."


def test_escapes_that_cannot_be_mapped_have_no_place() -> None:
    source = '---\ntitle: "Caf\\u00e9 shut"\n---\nText.'
    front = read_front("draft.md", source)
    assert front.values["title"] == "Café shut"
    assert front.fields["title"].parts(source) == ()


@pytest.mark.parametrize(
    ("source", "told", "line"),
    [
        ("---\ntitle: A\ndate: x\nTitle: B\n---\nText.", "twice", 4),
        ("---\r\ntitle: A\r\ntitle: B\r\n---\r\nText.", "twice", 3),
        ("---\na:\n  b: 1\n  b: 2\n---\nText.", "twice", 4),
        ('---\ntitle: "A\n---\nText.', "no YAML", None),
        ("---\ntitle: A: B\n---\nText.", "no YAML", 2),
        ("---\ntitle: A\n\tdate: x\n---\nText.", "no YAML", None),
        ("---\ntitle: A\nText.", "not closed", 1),
        ("---\na: &x 1\nb: *x\n---\nText.", "alias", 3),
        ("---\na: " + "[" * 5000 + "\n---\nText.", "no YAML", None),
        ("---\na: " + "[" * 50 + "]" * 50 + "\n---\nText.", "nested", 2),
        ("---\nc: d\n? [a]\n: b\n---\nText.", "no plain word", 3),
    ],
)
def test_what_is_wrong_is_said_with_its_line(source: str, told: str, line: int | None) -> None:
    with pytest.raises(Trouble) as raised:
        read_front("draft.md", source)
    assert told in raised.value.message
    assert raised.value.path == "draft.md"
    assert raised.value.remedy
    if line:
        assert raised.value.line == line


@pytest.mark.parametrize(
    "source", ["", "Text.", "---\nText.\n---\n", "---\n\nText.", " ---\na: b\n---\n", "----\na: b\n----\n"]
)
def test_no_front_matter(source: str) -> None:
    assert read_front("draft.md", source) == read_front("draft.md", "")


def test_empty_front_matter_and_its_other_end() -> None:
    assert read_front("draft.md", "---\n---\nText.").end == 8
    assert read_front("draft.md", "---\na: b\n...\nText.").end == 13
