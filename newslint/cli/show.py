"""`newslint show FILE`: how a draft is read, block by block."""

from __future__ import annotations

from collections.abc import Iterator

import click

from newslint.cli import options
from newslint.cli.drafts import STDIN
from newslint.cli.page import page, read_stdin, told, write
from newslint.desk import Desk
from newslint.model import Draft, Trouble
from newslint.proofs import Copy, Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import one_line
from newslint.rulebook.wording import trim


@click.command("show")
@click.argument("path", metavar="FILE")
@options.config
@options.stdin_filename
def command(path: str, config: str | None, stdin_filename: str | None) -> int:
    """Show how the draft FILE is read: its blocks, their roles, and where each stands in the file.

    Exit codes: 0, or 2 where the draft could not be read.
    """
    desk = Desk(Order(config=config))
    copy = Copy(stdin_filename or path, read_stdin()) if path == STDIN else Copy(path)
    code = told(desk.plugins.troubles)
    for came in desk.each([copy], desk.read):
        if isinstance(came, Trouble):
            raise came
        for line in lines(came, page().width):
            write(f"{line}\n")
    return code


def lines(draft: Draft, width: int) -> Iterator[str]:
    """The draft in a line, its front matter, and a line for each block and each remark to newslint."""
    what = f"{draft.format}, {draft.encoding}, {count(len(draft.blocks), 'block')}"
    yield f"{one_line(draft.path)}  {what}, {count(len(draft.text.split()), 'word')}"
    for key, value in draft.front.items():
        yield f"  {one_line(key)}: {one_line(value)}"
    for block in draft.blocks:
        start, end = draft.locate(block.span)
        place = f"{start.line}:{start.column}-{end.line}:{end.column}"
        yield f"{place:<15} {block.role:<9} {one_line(trim(draft.cut(block.span), max(width - 26, 40)))}"
    for remark in draft.remarks:
        start = draft.place(remark.source.start)
        yield f"{f'{start.line}:{start.column}':<15} {'remark':<9} {one_line(remark.text)}"
