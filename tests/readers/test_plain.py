from __future__ import annotations

from pathlib import Path

import pytest

from newslint.model import Draft
from newslint.readers.plain import PlainReader


def read(source: str) -> Draft:
    return PlainReader().read("draft.txt", source.encode())


def blocks(source: str) -> list[str]:
    draft = read(source)
    return [draft.cut(block.span) for block in draft.blocks]


def roles(source: str) -> list[tuple[str, str]]:
    draft = read(source)
    return [(block.role, draft.cut(block.span)) for block in draft.blocks]


# Layout


def test_hard_wrapped_paragraphs_are_joined() -> None:
    assert blocks(
        "The ferry stopped running on Monday after its\nengine failed in the middle of the crossing,\n"
        "and nobody was hurt.\n\nPassengers waited for two hours before a tug\ncame out from the harbour.\n"
    ) == [
        "The ferry stopped running on Monday after its\nengine failed in the middle of the crossing,\n"
        "and nobody was hurt.",
        "Passengers waited for two hours before a tug\ncame out from the harbour.",
    ]


def test_hard_wrapped_paragraphs_may_begin_with_an_indent() -> None:
    assert (
        len(
            blocks(
                "  The ferry stopped running on Monday after its\n"
                "engine failed in the middle of the crossing,\n"
                "and nobody was hurt in the accident off shore.\n"
                "  Passengers waited for two hours before a tug\n"
                "came out from the harbour.\n"
            )
        )
        == 2
    )


def test_a_wrapped_line_may_begin_like_something_else() -> None:
    paragraph = (
        "The committee heard two accounts of the night, one written and signed\n"
        "by Ann Pollard and one by a driver who counted 3 cars and the other\n"
        "4) by the mill, before the lights on the bridge went out at half past\n"
        "9. Nobody else spoke of the mill, or of the cars, until the end."
    )
    assert blocks(paragraph) == [paragraph]


def test_a_paragraph_a_line() -> None:
    lines = [
        "The ferry stopped running on Monday after its engine failed halfway over, the line said.",
        "Passengers waited for two hours before a tug came out from the harbour to take them off.",
        "Nobody was hurt.",
    ]
    assert blocks("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It was settled by U.S.", "Secretary Joan Ferris after a night of talks."),
        ("The talks were led by the U.S.", "envoy, who had come from Cairo."),
        ("“He never wrote to us,” said Dr.", "Ann Pollard, who runs the clinic."),
        ("The hearing was put off to Dec.", "13, a Saturday, for want of a judge."),
        ("The mayor was seen with George W.", "Pollard at the opening of the hall."),
        ("He told the court that the", "Ferry Company had been warned."),
        ("The barrier had been checked in May,", "Ms. Pollard said."),
        ("The barrier had been checked in May", "and again in June."),
        ("‘The pumps alone won’t keep the water out.", "We need the wall,’ he said."),
        ("“The pumps will not keep the water out.", "We need the wall,” he said."),
        ('"The pumps will not keep the water out.', 'We need the wall," he said.'),
        ("‘The troops’ food ran out.", "They went home,’ he said."),
        ("'The pumps alone won't keep the water out.", "We need the wall,' he said."),
    ],
)
def test_a_line_that_plainly_goes_on_is_joined(first: str, second: str) -> None:
    opening = "The water came at night, and it came without a warning to those in the lower town."
    assert blocks(f"{opening}\n{first}\n{second}\n{opening}") == [opening, f"{first}\n{second}", opening]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The troops came home to the U.S.", "They had been away for a year."),
        ("The groups’ offers were refused.", "The board’s answer came by letter."),
        ("He called it a ‘waste’.", "She called it the council’s folly."),
        ("It was the ’90s, and nobody’s fault.", "The owners’ lawyers said so."),
        ("It was the '90s, and nobody's fault.", "The owners' lawyers said so."),
        ("“The water came at night.", "“It came without a warning,” he said."),
        ("“The water came at night, he said.", "Nobody had been warned."),
        ("The gap was 6'2\" at the gate.", "The wall was lower."),
        ("She lives at No. 4.", "He lives next door."),
    ],
)
def test_a_line_that_ends_is_not_joined(first: str, second: str) -> None:
    opening = "The water came at night, and it came without a warning to those in the lower town."
    assert blocks(f"{opening}\n{first}\n{second}") == [opening, first, second]


def test_a_mark_that_nobody_closes_runs_nowhere() -> None:
    lines = ["“The water came at night.", *(f"Line {n} has an end of its own." for n in range(500))]
    assert len(blocks("\n".join(lines))) == len(lines)


