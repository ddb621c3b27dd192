"""`newslint facts`: what drafts say, for programs and for eyes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import click

from newslint.cli import options
from newslint.cli.drafts import gather
from newslint.cli.page import complain, told, write
from newslint.desk import Desk
from newslint.model import Draft, Trouble
from newslint.proofs import Copy, Order
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
    code = told([*desk.plugins.troubles, *drafts.troubles])

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
    """The facts of one draft for eyes, each at its line and column."""
    lines = [one_line(facts.draft.path)]
    for heading, rows in sections(facts):
        shown = ["  ".join(one_line(cell) for cell in row if cell) for row in rows]
        if shown:
            lines += ["", heading, *(f"  {row}" for row in shown)]
    return "".join(f"{line}\n" for line in (*lines, ""))


def sections(facts: Facts) -> Iterator[tuple[str, Iterable[tuple[str, ...]]]]:
    """Each heading and the rows under it."""
    draft, told = facts

    def at(fact: Record) -> str:
        place = draft.place(fact["start"])
        return f"{place.line}:{place.column}"

    def speaker(quote: Record) -> str:
        if quote["speaker"] is None:
            return ""
        return f"{quote['cue']}: {known_as(quote['speaker'], quote['person'])} ({quote['kind']})"

    def known_as(words: str, person: str | None) -> str:
        return words if person in (None, words) else f"{words} = {person}"

    def amount(figure: Record) -> str:
        of = f"of {figure['of']}" if figure["of"] else ""
        return " ".join(f"{figure['text']} = {figure['value']:,} {figure['unit']} {of}".split())

    yield (
        "Quotations",
        ((at(one), trim(draft.source[one["start"] : one["end"]]), speaker(one)) for one in told["quotes"]),
    )
    yield (
        "Sources",
        (
            (
                one["id"],
                one["kind"],
                known_as(one["text"], one["person"]),
                count(one["statements"], "statement"),
                f"not named because: {one['reason']}" if one["reason"] else "",
            )
            for one in told["sources"]
        ),
    )
    yield (
        "Names",
        ((one["canonical"], one["kind"], count(len(one["mentions"]), "mention")) for one in told["names"]),
    )
    yield "Dates", ((at(one), f"{one['text']} = {one['value'] or '?'}", one["type"]) for one in told["dates"])
    yield "Figures", ((at(one), amount(one)) for one in told["figures"])
