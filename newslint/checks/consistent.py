"""The verb ``consistent``: one spelling throughout a draft, whichever it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

from newslint.hooks import hookimpl
from newslint.language.forms import Form, Inflected, forms_of, inflect
from newslint.language.phrases import Forms, Found, Phrases, in_name
from newslint.model import Aside, Hit, Rewrite
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.story import Story


class ConsistentOptions(Options):
    one_of: tuple[tuple[str, ...], ...] = key(
        min_length=1, description="groups of spellings; of each group a draft should use one"
    )
    forms: Forms = key("all", description="all: in every inflected form; as written: only so")


class Spelling(NamedTuple):
    """One of a group of spellings, in which form it stands, whether its capitals count, and whether another
    of the group has the same letters (Internet, internet)."""

    group: int
    which: int
    form: Form
    carrier: int
    exact: bool
    twin: bool


class Consistent(Check[ConsistentOptions]):
    """Every use of a spelling that the draft does not use most; of equals the first one used is right.

    Quotations are not counted, nor blocks other than prose: headlines have a style of their own. A spelling
    with a capital in it (US), or that differs from another in capitals only, is looked for as written (the
    latter not where it opens a sentence), any other in any case but not in names (Lincoln Center).
    """

    verb = "consistent"
    Options = ConsistentOptions
    facts: ClassVar[Mapping[str, str]] = {
        "better": "the spelling that the draft uses most, in the form of the one that stands there",
        "other": "that spelling as the rule lists it",
        "uses": "how many times the draft uses it",
    }

    def __init__(self, options: ConsistentOptions) -> None:
        super().__init__(options)
        for group in options.one_of:
            if len(set(group)) < 2:
                raise ValueError(f"a group needs two spellings or more, not {list(group)}")
        self._phrases = Phrases(
            entry for number, group in enumerate(options.one_of) for entry in self._entries(number, group)
        )

    def _entries(self, number: int, group: tuple[str, ...]) -> Iterator[tuple[str, Spelling, bool]]:
        """Every form of every spelling; one that two share (programming) tells nothing and is left out."""
        found: dict[str, list[Spelling]] = {}
        for which, spelling in enumerate(group):
            twins = sum(other.lower() == spelling.lower() for other in group) > 1
            exact = twins or spelling != spelling.lower()
            for form in (
                forms_of(spelling) if self.options.forms == "all" else (Inflected(spelling, "base", 0),)
            ):
                if form.text == spelling or form.text not in group:
                    found.setdefault(form.text, []).append(
                        Spelling(number, which, form.form, form.carrier, exact, twins)
                    )
        for text, spellings in found.items():
            if len(spellings) == 1:
                yield text, spellings[0], spellings[0].exact

    def look(self, story: Story) -> Iterator[Hit]:
        uses: dict[int, list[Found[Spelling]]] = {}
        for found in story.find(self._phrases):
            block = story.draft.block_at(found.span.start)
            if block is None or block.role not in self.roles:
                continue
            named = in_name(story.text, found.span, story.sentences[block.index])
            if found.value.twin and not named and story.text[found.span.start].isupper():
                continue  # the capital that opens a sentence tells nothing
            if found.value.exact or not named:
                uses.setdefault(found.value.group, []).append(found)
        for group in sorted(uses):
            # only now is it worth finding the quotations
            if len({use.value.which for use in uses[group]}) > 1:
                yield from self._mixed(story, [use for use in uses[group] if not story.quoted(use.span)])

    def _mixed(self, story: Story, uses: list[Found[Spelling]]) -> Iterator[Hit]:
        counts = Counter(use.value.which for use in uses)
        if len(counts) < 2:
            return
        usual = counts.most_common(1)[0][0]  # of equals the first one counted, which is the first one used
        first = next(use for use in uses if use.value.which == usual)
        spelling = self.options.one_of[first.value.group][usual]
        for use in uses:
            if use.value.which == usual:
                continue
            better = self._better(use.span.cut(story.text), spelling, use.value)
            facts = {
                "better": better,
                "other": spelling,
                "uses": str(counts[usual]),
            }
            aside = Aside(first.span, f"“{first.span.cut(story.text)}” here")
            yield Hit(use.span, facts, (Rewrite(use.span, better),), (aside,))

    def _better(self, match: str, spelling: str, use: Spelling) -> str:
        better = spelling if use.form == "base" else inflect(spelling, use.form, use.carrier)
        return better[:1].upper() + better[1:] if match[:1].isupper() and better.islower() else better


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    return (Consistent,)
