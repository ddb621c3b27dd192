"""`newslint rules test`: whether rules keep their word."""

from __future__ import annotations

from functools import partial

import click

from newslint.cli import options
from newslint.cli.page import told, write
from newslint.cli.rules.choosing import chosen
from newslint.desk import Desk
from newslint.model import Draft, Trouble
from newslint.proofs import Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import clean
from newslint.rulebook.examples import Result, run_examples


@click.command("test")
@click.argument("names", nargs=-1, metavar="[NAMES | PATHS]...")
@options.config
@options.pipeline
def command(names: tuple[str, ...], config: str | None, pipeline: str | None) -> int:
    """Prove every example of all rules, or of those that NAMES or PATHS (files, folders) mean.

    Each must be flagged on the exact words, or not at all; one that could not run counts as failed. Presets
    have no examples: what they name must be there, and the options they set must fit.
    Exit codes: 0 all proved, 1 one failed, 2 a rule file or a preset is broken.
    """
    desk = Desk(Order(config=config, pipeline=pipeline))
    effective = desk.config.effective(".")
    rules, presets, troubles = chosen(desk, effective, names)
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
    if rules or not presets:
        write(f"{count(len(rules), 'rule')}, {count(len(results), 'example')}: {verdict}.\n")
    if presets:
        write(f"{count(len(presets), 'preset')}: {'mistakes' if troubles else 'nothing wrong'}.\n")
    return told([*desk.plugins.troubles, *troubles]) or (1 if failed else 0)


def read_as(desk: Desk, path: str, data: bytes, form: str) -> Draft:
    """A draft by the reader of a format. Raises ValueError where there is none."""
    for reader in desk.plugins.readers.values():
        if reader.format == form:
            return reader.read(path, data)
    formats = sorted({reader.format for reader in desk.plugins.readers.values()})
    raise ValueError(f"there is no reader for the format “{form}”; there are {', '.join(formats)}")
