"""Which fixes are made at once, and what stays of the words around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newslint.fixing.edits import edited, settle
from newslint.model import Draft, Edit, Finding, Severity


def edit(source: str, start: int, end: int, text: str, safe: bool = True) -> Edit:
    draft = Draft("a.txt", source, source, (), ())
    return Edit(draft.place(start), draft.place(end), text, safe)


def finding(*edits: Edit, rule: str = "house/rule") -> Finding:
    start, end = (edits[0].start, edits[-1].end) if edits else (None, None)
    return Finding("a.txt", rule, Severity.suggestion, "?", start, end, edits)


def test_fixes_that_do_not_meet_are_made_together() -> None:
    source = "An advisor met a miniscule crowd."
    both = [finding(edit(source, 17, 26, "minuscule")), finding(edit(source, 3, 10, "adviser"))]
    assert settle(source, both).source == "An adviser met a minuscule crowd."


def test_of_two_that_meet_the_safe_one_is_made_and_the_other_left() -> None:
    source = "The the advisor left."
    safe = finding(edit(source, 8, 15, "adviser"))
    unsafe = finding(edit(source, 0, 15, "The aide", safe=False))
    made = settle(source, [unsafe, safe], unsafe=True)
    assert made.source == "The the adviser left."
    assert made.fixed == (safe,)


def test_unsafe_fixes_are_made_only_where_that_is_asked() -> None:
    source = "said Rowe"
    swap = finding(edit(source, 0, 9, "Rowe said", safe=False))
    assert settle(source, [swap]) == (source, ())
    assert settle(source, [swap], unsafe=True).source == "Rowe said"


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all() -> None:
    source = "one two three"
    pair = finding(edit(source, 0, 3, "1"), edit(source, 8, 13, "3"))
    other = finding(edit(source, 8, 13, "drei"))
    assert settle(source, [other, pair]).source == "1 two 3"
    half_safe = finding(edit(source, 0, 3, "1"), edit(source, 4, 7, "2", safe=False))
    assert settle(source, [half_safe]).source == source


def test_two_insertions_at_one_place_wait_for_each_other() -> None:
    source = "ab"
    first, second = finding(edit(source, 1, 1, "x"), rule="a/a"), finding(edit(source, 1, 1, "y"), rule="b/b")
    assert settle(source, [first, second]) == ("axb", (first,))


def test_a_fix_whose_own_edits_meet_is_not_made() -> None:
    source = "abcd"
    broken = finding(edit(source, 0, 3, "x"), edit(source, 2, 4, "y"))
    assert settle(source, [broken]) == (source, ())


def test_line_breaks_of_a_fix_are_those_of_the_draft() -> None:
    source = "One.\r\nTwo. Three.\r\n"
    assert settle(source, [finding(edit(source, 10, 11, "\n\n"))]).source == "One.\r\nTwo.\r\n\r\nThree.\r\n"


@given(st.text(max_size=30), st.data())
def test_what_no_edit_names_stays(source: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(source)), max_size=8, unique=True)))
    spans = list(zip(cuts[::2], cuts[1::2], strict=False))
    made = [finding(edit(source, start, end, "_")) for start, end in spans]
    after = settle(source, made)
    kept = [
        source[end:start]
        for end, start in zip([0, *(e for _, e in spans)], [*(s for s, _ in spans), None], strict=True)
    ]
    assert after.source == "_".join(kept)
    assert len(after.fixed) == len(spans)
    assert edited(source, []) == source
