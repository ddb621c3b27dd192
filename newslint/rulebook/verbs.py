"""The verbs that rules may use: a registry handed to the rulebook, which imports none of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newslint.model import Trouble
from newslint.rulebook.check import Check

Verbs = Mapping[tuple[str, str | None], type[Check[Any]]]


def registry(checks: Iterable[type[Check[Any]]]) -> Verbs:
    """The checks by verb and problem (None for the verb itself). Raises Trouble where two claim the same
    name."""
    verbs: dict[tuple[str, str | None], type[Check[Any]]] = {}
    for check in checks:
        other = verbs.setdefault((check.verb, check.problem), check)
        if other is not check:
            name = f"{check.verb}: {{problem: {check.problem}}}" if check.problem else check.verb
            raise Trouble(
                f"“{name}” is claimed by {_spelt(other)} and by {_spelt(check)}",
                remedy="Rename one of the two, or uninstall its plugin.",
            )
    return verbs


def verb_names(verbs: Verbs) -> tuple[str, ...]:
    """Every verb, in order of the alphabet."""
    return tuple(sorted({verb for verb, _ in verbs}))


def problems(verbs: Verbs, verb: str) -> tuple[str, ...]:
    """The problems of a verb, in order of the alphabet."""
    return tuple(sorted(problem for name, problem in verbs if name == verb and problem is not None))


def _spelt(check: type[Check[Any]]) -> str:
    return f"{check.__module__}.{check.__qualname__}"
