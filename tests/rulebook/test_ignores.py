"""Remarks in a draft: what they silence, and what is said of those that are wrong or do nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newslint.language.pipeline import Pipeline
from newslint.model import Draft, Finding, Severity
from newslint.readers.base import Builder
from newslint.rulebook.book import Book
from newslint.rulebook.engine import run
from newslint.rulebook.ignores import BAD, UNUSED, Kept, apply_ignores
from newslint.story.story import Story

from .conftest import rule_text

VERB = "shun:\n  words: [slammed, blasted]\n"
FILES = {
    "style/shun.yml": rule_text("style/shun", ("severity:", "formerly: words/shun\nseverity:")),
    "style/loud.yml": rule_text("style/loud", ("[slammed, blasted]", "[shouted]")),
    "claims/vague.yml": rule_text("claims/vague", ("[slammed, blasted]", "[critics]")),
    "style/gone.yml": rule_text("style/gone", ("severity:", "status: retired\nseverity:")),
}


@pytest.fixture
def book(make_book: Callable[..., Book]) -> Book:
    return make_book(FILES)


def remarked(*lines: str) -> Draft:
    """A draft with one paragraph a line; lines that begin with # are remarks."""
    source = "\n".join(lines)
    builder = Builder("draft.txt", source, format="plain", encoding="utf-8")
    at = 0
    for line in lines:
        if line.startswith("#"):
            builder.remark(at, at + len(line), line.removeprefix("# "))
        else:
            builder.open("body")
            builder.add(at, at + len(line))
            builder.close()
        at += len(line) + 1
    return builder.draft()


def proof(book: Book, *lines: str) -> Kept:
    draft = remarked(*lines)
    outcome = run(Story(draft, Pipeline("blank")), book.choose())
    return apply_ignores(draft, outcome.findings, book, outcome.ran)


def told(kept: Kept) -> list[tuple[str, int]]:
    return [(finding.rule, finding.start.line if finding.start else 0) for finding in kept.findings]


def test_without_remarks_nothing_changes(book: Book) -> None:
    assert told(proof(book, "They slammed it.")) == [("style/shun", 1)]


@pytest.mark.parametrize(
    "remark",
    [
        "newslint: ignore[style/shun] it is what he did",
        "newslint:ignore[style/shun]: it is what he did",
        "newslint: ignore [ claims/vague , style/shun ] — reason",
        "NEWSLINT: Ignore[style/shun] reason",
        "newslint: ignore[style] a family",
        "newslint: ignore[style/*] a family",
        "newslint: ignore[words/shun] a former name",
        "ignore[style/shun] reason",
    ],
)
def test_ignore_is_for_the_next_block(book: Book, remark: str) -> None:
    kept = proof(book, "They slammed it.", f"# {remark}", "They slammed it, critics say.", "They slammed it.")
    assert ("style/shun", 3) not in told(kept)
    assert told(kept)[0] == ("style/shun", 1)
    assert ("style/shun", 4) in told(kept)
    assert len(kept.settled) in (1, 2)
    assert not [finding for finding in kept.findings if finding.rule in (BAD, UNUSED)]


def test_off_reaches_to_on_or_to_the_end(book: Book) -> None:
    slammed = "They slammed it."
    kept = proof(book, slammed, "# off[style/shun] live blog", slammed, slammed, "# on[style/shun]", slammed)
    assert told(kept) == [("style/shun", 1), ("style/shun", 6)]
    kept = proof(book, slammed, "# off[style/shun] live blog", slammed, slammed)
    assert told(kept) == [("style/shun", 1)]
    assert len(kept.settled) == 2


def test_ignore_file_is_for_the_whole_draft(book: Book) -> None:
    kept = proof(book, "They slammed it.", "They blasted it.", "# ignore-file[style/shun] a satire")
    assert told(kept) == []
    assert [(each.why, each.inline) for each in kept.settled] == [("a satire", True)] * 2


