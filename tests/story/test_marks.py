"""Quotation marks: which words stand between them, whatever the style."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.model import Span
from newslint.story.quoting.marks import Marked, find_marked


def marked(text: str) -> list[Marked]:
    return find_marked(text, Span(0, len(text)))


def quoted(text: str, depth: int = 0) -> list[str]:
    """The words between marks, at one depth."""
    return [text[each.inner.start : each.inner.end] for each in marked(text) if each.depth == depth]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“We sail,” she said. “At noon.”", ["We sail,", "At noon."]),
        ('"We sail," she said. "At noon."', ["We sail,", "At noon."]),
        ("‘We sail,’ she said. ‘At noon.’", ["We sail,", "At noon."]),
        ("'We sail,' she said. 'At noon.'", ["We sail,", "At noon."]),
        ("``We sail,'' she said. ''At noon.''", ["We sail,", "At noon."]),
        ("«Wir fahren», sagte sie.", ["Wir fahren"]),
        ("« On part », dit-elle.", [" On part "]),
        ("»Wir fahren«, sagte sie.", ["Wir fahren"]),
        ("„Wir fahren“, sagte sie. „Um zwölf“ also.", ["Wir fahren", "Um zwölf"]),
        ("”We sail,” she said. “At noon“ it was.", ["We sail,", "At noon"]),
        ('She said,"We sail," and left.', ["We sail,"]),
        ('"We sail, " she said.', ["We sail, "]),
        ("(“We sail,” she said.)", ["We sail,"]),
        ("the harbour—“the quay,” they say—closed", ["the quay,"]),
        ("‘Work alone won’t do.\nWe need boats.’ Others left.", ["Work alone won’t do.\nWe need boats."]),
    ],
)
def test_every_style_of_mark(text: str, words: list[str]) -> None:
    assert quoted(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "The groups’ offers and IS’s camps of the ’90s, rock ’n’ roll for ’em all.",
        "The groups' offers and IS's camps of the '90s, rock 'n' roll for 'em all.",
        "‘em and ‘til and ‘90s, typed by a clever editor.",
        "He is 6'2\" tall and the plank 5' 10\" long.",
        'They pressed a 12" record.',
        "It’s the fishermen’s.",
        "Goin’ home o’ nights.",
    ],
)
def test_apostrophes_and_measures_are_no_marks(text: str) -> None:
    assert marked(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("‘The groups’ offers won’t do,’ she said.", ["The groups’ offers won’t do,"]),
        ("'The groups' offers won't do,' she said.", ["The groups' offers won't do,"]),
        ("‘secret measures’ that the workers’ union feared", ["secret measures"]),
        ("‘stern measures’ against IS, calling it a ‘trap’ and more", ["stern measures", "trap"]),
        ("‘Goin’ home was the ’60s’ best song.’", ["Goin’ home was the ’60s’ best song."]),
        ('"He is 6\'2" tall," she said.', ["He is 6'2\" tall,"]),
    ],
)
def test_an_apostrophe_does_not_close(text: str, words: list[str]) -> None:
    assert quoted(text) == words


def test_nested_marks_have_a_depth() -> None:
    text = "“He told me, ‘It is over,’ and left,” she said."
    assert quoted(text) == ["He told me, ‘It is over,’ and left,"]
    assert quoted(text, depth=1) == ["It is over,"]
    british = "‘He told me “no” twice,’ she said."
    assert quoted(british) == ["He told me “no” twice,"]
    assert quoted(british, depth=1) == ["no"]


def test_a_nested_mark_left_open_does_not_swallow_the_outer_one() -> None:
    assert quoted("“He told me, ‘It is over,” she said. “Yes.”") == ["He told me, ‘It is over,", "Yes."]


def test_marks_of_one_kind_nest_where_each_has_its_end() -> None:
    assert quoted('"He called it "a day to remember" and left," she said.') == [
        'He called it "a day to remember" and left,'
    ]


def test_curly_marks_nest_in_straight_ones() -> None:
    assert quoted('"It is no “equal share” at all," she said.') == ["It is no “equal share” at all,"]
    assert quoted('"We sail,” she said. “At noon."') == ["We sail,", "At noon."]


def test_an_unclosed_mark_ends_where_the_next_opens() -> None:
    first, second = marked("“We are done. “So am I,” she said.")
    assert (first.closed, second.closed) == (False, True)
    assert first.inner == Span(1, 13)


def test_an_unclosed_mark_ends_with_its_block() -> None:
    text = "“We are done, she said.\n\n“Not yet.”"
    (only,) = find_marked(text, Span(0, 23))
    assert (only.span, only.closed) == (Span(0, 23), False)


def test_an_unclosed_single_mark_is_a_quotation_only_where_speech_begins() -> None:
    assert [each.closed for each in marked("‘We are done, she said.")] == [False]
    assert marked("the ‘fishing fleet of old") == []


@given(st.text(alphabet="“”\"'‘’«» ab.\n", max_size=60))
def test_marked_spans_nest_or_follow_and_stay_inside(text: str) -> None:
    found = marked(text)
    for each in found:
        assert 0 <= each.span.start <= each.inner.start <= each.inner.end <= each.span.end <= len(text)
    for one in found:
        for other in found:
            if one is not other and one.span.overlaps(other.span):
                assert one.span in other.span or other.span in one.span


@pytest.mark.parametrize(
    "text",
    [
        "“" * 20_000,
        '" ' * 20_000,
        "'a " * 20_000,
        "‘a “b " * 10_000,
        "‘“" * 10_000 + "«»" * 10_000,
        "“" + "word " * 200_000,
    ],
)
def test_hostile_input_costs_no_more_than_its_length(text: str) -> None:
    began = time.process_time()
    find_marked(text, Span(0, len(text)))
    assert time.process_time() - began < 2
