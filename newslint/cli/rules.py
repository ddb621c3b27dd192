"""`newslint rules`: what rules there are, and whether they keep their word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import click

from newslint.cli import options
from newslint.cli.page import told, write
from newslint.config import Effective
from newslint.desk import Desk
from newslint.model import Draft, Trouble
from newslint.proofs import Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import clean, one_line
from newslint.rulebook.book import PRESETS, Book
from newslint.rulebook.examples import Result, run_examples
from newslint.rulebook.mistakes import Unplaced
from newslint.rulebook.rule import Rule, load_rule
from newslint.rulebook.selection import ALL


@click.group("rules")
def command() -> None:
    """List rules, or prove their examples."""


@command.command("list")
@click.argument("names", nargs=-1)
@options.config
def list_rules(names: tuple[str, ...], config: str | None) -> int:
    """List all rules, or those of the NAMES (rules, families) given: name, severity, title.

    Exit codes: 0, or 2 where a rule file is broken or a name unknown.
    """
    desk = Desk(Order(config=config))
    book, troubles = desk.book(desk.config.effective("."))
    rules = named(book, names)
    widest = max((len(rule.name) for rule in rules), default=0)
    for rule in rules:
        status = "" if rule.status == "live" else f" ({rule.status})"
        write(f"{rule.name:<{widest}}  {rule.severity!s:<10}  {one_line(rule.title)}{status}\n")
    write(f"{count(len(rules), 'rule')}.\n")
    return told([*desk.plugins.troubles, *troubles])


@command.command("test")
@click.argument("names", nargs=-1, metavar="[NAMES | PATHS]...")
@options.config
@options.pipeline
def test_rules(names: tuple[str, ...], config: str | None, pipeline: str | None) -> int:
    """Prove every example of all rules, or of those that NAMES or PATHS (files, folders) mean.

    Each must be flagged on the exact words, or not at all; one that could not run counts as failed.
    Exit codes: 0 all proved, 1 one failed, 2 a rule file is broken.
    """
    desk = Desk(Order(config=config, pipeline=pipeline))
    effective = desk.config.effective(".")
    rules, troubles = chosen(desk, effective, names)
    language = desk.pipeline(effective)
    book, _ = desk.book(effective)
    results: list[Result] = []
    for rule in rules:
        try:
            results += run_examples(rule, language, partial(read_as, desk), book.under_kind)
        except Trouble as trouble:
            troubles.append(trouble)
    failed = [result for result in results if not result.ok]
    for result in failed:
        write("".join(f"{clean(line)}\n" for line in str(result).splitlines()))
    verdict = f"{len(failed):,} failed" if failed else "all proved"
    write(f"{count(len(rules), 'rule')}, {count(len(results), 'example')}: {verdict}.\n")
    return told([*desk.plugins.troubles, *troubles]) or (1 if failed else 0)


def chosen(desk: Desk, effective: Effective, names: Sequence[str]) -> tuple[list[Rule], list[Trouble]]:
    """The rules that NAMES and PATHS mean, and what is wrong with their files."""
    paths = [name for name in names if name.endswith(".yml") or Path(name).is_dir()]
    rules, troubles = [], []
    for file in rule_files(paths):
        try:
            rules.append(load_rule(file, desk.plugins.checks, str(file)))
        except Trouble as trouble:
            troubles.append(trouble)
    if len(paths) < len(names) or not names:
        book, broken = desk.book(effective)
        rules += named(book, [name for name in names if name not in paths])
        troubles += [*broken, *book.preset_mistakes()]
    if not rules and not troubles:
        remedy = "“newslint rules list” shows the rules there are"
        troubles.append(Trouble(f"there is no rule in {' '.join(names) or 'any pack'}", remedy=remedy))
    return rules, troubles


def named(book: Book, names: Iterable[str]) -> list[Rule]:
    """The rules that NAMES mean, all where there are none. Raises Trouble for a name not in the book."""
    wanted = set()
    for name in names:
        selector = book.selector(name)
        if selector is None:
            raise book.unknown(name, Unplaced("the command line"))
        wanted.add(selector)
    everything = not wanted or ALL in wanted
    return [
        rule
        for name, rule in sorted(book.rules.items())
        if everything or name in wanted or rule.family in wanted
    ]


def rule_files(paths: Iterable[str]) -> Iterator[Path]:
    """Each rule file that is named, or lies in a folder that is."""
    for path in map(Path, paths):
        if path.is_dir():
            files = [found for found in path.rglob("*") if found.suffix.lower() in (".yml", ".yaml")]
            yield from sorted(found for found in files if found.parent.name != PRESETS)
        else:
            yield path


def read_as(desk: Desk, path: str, data: bytes, form: str) -> Draft:
    """A draft by the reader of a format. Raises ValueError where there is none."""
    for reader in desk.plugins.readers.values():
        if reader.format == form:
            return reader.read(path, data)
    formats = sorted({reader.format for reader in desk.plugins.readers.values()})
    raise ValueError(f"there is no reader for the format “{form}”; there are {', '.join(formats)}")
