"""`newslint rules diff`: what a change of rules changes on real drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from newslint.cli import options
from newslint.cli.drafts import gather
from newslint.cli.page import told, write
from newslint.cli.rules.choosing import named
from newslint.desk import Desk
from newslint.model import Finding, Trouble
from newslint.proofs import Copy, Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import one_line
from newslint.rulebook.book import Book, read_packs
from newslint.rulebook.engine import INTERNAL_ERROR, Chosen, run
from newslint.rulebook.pack import Pack
from newslint.rulebook.rule import load_rule
from newslint.run import distinct
from newslint.story.story import Story

Key = tuple[Any, ...]
"""What makes two findings the same one: the rule, by its oldest name, and where it stands."""


class Change(NamedTuple):
    """What becomes of a finding: ``sign`` is + where it comes, - where it goes, ~ where it differs."""

    sign: str
    finding: Finding


class Compared(NamedTuple):
    """What came of one draft: its words, how many findings the old and the new rules have, what changes."""

    path: str
    words: int
    old: int
    new: int
    changes: tuple[Change, ...]


@click.command("diff")
@click.argument("old")
@click.argument("new")
@click.argument("paths", nargs=-1, metavar="PATH...")
@options.date
@options.config
@options.pipeline
def command(old: str, new: str, paths: tuple[str, ...], **asked: Any) -> int:
    """Show the findings in the drafts at PATH that come and go when OLD becomes NEW.

    OLD and NEW are rule files, folders of rules, or names of rules. A finding is marked + where it comes, -
    where it goes, ~ where it only changes its severity, message or fix. Rules run as their files and the
    presets beside them have it, whatever the config and ignores say.
    Exit codes: 0 nothing changes, 1 something does, 2 something could not be done as asked.
    """
    desk = Desk(Order(**asked))
    before, after = side(desk, old), side(desk, new)
    drafts = gather(desk, paths)
    troubles = [*desk.plugins.troubles, *drafts.troubles]
    compared: list[Compared] = []
    for came in desk.each(drafts.copies, comparison(desk, before, after)):
        if isinstance(came, Trouble):
            troubles.append(came)
            continue
        compared.append(came)
        if came.changes:
            write("".join(f"{line}\n" for line in (one_line(came.path), *map(line_of, came.changes), "")))
    for note in drafts.notes:
        write(f"{note}.\n")
    write(f"{verdict(compared)}\n")
    changed = any(draft.changes for draft in compared)
    return told(distinct(troubles)) or (1 if changed else 0)


def side(desk: Desk, name: str) -> Book:
    """The rules that OLD or NEW means. Raises Trouble, the first there is, where a file is broken."""
    if Path(name).is_dir():
        book, troubles = read_packs([Pack(name, Path(name))], desk.plugins.checks)
        if troubles:
            raise troubles[0]
        return book
    if name.endswith(".yml"):
        rules = [load_rule(Path(name), desk.plugins.checks, name)]
    else:
        book, _ = desk.book(desk.config.effective("."))
        rules = named(book, [name])
    return Book({rule.name: rule for rule in rules})


def comparison(desk: Desk, before: Book, after: Book) -> Callable[[Copy], Compared]:
    """What compares the two sides on a draft. It raises Trouble where one of them cannot run."""
    alone = len(before.rules) == len(after.rules) == 1  # then they are one rule, whatever they are called

    def work(copy: Copy) -> Compared:
        story = desk.story(copy)
        kind = story.draft.front.get("kind") or desk.config.effective(copy.path).kind
        old, new = (findings(story, book, kind, alone) for book in (before, after))
        return Compared(copy.path, len(story.text.split()), len(old), len(new), tuple(changes(old, new)))

    return work


def findings(story: Story, book: Book, kind: str | None, alone: bool) -> dict[Key, Finding]:
    """What the rules of a side find. Raises Trouble where one of them cannot run."""
    outcome = run(story, chosen(book, kind))
    if outcome.troubles:
        raise outcome.troubles[0]
    if outcome.skipped:
        first = outcome.skipped[0]
        raise Trouble(f"{first.rule} {first.reason}", remedy="Name another with --pipeline")
    found: dict[Key, Finding] = {}
    for finding in outcome.findings:
        if finding.rule == INTERNAL_ERROR:
            raise Trouble(finding.message, path=finding.path, remedy="Correct the rule, or report it")
        rule = "" if alone else book.rules[finding.rule].first_name
        whole = finding.message if finding.start is None else ""  # a draft may have several of these
        found[rule, finding.start, finding.end, whole] = finding
    return found


def chosen(book: Book, kind: str | None) -> Iterator[Chosen]:
    """The rules that run on drafts of this kind, after the side's own preset, where it has one."""
    for head, decision in book.decisions((), kind if kind in book.presets else None):
        if decision.on:
            rule = book.rules[head.name]
            for setting in decision.settings:
                rule = rule.with_options(*setting)
            yield Chosen(rule, decision.severity)


def changes(old: Mapping[Key, Finding], new: Mapping[Key, Finding]) -> Iterator[Change]:
    """What goes, what comes and what is told otherwise, in order of place."""
    made = [Change("-", old[key]) for key in old.keys() - new.keys()]
    made += [Change("+", new[key]) for key in new.keys() - old.keys()]
    made += [Change("~", new[key]) for key in old.keys() & new.keys() if tells(old[key]) != tells(new[key])]
    yield from sorted(made, key=lambda change: (change.finding.order, change.sign))


def tells(finding: Finding) -> Key:
    return finding.severity, finding.message, finding.edits


def line_of(change: Change) -> str:
    sign, finding = change
    place = f"{finding.start.line}:{finding.start.column}" if finding.start else "draft"
    return f"{sign} {place:<8}{finding.severity!s:<11} {finding.rule}  {one_line(finding.message)}"


def verdict(compared: Iterable[Compared]) -> str:
    drafts = list(compared)
    words = sum(draft.words for draft in drafts)
    signs = [change.sign for draft in drafts for change in draft.changes]
    old, new = sum(draft.old for draft in drafts), sum(draft.new for draft in drafts)
    come, go, differ = (signs.count(sign) for sign in "+-~")
    rate = f", {1000 * old / words:.2f} → {1000 * new / words:.2f} per 1,000 words" if words else ""
    told = f"{come:,} come, {go:,} go, {differ:,} change, {old - go - differ:,} stay"
    return f"{told}; {count(len(drafts), 'draft')}, {count(words, 'word')}{rate}."
