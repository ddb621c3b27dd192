"""Every problem of the verb; what compares two drafts is imported where there are two."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import Any, ClassVar, NamedTuple

from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.story import Story


class Differing(NamedTuple):
    """Two stretches that do not agree: ``here`` in the draft looked at, ``there`` in an earlier one."""

    here: Span
    there: Span


Compare = Callable[[Story, Story], Iterable[Differing]]


class Compared(Check[Options]):
    """Holds a draft against each earlier one of its story; the module ``room`` has the ``compare`` for it."""

    verb = "stories"
    compares = True
    scope: ClassVar[Scope] = "all"
    room: ClassVar[str]
    facts: ClassVar[Mapping[str, str]] = {
        "here": "the words of this draft",
        "there": "the words of the other draft",
        "other": "the other draft",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        if not story.earlier:
            return
        compare: Compare = import_module(f"newslint.checks.stories.{self.room}").compare
        for earlier in story.earlier:
            for here, there in compare(story, earlier):
                words = " ".join(there.cut(earlier.text).split())
                facts = {
                    "here": " ".join(here.cut(story.text).split()),
                    "there": words,
                    "other": earlier.draft.path,
                }
                yield Hit(here, facts, asides=(Aside(there, f"“{words}” here", earlier.draft),))


class NameDiffers(Compared):
    """A person, body or place under another spelling or given name."""

    problem, room = "name differs", "spellings"


class ArticleDiffers(Compared):
    """A place with an article here and without one there: the Hasakeh province, Hasakeh province."""

    problem, room = "article differs", "articles"


class RoleDiffers(Compared):
    """A person in another office."""

    problem, room = "role differs", "roles"


class DateDiffers(Compared):
    """The same statement with another date."""

    problem, room = "date differs", "dates"


class AgeDiffers(Compared):
    """A person of another age."""

    problem, room = "age differs", "ages"


class FigureDiffers(Compared):
    """The same statement with another number of the same things."""

    problem, room = "figure differs", "figures"


class HarmDiffers(Compared):
    """The same people dead here, hurt there; hurt here, critically hurt there."""

    problem, room = "harm differs", "harm"


class EventRenamed(Compared):
    """The same event under another word: the Sydney attack, the Sydney siege."""

    problem, room = "event renamed", "events"


class OneOrSeveral(Compared):
    """The same statement of one event here, of several there."""

    problem, room = "one or several", "counts"


class ChargeDiffers(Compared):
    """A person charged with, or convicted of, something else."""

    problem, room = "charge differs", "charges"


class SpeakerDiffers(Compared):
    """The same quoted words in another mouth."""

    problem, room = "speaker differs", "speakers"


class QuotationDiffers(Compared):
    """The same speaker's quotation with some words changed."""

    problem, room = "quotation differs", "quotations"


PROBLEMS: tuple[type[Check[Any]], ...] = (
    NameDiffers,
    ArticleDiffers,
    RoleDiffers,
    DateDiffers,
    AgeDiffers,
    FigureDiffers,
    HarmDiffers,
    EventRenamed,
    OneOrSeveral,
    ChargeDiffers,
    SpeakerDiffers,
    QuotationDiffers,
)
