"""`newslint rules docs`: the reference of all rules, a Markdown page a family and an index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import click

from newslint.cli import options
from newslint.cli.explain import SCOPES, flagging, flags, spelt, told_of
from newslint.cli.page import told, write
from newslint.desk import Desk
from newslint.model import ROLES, Trouble
from newslint.proofs import Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import one_line
from newslint.rulebook.book import PRESETS, Book
from newslint.rulebook.mistakes import named
from newslint.rulebook.presets import Preset
from newslint.rulebook.rule import Rule

FOLDER = "docs/rules"
INDEX = "index.md"
KINDS = f"{PRESETS}.md"  # no family has this name
MADE = "<!-- Written by “newslint rules docs”. Change the rule files, not this page. -->\n"
MARKUP = re.compile(r"[\\`*_\[\]<>|#~]")


@click.command("docs")
@click.option("--output", default=FOLDER, show_default=True, metavar="DIR", help="The folder to write to.")
@options.config
def command(output: str, config: str | None) -> int:
    """Write the reference of all rules to a folder: a Markdown page for each family, one for the kinds of
    draft, and an index.

    Pages of families that are gone are removed; a page that newslint did not write is left alone.
    Exit codes: 0, or 2 where a rule file is broken or a page cannot be written.
    """
    desk = Desk(Order(config=config))
    book, troubles = desk.book(desk.config.effective("."))
    if wrong := told([*desk.plugins.troubles, *troubles]):
        return wrong
    made = pages(book)
    publish(Path(output), made)
    write(f"{count(len(book.rules), 'rule')}, {count(len(made), 'page')} in {output}.\n")
    return 0


def pages(book: Book) -> dict[str, str]:
    """Each page by the name of its file."""
    rules = [rule for _, rule in sorted(book.rules.items())]
    families = {family: list(members) for family, members in groupby(rules, key=lambda rule: rule.family)}
    return {
        INDEX: index(families),
        **({KINDS: kinds_page(book)} if book.presets else {}),
        **{f"{family}.md": page(family, members, book) for family, members in families.items()},
    }


def publish(folder: Path, made: Mapping[str, str]) -> None:
    """Write the pages, and remove those of earlier times that are no more. Raises Trouble, before anything
    is changed, where a page would take the place of one that newslint did not write."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        there = {file: file.read_bytes().startswith(MADE.encode()) for file in folder.glob("*.md")}
        for file, ours in there.items():
            if file.name in made and not ours:
                remedy = "Move it, or name another folder with --output"
                raise Trouble("this page was not written by newslint", path=str(file), line=1, remedy=remedy)
        for name, text in made.items():
            (folder / name).write_bytes(text.encode("utf-8"))
        for file, ours in there.items():
            if ours and file.name not in made:
                file.unlink()
    except OSError as error:
        told = f"cannot be written: {error.strerror}"
        path = str(error.filename or folder)
        raise Trouble(
            told, path=path, remedy="Check its permissions, or name another folder with --output"
        ) from error


def index(families: Mapping[str, list[Rule]]) -> str:
    total = count(sum(map(len, families.values())), "rule")
    trial = "One on trial is shown as a suggestion until it has proved itself."
    lines = [MADE, "# The rules", "", f"{total} in {len(families)} families. {trial}", ""]
    for family, rules in families.items():
        lines += [f"## [{family}]({family}.md)", "", "| rule | severity | what it asks |", "|---|---|---|"]
        lines += [
            f"| [{rule.name}]({family}.md#{anchor(rule)}) | {standing(rule)} | {escaped(rule.title)} |"
            for rule in rules
        ]
        lines.append("")
    return finished(lines)


def kinds_page(book: Book) -> str:
    """What every kind of draft changes, each change with its reason."""
    lines = [MADE, "# Kinds of draft", "", f"[All rules]({INDEX})", ""]
    for kind, presets in sorted(book.presets.items()):
        lines += [f"## {kind}", ""]
        for preset, _ in presets:
            lines += [escaped(preset.why), ""]
            lines += [f"- {line}" for line in changes(preset, book)]
        lines += [""] if lines[-1] else []
    return finished(lines)


