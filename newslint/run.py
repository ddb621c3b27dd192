"""One run, from what was asked to a Report.

Drafts are read one at a time and let go, and what is found in them is handed over at once, so that an
archive takes no more memory than its longest draft. What goes wrong with one draft costs that draft only. A
draft that has not changed since an earlier run is not read again, and where none has, neither the rules nor
what reads drafts are loaded.
"""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING

from newslint.config import load_config
from newslint.files import read_file
from newslint.model import Part, Report, Totals, Trouble
from newslint.plugins import BUILT_INS, DOORS, Plugins, installed, load_plugins
from newslint.proofs import Copy, Drafts, Order, Outcome, Proved, Result, Results
from newslint.rulebook.accepted import PLACE, load_accepted

if TYPE_CHECKING:
    from newslint.crew import Crew
    from newslint.desk import Desk
    from newslint.kept.results import Shelf
    from newslint.since import Changed

AHEAD = 4  # drafts handed out for each process: none waits, and few results do
NAMELESS = "text"  # what a text without a file name is called
ALONE = "--same-story compares drafts with each other, and there is only one"


class Run:
    """A run over drafts.

    With ``keep``, what came of files is taken from earlier runs where nothing that it hangs on has changed,
    and kept for later ones. With ``since``, only findings on lines that changed since that revision are
    reported. ``jobs`` is how many processes read drafts. ``progress`` is told of each draft that is done.
    """

    def __init__(
        self,
        order: Order,
        *,
        keep: bool = False,
        since: str | None = None,
        jobs: int = 1,
        progress: Callable[[], None] = lambda: None,
    ) -> None:
        self.order = order
        self.config = load_config(order.config, isolated=order.isolated)
        self._keep, self._since, self._jobs, self._progress = keep, since, jobs, progress
        self._of_rules: dict[str, Trouble] = {}  # what is wrong with rule files, once each

    @cached_property
    def plugins(self) -> Plugins:
        """Readers, packs and reporters; checks too where outsiders may offer some."""
        outsiders = tuple(installed())
        return load_plugins(BUILT_INS if outsiders else DOORS, outsiders)

    @cached_property
    def desk(self) -> Desk:
        """What reads drafts and holds them against rules."""
        from newslint.desk import Desk  # a run that finds everything kept needs none
        from newslint.keeping import KeepingDesk

        return (KeepingDesk if self._keep else Desk)(self.order, self.config, self.plugins)

    @cached_property
    def _shelf(self) -> Shelf | None:
        if not self._keep:
            return None
        from newslint.kept.results import Shelf

        return Shelf(self.order, self.plugins)

    def check(self, drafts: Drafts) -> Report:
        """Prove every draft and put together what is found. Raises as ``prove`` does."""
        parts: list[Part] = []
        totals, _ = self.prove(drafts, parts.append)
        return whole(parts, totals)

    def prove(self, drafts: Drafts, take: Callable[[Part], None]) -> Outcome:
        """Prove every draft, and hand over what is found in each as soon as those before it are done; last
        what comes of comparing those of one story. A draft that cannot be read costs only itself.

        Raises Trouble where it cannot be told what changed since a revision.
        """
        copies = tuple(drafts.copies)
        changed = self._changed(copies)
        results = Results()
        told: list[tuple[Copy, str]] = []  # drafts that may tell the story of another, and what they call it
        for copy, came in self._results(copies):
            self._progress()
            if isinstance(came, Trouble):
                results.troubles.append(came)
                continue
            result = came if changed is None else narrowed(came, changed)
            results.add(result)
            take(result.part)
            in_stories = self.config.effective(copy.path).names_stories
            if came.story is not None or self.order.same_story or in_stories:
                told.append((copy, came.story or ""))
        if told:
            compared = self.desk.compare(told)
            for found in compared.results:
                result = found if changed is None else narrowed(found, changed)
                results.add_found(result)
                take(result.part)
            results.notes += compared.notes
            results.troubles += compared.troubles
        if self._shelf is not None:
            self._shelf.sweep()
        return Outcome(self._totals(results, drafts), results.fails)

    def _changed(self, copies: Sequence[Copy]) -> Changed | None:
        if self._since is None:
            return None
        from newslint.since import changed_since

        return changed_since(self._since, [copy.path for copy in copies if copy.data is None])

    def _results(self, copies: Iterable[Copy]) -> Iterator[tuple[Copy, Result | Trouble]]:
        """What came of each draft, or what was in its way, in their order; from an earlier run where it was
        kept."""
        crew: Crew | None = None
        waiting: deque[tuple[Copy, str, Callable[[], Proved]]] = deque()
        try:
            for copy in copies:
                read, mark = self._marked(copy)
                kept = self._shelf.take(mark) if self._shelf and mark else None
                if kept is not None:
                    waiting.append((copy, "", partial(known, kept)))
                elif self._jobs == 1:
                    waiting.append((copy, mark, partial(self.desk.proved, read)))
                else:
                    crew = crew or self._crew()
                    waiting.append((copy, mark, crew.hand(read)))
                while len(waiting) > (crew.jobs * AHEAD if crew else 0):
                    yield self._taken(*waiting.popleft())
            while waiting:
                yield self._taken(*waiting.popleft())
        finally:
            if crew:
                crew.dismiss()

    def _crew(self) -> Crew:
        from newslint.crew import Crew

        return Crew(self.order, self._jobs, keep=self._keep)

    def _taken(self, copy: Copy, mark: str, prove: Callable[[], Proved]) -> tuple[Copy, Result | Trouble]:
        """What came of a draft, kept for later runs unless something went wrong that those may not meet."""
        came, troubles, broken = prove()
        self._of_rules |= {str(trouble): trouble for trouble in troubles}
        doubtful = isinstance(came, Trouble) or came.failed or came.troubles or troubles or broken
        if mark and self._shelf and isinstance(came, Result) and not doubtful:
            self._shelf.put(mark, came)
        return copy, came

    def _marked(self, copy: Copy) -> tuple[Copy, str]:
        """A file with its bytes, and the mark of what comes of them; the copy as it is and "" where nothing
        can be kept of it."""
        if self._shelf is None or copy.data is not None:
            return copy, ""
        try:
            read = copy._replace(data=read_file(copy.path), stored=True)
            return read, self._shelf.mark(read, self.config.effective(copy.path))
        except Trouble:  # the desk meets it too, and tells
            return copy, ""

    def _totals(self, results: Results, drafts: Drafts) -> Totals:
        troubles = [*drafts.troubles, *results.troubles]
        troubles += self._of_rules.values()
        if self.order.require_all and results.skipped:
            names = ", ".join(sorted({skipped.rule for skipped in results.skipped}))
            remedy = "Install a pipeline that gives what they need, or leave out --require-all"
            troubles.append(Trouble(f"rules were skipped: {names}", remedy=remedy))
        elif results.drafts and not results.ran and not results.skipped:
            remedy = "Name more drafts with --same-story, give them one “story:”, or select other rules"
            troubles.append(
                Trouble("the rules compare drafts, and no two of these tell one story", remedy=remedy)
            )
        elif results.drafts and not results.ran:
            remedy = "Select others, or install a pipeline that gives what they need"
            troubles.append(Trouble("no rule could run: all were skipped", remedy=remedy))
        if self.order.same_story and len(results.drafts) == 1:
            results.notes.append(ALONE)
        return Totals(
            drafts=len(results.drafts),
            words=results.words,
            rules=results.rules,
            found=results.found,
            accepted=results.settled[False],
            old=results.settled[True],
            skipped=tuple(sorted(results.skipped, key=lambda skipped: (skipped.rule, skipped.reason))),
            troubles=distinct(troubles),
            notes=(
                *drafts.notes,
                *results.notes,
                *self._gone(results.drafts),
                *map(str, self.plugins.broken),
            ),
            failed=results.failed or bool(troubles or self.plugins.broken),
        )

    def _gone(self, drafts: Iterable[str]) -> Iterator[str]:
        """What to say of findings that were accepted in drafts that are no longer there."""
        if self.order.isolated:
            return
        homes = dict.fromkeys(self.config.effective(draft).home or Path.cwd() for draft in drafts)
        for home in homes:
            if (home / PLACE).exists():
                yield from load_accepted(home).of_drafts_gone()


