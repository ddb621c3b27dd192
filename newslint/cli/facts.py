"""`newslint facts`: what drafts say, for programs and for eyes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

import click

from newslint.cli import options
from newslint.cli.drafts import gather
from newslint.cli.page import complain, told, write
from newslint.desk import Copy, Desk, Order
from newslint.model import Draft, Trouble
from newslint.reporters.summary import count
from newslint.reporters.terminal import one_line
from newslint.rulebook.wording import trim
from newslint.story.record import Record, record

VERSION = 1


class Facts(NamedTuple):
    """A draft and its record."""

    draft: Draft
    record: Record


@click.command("facts")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "jsonl"]),
    default="text",
    help="text (default), json, or jsonl: one draft a line.",
)
@options.date
@options.config
@options.pipeline
@options.stdin_filename
def command(paths: tuple[str, ...], form: str, stdin_filename: str | None, **asked: Any) -> int:
    """Print the quotations, sources, dates, names and figures of the drafts at PATH.

    Exit codes: 0, or 2 where a draft could not be read.
    """
    desk = Desk(Order(**asked))
    drafts = gather(desk, paths, stdin_filename)
    code = told(drafts.troubles)

    def facts(copy: Copy) -> Facts:
        story = desk.story(copy)
        return Facts(story.draft, record(story))

    # Written draft by draft, whatever the format: an archive does not fit in memory.
    before, between, after = (
        (f'{{"version": {VERSION}, "drafts": [\n', ",\n", "\n]}\n") if form == "json" else ("",) * 3
    )
    write(before)
    separator = ""
    for came in desk.each(drafts.copies, facts):
        if isinstance(came, Trouble):
            complain(came)
            code = 2
            continue
        write(separator + (text(came) if form == "text" else json.dumps(came.record)))
        if form == "jsonl":
            write("\n")
        separator = between
    write(after)
    for note in drafts.notes:
        click.echo(f"note: {note}", err=True)
    return code


def text(facts: Facts) -> str:
    """The facts of one draft for eyes: each at its line and column."""
    lines = [one_line(facts.draft.path)]
    for heading, rows in sections(facts):
        shown = list(rows)
        if shown:
            lines += ["", heading, *(f"  {one_line(row)}" for row in shown)]
    return "".join(f"{line}\n" for line in (*lines, ""))


def sections(facts: Facts) -> Iterator[tuple[str, Iterator[str]]]:
    draft, told = facts

    def at(fact: Record) -> str:
        place = draft.place(fact["start"])
        return f"{place.line}:{place.column}"

    def quoted(quote: Record) -> str:
        words = trim(draft.source[quote["start"] : quote["end"]])
        if quote["speaker"] is None:
            return f"{at(quote)}  {words}"
        who = (
            quote["speaker"]
            if quote["person"] in (None, quote["speaker"])
            else f"{quote['speaker']} = {quote['person']}"
        )
        return f"{at(quote)}  {words}  {quote['cue']}: {who} ({quote['kind']})"

    def cited(source: Record) -> str:
        reason = f", because “{source['reason']}”" if source["reason"] else ""
        person = f" = {source['person']}" if source["person"] not in (None, source["text"]) else ""
        said = count(source["statements"], "statement")
        return f"{source['id']}  {source['kind']}  {source['text']}{person}, {said}{reason}"

    def counted(figure: Record) -> str:
        of = f" of {figure['of']}" if figure["of"] else ""
        return f"{at(figure)}  {figure['text']} = {figure['value']:,} {figure['unit']}".rstrip() + of

    yield "Quotations", map(quoted, told["quotes"])
    yield "Sources", map(cited, told["sources"])
    yield (
        "Names",
        (
            f"{name['canonical']}  {name['kind']}, {count(len(name['mentions']), 'mention')}"
            for name in told["names"]
        ),
    )
    yield (
        "Dates",
        (f"{at(date)}  {date['text']} = {date['value'] or '?'} ({date['type']})" for date in told["dates"]),
    )
    yield "Figures", map(counted, told["figures"])
