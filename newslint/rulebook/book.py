"""The book of rules: every pack read, later packs before earlier ones, and what of it runs on a draft."""

from __future__ import annotations

import os
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple, cast

from newslint.model import Trouble
from newslint.rulebook.engine import Chosen
from newslint.rulebook.mistakes import Loc, Placed, nearest, unknown
from newslint.rulebook.pack import Pack
from newslint.rulebook.presets import DEFAULT_KIND, Preset, load_preset
from newslint.rulebook.rule import Head, Rule, load_rule
from newslint.rulebook.selection import ALL, Decision, Layer, Selection, Statement
from newslint.rulebook.verbs import Verbs

PRESETS = "presets"
OWN_FAMILY = "newslint"  # names of what newslint itself reports


@dataclass(frozen=True, eq=False)
class Book:
    """All rules by name, retired ones too, and the presets by kind, a layer for each pack that has one.

    ``heads`` are those of all rules, where they can be had without the rules.
    """

    rules: Mapping[str, Rule]
    presets: Mapping[str, tuple[tuple[Preset, Layer], ...]] = field(default_factory=dict)
    heads: dict[str, Head] = field(default_factory=dict)
    _chosen: dict[tuple[tuple[Layer, ...], str | None], tuple[Chosen, ...]] = field(
        default_factory=dict, repr=False
    )
    _renamed: dict[str, str] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if not self.heads:
            self.heads.update({name: rule.head for name, rule in self.rules.items()})
        self._renamed.update({old: head.name for head in self.heads.values() for old in head.formerly})

    @property
    def families(self) -> tuple[str, ...]:
        return tuple(sorted({head.family for head in self.heads.values()}))

    def resolve(self, name: str) -> str | None:
        """The present name of a rule, by its name or a former one; None where there is no such rule."""
        return name if name in self.rules else self._renamed.get(name)

    def selector(self, name: str) -> str | None:
        """A rule, a family (``quotes``, ``quotes/*``) or ``all``, as the book knows it; None where it does
        not."""
        if name in (ALL, "*"):
            return ALL
        if name.removesuffix("/*") in self.families:
            return name.removesuffix("/*")
        return self.resolve(name)

    def meant(self, name: str) -> str | None:
        """The rule or family that somebody who wrote ``name`` may have meant."""
        return nearest(name, (*self.rules, *self._renamed, *self.families))

    def unknown(self, name: str, file: Placed, loc: Loc = ()) -> Trouble:
        """What to say of a rule that is not in the book."""
        message, _ = unknown("rule or family", name, (*self.rules, *self._renamed, *self.families))
        is_key = bool(loc) and loc[-1] == name
        return file.trouble(message, loc, key=is_key, remedy="“newslint rules list” shows them all.")

    def decisions(
        self, layers: Sequence[Layer] = (), kind: str | None = None
    ) -> tuple[tuple[Head, Decision], ...]:
        """The verdict on every rule, for drafts of this kind (news, where none is given), in order of name.

        The preset comes before the layers. Raises Trouble for a rule or kind that is not in the book.
        """
        resolved = tuple(self._resolved(layer) for layer in layers)
        selection = Selection((*self._preset(kind), *resolved))
        return tuple((head, selection.decide(head)) for _, head in sorted(self.heads.items()))

    def choose(self, layers: Sequence[Layer] = (), kind: str | None = None) -> tuple[Chosen, ...]:
        """The rules that run on drafts of this kind, with their severities and options set. Kept, so that
        drafts under the same layers share their checks.

        Raises Trouble for a rule or kind that is not in the book, options that do not fit, and where no
        rule is left.
        """
        key = (tuple(layers), kind)
        if key not in self._chosen:
            chosen = []
            for head, decision in self.decisions(layers, kind):
                if decision.on:
                    fitted = self.rules[head.name]
                    for setting in decision.settings:
                        fitted = fitted.with_options(*setting)
                    chosen.append(Chosen(fitted, decision.severity))
            if not chosen:
                remedy = "Widen “select”, or ignore less. “newslint rules list” shows what there is."
                closed = [layer for layer in layers if layer.closed]
                if closed:
                    raise closed[-1].file.trouble("no rule is left to run", ("select",), remedy=remedy)
                origins = ", ".join(dict.fromkeys(layer.origin for layer in layers)) or None
                raise Trouble("no rule is left to run", path=origins, remedy=remedy)
            self._chosen[key] = tuple(chosen)
        return self._chosen[key]

    def under_kind(self, rule: Rule, kind: str) -> Rule | None:
        """The rule with the options it has for drafts of a kind; None where the kind's preset turns it off.

        Raises Trouble for a kind that is not in the book.
        """
        decision = Selection(self._preset(kind)).decide(rule.head._replace(status="live"))
        for setting in decision.settings:
            rule = rule.with_options(*setting)
        return rule if decision.on else None

    def preset_mistakes(self) -> tuple[Trouble, ...]:
        """Rules that presets name and the book does not have, and options that do not fit theirs: passed over
        in a run, or told there once a draft of the kind comes; errors of ``rules test``."""
        mistakes = []
        for kind in sorted(self.presets):
            for _, layer in self.presets[kind]:
                for statement in layer.statements:
                    try:
                        (said,) = self._resolved(Layer(layer.file, (statement,))).statements
                        if said.options is not None:
                            self.rules[said.selector].with_options(said.options, layer.file, said.loc)
                    except Trouble as trouble:
                        mistakes.append(trouble)
        return tuple(mistakes)

    def _preset(self, kind: str | None) -> tuple[Layer, ...]:
        name = kind or DEFAULT_KIND
        if kind and name not in self.presets:
            message, remedy = unknown("kind of draft", name, self.presets)
            raise Trouble(message, remedy=remedy)
        return tuple(self._resolved(layer, strict=False) for _, layer in self.presets.get(name, ()))

    def _resolved(self, layer: Layer, *, strict: bool = True) -> Layer:
        """The layer with every selector as the book knows it; unknown ones are refused, or passed over."""
        said: list[Statement] = []
        for statement in layer.statements:
            selector = self.selector(statement.selector)
            if selector is None and strict:
                raise self.unknown(statement.selector, layer.file, statement.loc)
            if selector is not None and statement.options and selector not in self.rules:
                raise layer.file.trouble(
                    f"options are set for a rule, and “{statement.selector}” is not one",
                    statement.loc,
                    remedy="Name each rule.",
                )
            if selector is not None:
                said.append(replace(statement, selector=selector))
        return Layer(layer.file, tuple(said), layer.closed)


