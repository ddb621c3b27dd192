"""`newslint check`: what in these drafts would embarrass us?"""

from __future__ import annotations

import os
from typing import Any

import click

from newslint.cli import options
from newslint.cli.delivering import Post, ordered
from newslint.cli.drafts import STDIN, gather
from newslint.cli.page import Colour, complain, say
from newslint.cli.progress import Progress
from newslint.model import Part, Severity, Totals, Trouble
from newslint.proofs import Drafts, Order
from newslint.reporters.summary import count
from newslint.run import Run


@click.command("check")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format",
    "form",
    default="full",
    metavar="FORMAT",
    help="full (default), concise, statistics, json, jsonl, github, gitlab, junit, checkstyle, rdjson,"
    " rdjsonl, lsp, sarif, or a plugin's.",
)
@click.option("--statistics", is_flag=True, help="Show how many findings each rule has, not the findings.")
@click.option(
    "--output-file",
    callback=options.named,
    metavar="FILE",
    help="Write the report to FILE, whole or not at all, and nothing on standard output.",
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    callback=options.outputs,
    metavar="FORMAT=FILE",
    help="Write a report in another format to FILE as well; may be given several times.",
)
@click.option(
    "--fail-on",
    type=options.LEVELS,
    callback=options.severity,
    help="The least severity that fails the run; error unless the config says otherwise.",
)
@click.option(
    "--max-warnings",
    type=click.IntRange(min=0),
    metavar="N",
    help="Exit with 1 where there are more than N warnings.",
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
    "--since",
    callback=options.named,
    metavar="REV",
    help="Report only findings on lines that changed since this git revision.",
)
@click.option(
    "--baseline/--no-baseline", default=True, help="Leave out findings that stand in the baseline (default)."
)
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=0),
    default=1,
    metavar="N",
    help="Read drafts in N processes; 0 takes as many as there are cores.",
)
@click.option("--watch", is_flag=True, help="Check again whenever a draft, rule or config changes.")
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
    statistics: bool,
    output_file: str | None,
    outputs: tuple[tuple[str, str], ...],
    max_warnings: int | None,
    exit_zero: bool,
    stdin_filename: str | None,
    since: str | None,
    jobs: int,
    watch: bool,
    cache: bool,
    fix: bool,
    diff: bool,
    unsafe_fixes: bool,
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
    form = "statistics" if statistics and form == "full" else form

    def once() -> int:
        progress = Progress()
        run = Run(
            Order(**asked), keep=cache, since=since, jobs=jobs or os.cpu_count() or 1, progress=progress
        )
        deliveries = ordered(run.plugins.reporters, form, output_file, outputs)
        try:
            drafts = gather(run, paths, stdin_filename)
        except Trouble as trouble:  # a report all the same: programs wait for one
            drafts = Drafts((), troubles=(trouble,))
        if diff:
            return fixing.diff(run.desk, drafts, unsafe=unsafe_fixes)
        if fix:
            drafts = fixing.fix(run.desk, drafts, unsafe=unsafe_fixes)
        drafts = drafts._replace(copies=tuple(drafts.copies))

        def take(part: Part) -> None:
            progress.wipe()
            post.take(part)

        # after --fix of standard input, the fixed draft is on standard output
        names = [copy.path for copy in drafts.copies]
        with Post(deliveries, names, color, aside=fix and STDIN in paths) as post:
            try:
                totals, fails = run.prove(drafts, take)
            finally:
                progress.wipe()
            for wrong in totals.troubles:  # before the report's summary, which stays in sight on a terminal
                complain(wrong, color)
            post.end(totals)
        if totals.failed:
            return 2
        return int((fails or too_many(totals, max_warnings)) and not exit_zero)

    if watch:
        from newslint.cli import watching  # few runs go on

        return watching.watch(once, paths, Run(Order(**asked)))
    return once()


def too_many(totals: Totals, most: int | None) -> bool:
    """Whether there are more warnings than ``most``, and the word that says so is given."""
    warnings = totals.found.get(Severity.warning, 0)
    if most is None or warnings <= most:
        return False
    say(f"{count(warnings, 'warning')}: more than the {most:,} that --max-warnings allows\n")
    return True
