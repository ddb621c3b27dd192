"""`newslint rules new`: asks an editor what a rule is to say, and writes its file once its examples hold."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from newslint.cli import options
from newslint.cli.page import told, write
from newslint.cli.rules.rulefile import MANNERS, Answers, file_of, put, spelt
from newslint.desk import Desk
from newslint.language.pipeline import Pipeline
from newslint.model import Severity, Trouble
from newslint.proofs import Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import clean
from newslint.rulebook.book import OWN_FAMILY, PRESETS, shown_as
from newslint.rulebook.examples import Result, run_examples
from newslint.rulebook.exampletext import split_arrow, unmark
from newslint.rulebook.rule import parse_rule
from newslint.rulebook.ruleshape import FEWEST, NAME
from newslint.rulebook.verbs import Verbs
from newslint.rulebook.yamlfile import parse_yaml

FOLDER = "house-rules"  # where the config names no folder of rules


@click.command("new")
@click.argument("name", required=False)
@click.option("--verb", help=f"{', '.join(MANNERS)}.")
@click.option("--words", help="The words it flags (for “consistent”: the spellings), parted by commas.")
@click.option("--use", help="For “prefer”: the word the house uses.")
@click.option("--severity", help="error, warning or suggestion.")
@click.option("--why", help="Why an editor should care.")
@click.option("--see", help="The address of a public policy that backs it; several parted by spaces.")
@click.option("--title", help="What it asks, in a few words.")
@click.option("--message", help="What the writer is told; {match} is the flagged words.")
@click.option("--flags", multiple=True, help="A sentence it flags, with [[ ]] around what is flagged.")
@click.option("--passes", multiple=True, help="A sentence it leaves alone: a near miss.")
@click.option("--output", metavar="DIR", help="The folder of rules it is written to.")
@options.config
def command(
    name: str | None, flags: tuple[str, ...], passes: tuple[str, ...], output: str | None, **given: str | None
) -> int:
    """Write the file of a rule called NAME (family/name); whatever is not given as an option is asked.

    The examples are run first, and nothing is written that “newslint rules test” would not pass.
    Exit codes: 0 written, 1 the examples do not hold, 2 it cannot be written.
    """
    desk = Desk(Order(config=given.pop("config")))
    effective = desk.config.effective(".")
    own = [pack for pack in effective.packs(desk.plugins.packs) if pack not in desk.plugins.packs]
    folder = Path(output) if output else own[-1].folder if own else Path(FOLDER)
    book, _ = desk.book(effective)

    def free(value: str) -> str:
        if not NAME.fullmatch(value):
            raise ValueError(f"“{value}” is no name for a rule; write family/name, all small letters")
        if value.split("/")[0] in (OWN_FAMILY, PRESETS):
            raise ValueError(f"“{value.split('/')[0]}” is no family of rules; choose another")
        if book.resolve(value) or file_of(folder, value).exists():
            raise ValueError(f"there is a rule {value} already; choose another name")
        return value

    answers = asked(ask("name", name, "Name (family/name)", free), given)
    file = file_of(folder, answers.name)
    here = bool(flags or passes)  # examples that were given are not asked for again
    while True:
        if not here:
            flags = sentences("flags", "A sentence it flags, [[ ]] around what is flagged", marked)
            passes = sentences("passes", "A sentence it leaves alone, a near miss", unmarked)
        text = spelt(answers, flags, passes)
        results = prove(text, file, answers.name, desk.plugins.checks, desk.pipeline(effective))
        failed = [result for result in results if not result.ok]
        if not failed:
            break
        write("".join(f"{clean(line)}\n" for result in failed for line in str(result).splitlines()[1:]))
        write(f"{count(len(failed), 'example')} of {len(results)} failed; nothing was written.\n")
        if here:
            return told(desk.plugins.troubles) or 1
    put(file, text)
    write(f"{shown_as(file)}: {count(len(results), 'example')}, all proved.\n")
    if not own and not output:
        write(f'So that it runs, say in newslint.toml: packs = ["{FOLDER}"]\n')
    return told(desk.plugins.troubles)


def asked(name: str, given: dict[str, str | None]) -> Answers:
    """The answers that were given as options, and those to what was not. Raises Trouble for wrong ones."""
    told = "; ".join(f"{verb}: {manner.does}" for verb, manner in MANNERS.items())
    verb = ask("verb", given["verb"], f"Verb ({told})", one_of("verb", MANNERS))
    use = ask("use", given["use"], "The word the house uses", filled) if verb == "prefer" else None
    if given["use"] and use is None:
        raise Trouble(f"--use is for “prefer”, not for “{verb}”", remedy="Leave it out")
    words = tuple(parted(ask("words", given["words"], "The words, parted by commas", filled)))
    severity = ask("severity", given["severity"], "Severity", one_of("severity", Severity.__members__))
    why = ask("why", given["why"], "Why should an editor care", filled)
    see = tuple(ask("see", given["see"], "A public policy that backs it (https://…)", addresses).split())
    manner = MANNERS[verb]
    title = manner.title.format(words=", ".join(words), use=use)
    message = given["message"] or manner.message
    return Answers(name, verb, use, words, given["title"] or title, severity, why, see, message)


def ask(option: str, given: str | None, question: str, check: Callable[[str], str]) -> str:
    """The answer, given or asked for until ``check`` takes it. Raises Trouble where a given one is wrong, or
    nobody is there to answer."""
    called = "NAME" if option == "name" else f"--{option}"
    if given is not None:
        try:
            return check(given)
        except ValueError as error:
            raise Trouble(str(error), remedy=f"Correct {called}") from error

    def checked(answer: str) -> str:
        try:
            return check(answer)
        except ValueError as error:
            raise click.UsageError(f"{error}.") from error

    return heard(called, lambda: click.prompt(question, value_proc=checked, err=True))


def sentences(option: str, question: str, check: Callable[[str], None]) -> tuple[str, ...]:
    """Examples of one side that ``check`` takes, FEWEST or more, until an empty line."""
    found: list[str] = []
    while True:
        asked = question if len(found) < FEWEST else f"{question} (empty: no more)"
        ask_once = partial(click.prompt, asked, default="", show_default=False, err=True)
        if line := heard(f"--{option}", ask_once).strip():
            try:
                check(line)
                found.append(line)
            except ValueError as error:
                click.echo(f"Error: {error}.", err=True)
        elif len(found) >= FEWEST:
            return tuple(found)


def heard(called: str, prompt: Callable[[], Any]) -> str:
    """The answer to a prompt. Raises Trouble where standard input has ended and is no terminal."""
    try:
        return str(prompt())
    except click.Abort as error:
        if sys.stdin is not None and sys.stdin.isatty():
            raise
        told = f"{called} is missing, and nobody is there to answer"
        raise Trouble(told, remedy=f"Give {called}") from error


def filled(value: str) -> str:
    if not value.strip():
        raise ValueError("the answer is empty")
    return " ".join(value.split())


def addresses(value: str) -> str:
    for word in filled(value).split():
        if not re.fullmatch(r"https?://[^/\s]+\S*", word):
            raise ValueError(f"“{word}” is not a web address; it begins with https://")
    return value


def marked(line: str) -> None:
    """Raise ValueError unless a flagged example shows what is flagged."""
    if not unmark(split_arrow(line)[0])[1]:
        raise ValueError("put [[ and ]] around the exact words that are flagged")


def unmarked(line: str) -> None:
    if unmark(line)[1]:
        raise ValueError("leave out [[ and ]]: nothing in this sentence is flagged")


def one_of(noun: str, known: Mapping[str, object]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in known:
            raise ValueError(f"“{value}” is no {noun} here; use one of: {', '.join(known)}")
        return value

    return check


def parted(words: str) -> list[str]:
    return [word.strip() for word in words.split(",") if word.strip()]


def prove(text: str, file: Path, name: str, verbs: Verbs, language: Pipeline) -> tuple[Result, ...]:
    """How the examples come out. Raises Trouble where the answers make no rule."""
    return run_examples(parse_rule(parse_yaml(text, shown_as(file)), name, verbs), language)
