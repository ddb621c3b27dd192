"""`newslint explain RULE`: all that a rule's file says, under fixed headings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import fill
from typing import Any

import click

from newslint.cli import options
from newslint.cli.page import columns, told, write
from newslint.desk import Desk
from newslint.model import ROLES
from newslint.proofs import Order
from newslint.reporters.terminal import clean, one_line
from newslint.rulebook.exampletext import Example
from newslint.rulebook.mistakes import Unplaced, named
from newslint.rulebook.rule import Rule
from newslint.rulebook.ruleshape import Case
from newslint.rulebook.wording import trim

WIDEST = 100
SCOPES = {
    "narration": "outside quotations",
    "quotations": "inside quotations only",
    "all": "outside and inside quotations",
}


@click.command("explain")
@click.argument("rule")
@options.config
def command(rule: str, config: str | None) -> int:
    """Say why RULE asks, what it flags, what it lets pass, and what can be set.

    RULE may be a name the rule had before. Exit codes: 0, or 2 where there is no such rule.
    """
    desk = Desk(Order(config=config))
    book, troubles = desk.book(desk.config.effective("."))
    name = book.resolve(rule)
    if name is None:
        return told([*desk.plugins.troubles, *troubles, book.unknown(rule, Unplaced("the command line"))])
    write(explanation(book.rules[name]))
    return told(desk.plugins.troubles)


def explanation(rule: Rule) -> str:
    width = min(columns(), WIDEST)
    lines = [
        f"{rule.name}  {rule.severity}" + ("" if rule.status == "live" else f", {rule.status}"),
        rule.title,
    ]
    for heading, body in sections(rule, width):
        lines += ["", heading, *(f"  {line}" for line in body)]
    return "".join(f"{clean(line)}\n" for line in lines)


def sections(rule: Rule, width: int) -> Iterator[tuple[str, Iterable[str]]]:
    """Every heading, in this order, and the lines under it."""

    def wrapped(text: str) -> list[str]:
        return fill(one_line(text), max(width - 2, 20)).splitlines()

    yield "Why", wrapped(rule.why)
    yield "It says", wrapped(rule.message)
    yield "It looks at", [", ".join(role for role in ROLES if role in rule.roles), SCOPES[rule.scope]]
    yield "It flags", [*map(flagging, rule.flags), *(told_of(case) for case in rule.cases if flags(case))]
    yield (
        "It lets pass",
        [
            *(example.text for example in rule.passes),
            *(told_of(case) for case in rule.cases if not flags(case)),
        ],
    )
    yield "Options", settings(rule) or ["none"]
    facts = [f"{{{name}}}  {meaning}" for name, meaning in rule.kind.facts.items()]
    yield "Facts for its message", facts or ["none"]
    if rule.formerly:
        yield "Formerly", rule.formerly
    yield "See", rule.see
    yield "File", [rule.path]


def flagging(example: Example) -> str:
    return example.text if example.fixed is None else f"{example.text} -> {example.fixed}"


def flags(case: Case) -> bool:
    return bool(case.flags) or case.whole


def told_of(case: Case) -> str:
    """A draft that is an example, on one line: how it begins, what is known of it, what is flagged in it."""
    known = [f"{key} {value}" for key, value in (("dated", case.date), ("kind", case.kind)) if value]
    known += [f"after “{trim(earlier)}”" for earlier in case.earlier]
    about = f" ({', '.join(known)})" if known else ""
    marked = [f"[[{one_line(flag)}]]" for flag in case.flags] + ["the draft as a whole"] * case.whole
    return f"{trim(case.draft)}{about}" + (f": {', '.join(marked)}" if marked else "")


def settings(rule: Rule) -> list[str]:
    """Each option of the verb: its value in this rule, and what it is for."""
    return [
        f"{name} = {spelt(getattr(rule.options, key.name))}  {key.metadata.get('description', '')}".rstrip()
        for name, key in named(type(rule.options))
    ]


def spelt(value: Any) -> str:
    """A value as the rule file would have it."""
    if value is None:
        return "not set"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple, set, frozenset)):
        items = sorted(value, key=str) if isinstance(value, (set, frozenset)) else value
        return f"[{', '.join(spelt(item) for item in items)}]"
    return str(value)
