"""Where a draft spells an acronym out: twice, too late, or for nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar

from newslint.checks.names.acronyms import acronyms_of
from newslint.checks.names.data import known_acronyms
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.naming.acronyms import acronym_definitions
from newslint.story.story import Story

FACTS = {"acronym": "the acronym", "full": "what the draft says it stands for"}


def _defined(story: Story) -> Mapping[str, list[tuple[Span, Span]]]:
    """Acronyms without periods, and for each time the copy spells one out the acronym and the words."""
    found: dict[str, list[tuple[Span, Span]]] = defaultdict(list)
    for acronym, start, end in acronym_definitions(story.text):
        block = story.draft.block_at(start)
        words = Span(start, start + len(story.text[start:end].rstrip(" (")))
        if block is None or block.role not in PROSE or story.quoted(words):
            continue
        at = story.text.find(acronym, words.end, block.span.end)
        if at < 0:  # IMF (International Monetary Fund)
            at = story.text.rfind(acronym, block.span.start, start)
        if at >= 0:
            found[acronym.replace(".", "")].append((Span(at, at + len(acronym)), words))
    return found


def _uses(story: Story) -> Mapping[str, list[Span]]:
    """The acronyms of the writer's own copy."""
    found: dict[str, list[Span]] = defaultdict(list)
    for acronym, span in acronyms_of(story):
        if not story.quoted(span):
            found[acronym.replace(".", "")].append(span)
    return found


def _hit(story: Story, span: Span, words: Span, aside: Span, told: str) -> Hit:
    facts = {"acronym": span.cut(story.text), "full": " ".join(words.cut(story.text).split())}
    return Hit(span, facts, asides=(Aside(aside, told),))


class DefinedTwice(Check[Options]):
    """An acronym that the draft spells out a second time."""

    verb = "names"
    problem = "acronym defined twice"
    facts: ClassVar[Mapping[str, str]] = FACTS

    def look(self, story: Story) -> Iterable[Hit]:
        for places in _defined(story).values():
            for at, words in places[1:]:
                yield _hit(story, at, words, places[0][0], "first spelt out here")


class DefinedLate(Check[Options]):
    """An acronym that stands in the copy before the draft spells it out, and that a reader need not know."""

    verb = "names"
    problem = "acronym before definition"
    facts: ClassVar[Mapping[str, str]] = FACTS

    def look(self, story: Story) -> Iterator[Hit]:
        uses = _uses(story)
        for letters, places in _defined(story).items():
            first, words = min(places)
            used = min(uses.get(letters, [first]))
            if used < min(first, words) and letters not in known_acronyms():
                yield _hit(story, used, words, first, "spelt out here")


class DefinedUnused(Check[Options]):
    """An acronym that is given in brackets and never used."""

    verb = "names"
    problem = "acronym unused"
    facts: ClassVar[Mapping[str, str]] = FACTS

    def look(self, story: Story) -> Iterator[Hit]:
        for letters, places in _defined(story).items():
            at, words = places[0]
            brackets = story.text[at.start - 1 : at.start] == "("
            if brackets and len(places) == 1 and story.text.replace(".", "").count(letters) == 1:
                yield _hit(story, at, words, words, "what it stands for")
