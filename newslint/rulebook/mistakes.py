"""Mistakes in files that editors write, told at their place and in their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import Field, dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any, Protocol, get_args, get_type_hints

from newslint.model import Trouble

if TYPE_CHECKING:
    from pydantic import ValidationError

Loc = Sequence[str | int]
ALLOWED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
MANY = 24  # choices beyond this are not spelt out
NOUNS = {
    "in": "role",
    "scope": "scope",
    "severity": "severity",
    "status": "status",
    "problem": "problem",
    "level": "level",
}
BOUNDS = {
    "greater_than": ("more than", "gt"),
    "greater_than_equal": ("at least", "ge"),
    "less_than": ("less than", "lt"),
    "less_than_equal": ("at most", "le"),
}
WANTED = {
    "int_": ("a whole number", "Write it in digits."),
    "float_": ("a number", "Write it in digits."),
    "decimal_": ("a number", "Write it in digits."),
    "bool_": ("yes or no", "Write yes or no."),
    "date": ("a date", "Write it as 2025-12-31."),
    "list": ("a list", "Write it as [one, two], or one item a line, each after “- ”."),
    "tuple": ("a list", "Write it as [one, two], or one item a line, each after “- ”."),
    "set_": ("a list", "Write it as [one, two], or one item a line, each after “- ”."),
    "frozen_set": ("a list", "Write it as [one, two], or one item a line, each after “- ”."),
    "dict": ("“key: value” lines", "Write them indented below it."),
    "mapping": ("“key: value” lines", "Write them indented below it."),
    "dataclass_": ("“key: value” lines", "Write them indented below it."),
    "string_": ("a piece of text", None),
}


class Placed(Protocol):
    """A file whose values have places; ``path`` is what to call it."""

    @property
    def path(self) -> str: ...

    @property
    def data(self) -> Mapping[str, Any]: ...

    def trouble(
        self, message: str, loc: Loc = (), *, key: bool = False, remedy: str | None = None
    ) -> Trouble: ...


@dataclass(frozen=True)
class Unplaced:
    """What was not read from a file (the command line, an example); ``path`` is what to call it."""

    path: str
    data: Mapping[str, Any] = field(default_factory=dict)

    def trouble(
        self, message: str, loc: Loc = (), *, key: bool = False, remedy: str | None = None
    ) -> Trouble:
        return Trouble(message, path=self.path, remedy=remedy)


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word most like this one, None where none is like it."""
    names = {name.lower(): name for name in known}
    from rapidfuzz import fuzz, process  # only a mistake asks for it

    found = process.extractOne(word.lower(), list(names), scorer=fuzz.ratio, score_cutoff=60)
    if found:
        return names[found[0]]
    # “agency” for “sources/agency”: the last part alone, where it is right
    tails = [name for name in names.values() if name.rpartition("/")[2] == word.lower()]
    return tails[0] if len(tails) == 1 else None


def unknown(noun: str, word: str, known: Iterable[str]) -> tuple[str, str]:
    """The message and the remedy for a word that is not one of ``known``."""
    choices = sorted(known)
    article = "an" if noun[0] in "aeiou" else "a"
    message = f"“{word}” is not {article} {noun}" if word else f"the {noun} is left empty"
    if meant := nearest(word, choices):
        message += f"; did you mean “{meant}”?"
    if not choices:
        return message, f"There is no {noun}; remove it."
    if len(choices) > MANY:
        return message, f"Correct the {noun}."
    return message, f"Use one of: {', '.join(choices)}."


def explain(error: ValidationError, file: Placed, shape: type, at: Loc = (), noun: str = "key") -> Trouble:
    """The first mistake (in file order, misspelt keys before others) of a value that did not fit ``shape``,
    as a Trouble.

    Args:
        error: what pydantic raised.
        file: where the value stands.
        at: the place of the validated value in the file.
        noun: what the editor calls the shape's keys.
    """
    details = error.errors(include_url=False)
    told = [(_rank(detail["type"]), _tell(dict(detail), file, shape, tuple(at), noun)) for detail in details]
    return min(told, key=lambda pair: (pair[0], pair[1].line or 0, pair[1].column or 0))[1]


def _rank(kind: str) -> int:
    """Which mistake to tell of first: a misspelt key makes another one missing, a wrong item makes a list
    short."""
    return {"unexpected_keyword_argument": 0, "missing": 2, "too_short": 2}.get(kind, 1)


