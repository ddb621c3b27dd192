"""Runs the examples and cases of a rule: each must be flagged on the exact words, or not at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

from newslint.language.pipeline import Pipeline
from newslint.model import ROLES, Draft, Hit, Role, Span, Trouble
from newslint.rulebook.check import Check
from newslint.rulebook.dressing import Dresser
from newslint.rulebook.engine import WHOLE, hits, lacking
from newslint.rulebook.exampletext import Example, build, mark, parts, unmark
from newslint.rulebook.rule import Rule, load_rule
from newslint.rulebook.ruleshape import Case
from newslint.rulebook.verbs import registry
from newslint.rulebook.wording import fill
from newslint.story.naming.vocabulary import Entry, Vocabulary
from newslint.story.story import Story

Side = Literal["flags", "passes", "case"]
Read = Callable[[str, bytes, str], Draft]  # path, data, format
UnderKind = Callable[[Rule, str], Rule | None]  # as Book.under_kind


@dataclass(frozen=True, slots=True)
class Result:
    """How one example came out. ``line`` in the rule file; ``expected`` and ``came`` are written as
    examples are; ``because`` says why it did not run (or broke down), "" where it ran."""

    rule: str
    path: str
    line: int
    side: Side
    expected: str
    came: str
    because: str = ""

    @property
    def ok(self) -> bool:
        return not self.because and self.expected == self.came

    def __str__(self) -> str:
        head = f"{self.path}:{self.line}: {self.rule} ({self.side})"
        if self.ok:
            return f"{head}: ok"
        if self.because:
            return f"{head}: {self.because}\n  {self.expected}"
        return f"{head}\n  expected: {self.expected}\n  came:     {self.came}"


def run_examples(
    rule: Rule,
    pipeline: Pipeline | None = None,
    read: Read | None = None,
    under_kind: UnderKind | None = None,
) -> tuple[Result, ...]:
    """Every example and case of the rule, run alone.

    Args:
        rule: as loaded, or with other options.
        pipeline: what reads the language; newslint’s own where none is given.
        read: ``read(path, data, format) -> Draft`` for cases that name a format.
        under_kind: what the rule is for drafts of a kind, for cases that name one (``Book.under_kind``);
            where none is given, the same for every kind.

    Returns:
        One result each, in the order of the file. An example that cannot run is not ok.

    Raises:
        Trouble: where a case names a kind of draft that there is not.
    """
    language = pipeline or Pipeline()
    results = [_line(rule, example, "flags", language) for example in rule.flags]
    results += [_line(rule, example, "passes", language) for example in rule.passes]
    for case in rule.cases:
        meant = _under_kind(rule, case, under_kind) if case.kind and under_kind else rule
        results.append(_case(rule, meant, case, language, read))
    return tuple(results)


def failures(path: Path, checks: Iterable[type[Check[Any]]], pipeline: Pipeline | None = None) -> list[str]:
    """What goes wrong in the examples of the rule file at ``path``, which may use these checks; [] where
    nothing does.

    For tests: ``assert not failures(Path("rules/quotes/unclosed.yml"), [Quotes])``. Raises Trouble for a
    broken file.
    """
    rule = load_rule(path, registry(checks))
    return [str(result) for result in run_examples(rule, pipeline) if not result.ok]


def first_role(rule: Rule) -> Role:
    """The role that the first block of an example has unless it names one: body where the rule looks at
    body."""
    return "body" if "body" in rule.roles else next(role for role in ROLES if role in rule.roles)


def _line(rule: Rule, example: Example, side: Side, language: Pipeline) -> Result:
    expected = example.text if example.fixed is None else f"{example.text} -> {example.fixed}"
    try:
        draft, _ = build(example.text, first_role(rule))
        story = Story(draft, language)
        if missing := lacking(rule, story):
            return Result(
                rule.name, rule.path, example.line, side, expected, "", f"could not run: it {missing}"
            )
        found = _look(rule, story)
        came = _written(draft, tuple(hit.span for hit in found))
        if example.fixed is not None:
            came += f" -> {_written(draft, ()) if not found else _fixed(found, rule, story)}"
        shown = _canonical(example.text, draft)
        if example.fixed is not None:
            shown += f" -> {' ¶ '.join(part.text for part in parts(example.fixed))}".replace("\n", " ⏎ ")
        return Result(rule.name, rule.path, example.line, side, shown, came)
    except Trouble:
        raise
    except (Exception, SystemExit) as error:  # a crash is a result: the other examples still run
        return Result(
            rule.name, rule.path, example.line, side, expected, "", f"{type(error).__name__}: {error}"
        )


def _under_kind(rule: Rule, case: Case, under_kind: UnderKind) -> Rule | None:
    assert case.kind
    try:
        return under_kind(rule, case.kind)
    except Trouble as trouble:
        if trouble.path is None:
            trouble.path, trouble.line = rule.path, case.line
        raise


def _case(rule: Rule, meant: Rule | None, case: Case, language: Pipeline, read: Read | None) -> Result:
    """How a case comes out; ``meant`` is the rule for drafts of its kind, None where it is off."""
    expected = _listed(case.flags, case.whole)
    try:
        draft = _case_draft(rule, case, read)
        house = Vocabulary(Entry(name, "other", forbidden=forms) for name, forms in case.house.items())
        story = Story(draft, language, case.date, _case_earlier(rule, case, language, read), house)
        if meant and (missing := lacking(meant, story)):
            return Result(
                rule.name, rule.path, case.line, "case", expected, "", f"could not run: it {missing}"
            )
        found = _look(meant, story) if meant else []
        flagged = tuple(_joined(draft.cut(hit.span)) for hit in found if hit.span != WHOLE)
        came = _listed(flagged, any(hit.span == WHOLE for hit in found))
        return Result(rule.name, rule.path, case.line, "case", expected, came)
    except Trouble:
        raise
    except (Exception, SystemExit) as error:
        return Result(
            rule.name, rule.path, case.line, "case", expected, "", f"{type(error).__name__}: {error}"
        )


def _look(rule: Rule, story: Story) -> list[Hit]:
    found = hits(rule, story)
    for hit in found:
        fill(rule.message, hit.facts, "")  # a fact that the hit lacks fails here, not in a newsroom
    return found


def _case_draft(rule: Rule, case: Case, read: Read | None) -> Draft:
    draft = _read(rule, case.draft, "case", case.format, read)
    return replace(draft, front={**draft.front, "kind": case.kind}) if case.kind else draft


def _case_earlier(rule: Rule, case: Case, language: Pipeline, read: Read | None) -> tuple[Story, ...]:
    """The drafts under “with:”, each of which comes after those before it."""
    earlier: tuple[Story, ...] = ()
    for number, text in enumerate(case.earlier, 1):
        draft = _read(rule, text, f"with {number}", case.format, read)
        earlier = (*earlier, Story(draft, language, case.date, earlier))
    return earlier


def _read(rule: Rule, text: str, path: str, form: str | None, read: Read | None) -> Draft:
    if form is None:
        draft, spans = build(text, first_role(rule), path)
        if spans:
            raise ValueError("a case says what is flagged under “flags:”, without [[ ]]")
        return draft
    if read is None:
        raise ValueError(f"there is no reader for the format “{form}” here")
    return read(path, text.encode(), form)


def _written(draft: Draft, spans: tuple[Span, ...]) -> str:
    whole = " (and the draft as a whole)" if WHOLE in spans else ""
    return mark(draft.text, tuple(span for span in spans if span != WHOLE)) + whole


def _canonical(text: str, draft: Draft) -> str:
    """An example as ``_written`` would write it: roles left out, spaces as in the draft."""
    return mark(draft.text, unmark("\n\n".join(part.text for part in parts(text)))[1])


def _fixed(found: list[Hit], rule: Rule, story: Story) -> str:
    text = story.text
    may_make = Dresser(story).may_make
    rewrites = [rewrite for hit in found for rewrite in hit.rewrites if may_make(rewrite, rule)]
    for rewrite in sorted(rewrites, key=lambda rewrite: rewrite.span, reverse=True):
        text = text[: rewrite.span.start] + rewrite.text + text[rewrite.span.end :]
    return text.replace("\n\n", " ¶ ").replace("\n", " ⏎ ")


def _listed(flags: tuple[str, ...], whole: bool) -> str:
    told = ", ".join(f"“{_joined(flag)}”" for flag in flags) or ("" if whole else "nothing")
    return "; ".join(part for part in (told, "the draft as a whole" if whole else "") if part)


def _joined(text: str) -> str:
    return " ".join(text.split())
