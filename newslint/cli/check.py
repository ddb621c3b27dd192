"""`newslint check`: what in these drafts would embarrass us?"""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import click

from newslint.cli import options
from newslint.cli.drafts import STDIN, gather
from newslint.cli.page import Colour, complain, page, say, write, write_file
from newslint.model import Report, Trouble
from newslint.proofs import Drafts, Order
from newslint.reporters.base import Page, Reporter
from newslint.rulebook.mistakes import unknown
from newslint.run import Run

ALONE = "--same-story compares drafts with each other, and there is only one"


@click.command("check")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "form",
    default="full",
    metavar="FORMAT",
    help="full (default), concise, json, jsonl, github, lsp, sarif, or a plugin's.",
)
@click.option(
    "--output-file",
    callback=options.named,
    metavar="FILE",
    help="Write the report to FILE, whole or not at all, and nothing on standard output.",
)
@click.option(
    "--fail-on",
    type=options.LEVELS,
    callback=options.severity,
    help="The least severity that fails the run; error unless the config says otherwise.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 whatever is found (2 still means failure).")
@click.option(
    "--min-severity",
    type=options.LEVELS,
    callback=options.severity,
    help="The least severity that is shown; “suggestion” shows each of those too, unfolded.",
)
@options.date
@click.option(
    "--select",
    multiple=True,
    callback=options.names,
    metavar=options.RULES,
    help="Run only these rules or families.",
)
@click.option(
    "--extend-select", multiple=True, callback=options.names, metavar=options.RULES, help="Run these as well."
)
@click.option(
    "--ignore", multiple=True, callback=options.names, metavar=options.RULES, help="Do not run these."
)
@options.config
@options.pipeline
@click.option("--require-all", is_flag=True, help="Exit with 2 where a rule had to be skipped.")
@click.option(
    "--same-story",
    is_flag=True,
    help="The drafts tell the same story: compare them with each other.",
)
@options.stdin_filename
@click.option(
    "--cache/--no-cache", default=True, help="Take what came of unchanged drafts from earlier runs (default)."
)
@options.fixes
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour the report."
)
def command(
    paths: tuple[str, ...],
    form: str,
    output_file: str | None,
    exit_zero: bool,
    stdin_filename: str | None,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
    cache: bool,
    color: Colour,
    **asked: Any,
) -> int:
    """Check the drafts at PATH (files or folders; “-” is standard input).

    Exit codes: 0 nothing at or above --fail-on, 1 findings at or above it, 2 something could not be done as
    asked, 130 interrupted.
    """
    if fix or diff or unsafe_fixes:
        from newslint.cli import fixing  # few runs change drafts

        fixing.refuse_nonsense(fix, diff, unsafe_fixes)
    run = Run(Order(**asked), keep=cache)
    reporter = run.plugins.reporters.get(form)
    if reporter is None:
        message, remedy = unknown("format", form, run.plugins.reporters)
        raise Trouble(message, remedy=remedy)
    try:
        drafts = gather(run, paths, stdin_filename)
    except Trouble as trouble:  # a report all the same: programs wait for one
        drafts = Drafts((), troubles=(trouble,))
    if diff:
        return fixing.diff(run.desk, drafts, unsafe=unsafe_fixes)
    if fix:
        drafts = fixing.fix(run.desk, drafts, unsafe=unsafe_fixes)
    verdict = run.check(drafts)
    if run.order.same_story and len(verdict.report.drafts) == 1:
        report = replace(verdict.report, notes=(*verdict.report.notes, ALONE))
        verdict = verdict._replace(report=report)
    for wrong in verdict.report.troubles:  # first: on a terminal the report's summary stays in sight
        complain(wrong, color)
    sheet = page(color, fold=not verdict.unfold, file=output_file is not None)
    text = rendered(reporter, verdict.report, sheet)
    if fix and STDIN in paths and output_file is None:
        say(text)  # the fixed draft is on standard output
    elif output_file is None:
        write(text)
    else:
        refuse_a_draft(output_file, verdict.report.drafts)
        write_file(output_file, text)
    if verdict.report.failed:
        return 2
    return 1 if verdict.fails and not exit_zero else 0


def refuse_a_draft(file: str, drafts: Iterable[str]) -> None:
    """Raise Trouble where the report would be written over a draft of this run."""
    if any(os.path.realpath(file) == os.path.realpath(draft) for draft in drafts):
        raise Trouble("is a draft of this run; it was left as it is", path=file, remedy="Name another file")


def rendered(reporter: Reporter, report: Report, sheet: Page) -> str:
    """The report as text. Raises Trouble where the reporter, which may be a stranger's, breaks down."""
    try:
        text = reporter.render(report, sheet)
        if isinstance(text, str):
            return text
        told = f"it gave {type(text).__name__}, not text"
    except (Exception, SystemExit) as error:
        told = f"{type(error).__name__}: {error}"
    remedy = "Use another --format, and report this to whoever made it (“newslint plugins”)"
    raise Trouble(f"the format “{reporter.name}” broke down: {told}", remedy=remedy)
