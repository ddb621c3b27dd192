"""A rule: one YAML file of an editor, read, checked and ready to run."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from newslint.model import Role, Severity, Trouble
from newslint.rulebook.check import Check, Options, Scope
from newslint.rulebook.exampletext import Example, split_arrow, unmark
from newslint.rulebook.mistakes import Loc, Placed, explain, unknown
from newslint.rulebook.verbs import Verbs, problems, verb_names
from newslint.rulebook.wording import blanks
from newslint.rulebook.yamlfile import YamlFile, read_yaml

Status = Literal["trial", "live", "retired"]
STATUSES: tuple[Status, ...] = get_args(Status)
FEWEST = 2  # flagged examples, and passing ones


def _listed(value: object) -> object:
    """One word where several may stand is a list of one."""
    return value.split() if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_listed)]


class _Shape(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class _Examples(_Shape):
    flags: str = Field(default="", description="one flagged sentence a line, [[ ]] around what is flagged")
    passes: str = Field(default="", description="one sentence a line that the rule leaves alone")


class Case(_Shape):
    """An example that needs more than a line: a draft, its date and kind, what is flagged in it."""

    draft: str = Field(min_length=1, description="the text of the draft")
    date: datetime.date | None = Field(default=None, description="the draft's own date")
    kind: str | None = Field(default=None, description="the kind of draft: news, opinion…")
    format: str | None = Field(
        None, description="the format it is read as; left out, it is written like an example"
    )
    flags: tuple[str, ...] = Field(default=(), description="the flagged words, in order; [] for none")
    whole: bool = Field(default=False, description="whether the draft as a whole is flagged")
    line: int = 0


class _RuleShape(_Shape):
    rule: str = Field(description="its name, the same as its path: family/name")
    title: str = Field(min_length=1, description="what the rule asks, in a few words")
    severity: Literal["error", "warning", "suggestion"] = Field(description="error, warning or suggestion")
    status: Status = Field(default="live", description="trial, live or retired")
    formerly: Words = Field(default=(), description="names the rule had before")
    why: str = Field(min_length=1, description="why an editor should care")
    see: Words = Field(min_length=1, description="a public policy that backs the rule")
    roles: Annotated[tuple[Role, ...], BeforeValidator(_listed)] | None = Field(
        default=None, alias="in", min_length=1, description="the roles of block it looks at"
    )
    scope: Scope | None = Field(default=None, description="narration, quotations or all")
    message: str = Field(min_length=1, description="what the writer is told")
    examples: _Examples = Field(default=_Examples(), description="flags and passes")
    cases: tuple[Case, ...] = Field(default=(), description="examples that need more than a line")


@dataclass(frozen=True)
class Rule:
    """A rule as its file has it. ``raw`` are the options as written, ``options`` the same typed by the check.

    ``path`` and ``line`` say where the rule stands, ``verb_line`` where its verb does. The check is made when first
    asked for.
    """

    name: str
    title: str
    severity: Severity
    status: Status
    formerly: tuple[str, ...]
    why: str
    see: tuple[str, ...]
    roles: frozenset[Role]
    scope: Scope
    verb: str
    kind: type[Check[Any]]
    raw: Mapping[str, Any]
    options: Options
    message: str
    flags: tuple[Example, ...]
    passes: tuple[Example, ...]
    cases: tuple[Case, ...]
    path: str
    line: int
    verb_line: int

    @property
    def family(self) -> str:
        return self.name.partition("/")[0]

    @property
    def first_name(self) -> str:
        """The oldest name of the rule; what outlives a renaming is keyed by it."""
        return self.formerly[0] if self.formerly else self.name

    @property
    def fixes(self) -> bool:
        """Whether the rule's rewrites become edits: its examples show what they give."""
        return any(example.fixed is not None for example in self.flags)

    @cached_property
    def check(self) -> Check[Any]:
        """The check, made for this rule. Raises Trouble where its options make no sense together."""
        try:
            return self.kind(self.options)
        except ValueError as error:
            message = str(error).strip().rstrip(".")
            raise Trouble(
                message,
                path=self.path,
                line=self.verb_line,
                column=1,
                remedy=f"Correct what stands under “{self.verb}”.",
            ) from error

    def with_options(self, options: Mapping[str, Any], file: Placed, at: Loc) -> Rule:
        """The same rule with some options set otherwise, as ``file`` (a config, a preset) has it at ``at``.

        Raises Trouble, at that place, where they do not fit the verb.
        """
        raw = {**self.raw, **options}
        try:
            typed = self.kind.Options.model_validate(raw)
        except ValidationError as error:
            raise explain(error, file, self.kind.Options, at, noun=f"option of {self.name}") from error
        return replace(self, raw=raw, options=typed)


def load_rule(file: Path, verbs: Verbs, shown_as: str | None = None) -> Rule:
    """The rule in ``file`` (…/family/name.yml), called ``shown_as`` in messages.

    Raises Trouble, with line, column and remedy, for the first mistake in it.
    """
    return parse_rule(read_yaml(file, shown_as), f"{file.parent.name}/{file.stem}", verbs)


