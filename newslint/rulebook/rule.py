"""A rule: one YAML file of an editor, read, checked and ready to run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from newslint.model import About, Role, Severity, Trouble
from newslint.rulebook.check import Check, Options, Scope
from newslint.rulebook.exampletext import Example
from newslint.rulebook.mistakes import Loc, Placed, unknown
from newslint.rulebook.ruleshape import Case, RuleShape, Status, read_examples, require_enough
from newslint.rulebook.shape import fit, keys
from newslint.rulebook.verbs import Verbs, problems, verb_names
from newslint.rulebook.wording import blanks
from newslint.rulebook.yamlfile import YamlFile, read_yaml

ITEMS = "items"


class Head(NamedTuple):
    """What decides whether a rule runs: all of a rule that most of them are ever asked for."""

    name: str
    severity: Severity
    status: Status
    formerly: tuple[str, ...]
    path: str
    line: int

    @property
    def family(self) -> str:
        return self.name.partition("/")[0]


@dataclass(frozen=True)
class Rule:
    """A rule as its file has it. ``raw`` are the options as written, ``options`` the same typed by the check.

    ``path`` and ``line`` say where the rule stands, ``verb_line`` where its verb does. The check is made
    when first asked for.
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
    def head(self) -> Head:
        return Head(self.name, self.severity, self.status, self.formerly, self.path, self.line)

    @property
    def family(self) -> str:
        return self.head.family

    @property
    def first_name(self) -> str:
        """The oldest name of the rule; what outlives a renaming is keyed by it."""
        return self.formerly[0] if self.formerly else self.name

    @cached_property
    def about(self) -> About:
        """What reports may say of the rule."""
        return About(self.title, self.severity, self.why, self.see)

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

        Raises Trouble, at that place, where they do not fit the verb, or make no sense with the rule's own.
        """
        raw = {**self.raw, **options}
        typed = fit(self.kind.Options, raw, file, at, noun=f"option of {self.name}")
        changed = replace(self, raw=raw, options=typed)
        try:
            _ = changed.check
        except Trouble as trouble:
            remedy = f"Correct the options of {self.name}."
            raise file.trouble(trouble.message, at, remedy=remedy) from trouble
        return changed


def load_rule(file: Path, verbs: Verbs, shown_as: str | None = None) -> Rule:
    """The rule in ``file`` (…/family/name.yml), called ``shown_as`` in messages.

    Raises Trouble, with line, column and remedy, for the first mistake in it.
    """
    return parse_rule(read_yaml(file, shown_as), f"{file.parent.name}/{file.stem}", verbs)


def parse_rule(file: YamlFile, name: str, verbs: Verbs) -> Rule:
    """The rule that ``file`` spells; ``name`` is what its path says it is called. Raises as ``load_rule``
    does."""
    verb, raw = _verb(file, verbs)
    shape = fit(RuleShape, {key: value for key, value in file.data.items() if key != verb}, file)
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
    flags, passes = read_examples(file, "flags"), read_examples(file, "passes")
    cases = tuple(
        Case(file.where(("cases", number))[0], **vars(case)) for number, case in enumerate(shape.cases)
    )
    require_enough(file, flags, passes, cases)
    for number, case in enumerate(cases):
        if case.earlier and not kind.compares:
            raise file.trouble(
                f"“{verb}” looks at one draft, and would never see what stands under “with”",
                ("cases", number, "with"),
                key=True,
                remedy="Leave it out, or use a verb that compares drafts: stories.",
            )
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


def _verb(file: YamlFile, verbs: Verbs) -> tuple[str, Any]:
    """The one verb of a rule and what stands under it."""
    names, known = verb_names(verbs), keys(RuleShape)
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
        if key not in known:
            message, _ = unknown("verb or key", key, [*names, *known])
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
    if isinstance(raw, list) and (verb, None) in verbs and ITEMS in keys(verbs[verb, None].Options):
        raw = {ITEMS: raw}  # a pattern is a list of items, and is written as one
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
        word = problem if isinstance(problem, str) else ""
        message, remedy = unknown(f"problem of “{verb}”", word, choices)
        raise file.trouble(message, (verb, "problem"), remedy=remedy)
    kind = verbs[verb, problem]
    options = {key: value for key, value in raw.items() if problem is None or key != "problem"}
    return kind, options, fit(kind.Options, options, file, (verb,), noun=f"option of “{verb}”")
