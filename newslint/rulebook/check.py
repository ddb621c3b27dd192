"""What a verb is. Checks derive from Check; the rulebook knows them only through it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, ClassVar, Generic, Literal, TypeVar

from newslint.language.abilities import Ability
from newslint.model import Hit, Role
from newslint.rulebook.shape import Shape

if TYPE_CHECKING:
    from newslint.story.story import Story

Scope = Literal["narration", "quotations", "all"]
PROSE: frozenset[Role] = frozenset({"lede", "body", "quote", "list", "caption"})


class Options(Shape):
    """What may stand under a verb in a rule file: one field an option, each a ``key``.

    Options come from files as text and are typed by these fields. Unknown ones are refused. A verb whose
    options have a field ``items`` may be followed by the list of them alone.
    """


O_ = TypeVar("O_", bound=Options)


class Check(ABC, Generic[O_]):
    """A verb (``avoid``) or one problem of a verb (``dates: {problem: wrong weekday}``), made ready for one
    rule.

    It looks at a Story and yields Hits. It knows no rule, no severity, no file. An instance is made once a
    rule and kept for the run: compile in ``__init__``, and raise ValueError there for options that fit
    their types but make no sense; the message is shown to the rule's author.

    Class attributes:
        verb: the key in the rule file.
        problem: for problems of a verb, the value of its ``problem:`` key; None for the verb itself.
        Options: what may stand under the verb (for a problem: beside ``problem:``).
        facts: every named fact that hits carry, with what it means; messages may use no others (and
            ``match``, the words of the hit itself, which is always there).
        scope: where it looks unless the rule says otherwise. The engine drops hits outside.
        roles: the roles of block it looks at unless the rule says ``in:``. The engine drops hits elsewhere.
        placed: whether every hit has a place, so that a draft with no block of the rule's roles need not be
            looked at; False where one may be on the draft as a whole.
        compares: whether it holds a draft against ``story.earlier``, the other drafts of the same story. Such
            a check runs only where there are any, and points at them with ``Aside.draft``.
    """

    verb: ClassVar[str]
    problem: ClassVar[str | None] = None
    Options: ClassVar[type[Options]] = Options
    facts: ClassVar[Mapping[str, str]] = {}
    scope: ClassVar[Scope] = "narration"
    roles: ClassVar[frozenset[Role]] = PROSE
    placed: ClassVar[bool] = False
    compares: ClassVar[bool] = False

    def __init__(self, options: O_) -> None:
        self.options = options

    @property
    def needs(self) -> frozenset[Ability]:
        """What the pipeline must be able to do; empty where words, sentences and marks are enough."""
        return frozenset()

    @abstractmethod
    def look(self, story: Story) -> Iterable[Hit]:
        """The hits in this story, in any order, whatever the block or scope."""
