"""House vocabularies: read whole, refused with line and remedy, found in copy."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Trouble
from newslint.rulebook.vocabulary import read_vocabulary, shipped
from newslint.story.naming.vocabulary import Entry, Vocabulary

HOUSE = """\
about: the harbour
names:
  - name: Harbour Board
    kind: body
    aliases: [HB, the board]
    not: [Harbor Board, Port Board]
    note: it spells itself so
  - name: Marden
    kind: place
    not: Mardon
"""


def read(folder: Path, *texts: str) -> Vocabulary:
    files = []
    for number, text in enumerate(texts):
        file = folder / f"{number}.yml"
        file.write_text(text, encoding="utf-8")
        files.append((file, file.name))
    return read_vocabulary(files)


def told(vocabulary: Vocabulary, text: str) -> list[tuple[str, str]]:
    return [(span.cut(text), entry.canonical) for span, entry in vocabulary.forbidden(text)]


def test_a_vocabulary(tmp_path: Path) -> None:
    house = read(tmp_path, HOUSE)
    assert house.entries["Harbour Board"].aliases == ("HB", "the board")
    text = "The Port⏎Board met in Mardon. Mardon’s mayor, of Mardonia, left the Harbor\nBoard."
    assert told(house, text.replace("⏎", "\n")) == [
        ("Port\nBoard", "Harbour Board"),
        ("Mardon", "Marden"),
        ("Mardon", "Marden"),
        ("Harbor\nBoard", "Harbour Board"),
    ]


def test_the_later_file_wins(tmp_path: Path) -> None:
    other = "names:\n  - {name: Mardon, kind: place, not: [Marden]}\n"
    assert told(read(tmp_path, HOUSE, other), "From Mardon to Mardon.") == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("names:\n  - name: Marden\n", 2, "kind"),
        ("names:\n  - {name: Marden, kind: town}\n", 2, "town"),
        ("names:\n  - {name: Marden, kind: place, nto: [Mardon]}\n", 2, "nto"),
        ("names:\n  - {name: Marden, kind: place, not: [Marden]}\n", 2, "both right and wrong"),
        (
            "names:\n  - {name: A B, kind: body, not: [C]}\n  - {name: D, kind: body, not: [C]}\n",
            3,
            "already",
        ),
        ("names:\n  - {name: A B, kind: body}\n  - {name: A B, kind: body}\n", 3, "already"),
        ("about: nothing\n", 1, "names"),
        ("names: []\n", 1, "no names"),
    ],
)
def test_mistakes_are_told_at_their_line(tmp_path: Path, text: str, line: int, message: str) -> None:
    with pytest.raises(Trouble) as caught:
        read(tmp_path, text)
    assert (caught.value.path, caught.value.line) == ("0.yml", line)
    assert message in str(caught.value)
    assert caught.value.remedy


@pytest.mark.parametrize("name", sorted(shipped()))
def test_our_own_vocabularies_are_sound(name: str) -> None:
    house = read_vocabulary([(shipped()[name], name)])
    assert len(house.entries) > 20
    for form in house.allowed:
        assert told(house, f"so {form}, then") == []
    for entry in house.entries.values():
        for form in entry.forbidden:
            assert told(house, f"so {form}, then")[0][1] == entry.canonical


@given(st.text("ABab' -’.", max_size=12), st.text("ABab' -’.", max_size=30))
def test_any_form_may_be_forbidden(form: str, text: str) -> None:
    house = Vocabulary([Entry("Right Name", "body", forbidden=(form,))] if form.strip() else [])
    for span, _ in house.forbidden(text):
        assert text[span.start : span.end]