def changes(preset: Preset, book: Book) -> Iterator[str]:
    """What a preset says of each rule or family, as the items of a list."""
    for name, said in preset.rules.items():
        rule = book.rules.get(book.resolve(name) or "")
        shown = f"[{name}]({rule.family}.md#{anchor(rule)})" if rule else escaped(name)
        levels = [f"**{said.level}**"] if said.level else []
        told = "; ".join([*levels, *(f"`{option}` is other" for option in said.options)])
        yield f"{shown}: {told}. {escaped(said.because)}"


def page(family: str, rules: Iterable[Rule], book: Book) -> str:
    lines = [MADE, f"# {family}", "", f"[All rules]({INDEX})", ""]
    for rule in rules:
        lines += entry(rule, book)
    return finished(lines)


def entry(rule: Rule, book: Book) -> Iterator[str]:
    """All that is to be said of one rule, line by line."""
    problem = f": {rule.kind.problem}" if rule.kind.problem else ""
    yield from (f"## {rule.name}", "", f"**{escaped(rule.title)}** ({standing(rule)})", "")
    yield from (escaped(rule.why), "", f"> {escaped(rule.message)}", "")
    yield f"- Verb: `{rule.verb}{problem}`"
    yield f"- Looks at: {', '.join(role for role in ROLES if role in rule.roles)}; {SCOPES[rule.scope]}"
    if rule.formerly:
        yield f"- Formerly: {', '.join(rule.formerly)}"
    yield f"- See: {' '.join(f'<{address}>' for address in rule.see)}"
    yield ""
    flagging_cases = [told_of(case) for case in rule.cases if flags(case)]
    yield from block("It flags", [*map(flagging, rule.flags), *flagging_cases])
    passing_cases = [told_of(case) for case in rule.cases if not flags(case)]
    yield from block("It lets pass", [*(example.text for example in rule.passes), *passing_cases])
    yield from table("Options", ("option", "here", "what it does"), settings(rule))
    yield from table("In other kinds of draft", ("kind", "what changes", "because"), kinds(rule, book))


def settings(rule: Rule) -> list[tuple[str, str, str]]:
    return [
        (name, spelt(getattr(rule.options, key.name)), str(key.metadata.get("description", "")))
        for name, key in named(type(rule.options))
    ]


def kinds(rule: Rule, book: Book) -> list[tuple[str, str, str]]:
    """What presets make of the rule, and why."""
    found = []
    for kind, presets in sorted(book.presets.items()):
        for preset, _ in presets:
            for name, said in preset.rules.items():
                if book.selector(name) in (rule.name, rule.family):
                    changed: list[str] = [said.level] if said.level else []
                    changed += [f"{option}: {value}" for option, value in said.options.items()]
                    found.append((kind, "; ".join(changed), said.because))
    return found


def block(heading: str, lines: list[str]) -> Iterator[str]:
    """Example lines as they are written: fenced, so that no mark in them is taken for Markdown."""
    fence = "~~~" if any("```" in line for line in lines) else "```"
    yield from (f"### {heading}", "", f"{fence}text", *lines, fence, "")


def table(heading: str, head: tuple[str, ...], rows: list[tuple[str, str, str]]) -> Iterator[str]:
    if rows:
        yield from (f"### {heading}", "", f"| {' | '.join(head)} |", "|---" * len(head) + "|")
        yield from (f"| {' | '.join(map(escaped, row))} |" for row in rows)
        yield ""


def standing(rule: Rule) -> str:
    return str(rule.severity) if rule.status == "live" else f"{rule.severity}, {rule.status}"


def anchor(rule: Rule) -> str:
    """What a heading of the rule's name is called in a link."""
    return rule.name.replace("/", "")


def escaped(text: str) -> str:
    """Text on one line that Markdown shows as it is."""
    return MARKUP.sub(r"\\\g<0>", one_line(text))


def finished(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip() + "\n"
