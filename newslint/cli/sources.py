"""`newslint sources`: the source audit, who speaks in the drafts and how much."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import click

from newslint.cli import options
from newslint.cli.drafts import gather
from newslint.cli.page import complain, told, write
from newslint.desk import Desk
from newslint.model import Draft, Place, Trouble
from newslint.proofs import Copy, Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import one_line
from newslint.rulebook.wording import trim
from newslint.story.audit import Heard, Total, audit

VERSION = 1
HEADINGS = ("source", "kind", "statements", "words", "share", "first")
NUMBERS = ("statements", "words", "share")
COLUMNS = (
    *("row", "path", "line", "column", "id", "kind", "source", "person", "descriptor"),
    *("statements", "words", "share"),
)
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet would reckon with a cell that begins so
LONGEST = 40  # characters of a source in the table


class Audit(NamedTuple):
    """A draft, who speaks in it, and their total."""

    draft: Draft
    heard: tuple[Heard, ...]
    total: Total


@click.command("sources")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    help="text (default), json, or csv.",
)
@options.date
@options.config
@options.pipeline
@options.stdin_filename
def command(paths: tuple[str, ...], form: str, stdin_filename: str | None, **asked: Any) -> int:
    """Print who speaks in the drafts at PATH: every source once, with its statements, words and share.

    Exit codes: 0, or 2 where a draft could not be read.
    """
    desk = Desk(Order(**asked))
    drafts = gather(desk, paths, stdin_filename)
    code = told([*desk.plugins.troubles, *drafts.troubles])

    def of(copy: Copy) -> Audit:
        story = desk.story(copy)
        return Audit(story.draft, *audit(story))

    total, read = Total(), 0
    before, between = ('{"version": 1, "drafts": [\n', ",\n") if form == "json" else ("", "")
    write(before if form != "csv" else row(COLUMNS))
    for came in desk.each(drafts.copies, of):
        if isinstance(came, Trouble):
            complain(came)
            code = 2
            continue
        shown = {"text": table, "json": document, "csv": rows}[form](came)
        write((between if read else "") + shown)
        total, read = total + came.total, read + 1
    write({"text": closing, "json": ending, "csv": last_row}[form](total, read))
    for note in drafts.notes:
        click.echo(f"note: {note}", err=True)
    return code


def first(one: Audit, heard: Heard) -> Place:
    """Where a source is first mentioned, in the draft's file."""
    return one.draft.place(one.draft.source_span(heard.source.mentions[0]).start)


def name(heard: Heard) -> str:
    """What a source is called: its full name where the draft gives one, else its first mention."""
    source = heard.source
    return source.person or (source.descriptor if source.kind == "anonymous" else None) or source.text


# text


def table(one: Audit) -> str:
    """The audit of one draft for eyes."""
    path = one_line(one.draft.path)
    cells = [
        (
            one_line(trim(name(heard), LONGEST)),
            heard.source.kind,
            str(heard.statements),
            str(heard.words),
            f"{heard.share:.0%}",
            f"{path}:{first(one, heard).line}",
        )
        for heard in one.heard
    ]
    lines = aligned([HEADINGS, *cells]) if cells else []
    return "".join(f"{line}\n" for line in (path, *lines, f"  {summed(one.total)}", ""))


def aligned(cells: list[tuple[str, ...]]) -> Iterator[str]:
    """Rows of a table, numbers to the right."""
    widths = [max(len(each[i]) for each in cells) for i in range(len(HEADINGS))]
    for each in cells:
        parts = (
            cell.rjust(width) if heading in NUMBERS else cell.ljust(width)
            for cell, width, heading in zip(each, widths, HEADINGS, strict=True)
        )
        yield "  " + "  ".join(parts).rstrip()


def summed(total: Total) -> str:
    """“5 sources, 2 without a name; 13 statements, 3 (23%) without a name; 210 words quoted”"""
    told = [count(total.sources, "source")]
    if total.anonymous:
        told[0] += f", {total.anonymous:,} without a name"
    told.append(count(total.statements, "statement"))
    if total.anonymous:
        told[-1] += f", {total.by_anonymous:,} ({total.by_anonymous / total.statements:.0%}) without a name"
    told.append(count(total.words, "word") + " quoted")
    if total.unspoken:
        told.append(f"{count(total.unspoken, 'quoted word')} without a speaker")
    return "; ".join(told)


def closing(total: Total, read: int) -> str:
    return f"{count(read, 'draft')}: {summed(total)}\n" if read > 1 else ""


# json


def document(one: Audit) -> str:
    sources = []
    for heard in one.heard:
        source, place = heard.source, first(one, heard)
        sources.append(
            {
                "id": source.id,
                "kind": source.kind,
                "text": source.text,
                "person": source.person,
                "descriptor": source.descriptor,
                "reason": source.reason is not None,
                "statements": heard.statements,
                "words": heard.words,
                "share": round(heard.share, 4),
                "first": {"line": place.line, "column": place.column, "offset": place.offset},
            }
        )
    return json.dumps({"path": one.draft.path, "sources": sources, "total": figures(one.total)})


def figures(total: Total) -> dict[str, int]:
    return {
        "sources": total.sources,
        "anonymous": total.anonymous,
        "statements": total.statements,
        "anonymous_statements": total.by_anonymous,
        "words": total.words,
        "words_without_speaker": total.unspoken,
    }


def ending(total: Total, read: int) -> str:
    return f'\n], "total": {json.dumps({"drafts": read, **figures(total)})}}}\n'


# csv


def row(cells: Iterable[object]) -> str:
    """One row as spreadsheets read it; no cell of it is reckoned with."""
    import csv
    import io

    page = io.StringIO()
    texts = ("" if cell is None else str(cell) for cell in cells)
    csv.writer(page, lineterminator="\n").writerow(
        f"'{text}" if text.startswith(FORMULA) else text for text in texts
    )
    return page.getvalue()


def rows(one: Audit) -> str:
    """A row a source, then the draft's."""
    lines = []
    for heard in one.heard:
        source, place = heard.source, first(one, heard)
        lines.append(
            row(
                (
                    "source", one.draft.path, place.line, place.column, source.id, source.kind, source.text,
                    source.person, source.descriptor, heard.statements, heard.words, f"{heard.share:.4f}",
                )
            )
        )  # fmt: skip
    return "".join(lines) + total_row("draft", one.draft.path, one.total)


def last_row(total: Total, read: int) -> str:
    return total_row("all", None, total)


def total_row(what: str, path: str | None, total: Total) -> str:
    told = f"{count(total.sources, 'source')}, {total.anonymous:,} without a name"
    return row((what, path, None, None, None, None, told, None, None, total.statements, total.words, None))
