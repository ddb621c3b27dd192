from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.language.sentences import split_sentences
from newslint.model import Span


def sentences(text: str) -> list[str]:
    return [span.cut(text) for span in split_sentences(text, Span(0, len(text)))]


# “|” stands where one sentence ends and the next begins.
CASES = [
    "The vote was close.| The mayor won.",
    "U.S. President Ana Ruiz met Sen. Cole in Washington, D.C. on Jan. 3.| She left.",
    "The ship was built in the U.S.| The crew was not.",
    "Dr. Cole, Gov. Ruiz and Mr. Lowe sat.| Prof. Hale stood.",
    "J. K. Marsh and Harry S. Cole spoke.| They left.",
    "Plan B failed.| There was no plan C.| The mayor wept.",
    "It rose 3.5 percent, to $4.25.| Shares fell.",
    "It opens at 8 a.m. Friday.| It shuts at 5 p.m. EST on Sunday.",
    "It opened at 8 a.m.| Police came at nine.",
    "He works for Marsh Inc. in London.| It bought Cole Corp.| The price was low.",
    "Read No. 10 first.| He said no.| Ten people left.",
    "“Yes?” she asked.| ‘Go!’ said the guard.",
    "“Yes!” Ana Ruiz said.| “No!” Cole replied, and left.",
    "“I left.| He stayed,” she said.",
    "“It is over.”| She left.| (He stayed.)| They met.",
    "Is it “over”?| It is.",
    "He paused … and went on.| I don’t know...| The end came.",
    "It was . . . slow.| It ended.",
    "U.S.\nPresident Ana Ruiz met Dr.\nCole.|\nThey talked.",
    "He bought an iPod.| iPods were new.",
    "1. Wash your hands.| 2. Dry them.",
    "Calif. (AP) — The fire grew.",
    "Three things: Time, money, luck.",
    "Yahoo! Sports paid.| It was cheap!| The end.",
    "He lives on Marsh St. and works there.| St. Ives is far.",
    "Mary (b. 1950) and Tom (d. 2001) wed.| They parted.",
    "No stop at the end",
    "20 came.| 30 left.",
    "e.g. this, i.e. that, vs. those.",
    "She was 90.| “Ninety!” he said.",
    "The ferry was built in Newark, N.J.| Roger Diaz said it leaked.",
    "He moved to St. Paul, Minn.| Diaz was 40.",
    "They sang near New Haven, Conn.| Rosa B. Diaz and her sons had left.",
    "The crew flew to Washington, D.C.| Diaz stayed.",
    "He wrote to N.J. Gov. Roger Diaz, who left.",
    "It came from Newark, N.J. Mayor Rosa Diaz on Monday.",
    "He asked the Newark, N.J. Roger Diaz Center said to be open.",
    "On a wet Monday in Newark, N.J. Roger Diaz said it leaked.",
    "But in Newark, N.J. Roger Diaz said it leaked.",
    "She is a friend of U.S. President Roger Diaz.",
    "He flew to the U.S. State Department said to be safe.",
    "The case went to the SEC.| Lawyers wept.",
    "He read it in the FT.| Shares fell.",
    "She uses IE.| Few do.",
    "It was the house of Charles V.| The end was near.",
    "MR. COLE AND SEC. RUIZ WED.| THE END.",
]


@pytest.mark.parametrize("text", CASES)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize("text", [case for case in CASES if "\n" not in case])
def test_a_line_break_is_a_space(text: str) -> None:
    parts = [part.strip().replace(" ", "\n") for part in text.split("|")]
    assert sentences(text.replace("|", "").replace(" ", "\n")) == parts


def test_only_within() -> None:
    text = "One. Two. Three."
    assert split_sentences(text, Span(5, 10)) == (Span(5, 9),)
    assert split_sentences(text, Span(4, 4)) == ()


PIECES = st.sampled_from(
    [
        "The",
        "mayor",
        "said",
        "U.S.",
        "Dr.",
        "J.",
        ".",
        "!",
        "?",
        "...",
        "…",
        "“",
        "”",
        "'",
        ")",
        "(",
        "—",
        " ",
        "\n",
        "1",
        "I",
        "a.m.",
    ]
)


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=120))
def test_sentences_are_ordered_apart_and_cover_everything_but_space(text: str) -> None:
    found = split_sentences(text, Span(0, len(text)))
    end = 0
    for span in found:
        assert not text[end : span.start].strip()
        assert end <= span.start < span.end
        assert span.cut(text) == span.cut(text).strip()
        end = span.end
    assert not text[end:].strip()


@pytest.mark.parametrize(
    "text",
    [
        "!" * 300_000 + "x",
        "." + "'" * 300_000 + "x",
        ". " * 100_000,
        '." ' * 50_000,
        " " * 300_000,
        "“" * 300_000,
        "He ran in Old Town, N.J. Mayor Diaz said " * 8_000,
    ],
)
def test_hostile_lines_take_linear_time(text: str) -> None:
    start = time.process_time()
    split_sentences(text, Span(0, len(text)))
    assert time.process_time() - start < 3


@pytest.mark.parametrize("following", ["said no.", "nothing."])
def test_the_next_paragraph_has_no_say(following: str) -> None:
    paragraph = "He moved to Newark, N.J. Diaz"
    text = f"{paragraph}\n\n{following}"
    assert split_sentences(text, Span(0, len(paragraph))) == (Span(0, len(paragraph)),)