def load_book(packs: Iterable[Pack], verbs: Verbs) -> Book:
    """The rules and presets of all packs; a later pack's rule replaces an earlier one's of the same name.

    Raises the first Trouble that ``read_packs`` finds.
    """
    book, troubles = read_packs(packs, verbs)
    if troubles:
        first = troubles[0]
        if len(troubles) > 1:
            more = f"{len(troubles) - 1} more file{'s have' if len(troubles) > 2 else ' has'} mistakes"
            first.remedy = f"{first.remedy or ''} ({more}; “newslint rules test” shows them all.)".strip()
        raise first
    return book


def read_packs(packs: Iterable[Pack], verbs: Verbs) -> tuple[Book, tuple[Trouble, ...]]:
    """The book that the sound files of all packs make, and a Trouble for each of the others."""
    return bind([read_pack(pack, verbs) for pack in packs])


class Contents(NamedTuple):
    """What stands in one pack: its rules and their heads by name, its presets, and what is wrong with the
    rest of its files."""

    rules: Mapping[str, Rule]
    heads: Mapping[str, Head]
    presets: tuple[tuple[Preset, Layer], ...] = ()
    troubles: tuple[Trouble, ...] = ()


def read_pack(pack: Pack, verbs: Verbs) -> Contents:
    """What the files of a pack hold."""
    rules: dict[str, Rule] = {}
    presets: list[tuple[Preset, Layer]] = []
    files, troubles = files_of(pack)
    for file in files:
        shown = shown_as(file)
        try:
            if file.parent.name == PRESETS:
                presets.append(load_preset(file, shown))
            else:
                rule = load_rule(file, verbs, shown)
                rules[rule.name] = rule
        except Trouble as trouble:
            troubles.append(trouble)
    heads = {name: rule.head for name, rule in rules.items()}
    return Contents(rules, heads, tuple(presets), tuple(troubles))


def bind(contents: Iterable[Contents]) -> tuple[Book, tuple[Trouble, ...]]:
    """One book of the packs, a later one's rule in the place of an earlier one's of the same name; and what
    is wrong with any of them, or between them."""
    contents = tuple(contents)
    heads = {name: head for each in contents for name, head in each.heads.items()}
    presets: dict[str, list[tuple[Preset, Layer]]] = {}
    for preset, layer in (found for each in contents for found in each.presets):
        presets.setdefault(preset.kind, []).append((preset, layer))
    rules = ChainMap(*(cast("dict[str, Rule]", each.rules) for each in reversed(contents)))
    troubles = [trouble for each in contents for trouble in each.troubles]
    book = Book(rules, {kind: tuple(found) for kind, found in presets.items()}, heads)
    return book, (*troubles, *_clashes(heads))


def files_of(pack: Pack) -> tuple[list[Path], list[Trouble]]:
    """The rule and preset files of a pack, and a Trouble for each that would be overlooked, or where there
    are none."""
    shown = shown_as(pack.folder)
    if not pack.folder.is_dir():
        told = f"there is no folder of rules here (pack {pack.name})"
        return [], [Trouble(told, path=shown, remedy="Check the path.")]
    files: list[Path] = []
    troubles: list[Trouble] = []
    for file in sorted(pack.folder.rglob("*")):
        parts = file.relative_to(pack.folder).parts
        if file.suffix.lower() not in (".yml", ".yaml") or any(part.startswith(".") for part in parts):
            continue
        if file.suffix != ".yml":
            remedy = f"Call it {file.stem}.yml."
            troubles.append(Trouble("rule files end in .yml", path=shown_as(file), remedy=remedy))
        elif len(parts) != 2:
            told = "a rule stands in the folder of its family: family/name.yml"
            troubles.append(Trouble(told, path=shown_as(file), remedy="Move it."))
        elif parts[0] == OWN_FAMILY:
            told = f"the family “{OWN_FAMILY}” is what newslint itself reports"
            troubles.append(Trouble(told, path=shown_as(file), remedy="Move it."))
        else:
            files.append(file)
    if not files and not troubles:
        remedy = "Put rules at family/name.yml in it."
        troubles.append(Trouble("the folder holds no rules", path=shown, remedy=remedy))
    return files, troubles


def _clashes(rules: Mapping[str, Head]) -> list[Trouble]:
    """Former names that are the name, or a former name, of another rule."""
    troubles = []
    owners: dict[str, str] = {}
    for rule in rules.values():
        for old in rule.formerly:
            other = old if old in rules else owners.setdefault(old, rule.name)
            if other != rule.name:
                troubles.append(
                    Trouble(
                        f"{rule.name} was formerly “{old}”, which {other} claims as well",
                        path=rule.path,
                        line=rule.line,
                        remedy="Take it out of one of the two.",
                    )
                )
    return troubles


def shown_as(path: Path) -> str:
    """A path as people call it: from where they stand, when it lies below."""
    try:
        return str(path.relative_to(os.getcwd()))
    except ValueError:
        return str(path)