def test_only_ignore_file_reaches_findings_without_a_place(book: Book) -> None:
    whole = Finding("draft.txt", "style/shun", Severity.warning, "too short")
    for remark, silenced in (
        ("ignore[style/shun] x", 0),
        ("off[style/shun] x", 0),
        ("ignore-file[style/shun] x", 1),
    ):
        draft = remarked(f"# {remark}", "They left.")
        assert len(apply_ignores(draft, [whole], book, ["style/shun"]).settled) == silenced


def test_what_newslint_says_of_itself_cannot_be_silenced(book: Book) -> None:
    broken = Finding("draft.txt", "newslint/internal-error", Severity.error, "style/shun broke down")
    draft = remarked("# ignore-file[newslint] hush", "They left.")
    kept = apply_ignores(draft, [broken], book, [])
    assert broken in kept.findings
    assert len(kept.settled) == 0


@pytest.mark.parametrize(
    ("remark", "severity", "message"),
    [
        ("ignore[style/shun]", "warning", "The remark gives no reason. Write why after ignore[style/shun]."),
        ("ignore[style/shum] why", "warning", "There is no rule “style/shum”; did you mean “style/shun”?"),
        ("ignore[all] why", "warning", "There is no rule “all”"),
        ("ignore[] why", "warning", "The remark names no rule. Write ignore[rule] and why."),
        ("ignore why", "warning", "The remark names no rule."),
        ("ignroe[style/shun] why", "warning", "“ignroe” is nothing newslint can do; did you mean “ignore”?"),
        (
            "disable[style/shun] why",
            "warning",
            "“disable” is nothing newslint can do Write ignore[rule] reason",
        ),
        ("[style/shun]", "warning", "is nothing newslint can do"),
        ("ignore[style/shun why", "warning", ""),
        ("on[style/shun]", "warning", "“style/shun” is turned on again, and was never off"),
        ("on", "warning", "The remark names no rule. Write on[rule]."),
    ],
)
def test_a_wrong_remark_is_told_where_it_stands(book: Book, remark: str, severity: str, message: str) -> None:
    kept = proof(book, f"# {remark}", "They slammed it.")
    bad = [finding for finding in kept.findings if finding.rule == BAD]
    assert len(bad) == 1
    assert message in bad[0].message
    assert str(bad[0].severity) == severity
    assert bad[0].start is not None
    assert bad[0].start.line == 1
    assert bad[0].fingerprint


def test_one_without_a_reason_still_holds(book: Book) -> None:
    assert [rule for rule, _ in told(proof(book, "# ignore[style/shun]", "They slammed it."))] == [BAD]


def test_one_that_does_nothing_is_told(book: Book) -> None:
    kept = proof(book, "# ignore[style/shun, style/loud] why", "They slammed it.")
    (finding,) = kept.findings
    assert (finding.rule, finding.severity) == (UNUSED, Severity.suggestion)
    assert finding.message == "Nothing here needs “style/loud” ignored; the remark can go"


@pytest.mark.parametrize("name", ["style/gone", "claims/vague"])
def test_of_a_rule_that_did_not_run_nobody_can_say(book: Book, name: str) -> None:
    draft = remarked(f"# ignore[{name}] why", "They left.")
    assert apply_ignores(draft, [], book, ["style/shun"]).findings == ()


def test_a_remark_before_a_paragraph_with_a_dateline_reaches_the_paragraph(book: Book) -> None:
    source = "KYIV — The mayor slammed it.\nThe board slammed it."
    builder = Builder("draft.txt", source, format="plain", encoding="utf-8")
    builder.remark(0, 0, "newslint: ignore[style/shun] her word")
    for role, start, end in (("dateline", 0, 7), ("lede", 7, 28), ("body", 29, 50)):
        builder.open(role)
        builder.add(start, end)
        builder.close()
    draft = builder.draft()
    story = Story(draft, Pipeline("blank"))
    chosen = book.choose((), None)
    kept = apply_ignores(draft, run(story, chosen).findings, book, frozenset())
    assert [finding.start.line for finding in kept.findings if finding.start] == [2]
