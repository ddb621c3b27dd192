"""Rules of another repository as tests of pytest, one for every example, run as by ``newslint rules test``.

A whole test module, say ``tests/test_rules.py``:

    from newslint.testing import rule_tests

    test_rules = rule_tests("rules")

pytest is imported when ``rule_tests`` is called, for newslint itself does without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, partial
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from newslint.cli.rules.proving import read_as
from newslint.desk import Desk
from newslint.kept.books import open_book
from newslint.model import Trouble
from newslint.proofs import Order
from newslint.rulebook.book import Book
from newslint.rulebook.examples import Result, run_examples
from newslint.rulebook.pack import Pack
from newslint.rulebook.rule import Rule

NAMELESS = "newslint"  # what a mistake that stands in no file is filed under


class _Test(NamedTuple):
    """What pytest calls it, and ``wrong()``: what is wrong with it, "" where nothing is."""

    name: str
    wrong: Callable[[], str]


def rule_tests(folder: str | PathLike[str], *, pipeline: str | None = None) -> Callable[..., None]:
    """A test function with a case for each example of every rule in a pack.

    Cases are called by rule, line and side (``style/adviser:14 flags``). A rule runs when the first of its
    cases does. A mistake in a rule file, a preset or a plugin, or a folder without rules, is a case of its
    own, which fails, so that the others are run.

    Args:
        folder: the pack: rules at ``family/name.yml``, presets at ``presets/kind.yml``; from the working
            directory where it is not absolute. The ``newslint.toml`` above it holds, as in a run.
        pipeline: a spaCy pipeline, by name or path, in place of the one that the config names.

    Returns:
        What pytest collects once it has a name that begins with ``test``.

    Raises:
        Trouble: the pack has presets only, the config has a mistake, or the pipeline cannot be opened.
    """
    import pytest

    tests = list(_tests(Path(folder), pipeline))

    @pytest.mark.parametrize("example", [pytest.param(test.wrong, id=test.name) for test in tests])
    def test_rules(example: Callable[[], str]) -> None:
        if told := example():
            pytest.fail(told, pytrace=False)

    return test_rules


def _tests(folder: Path, pipeline: str | None) -> Iterator[_Test]:
    desk = Desk(Order(pipeline=pipeline))
    effective = desk.config.effective(folder)
    home = folder.resolve()
    # Last, so that no other pack's rule of the same name takes the place of the one to be tested.
    others = [pack for pack in effective.packs(desk.plugins.packs) if pack.folder.resolve() != home]
    book, troubles = open_book((*others, Pack(str(home), home)), desk.plugins, lambda: desk.verbs)
    rules = [rule for _, rule in sorted(book.rules.items()) if home in Path(rule.path).resolve().parents]
    mistakes = [*desk.plugins.troubles, *troubles, *book.preset_mistakes()]
    if not rules and not mistakes:
        remedy = "Put rules at family/name.yml in it"
        raise Trouble("the folder holds presets, and no rules to test", path=str(folder), remedy=remedy)
    language = desk.pipeline(effective)
    run = partial(run_examples, pipeline=language, read=partial(read_as, desk))
    yield from _mistakes(mistakes)
    for rule in rules:
        yield from _examples(rule, book, run)


def _mistakes(troubles: Iterable[Trouble]) -> Iterator[_Test]:
    for trouble in troubles:
        yield _Test(trouble.path or NAMELESS, partial(_told, trouble))


def _examples(rule: Rule, book: Book, run: Callable[..., tuple[Result, ...]]) -> Iterator[_Test]:
    """Every example of a rule, in the order in which ``run_examples`` gives its results."""

    @cache
    def results() -> tuple[Result, ...]:
        return run(rule, under_kind=book.under_kind)

    def wrong(number: int) -> str:
        try:
            result = results()[number]
        except Trouble as trouble:
            return _told(trouble)
        return "" if result.ok else str(result)

    lines = [(one.line, "flags") for one in rule.flags]
    lines += [(one.line, "passes") for one in rule.passes]
    lines += [(one.line, "case") for one in rule.cases]
    for number, (line, side) in enumerate(lines):
        yield _Test(f"{rule.name}:{line} {side}", partial(wrong, number))


def _told(trouble: Trouble) -> str:
    return f"{trouble}\n  {trouble.remedy}" if trouble.remedy else str(trouble)