def parse_rule(file: YamlFile, name: str, verbs: Verbs) -> Rule:
    """The rule that ``file`` spells; ``name`` is what its path says it is called. Raises as ``load_rule`` does."""
    verb, raw = _verb(file, verbs)
    try:
        shape = _RuleShape.model_validate({key: value for key, value in file.data.items() if key != verb})
    except ValidationError as error:
        raise explain(error, file, _RuleShape) from error
    if shape.rule != name:
        raise file.trouble(
            f"the rule is called “{shape.rule}”, its path says “{name}”",
            ("rule",),
            remedy="Make the name and the path the same; a name once published is kept under “formerly:”.",
        )
    kind, options, typed = _fit(file, verb, raw, verbs)
    facts = {*kind.facts, "match"}
    for blank in blanks(shape.message):
        if blank not in facts:
            message, remedy = unknown(f"fact of “{verb}”", blank, facts)
            raise file.trouble(message, ("message",), remedy=remedy)
    flags, passes = _examples(file, "flags"), _examples(file, "passes")
    cases = tuple(
        case.model_copy(update={"line": file.where(("cases", number))[0]})
        for number, case in enumerate(shape.cases)
    )
    _enough(file, flags, passes, cases)
    return Rule(
        name=shape.rule,
        title=shape.title,
        severity=Severity[shape.severity],
        status=shape.status,
        formerly=shape.formerly,
        why=shape.why,
        see=shape.see,
        roles=frozenset(shape.roles) if shape.roles else kind.roles,
        scope=shape.scope or kind.scope,
        verb=verb,
        kind=kind,
        raw=options,
        options=typed,
        message=shape.message,
        flags=flags,
        passes=passes,
        cases=cases,
        path=file.path,
        line=file.where(("rule",), key=True)[0],
        verb_line=file.where((verb,), key=True)[0],
    )


def _keys() -> list[str]:
    return [field.alias or name for name, field in _RuleShape.model_fields.items()]


def _verb(file: YamlFile, verbs: Verbs) -> tuple[str, Any]:
    """The one verb of a rule and what stands under it."""
    names, keys = verb_names(verbs), _keys()
    used = [key for key in file.data if key in names]
    if len(used) == 1:
        return used[0], file.data[used[0]]
    if len(used) > 1:
        raise file.trouble(
            f"a rule has one verb, this one has two: “{used[0]}” and “{used[1]}”",
            (used[1],),
            key=True,
            remedy="Make two rules of it.",
        )
    for key in file.data:
        if key not in keys:
            message, _ = unknown("verb or key", key, [*names, *keys])
            raise file.trouble(message, (key,), key=True, remedy=f"The verbs are: {', '.join(names)}.")
    raise file.trouble(
        "the rule has no verb", remedy=f"Say what it looks for, with one of: {', '.join(names)}."
    )


def _fit(
    file: YamlFile, verb: str, raw: Any, verbs: Verbs
) -> tuple[type[Check[Any]], dict[str, Any], Options]:
    """The check that a verb (and its problem) stands for, its options as written, and typed."""
    if raw == "":
        raw = {}
    if not isinstance(raw, dict):
        raise file.trouble(
            f"“{verb}” must be followed by “option: value” lines",
            (verb,),
            remedy=f"Indent them below “{verb}:”.",
        )
    choices = problems(verbs, verb)
    problem = raw.get("problem") if choices else None
    if problem is None and (verb, None) not in verbs:
        raise file.trouble(
            f"“{verb}” needs a problem",
            (verb,),
            key=True,
            remedy=f"Add “problem:”, one of: {', '.join(choices)}.",
        )
    if problem is not None and problem not in choices:
        message, remedy = unknown("problem", problem if isinstance(problem, str) else "", choices)
        raise file.trouble(f"{message} ({verb})", (verb, "problem"), remedy=remedy)
    kind = verbs[verb, problem]
    options = {key: value for key, value in raw.items() if problem is None or key != "problem"}
    try:
        return kind, options, kind.Options.model_validate(options)
    except ValidationError as error:
        raise explain(error, file, kind.Options, (verb,), noun=f"option of “{verb}”") from error


def _examples(file: YamlFile, side: Literal["flags", "passes"]) -> tuple[Example, ...]:
    """The examples of one side, a line each."""
    block = file.data.get("examples", {})
    text = block.get(side, "") if isinstance(block, dict) else ""
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
            sign = max(source.find("[["), source.find("]]") if "[[" not in source else -1)
            column = (sign if sign >= 0 else len(source) - len(source.lstrip())) + 1
            raise Trouble(
                str(error),
                path=file.path,
                line=number,
                column=column,
                remedy="Put [[ and ]] around the exact words.",
            ) from error
        examples.append(Example(number, flagged, fixed))
    return tuple(examples)


def _enough(
    file: YamlFile, flags: tuple[Example, ...], passes: tuple[Example, ...], cases: tuple[Case, ...]
) -> None:
    flagging = len(flags) + sum(1 for case in cases if case.flags or case.whole)
    passing = len(passes) + sum(1 for case in cases if not case.flags and not case.whole)
    for count, side, told in ((flagging, "flags", "flagged"), (passing, "passes", "passing")):
        if count < FEWEST:
            loc = ("examples", side) if "examples" in file.data else ()
            raise file.trouble(
                f"the rule has {count or 'no'} {told} example{'' if count == 1 else 's'}; it needs at least {FEWEST}",
                loc,
                key=True,
                remedy=f"Add sentences under “examples: {side}: |”, one a line.",
            )
