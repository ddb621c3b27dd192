"""`newslint rules try`: what a rule would say of real drafts, for reading hit by hit."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple

import click

from newslint.cli import options
from newslint.cli.drafts import gather
from newslint.cli.page import told, write
from newslint.cli.rules.choosing import single
from newslint.desk import Desk
from newslint.model import Hit, Trouble
from newslint.proofs import Copy, Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import cells, clean, one_line
from newslint.rulebook.engine import WHOLE, hits, lacking
from newslint.rulebook.rule import Rule
from newslint.rulebook.wording import SPACE, fill
from newslint.run import distinct
from newslint.story.story import Story

AROUND = 40  # characters of context on either side
FORMULA = ("=", "+", "-", "@", "\t")  # what a spreadsheet would take for a formula
SEED = 1  # the same sample each time


class Seen(NamedTuple):
    """A hit as it is read: where in the source, the words with those around them, what the rule says.

    ``line`` and ``column`` count from 1; None, and no words, for a hit on the draft as a whole.
    """

    path: str
    line: int | None
    column: int | None
    before: str
    words: str
    after: str
    message: str


class Tried(NamedTuple):
    """What came of one draft: how many words it has, and what was seen in it."""

    words: int
    seen: tuple[Seen, ...]


@click.command("try")
@click.argument("rule")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option("--sheet", metavar="FILE.csv", help="Write the hits to a sheet, to mark right and wrong in.")
@click.option(
    "--sample", type=click.IntRange(min=1), metavar="N", help="Show N of the hits only, always the same."
)
@options.date
@options.config
@options.pipeline
def command(
    rule: str,
    paths: tuple[str, ...],
    sheet: str | None,
    sample: int | None,
    **asked: Any,
) -> int:
    """Show each hit of RULE (a name, or a rule file) in the drafts at PATH, with the words around it.

    The rule runs as its file has it, whatever the config, presets and ignores say of it.
    Exit codes: 0 it was tried, whatever it found; 2 something could not be done as asked.
    """
    desk = Desk(Order(**asked))
    tried_rule = single(desk, desk.config.effective("."), rule)
    if sheet and Path(sheet).exists():
        raise there_already(sheet)
    drafts = gather(desk, paths)
    troubles = [*desk.plugins.troubles, *drafts.troubles]
    tried: list[Tried] = []
    for came in desk.each(drafts.copies, trial(desk, tried_rule)):
        if isinstance(came, Trouble):
            troubles.append(came)
        else:
            tried.append(came)
    seen = [one for draft in tried for one in draft.seen]
    shown = picked(seen, sample)
    for path, group in groupby(shown, key=lambda one: one.path):
        write("".join(f"{line}\n" for line in (one_line(path), *concordance(group), "")))
    if sheet:
        write_sheet(sheet, shown)
        write(f"{count(len(shown), 'hit')} to mark in {one_line(sheet)}.\n")
    for note in drafts.notes:
        write(f"{note}.\n")
    write(f"{verdict(tried, len(seen), len(shown))}\n")
    return told(distinct(troubles))


def trial(desk: Desk, rule: Rule) -> Callable[[Copy], Tried]:
    """What tries the rule on a draft. It raises Trouble where the draft cannot be read, or not for this
    rule."""

    def work(copy: Copy) -> Tried:
        story = desk.story(copy)
        if missing := lacking(rule, story):
            raise Trouble(f"{rule.name} {missing}", remedy="Name another with --pipeline")
        found = tuple(look(hit, rule, story) for hit in hits(rule, story))
        return Tried(len(story.text.split()), found)

    return work


def look(hit: Hit, rule: Rule, story: Story) -> Seen:
    """The hit with its context: words of the same block, up to AROUND characters on either side."""
    draft = story.draft
    words = draft.cut(hit.span)
    message = fill(rule.message, hit.facts, words)
    if hit.span == WHOLE:
        return Seen(draft.path, None, None, "", "", "", message)
    start, _ = draft.locate(hit.span)
    block = draft.block_at(hit.span.start)
    first, last = block.span if block else hit.span
    before = SPACE.sub(" ", draft.text[max(first, hit.span.start - AROUND) : hit.span.start])
    after = SPACE.sub(" ", draft.text[hit.span.end : min(last, hit.span.end + AROUND)])
    if hit.span.start - AROUND > first:
        before = "…" + before
    if hit.span.end + AROUND < last:
        after += "…"
    return Seen(draft.path, start.line, start.column, before, SPACE.sub(" ", words), after, message)


def picked(seen: list[Seen], sample: int | None) -> list[Seen]:
    """All of them, or ``sample`` of them, in order."""
    if sample is None or sample >= len(seen):
        return seen
    return [seen[number] for number in sorted(random.Random(SEED).sample(range(len(seen)), sample))]


def concordance(group: Iterable[Seen]) -> Iterator[str]:
    """A line for each hit: its place, and the words in a column of their own."""
    for one in group:
        if one.line is None:
            yield f"  the draft as a whole  {one_line(one.message)}"
            continue
        place = f"{one.line}:{one.column}"
        before = clean(one.before)
        room = " " * max(AROUND + 2 - cells(before), 1)
        yield f"  {place:<8}{room}{before}[[{clean(one.words)}]]{clean(one.after)}".rstrip()


def verdict(tried: list[Tried], found: int, shown: int) -> str:
    words = sum(draft.words for draft in tried)
    hit = sum(1 for draft in tried if draft.seen)
    some = f" ({shown:,} shown)" if shown < found else ""
    rate = f"{1000 * found / words:.2f} per 1,000 words" if words else "no words were read"
    read = f"{hit:,} of {count(len(tried), 'draft')}, {count(words, 'word')}"
    return f"{count(found, 'hit')}{some} in {read}: {rate}."


def write_sheet(file: str, shown: Iterable[Seen]) -> None:
    """The hits as CSV, with an empty column to mark each in. Raises Trouble where it cannot be written; a
    sheet that is there may hold somebody's marks, and stays."""
    try:
        # With a BOM, without which Excel misreads every quotation mark.
        with open(file, "x", encoding="utf-8-sig", newline="") as out:
            rows = csv.writer(out)
            rows.writerow([*Seen._fields, "right or wrong"])
            rows.writerows([*map(harmless, one), ""] for one in shown)
    except FileExistsError as error:
        raise there_already(file) from error
    except OSError as error:
        told = f"the sheet cannot be written: {error.strerror}"
        raise Trouble(told, path=file, remedy="Name another file with --sheet") from error


def there_already(file: str) -> Trouble:
    return Trouble("there is such a sheet already", path=file, remedy="Name another file with --sheet")


def harmless(value: str | int | None) -> str:
    """A cell that no spreadsheet runs: drafts are untrusted."""
    text = "" if value is None else str(value).strip()
    return f"'{text}" if text.startswith(FORMULA) else text
