"""`newslint pipeline`: what reads the language, and where it lies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from newslint.cli import options
from newslint.cli.page import write
from newslint.desk import Desk
from newslint.language.abilities import ABILITIES
from newslint.language.opening import BLANK
from newslint.language.pipeline import Pipeline
from newslint.proofs import Order
from newslint.reporters.terminal import clean


@click.group("pipeline")
def command() -> None:
    """Show what reads the language."""


@command.command("show")
@options.config
@options.pipeline
def show(config: str | None, pipeline: str | None) -> int:
    """Show the pipeline's name, version, licence, abilities, scores and place.

    That is the one the config here asks for; newslint's own where it asks for none. Exit codes: 0, or 2 where
    it is missing or broken.
    """
    for line in lines(asked(config, pipeline)):
        write(f"{clean(line)}\n")
    return 0


@command.command("path")
@options.config
@options.pipeline
def path(config: str | None, pipeline: str | None) -> int:
    """Print the pipeline's folder, which spacy.load takes. Exit codes: 0, or 2 where there is none."""
    write(f"{asked(config, pipeline).folder}\n")
    return 0


def asked(config: str | None, pipeline: str | None) -> Pipeline:
    desk = Desk(Order(config=config, pipeline=pipeline))
    return desk.pipeline(desk.config.effective("."))


def lines(pipeline: Pipeline) -> Iterator[str]:
    """What is known of a pipeline, a line a thing; its scores as its makers measured them, in per cent."""
    about = pipeline.about
    yield f"{pipeline.name}: {about.get('description') or 'no description'}"
    yield f"  version: {pipeline.version}"
    yield f"  licence: {about.get('license') or 'not stated'}"
    yield f"  gives: {', '.join(ability for ability in ABILITIES if ability in pipeline.abilities)}"
    missing = [ability for ability in ABILITIES if ability not in pipeline.abilities]
    if missing:
        yield f"  does not give: {', '.join(missing)}"
    yield from scores(about.get("performance") or {})
    for source in about.get("sources") or ():
        yield f"  made from: {source.get('name')} ({source.get('license')})"
    if pipeline.name != BLANK:
        yield f"  folder: {pipeline.folder}"


def scores(measured: Mapping[str, Any]) -> Iterator[str]:
    """Figures by the corpus they were taken on (ours), or all together, as fractions of one (spaCy’s)."""
    for name, value in measured.items():
        if isinstance(value, Mapping):
            figures = [f"{what} {figure}" for what, figure in value.items() if isinstance(figure, float)]
            if figures:
                yield f"  scores on {name}: {', '.join(figures)}"
        elif isinstance(value, float) and value <= 1:
            yield f"  {name}: {100 * value:.1f}"