def whole(parts: Sequence[Part], totals: Totals) -> Report:
    """The parts of a run and what it comes to, in one value."""
    return Report(
        findings=tuple(
            sorted((one for part in parts for one in part.findings), key=lambda finding: finding.order)
        ),
        skipped=totals.skipped,
        drafts=tuple(part.path for part in parts[: totals.drafts]),  # compared ones come after them
        sources={path: source for part in parts for path, source in part.sources.items()},
        rules=totals.rules,
        words=totals.words,
        settled=tuple(
            sorted(
                (each for part in parts for each in part.settled), key=lambda settled: settled.finding.order
            )
        ),
        troubles=totals.troubles,
        notes=totals.notes,
        failed=totals.failed,
    )


def known(result: Result) -> Proved:
    """A result that was kept, as if it had just been proved."""
    return Proved(result)


def narrowed(result: Result, changed: Changed) -> Result:
    """The result without findings on lines that did not change."""
    return result._replace(findings=tuple(one for one in result.findings if changed.concerns(one)))


def distinct(troubles: Iterable[Trouble]) -> tuple[Trouble, ...]:
    """Each trouble once: a mistake in a config is met again with every draft below it."""
    return tuple({(str(trouble), trouble.remedy): trouble for trouble in troubles}.values())


def encoded(text: str) -> bytes:
    """The text as readers take it. Raises Trouble for half characters, which no file could hold."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        told = f"it holds half a character (a lone surrogate) at offset {error.start}"
        raise Trouble(told, path=NAMELESS, remedy="Decode it rightly before") from error


def as_day(date: datetime.date | str | None) -> datetime.date | None:
    """The day that ``date`` means. Raises TypeError or ValueError where it means none."""
    if isinstance(date, str):
        try:
            return datetime.date.fromisoformat(date)
        except ValueError as error:
            raise ValueError(f"date must be written as 2025-12-31, not “{date}”") from error
    if isinstance(date, datetime.datetime):  # it is a date too, but cannot be compared with one
        return date.date()
    if date is None or isinstance(date, datetime.date):
        return date
    raise TypeError(f"date must be a datetime.date or a text such as 2025-12-31, not {type(date).__name__}")


def check(draft: str | PathLike[str], *, date: datetime.date | str | None = None) -> Report:
    """What newslint finds in a text (``str``) or in a file (``pathlib.Path`` or the like).

    Args:
        draft: the text itself, read as plain text under newslint's own rules and no config; or the path of a
            draft, read by the reader of its suffix under the config above it.
        date: the day of publication, for drafts that give none; a date, or text such as ``2025-12-31``.

    Raises:
        Trouble: where the draft cannot be read, or a config or rule is broken.
        TypeError: where an argument is nothing of the kind it must be.
        ValueError: where ``date`` is text that gives no date.
    """
    if not isinstance(draft, (str, PathLike)):
        raise TypeError(f"draft must be a text (str) or a path (pathlib.Path), not {type(draft).__name__}")
    day = as_day(date)
    if isinstance(draft, str):
        order, copy = Order(date=day, isolated=True), Copy(NAMELESS, encoded(draft))
    else:
        order, copy = Order(date=day), Copy(str(Path(draft)))
    report = Run(order).check(Drafts([copy]))
    if report.troubles:
        raise report.troubles[0]
    return report
