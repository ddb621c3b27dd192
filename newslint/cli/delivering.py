"""Where the reports of a run go: standard output, and as many files as were asked for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from typing import NamedTuple

from newslint.cli.page import Colour, page, report_file, say, write
from newslint.model import Part, Totals, Trouble
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.rulebook.mistakes import unknown
from newslint.run import whole


class Delivery(NamedTuple):
    """A report to be made: in which format, and the file it goes to (None: standard output)."""

    reporter: Reporter
    file: str | None = None


def ordered(
    reporters: Mapping[str, Reporter], form: str, file: str | None, others: Sequence[tuple[str, str]]
) -> tuple[Delivery, ...]:
    """The reports that are asked for: one in ``form``, and others by format and file.

    Raises Trouble where a format is not there, or two reports would go to the same file.
    """
    wanted = [Delivery(_named(reporters, form), file)]
    wanted += [Delivery(_named(reporters, name), to) for name, to in others]
    taken: set[str] = set()
    for each in wanted:
        place = os.path.realpath(each.file) if each.file else None
        if place in taken:
            raise Trouble("two reports would go to this file", path=each.file, remedy="Name another for one")
        taken |= {place} if place else set()
    return tuple(wanted)


class Post:
    """The reports of a run on their way, each sent off draft by draft; a file is there when it is whole.

    ``drafts`` are the paths of those to be read: no report is written over one. ``aside`` where standard
    output is taken, and the report for it goes to standard error. A report that breaks down, or cannot be
    written, costs only itself; ``end`` tells of it once the others are delivered.
    """

    def __init__(
        self, deliveries: Iterable[Delivery], drafts: Iterable[str], colour: Colour, *, aside: bool
    ) -> None:
        taken = frozenset(map(os.path.realpath, drafts))
        ways = sorted(deliveries, key=lambda each: each.file is None)
        self._letters = [_Letter(each, taken, colour, aside=aside) for each in ways]
        self._troubles: list[Trouble] = []

    def __enter__(self) -> Post:
        return self

    def __exit__(self, *error: object) -> None:
        for letter in self._letters:
            letter.drop()

    def take(self, part: Part) -> None:
        """Send off what is to be said of a draft."""
        self._each(lambda letter: letter.part(part))

    def end(self, totals: Totals) -> None:
        """Send off the rest. Raises Trouble where a report broke down or could not be written."""
        self._each(lambda letter: letter.end(totals))
        if self._troubles:
            raise self._troubles[0]

    def _each(self, send: Callable[[_Letter], None]) -> None:
        for letter in tuple(self._letters):
            try:
                send(letter)
            except Trouble as trouble:
                self._troubles.append(trouble)
                self._letters.remove(letter)
                letter.drop()


class _Dropped(Exception):
    pass


class _Letter:
    """One report on its way. Every method but ``drop`` raises Trouble where it cannot go on."""

    def __init__(self, delivery: Delivery, taken: frozenset[str], colour: Colour, *, aside: bool) -> None:
        self._reporter, self._file = delivery
        self._taken = taken
        self._send: Callable[[str], None] = say if aside else write
        self._place = ExitStack()
        self._sheet = page(colour, file=self._file is not None)
        self._writer: Writer | None = None

    def part(self, part: Part) -> None:
        writer = self._begun()
        self._put(lambda: writer.part(part))

    def end(self, totals: Totals) -> None:
        writer = self._begun()
        self._put(lambda: writer.end(totals))
        self._place.close()

    def drop(self) -> None:
        """Leave no half of a file behind."""
        with suppress(_Dropped), self._place:
            raise _Dropped

    def _begun(self) -> Writer:
        """The writer; it begins where there is something to write, since a run may yet break off before."""
        if self._writer is None:
            if self._file is not None:
                if os.path.realpath(self._file) in self._taken:
                    told = "is a draft of this run; it was left as it is"
                    raise Trouble(told, path=self._file, remedy="Name another file")
                self._send = self._place.enter_context(report_file(self._file))
            reporter, sheet = self._reporter, self._sheet
            self._writer = (
                reporter.open(sheet) if isinstance(reporter, Serial) else Gathering(reporter, sheet)
            )
            self._put(self._writer.begin)
        return self._writer

    def _put(self, ask: Callable[[], str]) -> None:
        """Send what is asked of the reporter, which may be a stranger's."""
        try:
            text = ask()
            told = None if isinstance(text, str) else f"it gave {type(text).__name__}, not text"
        except (Exception, SystemExit) as error:
            told = f"{type(error).__name__}: {error}"
        if told is not None:
            remedy = "Use another --format, and report this to whoever made it (“newslint plugins”)"
            raise Trouble(f"the format “{self._reporter.name}” broke down: {told}", remedy=remedy)
        if text:
            self._send(text)


class Gathering(Writer):
    """Keeps all parts for a reporter that needs the whole report."""

    def __init__(self, reporter: Reporter, sheet: Page) -> None:
        self._reporter, self._sheet = reporter, sheet
        self._parts: list[Part] = []

    def part(self, part: Part) -> str:
        self._parts.append(part)
        return ""

    def end(self, totals: Totals) -> str:
        sheet = replace(self._sheet, fold=not any(part.unfold for part in self._parts))
        return self._reporter.render(whole(self._parts, totals), sheet)


def _named(reporters: Mapping[str, Reporter], name: str) -> Reporter:
    if name in reporters:
        return reporters[name]
    message, remedy = unknown("format", name, reporters)
    raise Trouble(message, remedy=remedy)
