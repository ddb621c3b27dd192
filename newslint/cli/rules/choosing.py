"""Which rules a command is about: by name, by family, by file or folder."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newslint.config import Effective
from newslint.desk import Desk
from newslint.model import Trouble
from newslint.rulebook.book import PRESETS, Book
from newslint.rulebook.mistakes import Unplaced
from newslint.rulebook.presets import load_preset
from newslint.rulebook.rule import Rule, load_rule
from newslint.rulebook.selection import ALL


class Choice(NamedTuple):
    """What names and paths mean: rules, the files of presets, and what is wrong with either."""

    rules: list[Rule]
    presets: list[Path]
    troubles: list[Trouble]


def chosen(desk: Desk, effective: Effective, names: Sequence[str]) -> Choice:
    """The rules and presets that NAMES and PATHS mean. Without any, every rule there is."""
    paths = [name for name in names if name.endswith(".yml") or Path(name).is_dir()]
    files = list(rule_files(paths))
    rules, troubles = loaded((file for file in files if not is_preset(file)), desk)
    if len(paths) < len(names) or not names:
        book, broken = desk.book(effective)
        rules += named(book, [name for name in names if name not in paths])
        troubles += [*broken, *book.preset_mistakes()]
    presets = [file for file in files if is_preset(file)]
    troubles += in_presets(presets, desk, effective) if presets else ()
    if not rules and not presets and not troubles:
        remedy = "“newslint rules list” shows the rules there are"
        troubles.append(Trouble(f"there is no rule in {' '.join(names) or 'any pack'}", remedy=remedy))
    return Choice(rules, presets, troubles)


def loaded(files: Iterable[Path], desk: Desk) -> tuple[list[Rule], list[Trouble]]:
    """The rules in sound files, and a Trouble for each of the others."""
    rules, troubles = [], []
    for file in files:
        try:
            rules.append(load_rule(file, desk.plugins.checks, str(file)))
        except Trouble as trouble:
            troubles.append(trouble)
    return rules, troubles


def in_presets(files: Iterable[Path], desk: Desk, effective: Effective) -> list[Trouble]:
    """What is wrong with presets. They may name rules of the book, and those that stand beside them."""
    book, _ = desk.book(effective)
    troubles = []
    for file in files:
        try:
            preset, layer = load_preset(file, str(file))
        except Trouble as trouble:
            troubles.append(trouble)
            continue
        beside, _ = loaded((one for one in rule_files([str(file.parent.parent)]) if not is_preset(one)), desk)
        rules = {**book.rules, **{rule.name: rule for rule in beside}}
        troubles += Book(rules, {preset.kind: ((preset, layer),)}).preset_mistakes()
    return troubles


def single(desk: Desk, effective: Effective, name: str) -> Rule:
    """The one rule that a name or a rule file means. Raises Trouble where it is broken, or means more."""
    if name.endswith(".yml"):
        if is_preset(Path(name)):
            remedy = "Name a rule; “newslint rules test” proves presets"
            raise Trouble("this is a preset, and a rule is wanted", path=name, remedy=remedy)
        return load_rule(Path(name), desk.plugins.checks, name)
    rules, _, troubles = chosen(desk, effective, [name])
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
    """Each file of a rule or a preset that is named, or lies in a folder that is."""
    for path in map(Path, paths):
        if path.is_dir():
            yield from sorted(found for found in path.rglob("*") if found.suffix.lower() in (".yml", ".yaml"))
        else:
            yield path


def is_preset(file: Path) -> bool:
    return file.absolute().parent.name == PRESETS
