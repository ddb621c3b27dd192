"""Small checks of our own, so that the rulebook is tested without a verb of newslint's."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import ClassVar, Literal

import pytest

from newslint.language.abilities import Ability
from newslint.language.pipeline import Pipeline
from newslint.model import Aside, Draft, Hit, Rewrite, Span
from newslint.rulebook.book import Book, load_book
from newslint.rulebook.check import Check, Options
from newslint.rulebook.exampletext import build
from newslint.rulebook.pack import Pack
from newslint.rulebook.rule import Rule, parse_rule
from newslint.rulebook.shape import key
from newslint.rulebook.verbs import Verbs, registry
from newslint.rulebook.yamlfile import parse_yaml
from newslint.story.story import Story

RULE = """\
rule: style/shun
title: Shun these words
severity: warning
why: |
  They say nothing.
see: https://example.org/policy
shun:
  words: [slammed, blasted]
message: “{word}” says nothing. Say what happened.
examples:
  flags: |
    The mayor [[slammed]] the plan.
    The council [[blasted]] it.
  passes: |
    The mayor criticised the plan.
    He said the plan was poor.
"""


class ShunOptions(Options):
    words: tuple[str, ...] = key(min_length=1, description="the words to shun")
    instead: str = key("", description="what to write")
    most: int = key(0, ge=0, description="how many are let pass")
    case: Literal["as written", "any"] = key("as written", description="whether capitals count")
    strict: bool = key(False, description="nothing")


class Shun(Check[ShunOptions]):
    """Flags words; with ``instead`` it rewrites them."""

    verb = "shun"
    Options = ShunOptions
    facts: ClassVar[Mapping[str, str]] = {"word": "the word", "count": "how many there are"}

    def __init__(self, options: ShunOptions) -> None:
        super().__init__(options)
        if options.instead in options.words:
            raise ValueError("a word cannot be replaced by itself")
        flags = re.IGNORECASE if options.case == "any" else 0
        self.pattern = re.compile("|".join(map(re.escape, options.words)), flags)

    def look(self, story: Story) -> Iterable[Hit]:
        found = [Span(*match.span()) for match in self.pattern.finditer(story.text)]
        for span in found[self.options.most :]:
            rewrites = (Rewrite(span, self.options.instead, safe=True),) if self.options.instead else ()
            first = (Aside(found[0], "first here"),) if span != found[0] else ()
            yield Hit(span, {"word": span.cut(story.text), "count": str(len(found))}, rewrites, first)


class Whole(Check[Options]):
    """Flags a draft that has fewer than three words."""

    verb = "measure"
    problem = "too short"

    def look(self, story: Story) -> Iterable[Hit]:
        if len(story.text.split()) < 3:
            yield Hit(Span(0, 0))


class CrashOptions(Options):
    how: Literal["raise", "overrun", "bad span", "missing fact"] = "raise"


class Crash(Check[CrashOptions]):
    verb = "crash"
    Options = CrashOptions
    facts: ClassVar[Mapping[str, str]] = {"promised": "never given"}

    def look(self, story: Story) -> Iterable[Hit]:
        if self.options.how == "bad span":
            yield Hit(Span(0, len(story.text) + 1))
        elif self.options.how == "missing fact":
            yield Hit(Span(0, 1))
        elif self.options.how == "overrun":
            raise TimeoutError("regex timed out")
        else:
            raise ZeroDivisionError("of all things")


class Parsed(Check[Options]):
    verb = "parsed"

    @property
    def needs(self) -> frozenset[Ability]:
        return frozenset({"parse"})

    def look(self, story: Story) -> Iterable[Hit]:
        return ()


CHECKS = (Shun, Whole, Crash, Parsed)


@pytest.fixture(scope="session")
def verbs() -> Verbs:
    return registry(CHECKS)


@pytest.fixture(scope="session")
def blank() -> Pipeline:
    return Pipeline("blank")


@pytest.fixture
def make_rule(verbs: Verbs) -> Callable[..., Rule]:
    """A rule from the text of RULE with some passages replaced: ``make_rule(("warning", "error"), …)``."""

    def make(*changes: tuple[str, str], name: str = "style/shun") -> Rule:
        return parse_rule(parse_yaml(changed(RULE, changes), f"rules/{name}.yml"), name, verbs)

    return make


@pytest.fixture
def make_book(tmp_path: Path, verbs: Verbs) -> Callable[..., Book]:
    """A book from rule files in a folder, given by name."""

    def make(files: dict[str, str], folder: str = "rules") -> Book:
        write_files(tmp_path / folder, files)
        return load_book([Pack(folder, tmp_path / folder)], verbs)

    return make


@pytest.fixture
def make_story(blank: Pipeline) -> Callable[..., Story]:
    def make(text: str, path: str = "draft.txt") -> Story:
        return Story(build(text, "body", path)[0], blank)

    return make


def draft(text: str, path: str = "draft.txt") -> Draft:
    return build(text, "body", path)[0]


def changed(text: str, changes: Sequence[tuple[str, str]]) -> str:
    for old, new in changes:
        assert old in text, f"{old!r} is not in the rule"
        text = text.replace(old, new, 1)
    return text


def rule_text(name: str, *changes: tuple[str, str]) -> str:
    return changed(RULE.replace("style/shun", name), changes)


def write_files(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
