"""What a rule file may hold."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Annotated, Literal, NamedTuple, get_args

from newslint.model import Role, Trouble
from newslint.rulebook.check import Scope
from newslint.rulebook.exampletext import Example, split_arrow, unmark
from newslint.rulebook.shape import After, Before, Shape, key
from newslint.rulebook.yamlfile import YamlFile

Status = Literal["trial", "live", "retired"]
STATUSES: tuple[Status, ...] = get_args(Status)
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*")
FEWEST = 2  # flagged examples, and passing ones


def _listed(value: object) -> object:
    """One word where several may stand is a list of one."""
    return value.split() if isinstance(value, str) else value


def _alone(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _addresses(words: tuple[str, ...]) -> tuple[str, ...]:
    for word in words:
        if not re.fullmatch(r"https?://[^/\s]+\S*", word):
            raise ValueError(f"“{word}” is not a web address; it begins with https://")
    return words


def _named(words: str | tuple[str, ...]) -> str | tuple[str, ...]:
    """Names of rules stand in lists, brackets and paths: small letters, digits and hyphens only."""
    for word in (words,) if isinstance(words, str) else words:
        if not NAME.fullmatch(word):
            raise ValueError(f"“{word}” is no name for a rule; write family/name, all small letters")
    return words


Words = Annotated[tuple[str, ...], Before(_listed)]


class _Examples(Shape):
    flags: str = key("", description="one flagged sentence a line, [[ ]] around what is flagged")
    passes: str = key("", description="one sentence a line that the rule leaves alone")


class Case(NamedTuple):
    """An example that needs more than a line: a draft, its date and kind, what is flagged in it. ``line``
    in the rule file; ``earlier`` are drafts of the same story that came before it, ``house`` are names of the
    house with the forms it forbids."""

    line: int
    draft: str
    earlier: tuple[str, ...]
    house: Mapping[str, tuple[str, ...]]
    date: datetime.date | None
    kind: str | None
    format: str | None
    flags: tuple[str, ...]
    whole: bool


class CaseShape(Shape):
    """A case as written."""

    draft: str = key(min_length=1, description="the text of the draft")
    earlier: Annotated[tuple[str, ...], Before(_alone)] = key(
        (), alias="with", description="an earlier draft of the same story, or a list of them"
    )
    house: dict[str, Annotated[tuple[str, ...], Before(_alone)]] = key(
        {}, description="names of the house’s vocabulary, each with the forms that are wrong"
    )
    date: datetime.date | None = key(None, description="the draft's own date")
    kind: str | None = key(None, description="the kind of draft: news, opinion…")
    format: str | None = key(
        default=None, description="the format it is read as; left out, it is written like an example"
    )
    flags: tuple[str, ...] = key((), description="the flagged words, in order; [] for none")
    whole: bool = key(False, description="whether the draft as a whole is flagged")


class RuleShape(Shape):
    rule: Annotated[str, After(_named)] = key(description="its name, the same as its path: family/name")
    title: str = key(min_length=1, description="what the rule asks, in a few words")
    severity: Literal["error", "warning", "suggestion"] = key(description="error, warning or suggestion")
    status: Status = key("live", description="trial, live or retired")
    formerly: Annotated[Words, After(_named)] = key(default=(), description="names the rule had before")
    why: str = key(min_length=1, description="why an editor should care")
    see: Annotated[Words, After(_addresses)] = key(
        min_length=1, description="a public policy that backs the rule"
    )
    roles: Annotated[tuple[Role, ...], Before(_listed)] | None = key(
        default=None, alias="in", min_length=1, description="the roles of block it looks at"
    )
    scope: Scope | None = key(None, description="narration, quotations or all")
    message: str = key(min_length=1, description="what the writer is told")
    examples: _Examples = key(_Examples(flags="", passes=""), description="flags and passes")
    cases: tuple[CaseShape, ...] = key((), description="examples that need more than a line")


def read_examples(file: YamlFile, side: Literal["flags", "passes"]) -> tuple[Example, ...]:
    """The examples of one side, a line each."""
    text = file.data.get("examples", {}).get(side, "")
    if not text.strip():
        return ()
    loc = ("examples", side)
    if not file.is_literal(loc):
        raise file.trouble(
            f"“{side}” is not a block of lines",
            loc,
            remedy=f"Write “{side}: |” and each example on a line of its own below.",
        )
    first, lines = file.where(loc)[0] + 1, file.source.splitlines()
    examples = []
    for number, line in enumerate(text.split("\n"), first):
        if not line.strip():
            continue
        flagged, fixed = split_arrow(line) if side == "flags" else (line.strip(), None)
        try:
            _, spans = unmark(flagged)
            if fixed is not None and unmark(fixed)[1]:
                raise ValueError("what follows -> is the corrected text, without [[ ]]")
            if side == "flags" and not spans:
                raise ValueError("a flagged example has no [[ ]] around what is flagged")
            if side == "passes" and spans:
                raise ValueError("an example that passes has [[ ]] in it")
        except ValueError as error:
            source = lines[number - 1] if number <= len(lines) else ""
            sign = re.search(r"\[\[|\]\]|\S", source) if "[[" not in source else re.search(r"\[\[", source)
            column = sign.start() + 1 if sign else 1
            raise Trouble(
                str(error),
                path=file.path,
                line=number,
                column=column,
                remedy="Put [[ and ]] around the exact words.",
            ) from error
        examples.append(Example(number, flagged, fixed))
    return tuple(examples)


def require_enough(
    file: YamlFile, flags: tuple[Example, ...], passes: tuple[Example, ...], cases: tuple[Case, ...]
) -> None:
    flagging = len(flags) + sum(1 for case in cases if case.flags or case.whole)
    passing = len(passes) + sum(1 for case in cases if not case.flags and not case.whole)
    for count, side, told in ((flagging, "flags", "flagged"), (passing, "passes", "passing")):
        if count < FEWEST:
            loc = ("examples", side) if "examples" in file.data else ()
            plural = "" if count == 1 else "s"
            raise file.trouble(
                f"the rule has {count or 'no'} {told} example{plural}; it needs at least {FEWEST}",
                loc,
                key=True,
                remedy=f"Add sentences under “examples: {side}: |”, one a line.",
            )
