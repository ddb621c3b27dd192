"""`newslint baseline`: begin with what is new, and leave what was there for later."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from newslint.cli import options
from newslint.cli.drafts import gather
from newslint.cli.page import told, write
from newslint.model import Finding, Trouble
from newslint.proofs import Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import clean
from newslint.rulebook.baseline import Baseline, load_baseline, save
from newslint.rulebook.book import shown_as
from newslint.run import Run

Change = Callable[[Baseline, Iterable[str], Iterable[Finding]], Baseline]
ASKED = (options.date, options.config, options.pipeline)


@click.group("baseline")
def command() -> None:
    """Keep the findings that are there now out of reports.

    They stand in .newslint/baseline.json beside the config, by draft, rule and words, and come back when
    their words change. Commit that file. What somebody looked at belongs in “newslint accept” instead.
    """


def asked(function: Callable[..., int]) -> Callable[..., int]:
    for option in reversed(ASKED):
        function = option(function)
    return click.argument("paths", nargs=-1, metavar="PATH...")(function)


@command.command("update")
@asked
def update(paths: tuple[str, ...], **order: Any) -> int:
    """Put all that is found in the drafts at PATH in the baseline, in place of what stood there of them.

    Drafts that are not named keep what they have. Exit codes: 0, or 2 where a draft could not be read.
    """
    return _changed(paths, order, Baseline.updated)


@command.command("prune")
@asked
def prune(paths: tuple[str, ...], **order: Any) -> int:
    """Take out what is no longer found in the drafts at PATH, and drafts that are gone. Nothing is added.

    Exit codes: 0, or 2 where a draft could not be read.
    """
    return _changed(paths, order, Baseline.pruned)


@command.command("show")
@options.config
def show(config: str | None) -> int:
    """Show what stands in the baseline here: how many findings of each rule, in how many drafts.

    Exit codes: 0, or 2 where it cannot be read.
    """
    baseline = load_baseline(_home(Run(Order(config=config)), "."))
    rules = Counter(rule for old in baseline.known.values() for rule in old.values())
    for rule, number in sorted(rules.items(), key=lambda item: (-item[1], item[0])):
        drafts = sum(rule in old.values() for old in baseline.known.values())
        write(f"{number:>6,}  {clean(rule)}  in {count(drafts, 'draft')}\n")
    write(f"{clean(shown_as(baseline.file))}: {_size(baseline)}.\n")
    return 0


def _changed(paths: tuple[str, ...], order: dict[str, Any], change: Change) -> int:
    """Run without the baselines, change each by what is found under its config, and tell."""
    run = Run(Order(**order, baseline=False))
    drafts = gather(run, paths)
    report = run.check(drafts)
    homes: dict[Path, list[str]] = {}
    for draft in report.drafts:
        homes.setdefault(_home(run, draft), []).append(draft)
    for home, read in homes.items():
        before = _before(home, change)
        after = change(before, read, [one for one in report.findings if one.path in set(read)])
        save(after)
        write(f"{clean(shown_as(after.file))}: {_size(after)} (before: {len(before):,}).\n")
    return told(report.troubles)


def _before(home: Path, change: Change) -> Baseline:
    """What stands there; where it makes no sense, an update makes it anew."""
    try:
        return load_baseline(home)
    except Trouble:
        if change is Baseline.updated:
            return Baseline(home)
        raise


def _home(run: Run, path: str) -> Path:
    return run.config.effective(path).home or Path.cwd()


def _size(baseline: Baseline) -> str:
    drafts = sum(bool(old) for old in baseline.known.values())
    return f"{count(len(baseline), 'finding')} in {count(drafts, 'draft')}"