def _tell(
    detail: Mapping[str, Any], file: Placed, shape: type, at: tuple[str | int, ...], noun: str
) -> Trouble:
    loc = tuple(detail["loc"])
    kind, value, context = str(detail["type"]), detail["input"], dict(detail.get("ctx") or {})
    within = _within(file.data, (*at, *loc))
    names = [part for part in within if isinstance(part, str)]
    label = str(loc[-1]) if kind == "missing" else (names[-1] if names else "value")
    subject = f"an item of “{label}”" if within and isinstance(within[-1], int) else f"“{label}”"
    shown = (
        value if isinstance(value, str) else "" if isinstance(value, (Mapping, list, tuple)) else str(value)
    )
    instead = f", not “{shown}”" if shown else ""

    if kind == "unexpected_keyword_argument":
        message, remedy = unknown(noun, str(loc[-1]), _fields(shape, loc[:-1]))
        return file.trouble(message, (*at, *loc), key=True, remedy=remedy)
    if kind == "missing":
        about = _description(shape, loc)
        remedy = f"Add “{label}:”{f' ({about})' if about else ''}."
        return file.trouble(f"“{label}” is missing", (*at, *loc), key=True, remedy=remedy)
    if kind in ("literal_error", "enum"):
        choices = [single or double for single, double in ALLOWED.findall(str(context.get("expected", "")))]
        message, remedy = unknown(NOUNS.get(label, f"value of “{label}”"), shown, choices)
        return file.trouble(message, (*at, *loc), remedy=remedy)
    remedy = f"Correct “{label}”."
    if kind == "value_error":
        message = _sentence(str(context.get("error", detail["msg"])))
    elif kind in BOUNDS:
        words, key = BOUNDS[kind]
        message = f"{subject} must be {words} {context.get(key)}{instead}"
    elif kind in ("too_short", "string_too_short"):
        few = context.get("min_length", 1)
        message = f"{subject} is empty" if few == 1 else f"{subject} needs at least {few}"
        remedy = f"Fill in “{label}”."
    elif wanted := _wanted(kind):
        message = f"{subject} must be {wanted[0]}{instead}"
        remedy = (_in_toml(wanted[0], label, value) if file.path.endswith(".toml") else wanted[1]) or remedy
    else:
        message = f"{subject} cannot be {f'“{shown}”' if shown else 'this'}"
    return file.trouble(message, (*at, *loc), remedy=remedy)


def _wanted(kind: str) -> tuple[str, str | None] | None:
    """What a value must be, and how to write it, by the longest of WANTED's names that the mistake begins
    with."""
    signs = [sign for sign in WANTED if kind.startswith(sign)]
    return WANTED[max(signs, key=len)] if signs else None


def _in_toml(wanted: str, label: str, value: Any) -> str | None:
    """How TOML writes what is wanted, where it is not as YAML does."""
    if wanted == "a list":
        if isinstance(value, Mapping):
            return f"Write [[{label}]], in two brackets, above each entry."
        return f'Write it as {label} = ["one", "two"].'
    if "key: value" in wanted:
        return f"Write [{label}], and “key = value” lines below it."
    return None


def _sentence(text: str) -> str:
    return text.strip().rstrip(".")


def _within(data: Any, loc: Loc) -> list[str | int]:
    """The parts of ``loc`` that lead somewhere in ``data``; the validator's own (kinds of a union) are left
    out."""
    parts: list[str | int] = []
    for part in loc:
        inner = dict(enumerate(data)) if isinstance(data, (list, tuple)) else data
        if isinstance(inner, Mapping) and part in inner:
            data = inner[part]
            parts.append(part)
    return parts


def named(shape: type) -> Iterator[tuple[str, Field[Any]]]:
    """The keys of a shape as they are written, with their fields."""
    return ((one.metadata.get("alias", one.name), one) for one in fields(shape))


def _shapes(annotation: Any) -> list[type]:
    if isinstance(annotation, type) and is_dataclass(annotation):
        return [annotation]
    return [shape for part in get_args(annotation) for shape in _shapes(part)]


def _descend(shape: type, loc: Loc) -> list[type]:
    """The shapes that may stand at ``loc`` of one."""
    found = [shape]
    for part in loc:
        if isinstance(part, str):
            inner = [
                below
                for one in found
                for name, key in named(one)
                if name == part
                for below in _shapes(get_type_hints(one)[key.name])
            ]
            found = inner or found
    return found


def _fields(shape: type, loc: Loc) -> list[str]:
    """What may be written in the value at ``loc`` of the shape."""
    return sorted({name for one in _descend(shape, loc) for name, _ in named(one)})


def _description(shape: type, loc: Loc) -> str:
    for one in _descend(shape, loc[:-1]):
        for name, key in named(one):
            if name == loc[-1]:
                return str(key.metadata.get("description", "")).strip().rstrip(".")
    return ""
