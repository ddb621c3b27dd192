"""`newslint rules new`: asks an editor what a rule is to say, and writes its file once its examples hold."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from newslint.cli import options
from newslint.cli.page import told, write
from newslint.cli.rules.manners import Question, filled, manners, one_of
from newslint.cli.rules.rulefile import Answers, file_of, put, spelt
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
@click.option("--verb", help="What it does: avoid, prefer, require… “newslint plugins” lists the verbs.")
@click.option("--words", help="The words it is about, parted by commas.")
@click.option("--use", help="For “prefer”: the word the house uses.")
@click.option("--within", help="For “require”: where the words must stand.")
@click.option("--when", help="For “require”: only where one of these words stands.")
@click.option("--count", help="For “limit”: what is counted.")
@click.option("--per", help="For “limit”: in what it is counted.")
@click.option("--most", help="For “limit”: how many there may be.")
@click.option("--what", help="For “support”: what the story must bear out.")
@click.option("--items", help="For “pattern”: the row of words.")
@click.option("--conditions", help="For verbs that look at facts: “name: value”, parted by semicolons.")
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
            question = "A sentence it flags" + ("" if answers.whole else ", [[ ]] around what is flagged")
            flags = sentences("flags", question, unmarked if answers.whole else marked)
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
    known = manners()
    does = "; ".join(f"{verb}: {manner.does}" for verb, manner in known.items())
    verb = ask("verb", given["verb"], f"Verb ({does})", one_of("verb", known))
    manner = known[verb]
    wanted = {question.option for question in manner.questions}
    for option in {question.option for other in known.values() for question in other.questions} - wanted:
        if given[option] is not None:
            verbs = [other for other, its in known.items() if option in {one.option for one in its.questions}]
            told = f"--{option} is for {', '.join(f'“{one}”' for one in verbs)}, not for “{verb}”"
            raise Trouble(told, remedy="Leave it out")
    said = {question.option: answer(question, given) for question in manner.questions}
    severity = ask("severity", given["severity"], "Severity", one_of("severity", Severity.__members__))
    why = ask("why", given["why"], "Why should an editor care", filled)
    see = tuple(ask("see", given["see"], "A public policy that backs it (https://…)", addresses).split())
    title = given["title"] or manner.title.format(**said)
    message = given["message"] or manner.message
    return Answers(
        name=name,
        verb=verb,
        verb_lines=tuple(manner.lines(said)),
        title=title or ask("title", None, "What it asks, in a few words", filled),
        severity=severity,
        why=why,
        see=see,
        message=message
        or ask("message", None, "What the writer is told ({match}: the flagged words)", filled),
        whole=manner.whole(said),
    )


def answer(question: Question, given: dict[str, str | None]) -> str:
    """What was answered, "" where the question may be left open and is: one that may be is not asked of
    somebody who gave the others as options."""
    if not question.optional or given[question.option] is not None:
        return ask(question.option, given[question.option], question.text, question.check)
    if given["words"] is not None:
        return ""
    return ask(
        question.option, None, question.text, lambda value: question.check(value) if value.strip() else "", ""
    )


def ask(
    option: str,
    given: str | None,
    question: str,
    check: Callable[[str], str],
    default: str | None = None,
) -> str:
    """The answer, given or asked for until ``check`` takes it; an empty one is ``default``. Raises Trouble
    where a given one is wrong, or nobody is there to answer."""
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

    prompt = partial(
        click.prompt, question, default=default, show_default=False, value_proc=checked, err=True
    )
    return heard(called, prompt)


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


def prove(text: str, file: Path, name: str, verbs: Verbs, language: Pipeline) -> tuple[Result, ...]:
    """How the examples come out. Raises Trouble where the answers make no rule."""
    return run_examples(parse_rule(parse_yaml(text, shown_as(file)), name, verbs), language)
