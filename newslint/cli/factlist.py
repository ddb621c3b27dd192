"""The fact-checker's list of one draft: every fact with its place, as text, Markdown to tick off, and CSV."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newslint.model import Draft
from newslint.reporters.summary import count
from newslint.reporters.terminal import one_line
from newslint.rulebook.wording import trim
from newslint.story.record import Record

COLUMNS = ("path", "line", "column", "kind", "text", "value", "detail")
# What a spreadsheet would take for a formula; drafts are not to be trusted.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_MARKUP = re.compile(r"([\\`*_\[\]<>|#~$])")


class Facts(NamedTuple):
    """A draft and its record."""

    draft: Draft
    record: Record


class Item(NamedTuple):
    """One fact to check: where it stands, what the draft says, what that means, and what else is known.

    ``value`` is the speaker of a quotation, the role of a person, the TIMEX3 value of a date, the number of a
    figure; ``detail`` whatever helps to check it. Both may be "".
    """

    kind: str
    line: int
    column: int
    text: str
    value: str = ""
    detail: str = ""


HEADINGS = {
    "quotation": "Quotations",
    "source": "Sources",
    "name": "Names",
    "age": "Ages",
    "date": "Dates",
    "figure": "Figures",
    "superlative": "Superlatives",
}


def items(facts: Facts) -> Iterator[Item]:
    """The facts of a draft, kind after kind, each kind in the order of the draft."""
    draft, told = facts

    def at(fact: Record) -> tuple[int, int]:
        place = draft.place(fact["start"])
        return place.line, place.column

    for quote in told["quotes"]:
        said = quote["speaker"] is not None
        yield Item(
            "quotation",
            *at(quote),
            draft.source[quote["start"] : quote["end"]],
            _known_as(quote["speaker"], quote["person"]) if said else "",
            f"{quote['cue']} ({quote['kind']})" if said else "nobody is said to have said it",
        )
    for source in told["sources"]:
        reason = f"; not named because: {source['reason']}" if source["reason"] else ""
        place = at(source["mentions"][0]) if source["mentions"] else (1, 1)
        detail = f"{source['kind']}, {count(source['statements'], 'statement')}{reason}"
        yield Item("source", *place, source["text"], source["person"] or "", detail)
    for name in told["names"]:
        roles = "; ".join(role["text"] for role in name["roles"])
        others = [f"{line}:{column}" for line, column in map(at, name["mentions"][1:])]
        also = f", also at {' '.join(others)}" if others else ""
        yield Item("name", *at(name["mentions"][0]), name["canonical"], roles, name["kind"] + also)
    for name in told["names"]:
        for age in name["ages"]:
            yield Item("age", *at(age), age["text"], "", name["canonical"])
    for date in told["dates"]:
        yield Item("date", *at(date), date["text"], date["value"], f"{date['type']}, {date['anchor']}")
    for figure in told["figures"]:
        of = " ".join(part for part in (figure["unit"], figure["of"]) if part)
        where = f" in {figure['place']}" if figure["place"] else ""
        yield Item("figure", *at(figure), figure["text"], f"{figure['value']:,}", of + where)
    for superlative in told["superlatives"]:
        yield Item("superlative", *at(superlative), superlative["text"])


def as_text(facts: Facts) -> str:
    """For eyes: a heading for each kind, a line for each fact."""
    lines = [one_line(facts.draft.path)]
    for heading, found in _under_headings(facts):
        lines += ["", heading]
        for item in found:
            value = f"= {item.value}" if item.value else ""
            cells = (f"{item.line}:{item.column}", trim(item.text), value, item.detail)
            lines.append("  " + "  ".join(one_line(cell) for cell in cells if cell))
    return "".join(f"{line}\n" for line in (*lines, ""))


def as_markdown(facts: Facts) -> str:
    """To tick off: a heading for each kind, a box for each fact."""
    lines = [f"# {_escape(facts.draft.path)}"]
    for heading, found in _under_headings(facts):
        lines += ["", f"## {heading}", ""]
        for item in found:
            value = f" = {_escape(item.value)}" if item.value else ""
            detail = f" ({_escape(item.detail)})" if item.detail else ""
            lines.append(f"- [ ] {item.line}:{item.column} **{_escape(item.text)}**{value}{detail}")
    return "".join(f"{line}\n" for line in (*lines, ""))


def as_rows(facts: Facts) -> Iterator[tuple[str, ...]]:
    """For a spreadsheet: a row for each fact, in COLUMNS; what looks like a formula gets a ``'`` first."""
    for item in items(facts):
        told = (
            facts.draft.path,
            str(item.line),
            str(item.column),
            item.kind,
            item.text,
            item.value,
            item.detail,
        )
        yield tuple(_harmless(" ".join(cell.split())) for cell in told)


def _under_headings(facts: Facts) -> Iterator[tuple[str, list[Item]]]:
    found: dict[str, list[Item]] = {}
    for item in items(facts):
        found.setdefault(item.kind, []).append(item)
    for kind, heading in HEADINGS.items():
        if kind in found:
            yield heading, found[kind]


def _known_as(words: str, person: str | None) -> str:
    return words if person in (None, words) else f"{person} (“{words}”)"


def _escape(text: str) -> str:
    return _MARKUP.sub(r"\\\1", one_line(text))


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else one_line(cell)
