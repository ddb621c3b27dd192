"""What is read and found in the drafts of an editor: a desk that remembers paragraphs and is set up anew when
a config or rule file changes. No protocol here; one thread at a time."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from newslint.config.chain import root_of
from newslint.config.file import FILE_NAME, PROJECT_NAME
from newslint.desk import Desk
from newslint.files import is_wanted, refuse_too_large
from newslint.language.abilities import Ability
from newslint.language.pipeline import Pipeline
from newslint.language.remembering import Foreseeing
from newslint.model import About, Draft, Finding, Trouble
from newslint.proofs import Copy, Order
from newslint.rulebook.accepted import PLACE
from newslint.rulebook.book import files_of
from newslint.rulebook.engine import run
from newslint.rulebook.rule import Rule
from newslint.server.vocabulary import Addition, additions, own_file
from newslint.story.memory import Memory
from newslint.story.naming.vocabulary import Vocabulary
from newslint.story.story import Story

Stamp = tuple[int, int] | None


class Checked(NamedTuple):
    """What came of one draft as it stood. ``draft`` is None where it could not be read; ``story`` the story
    it says it tells; ``sources`` the decoded drafts that findings point to, by path."""

    draft: Draft | None
    findings: tuple[Finding, ...]
    rules: Mapping[str, About]
    sources: Mapping[str, str]
    troubles: tuple[Trouble, ...]
    story: str | None = None


NOTHING = Checked(None, (), {}, {}, ())


class RememberingDesk(Desk):
    """A desk that remembers paragraphs, and whose pipelines outlive it."""

    def __init__(self, order: Order, pipelines: dict[str, Pipeline]) -> None:
        super().__init__(order)
        self._remembered = pipelines
        self.memory = Memory()

    def open(self, name: str) -> Pipeline:
        if name not in self._remembered:
            self._remembered[name] = Foreseeing(name)
        return self._remembered[name]


class Office:
    """Reads drafts for an editor. ``order`` is what its server was started with."""

    def __init__(self, order: Order) -> None:
        self._order = order
        self._pipelines: dict[str, Pipeline] = {}
        self._desk = RememberingDesk(order, self._pipelines)
        self._folders: set[Path] = set()  # of the drafts that were read
        self._stamps: dict[Path, Stamp] = {}

    def open(self) -> None:
        """Open the rules, and the pipeline where they need it, before a draft waits for them."""
        with suppress(Trouble):  # told with the first draft
            effective = self._desk.config.effective(os.curdir)
            book, _ = self._desk.book(effective)
            chosen = book.choose(effective.layers, effective.kind)
            if needs := frozenset[Ability]().union(*(each.rule.check.needs for each in chosen)):
                self._desk.pipeline(effective).read("Nobody waits.", needs=needs)

    def check(self, copy: Copy, others: Sequence[tuple[Copy, str]] = ()) -> Checked:
        """What is found in a draft as the editor has it, ``copy.data`` in UTF-8.

        ``others`` are the other open drafts that say they tell a story, and which. Nothing is raised: what
        was in the way is in ``troubles``.
        """
        folder = Path(os.path.abspath(copy.path)).parent
        if folder not in self._folders:
            self._folders.add(folder)
            self._stamps |= {file: _stamp(file) for file in self._watched(folder)}
        try:
            if not self._is_read(copy):
                return NOTHING
        except Trouble as trouble:
            return NOTHING._replace(troubles=(trouble,))
        for proof in self._desk.each([copy], self._desk.prove):
            if isinstance(proof, Trouble):
                return NOTHING._replace(troubles=(proof,))
            result = proof.result
            checked = Checked(
                proof.draft,
                result.findings,
                result.rules,
                {**result.sources, copy.path: proof.draft.source},
                result.troubles,
                result.story,
            )
        return self._compared(checked, copy, others)

    def _is_read(self, copy: Copy) -> bool:
        """Whether the config wants the draft read, and there is something in it: one that has only been
        opened is no mistake. Raises Trouble for a draft that is too large, and for mistakes in the config."""
        data = copy.data or b""
        refuse_too_large(copy.path, len(data))
        return bool(data.strip()) and is_wanted(copy.path, self._desk.config.effective)

    def _compared(self, checked: Checked, copy: Copy, others: Sequence[tuple[Copy, str]]) -> Checked:
        """The same with what is found in holding it against the drafts of its story."""
        if checked.story is None and not self._desk.config.effective(copy.path).names_stories:
            return checked
        compared = self._desk.compare([(copy, checked.story or ""), *others])
        own = [result for result in compared.results if _same(result.path, copy.path)]
        findings = {*checked.findings, *(finding for result in own for finding in result.findings)}
        sources, rules = dict(checked.sources), dict(checked.rules)
        for result in own:
            sources |= result.sources
            rules |= result.rules
        return checked._replace(
            findings=tuple(sorted(findings, key=lambda finding: finding.order)),
            rules=rules,
            sources=sources,
            troubles=(*checked.troubles, *compared.troubles),
        )

    def story(self, copy: Copy) -> Story | None:
        """What a draft says; None where it is not read, or cannot be."""
        with suppress(Trouble):  # told with the diagnostics
            if self._is_read(copy):
                for story in self._desk.each([copy], self._desk.story):
                    if isinstance(story, Story):
                        return story
        return None

    def rule(self, name: str, path: str) -> Rule | None:
        """The rule as it holds for a draft; None for newslint's own complaints."""
        try:
            book, _ = self._desk.book(self._desk.config.effective(path))
        except Trouble:
            return None
        return book.rules.get(name)

    def additions(self, copy: Copy, findings: Sequence[Finding], encoding: str) -> list[Addition]:
        """The names that would settle one of these findings, if they stood in the house's vocabulary."""
        effective = self._desk.config.effective(copy.path)
        file = own_file(effective)
        story = self.story(copy) if file else None
        if file is None or story is None:
            return []
        known = story.vocabulary.entries.values()
        found = []
        for addition in additions(findings, story, file, encoding):
            taught = Story(
                story.draft,
                story.pipeline,
                story.fallback_date,
                vocabulary=Vocabulary([*known, addition.entry]),
                cues=story.cues,
            )
            chosen = self._desk.chosen(story.draft, effective)
            again = run(taught, [each for each in chosen if each.rule.name == addition.finding.rule]).findings
            if addition.finding.fingerprint not in {finding.fingerprint for finding in again}:
                found.append(addition)
        return found

    def house_troubles(self) -> tuple[Trouble, ...]:
        """What is wrong with the configs, rules and accepted findings of the drafts read, each once."""
        found: dict[str, Trouble] = {}
        for folder in sorted(self._folders):
            try:
                effective = self._desk.config.effective(folder)
                _, wrong = self._desk.book(effective)
                _ = self._desk.accepted(effective)
                _ = self._desk.vocabulary(effective)
            except Trouble as trouble:
                wrong = (trouble,)
            found |= {str(trouble): trouble for trouble in wrong}
        return tuple(found.values())

    @property
    def broken(self) -> tuple[str, ...]:
        """The plugins that were left out, and why."""
        return tuple(map(str, self._desk.plugins.broken))

    def house_changed(self) -> bool:
        """Whether a config, rule or list of accepted findings of the drafts read has changed since this was
        last asked; if so, everything but paragraphs is read anew from now on."""
        now = {file: _stamp(file) for folder in self._folders for file in self._watched(folder)}
        changed = any(stamp != self._stamps.get(file, stamp) for file, stamp in now.items())
        self._stamps = now
        if changed:
            self._desk = RememberingDesk(self._order, self._pipelines)
        return changed

    def _watched(self, place: Path) -> Iterator[Path]:
        """The files that say what holds for the drafts of a folder, those included that are not there yet."""
        root = root_of(place)
        for folder in (place, *place.parents):
            yield from (folder / FILE_NAME, folder / PROJECT_NAME, folder / PLACE)
            if folder == root:
                break
        try:
            effective = self._desk.config.effective(place)
            packs = effective.packs(self._desk.plugins.packs)
            yield from (file for file, _ in effective.vocabularies())
        except Trouble:
            return
        for config in effective.files:
            yield Path(os.path.abspath(config.path))
        for pack in packs:
            if pack not in self._desk.plugins.packs:  # an installed one does not change while we run
                files, _ = files_of(pack)
                yield from {pack.folder, *files, *(file.parent for file in files)}


def _stamp(file: Path) -> Stamp:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size


def _same(one: str, other: str) -> bool:
    return os.path.realpath(one) == os.path.realpath(other)
