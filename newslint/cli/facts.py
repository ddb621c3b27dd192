"""`newslint facts`: what drafts say, for fact-checkers and for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Any

import click

from newslint.cli import options
from newslint.cli.drafts import gather
from newslint.cli.factlist import COLUMNS, Facts, as_markdown, as_rows, as_text
from newslint.cli.page import complain, told, write
from newslint.desk import Desk
from newslint.model import Trouble
from newslint.proofs import Copy, Order
from newslint.story.record import record

VERSION = 1
FORMATS = ("text", "markdown", "csv", "json", "jsonl")


@click.command("facts")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default="text",
    help="text (default), markdown with boxes to tick, csv, json, or jsonl: one draft a line.",
)
@options.date
@options.config
@options.pipeline
@options.stdin_filename
def command(paths: tuple[str, ...], form: str, stdin_filename: str | None, **asked: Any) -> int:
    """List what is to be checked in the drafts at PATH, each with its place.

    Quotations with their speakers, sources, names with the roles people are given, ages, dates with their
    values, figures with what they count, superlatives and firsts.

    Exit codes: 0, or 2 where a draft could not be read.
    """
    desk = Desk(Order(**asked))
    drafts = gather(desk, paths, stdin_filename)
    code = told([*desk.plugins.troubles, *drafts.troubles])

    def facts(copy: Copy) -> Facts:
        story = desk.story(copy)
        return Facts(story.draft, record(story))

    # Written draft by draft, whatever the format: an archive does not fit in memory.
    before, between, after = {
        "json": (f'{{"version": {VERSION}, "drafts": [\n', ",\n", "\n]}\n"),
        "csv": (_csv([COLUMNS]), "", ""),
    }.get(form, ("", "", ""))
    write(before)
    separator = ""
    for came in desk.each(drafts.copies, facts):
        if isinstance(came, Trouble):
            complain(came)
            code = 2
            continue
        write(separator + _written(came, form))
        separator = between
    write(after)
    for note in drafts.notes:
        click.echo(f"note: {note}", err=True)
    return code


def _written(facts: Facts, form: str) -> str:
    if form == "text":
        return as_text(facts)
    if form == "markdown":
        return as_markdown(facts)
    if form == "csv":
        return _csv(as_rows(facts))
    return json.dumps(facts.record) + ("\n" if form == "jsonl" else "")


def _csv(rows: Iterable[tuple[str, ...]]) -> str:
    page = io.StringIO()
    csv.writer(page, lineterminator="\n").writerows(rows)
    return page.getvalue()
