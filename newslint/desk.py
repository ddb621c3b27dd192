"""The copy desk, where plugins, config, drafts and rules meet: a draft is read and held against its rules."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newslint.config import Config, Effective, load_config
from newslint.files import read_file
from newslint.kept.books import open_book
from newslint.language.bundled import BUNDLED
from newslint.language.opening import BLANK
from newslint.language.pipeline import Pipeline
from newslint.model import Draft, Severity, Trouble
from newslint.plugins import BUILT_INS, Plugins, load_plugins
from newslint.proofs import GUESSED, STORY, Compared, Copy, Order, Proof, Proved, Result
from newslint.rulebook.accepted import Accepted, load_accepted
from newslint.rulebook.baseline import Baseline, load_baseline
from newslint.rulebook.book import Book
from newslint.rulebook.draftdate import date_complaints
from newslint.rulebook.engine import Chosen, run
from newslint.rulebook.ignores import BAD, apply_ignores
from newslint.rulebook.pack import Pack
from newslint.rulebook.selection import Layer, command_line
from newslint.rulebook.verbs import Verbs
from newslint.story.naming.vocabulary import EMPTY, Vocabulary
from newslint.story.story import Story

PLAIN = ".txt"  # what a text without a file name is read as

if TYPE_CHECKING:
    from newslint.story.memory import Memory

Came = TypeVar("Came")
Given = TypeVar("Given", Copy, Story)


class Desk:
    """What a run works with, each opened once, when first asked for: plugins, config, books, pipelines."""

    memory: Memory | None = None  # of paragraphs: a run reads each draft once, and keeps none

    def __init__(self, order: Order, config: Config | None = None, plugins: Plugins | None = None) -> None:
        self.order = order
        if plugins is not None:
            self.plugins = plugins
        self.config = config or load_config(order.config, isolated=order.isolated)
        self._books: dict[tuple[Pack, ...], tuple[Book, tuple[Trouble, ...]]] = {}
        self._pipelines: dict[str, Pipeline] = {}
        self._vocabularies: dict[tuple[tuple[Path, str], ...], Vocabulary] = {}
        self._accepted: dict[Path, Accepted] = {}
        self._baselines: dict[Path, Baseline] = {}

    @cached_property
    def plugins(self) -> Plugins:
        return load_plugins()

    @cached_property
    def verbs(self) -> Verbs:
        """What rules may use; the built-in ones where the plugins given were those of drafts and reports."""
        return self.plugins.checks or load_plugins(BUILT_INS, ()).checks

    @cached_property
    def _asked(self) -> tuple[Layer, ...]:
        """What the order says of rules; it comes after the config."""
        asked = (self.order.select, self.order.extend_select, self.order.ignore)
        return (command_line(*asked),) if any(asked) else ()

    def book(self, effective: Effective) -> tuple[Book, tuple[Trouble, ...]]:
        """The rules of all packs that hold under this config, and what is wrong with the files left out."""
        packs = effective.packs(self.plugins.packs)
        if packs not in self._books:
            self._books[packs] = open_book(packs, self.plugins, lambda: self.verbs)
        return self._books[packs]

    @property
    def book_troubles(self) -> Iterator[Trouble]:
        """What is wrong with rule files of the books that were opened."""
        return (trouble for _, wrong in self._books.values() for trouble in wrong)

    def pipeline(self, effective: Effective) -> Pipeline:
        """The pipeline that was ordered, else the one that the config asks for.

        Raises Trouble where one was asked for and cannot be opened, whether or not a rule needs it.
        """
        name = self.order.pipeline_under(effective)
        if name not in self._pipelines:
            pipeline = self.open(name)
            if name not in (BUNDLED, BLANK):
                try:
                    _ = pipeline.abilities
                except Trouble as trouble:
                    raise self._placed(trouble, effective) from trouble
            self._pipelines[name] = pipeline
        return self._pipelines[name]

    def open(self, name: str) -> Pipeline:
        """A pipeline by name or path."""
        return Pipeline(name)

    def _placed(self, trouble: Trouble, effective: Effective) -> Trouble:
        """What is wrong with a pipeline, told where the config names it."""
        named = [each.file for each in effective.files if each.shape.pipeline and not self.order.pipeline]
        return named[-1].trouble(trouble.message, ("pipeline",), remedy=trouble.remedy) if named else trouble

    def accepted(self, effective: Effective) -> Accepted:
        """The findings that were accepted under this config; without one, from here."""
        home = effective.home or Path.cwd()
        if home not in self._accepted:
            self._accepted[home] = Accepted(home) if self.order.isolated else load_accepted(home)
        return self._accepted[home]

    def baseline(self, effective: Effective) -> Baseline:
        """The findings that were there before, under this config; without one, from here."""
        home = effective.home or Path.cwd()
        if home not in self._baselines:
            asked = self.order.baseline and not self.order.isolated
            self._baselines[home] = load_baseline(home) if asked else Baseline(home)
        return self._baselines[home]

    def vocabulary(self, effective: Effective) -> Vocabulary:
        """The house's names under this config. Raises Trouble for a mistake in one of the files."""
        files = effective.vocabularies()
        if not files:
            return EMPTY
        if files not in self._vocabularies:
            from newslint.rulebook.vocabulary import read_vocabulary  # few configs name one

            self._vocabularies[files] = read_vocabulary(files)
        return self._vocabularies[files]

    def read(self, copy: Copy) -> Draft:
        """The draft, by the reader of its suffix. Raises Trouble where it cannot be read."""
        data = read_file(copy.path) if copy.data is None else copy.data
        readers = self.plugins.readers
        name = copy.path.lower() if copy.data is None or Path(copy.path).suffix else PLAIN
        suffix = max((suffix for suffix in readers if name.endswith(suffix)), key=len, default=None)
        if suffix is None:
            remedy = f"Save it as one of {', '.join(readers)}"
            raise Trouble("is in a format that newslint does not read", path=copy.path, remedy=remedy)
        draft = readers[suffix].read(copy.path, data)
        if not isinstance(draft, Draft):
            remedy = "Report it to whoever made that reader (“newslint plugins”)"
            told = f"the reader of {suffix} gave {type(draft).__name__}, no Draft"
            raise Trouble(told, path=copy.path, remedy=remedy)
        return draft

    def story(self, copy: Copy) -> Story:
        """What the draft says. Raises Trouble where it cannot be read."""
        effective = self.config.effective(copy.path)
        return Story(
            self.read(copy),
            self.pipeline(effective),
            self.order.date,
            vocabulary=self.vocabulary(effective),
            cues=effective.cues(),
            memory=self.memory,
        )

    def chosen(self, draft: Draft, effective: Effective) -> tuple[Chosen, ...]:
        """The rules for a draft. Raises Trouble where one is named that is not there."""
        book, _ = self.book(effective)
        own_kind = draft.front.get("kind")
        try:
            return book.choose((*effective.layers, *self._asked), own_kind or effective.kind)
        except Trouble as trouble:
            if trouble.path is None and not own_kind:
                for file in reversed(effective.files):
                    for number, entry in enumerate(file.shape.paths):
                        if entry.kind and entry.kind == effective.kind:
                            loc = ("paths", number, "kind")
                            raise file.file.trouble(trouble.message, loc, remedy=trouble.remedy) from trouble
            trouble.path = trouble.path or draft.path
            raise

    def prove(self, copy: Copy) -> Proof:
        """Read one draft and hold it against its rules. Raises Trouble where that cannot be done."""
        effective = self.config.effective(copy.path)
        self._levels(effective)
        story = self.story(copy)
        chosen = [each for each in self.chosen(story.draft, effective) if not each.rule.kind.compares]
        return self._proof(story, effective, chosen)

    def proved(self, copy: Copy) -> Proved:
        """What comes of a draft, or what was in its way, and whether rules or plugins were missing."""
        (came,) = self.each([copy], self.prove)
        result = came if isinstance(came, Trouble) else came.result
        return Proved(result, tuple(self.book_troubles), bool(self.plugins.broken))

    def _compared(self, story: Story) -> Proof:
        """Hold a draft against those of its story that came before it. Raises Trouble as ``prove`` does."""
        effective = self.config.effective(story.draft.path)
        chosen = [each for each in self.chosen(story.draft, effective) if each.rule.kind.compares]
        return self._proof(story, effective, chosen)

    def compare(self, named: Iterable[tuple[Copy, str]]) -> Compared:
        """Hold drafts of one story against each other, the members that were not named included.

        ``named`` are drafts that may tell the story of another, and what they call it. The older one came
        first; of those of one day, and of those without a date, which come last, the one that is first by
        path.
        """
        from newslint.same_story import Finder  # most drafts stand alone

        finder = Finder(self.plugins.readers, self.config.effective, self.read)
        sets = finder.sets(named, one_story=self.order.same_story)
        results: list[Result] = []
        troubles: list[Trouble] = []
        for copies in sets.copies:
            told = list(self.each(copies, self.story))
            stories = sorted((one for one in told if isinstance(one, Story)), key=place_in_time)
            for number, story in enumerate(stories):
                story.earlier = tuple(stories[:number])
            troubles += (one for one in told if isinstance(one, Trouble))
            for came in self.each(stories[1:], self._compared):
                if isinstance(came, Trouble):
                    troubles.append(came)
                else:
                    results.append(came.result)
        return Compared(tuple(results), tuple(sets.notes), tuple(troubles))

    def _proof(self, story: Story, effective: Effective, chosen: Sequence[Chosen]) -> Proof:
        """What the chosen rules find in a story, less what was ignored or accepted."""
        draft = story.draft
        fail_on, least = self._levels(effective)
        book, _ = self.book(effective)
        outcome = run(story, chosen)
        ignored = apply_ignores(draft, outcome.findings, book, outcome.ran)
        kept = self.accepted(effective).apply(draft.path, ignored.findings, book, outcome.ran, story.date)
        old = self.baseline(effective).apply(draft.path, kept.findings)
        found = (*date_complaints(draft), *old.findings)
        if story.earlier:  # what is wrong with its remarks and its date is told where it is read for itself
            found = tuple(one for one in old.findings if one.rule != BAD)
        shown = tuple(finding for finding in found if finding.severity >= least)
        pointed_to = (draft, *(one.draft for one in story.earlier)) if shown else ()
        result = Result(
            path=draft.path,
            words=len(draft.text.split()),
            guessed=draft.encoding if draft.encoding in GUESSED else "",
            story=draft.front.get(STORY),
            sources={each.path: each.source for each in pointed_to},
            rules={rule.name: rule.about for rule, _ in chosen},
            findings=shown,
            skipped=outcome.skipped,
            settled=ignored.settled + kept.settled + old.settled,
            failed=outcome.failed,
            fail_on=fail_on,
            on_trial=frozenset(rule.name for rule, _ in chosen if rule.status == "trial"),
            unfold=Severity.suggestion in (self.order.min_severity, effective.min_severity),
            troubles=outcome.troubles,
        )
        return Proof(draft, result)

    def _levels(self, effective: Effective) -> tuple[Severity, Severity]:
        """The least severity that fails the run, and the least that is shown. Raises Trouble where the first
        would never be seen."""
        fail_on = self.order.fail_on or effective.fail_on or Severity.error
        least = self.order.min_severity or effective.min_severity or Severity.suggestion
        if fail_on < least:
            raise Trouble(
                f"the run would fail on a {fail_on}, and shows nothing below {least}",
                path=effective.origins.get("min-severity"),
                remedy="Lower min-severity, or raise fail-on",
            )
        return fail_on, least

    def each(self, copies: Iterable[Given], work: Callable[[Given], Came]) -> Iterator[Came | Trouble]:
        """What ``work`` makes of each draft, or what was in its way."""
        for copy in copies:
            try:
                yield work(copy)
            except Trouble as trouble:
                yield trouble
            # Of a stranger's reader (its wish to exit included), or a defect of ours; the other drafts go on.
            except (Exception, SystemExit) as error:
                told = f"newslint broke down on this draft ({type(error).__name__}: {error})"
                path = copy.path if isinstance(copy, Copy) else copy.draft.path
                yield Trouble(told, path=path, remedy="Please report it")


def place_in_time(story: Story) -> tuple[datetime.date, str]:
    return (story.date or datetime.date.max, story.draft.path)
