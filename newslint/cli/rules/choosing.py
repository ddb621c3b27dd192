"""Which rules a command is about: by name, by family, by file or folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from newslint.config import Effective
from newslint.desk import Desk
from newslint.model import Trouble
from newslint.rulebook.book import PRESETS, Book
from newslint.rulebook.mistakes import Unplaced
from newslint.rulebook.rule import Rule, load_rule
from newslint.rulebook.selection import ALL


def chosen(desk: Desk, effective: Effective, names: Sequence[str]) -> tuple[list[Rule], list[Trouble]]:
    """The rules that NAMES and PATHS mean, and what is wrong with their files."""
    paths = [name for name in names if name.endswith(".yml") or Path(name).is_dir()]
    rules, troubles = [], []
    for file in rule_files(paths):
        try:
            rules.append(load_rule(file, desk.plugins.checks, str(file)))
        except Trouble as trouble:
            troubles.append(trouble)
    if len(paths) < len(names) or not names:
        book, broken = desk.book(effective)
        rules += named(book, [name for name in names if name not in paths])
        troubles += [*broken, *book.preset_mistakes()]
    if not rules and not troubles:
        remedy = "“newslint rules list” shows the rules there are"
        troubles.append(Trouble(f"there is no rule in {' '.join(names) or 'any pack'}", remedy=remedy))
    return rules, troubles


def single(desk: Desk, effective: Effective, name: str) -> Rule:
    """The one rule that a name or a rule file means. Raises Trouble where it is broken, or means more."""
    if name.endswith(".yml"):
        return load_rule(Path(name), desk.plugins.checks, name)
    rules, troubles = chosen(desk, effective, [name])
    if len(rules) == 1:
        return rules[0]
    if not rules:
        raise troubles[0]
    remedy = f"Name one of them, such as {rules[0].name}"
    raise Trouble(f"“{name}” means {len(rules)} rules, and one is wanted", remedy=remedy)


def named(book: Book, names: Iterable[str]) -> list[Rule]:
    """The rules that NAMES mean, all where there are none. Raises Trouble for a name not in the book."""
    wanted = set()
    for name in names:
        selector = book.selector(name)
        if selector is None:
            raise book.unknown(name, Unplaced("the command line"))
        wanted.add(selector)
    everything = not wanted or ALL in wanted
    return [
        rule
        for name, rule in sorted(book.rules.items())
        if everything or name in wanted or rule.family in wanted
    ]


def rule_files(paths: Iterable[str]) -> Iterator[Path]:
    """Each rule file that is named, or lies in a folder that is."""
    for path in map(Path, paths):
        if path.is_dir():
            files = [found for found in path.rglob("*") if found.suffix.lower() in (".yml", ".yaml")]
            yield from sorted(found for found in files if found.parent.name != PRESETS)
        else:
            yield path
