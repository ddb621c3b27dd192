"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable
from typing import Any

import click

from newslint.model import Severity


def day(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime.date | None:
    """A date, written 2025-12-31."""
    try:
        return None if value is None else datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"“{value}” is no date; write it as 2025-12-31.") from None


def names(ctx: click.Context, param: click.Parameter, values: Iterable[str]) -> tuple[str, ...]:
    """Names parted by commas, of an option that may be given several times."""
    found = []
    for value in values:
        named = [name.strip() for name in value.split(",") if name.strip()]
        if not named:
            raise click.BadParameter("it names no rule.")
        found += named
    return tuple(found)


def severity(ctx: click.Context, param: click.Parameter, value: str | None) -> Severity | None:
    return None if value is None else Severity[value]


def named(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    if value is not None and not value.strip():
        raise click.BadParameter("it names nothing.")
    return value


def outputs(ctx: click.Context, param: click.Parameter, values: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Formats and the files they go to."""
    found = []
    for value in values:
        form, _, file = value.partition("=")
        if not form.strip() or not file.strip():
            raise click.BadParameter(f"“{value}” is not FORMAT=FILE, such as sarif=newslint.sarif.")
        found.append((form.strip(), file))
    return tuple(found)


LEVELS = click.Choice([level.name for level in sorted(Severity, reverse=True)])
RULES = "RULE,..."
config = click.option(
    "--config", callback=named, metavar="FILE", help="Use this config file, not those above each draft."
)
pipeline = click.option(
    "--pipeline", callback=named, metavar="NAME", help="Read the language with this spaCy pipeline."
)
date = click.option(
    "--date", callback=day, metavar="YYYY-MM-DD", help="The day of publication, for drafts that give none."
)
stdin_filename = click.option(
    "--stdin-filename", metavar="NAME", help="What the draft on standard input (PATH “-”) is called."
)


def fixes(command: Callable[..., Any]) -> Callable[..., Any]:
    """``--fix``, ``--diff`` and ``--unsafe-fixes``, in this order."""
    unsafe = "With --fix or --diff: those fixes as well that may change the meaning."
    show = "Show what --fix would change, and change nothing; exit with 1 if anything."
    make = "Make the safe fixes in the drafts, then report what is left to settle."
    for name, told in (("--unsafe-fixes", unsafe), ("--diff", show), ("--fix", make)):
        command = click.option(name, is_flag=True, help=told)(command)
    return command
