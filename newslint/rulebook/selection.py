"""Which rules run on a draft, how much each matters there, and who said so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from newslint.model import Severity
from newslint.rulebook.mistakes import Loc, Placed, Unplaced
from newslint.rulebook.rule import Head

ALL = "all"


@dataclass(frozen=True, slots=True)
class Statement:
    """What somebody says of a rule, a family (``quotes`` or ``quotes/*``) or ``all``, at ``loc`` of their
    file.

    Each of ``on``, ``severity`` and ``options`` is None where nothing is said of it.
    """

    selector: str
    loc: Loc = ()
    on: bool | None = None
    severity: Severity | None = None
    options: Mapping[str, Any] | None = None


@dataclass(frozen=True, eq=False, slots=True)
class Layer:
    """What one voice says: a preset, a config file, one ``[[paths]]`` entry of it, the command line.

    ``closed`` is set where it has a ``select``: rules that it does not name are off. Layers are told apart by
    identity, so that what follows from a tuple of them can be kept.
    """

    file: Placed
    statements: tuple[Statement, ...] = ()
    closed: bool = False

    @property
    def origin(self) -> str:
        return self.file.path


class Setting(NamedTuple):
    """Options of a rule as one layer sets them, and where."""

    options: Mapping[str, Any]
    file: Placed
    loc: Loc


class Decision(NamedTuple):
    """The verdict on one rule: whether it runs, how severely, with which options; each with who said so."""

    on: bool
    on_from: str
    severity: Severity
    severity_from: str
    settings: tuple[Setting, ...]


def weight(selector: str, rule: Head) -> int:
    """How exactly a selector means this rule: 3 by its name, 2 by its family, 1 for ``all``, 0 not at all."""
    if selector == rule.name:
        return 3
    if selector.removesuffix("/*") == rule.family:
        return 2
    return 1 if selector in (ALL, "*") else 0


@dataclass(frozen=True)
class Selection:
    """Decides on rules. The closest statement wins: by name before by family before ``all``; among equally
    close ones the later layer; within a layer ``ignore`` before ``select``.

    A layer with a ``select`` starts afresh: what it does not name is off, and what earlier layers ignore
    more closely than it selects stays ignored. Severities and options follow the same order and do not turn
    rules on.
    """

    layers: tuple[Layer, ...] = ()

    def decide(self, rule: Head) -> Decision:
        """The verdict on a rule. A retired rule never runs; a rule on trial is never more than a
        suggestion."""
        on, on_weight, on_from = True, 0, rule.path
        severity, severity_weight, severity_from = rule.severity, 0, rule.path
        settings: list[Setting] = []
        for layer in self.layers:
            said = [(weight(statement.selector, rule), statement) for statement in layer.statements]
            said = [(close, statement) for close, statement in said if close]
            if layer.closed and on and not any(statement.on for _, statement in said):
                on, on_weight, on_from = False, 0, layer.origin
            elif layer.closed and on:
                on_weight = 0  # selected before, perhaps by name: this layer may be content with less
            for close, statement in sorted(said, key=lambda pair: (pair[0], pair[1].on is False)):
                if statement.on is not None and close >= on_weight:
                    on, on_weight, on_from = statement.on, close, layer.origin
                if statement.severity is not None and close >= severity_weight:
                    severity, severity_weight, severity_from = statement.severity, close, layer.origin
                if statement.options:
                    settings.append(Setting(statement.options, layer.file, statement.loc))
        if rule.status == "trial" and severity > Severity.suggestion:
            severity, severity_from = Severity.suggestion, f"{rule.path} (trial)"
        if rule.status == "retired":
            on, on_from = False, f"{rule.path} (retired)"
        return Decision(on, on_from, severity, severity_from, tuple(settings))


def statements(
    select: Sequence[str] | None = None,
    extend_select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    severity: Mapping[str, Severity] | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
    at: Loc = (),
) -> tuple[Statement, ...]:
    """The statements that config keys spell; ``at`` is the place of the table they stand in."""
    made: list[Statement] = []
    lists: tuple[tuple[str, Iterable[str], bool], ...] = (
        ("select", select or (), True),
        ("extend-select", extend_select, True),
        ("ignore", ignore, False),
    )
    for key, names, on in lists:
        made += [Statement(name, (*at, key, number), on=on) for number, name in enumerate(names)]
    for name, level in (severity or {}).items():
        made.append(Statement(name, (*at, "severity", name), severity=level))
    for name, given in (options or {}).items():
        made.append(Statement(name, (*at, "rules", name), options=given))
    return tuple(made)


def command_line(
    select: Sequence[str] = (), extend_select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> Layer:
    """The layer that options of the command line make."""
    said = statements(select, extend_select, ignore)
    return Layer(Unplaced("the command line"), said, closed=bool(select))