def test_the_seeds(checkout: Path) -> None:
    for path in sorted((checkout / "seeds").glob("00*.txt")):
        draft = PlainReader().read(path.name, path.read_bytes())
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        texts = [draft.cut(block.span) for block in draft.blocks]
        joined = [text for text in texts if "\n" in text]
        assert "\n".join(texts).split("\n") == lines
        assert not [text for text in texts if text.endswith(("U.S.", "Dr."))]
        assert all(
            text.startswith("U.S.\n") or "said Dr.\n" in text or "peace.\nWe" in text for text in joined
        )
        assert draft.blocks[0].role == "lede"
        assert {block.role for block in draft.blocks[1:]} == {"body"}
        assert len(joined) == (1 if path.name.startswith("000") else 3)


# Roles


def test_the_head_of_a_story() -> None:
    assert roles(
        "Council shuts the lower bridge\nTraffic will be sent round by the mill\n\n"
        "By Jane Roe and John Doe, Staff Writers\n\n"
        "MARLOW BRIDGE, Dec. 13 (AP) — The council shut the lower bridge on Saturday.\n\nTraffic was light.\n"
    ) == [
        ("headline", "Council shuts the lower bridge"),
        ("deck", "Traffic will be sent round by the mill"),
        ("byline", "By Jane Roe and John Doe, Staff Writers"),
        ("dateline", "MARLOW BRIDGE, Dec. 13 (AP) —"),
        ("lede", "The council shut the lower bridge on Saturday."),
        ("body", "Traffic was light."),
    ]


def test_the_rest_of_a_story() -> None:
    assert roles(
        "The council shut the lower bridge on Saturday.\n\nNo way round\n\nDrivers were not told before.\n\n"
        "- The mill road is open.\n- The north road is not.\n\nPhoto: The bridge on Saturday.\n\n"
        "The bridge at dawn (Jane Roe/Marlow Photo)\n\nMill\t40\t12\nQuay\t11\t8\n\n"
        "Editor’s note: An earlier version misspelled the mill.\n\n-30-\n"
    ) == [
        ("lede", "The council shut the lower bridge on Saturday."),
        ("crosshead", "No way round"),
        ("body", "Drivers were not told before."),
        ("list", "The mill road is open."),
        ("list", "The north road is not."),
        ("caption", "Photo: The bridge on Saturday."),
        ("caption", "The bridge at dawn (Jane Roe/Marlow Photo)"),
        ("table", "Mill\t40\t12"),
        ("table", "Quay\t11\t8"),
        ("note", "Editor’s note: An earlier version misspelled the mill."),
        ("meta", "-30-"),
    ]


def test_a_label_gives_the_role_and_is_no_text() -> None:
    assert roles("Slug: bridge-13\nHed: Bridge shut\nDek: For good\n\nThe bridge is shut for good.") == [
        ("slug", "bridge-13"),
        ("headline", "Bridge shut"),
        ("deck", "For good"),
        ("lede", "The bridge is shut for good."),
    ]


def test_front_matter_gives_the_headline() -> None:
    draft = read(
        "---\nTitle: 'It''s shut'\ndate: 2025-12-13\ntags: [roads, mills]\n---\nThe bridge is shut.\n"
    )
    assert draft.front == {"title": "It's shut", "date": "2025-12-13", "tags": "roads, mills"}
    assert [(block.role, draft.cut(block.span)) for block in draft.blocks] == [
        ("headline", "It's shut"),
        ("lede", "The bridge is shut."),
    ]
    assert draft.source_span((2, 4)).cut(draft.source) == "''s"


def test_a_headline_that_the_page_repeats_is_there_once() -> None:
    assert roles("---\ntitle: Bridge shut\n---\nBridge shut\n\nThe bridge is shut.\n") == [
        ("headline", "Bridge shut"),
        ("lede", "The bridge is shut."),
    ]


# Remarks


def test_directives_are_remarks_and_no_text() -> None:
    source = (
        "newslint: ignore-file[style] trade words\n\nThe council shut the bridge.\n"
        "newslint: ignore[dates/wrong-weekday] as the poster has it\n"
        "It will open on Monday, Dec. 13.\nnewslint: off[names]\n"
    )
    draft = read(source)
    assert draft.text == "The council shut the bridge.\n\nIt will open on Monday, Dec. 13."
    assert [(remark.at, remark.text) for remark in draft.remarks] == [
        (0, "newslint: ignore-file[style] trade words"),
        (30, "newslint: ignore[dates/wrong-weekday] as the poster has it"),
        (len(draft.text), "newslint: off[names]"),
    ]
    assert [remark.source.cut(source) for remark in draft.remarks] == [
        remark.text for remark in draft.remarks
    ]


def test_newslint_in_a_sentence_is_no_remark() -> None:
    assert read("The tool, newslint: off[x] by default.").remarks == ()


def test_the_reader_registers_itself() -> None:
    from newslint.readers import plain

    (reader,) = plain.newslint_readers()
    assert (reader.format, reader.suffixes) == ("plain", (".txt", ".text"))
