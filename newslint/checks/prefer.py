"""The verb ``prefer``: one word rather than another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

from newslint.hooks import hookimpl
from newslint.language.forms import forms_of, inflect
from newslint.language.phrases import Case, Forms, Phrases, in_name
from newslint.model import Hit, Rewrite
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import Shape, key
from newslint.story.story import Story


class Pair(Shape):
    """A preferred word, and those it stands for."""

    use: str = key(description="the word the house uses")
    instead_of: tuple[str, ...] = key(alias="not", min_length=1, description="the words it does not use")


class Better(NamedTuple):
    """The preferred word, and whether a name may hold the other one: it is listed in small letters."""

    text: str
    name: bool


class PreferOptions(Options):
    use: str | None = key(None, description="the word the house uses")
    instead_of: tuple[str, ...] = key((), alias="not", description="the words it does not use")
    pairs: tuple[Pair, ...] = key((), description="several of these: a list of {use: …, not: […]}")
    forms: Forms = key("all", description="all: in every inflected form; as written: only so")
    case: Case = key("any", description="any: capitals do not matter; exact: they do")
    safe: bool = key(
        False, description="whether the change can be made unseen, because nothing else can be meant"
    )


class Prefer(Check[PreferOptions]):
    """Every place where another word than the preferred one stands, with the rewrite: advisors, advisers.

    A word listed in small letters is left alone where it is capitalised inside a sentence: it is a name.
    """

    verb = "prefer"
    Options = PreferOptions
    facts: ClassVar[Mapping[str, str]] = {
        "better": "the preferred word, with the capitals and the form of the one that stands there"
    }

    def __init__(self, options: PreferOptions) -> None:
        super().__init__(options)
        if bool(options.use) != bool(options.instead_of):
            raise ValueError("“use” and “not” go together")
        pairs = [(pair.use, pair.instead_of) for pair in options.pairs]
        if options.use:
            pairs.append((options.use, options.instead_of))
        if not pairs:
            raise ValueError("say what to prefer: use and not, or pairs")
        self._phrases = Phrases(entry for use, bad in pairs for entry in self._entries(use, bad))

    def _entries(self, use: str, bad: Iterable[str]) -> Iterator[tuple[str, Better, bool]]:
        exact = self.options.case == "exact"
        for word in bad:
            if word == use or (not exact and word.lower() == use.lower()):
                raise ValueError(
                    f"“{word}” is both preferred and not; with “case: exact” they may differ in capitals"
                )
            if self.options.forms == "as written":
                yield word, Better(use, name=word.islower()), exact
                continue
            for form in forms_of(word):
                better = use if form.form == "base" else inflect(use, form.form, form.carrier)
                if form.text.lower() != better.lower() or exact:
                    yield form.text, Better(better, name=word.islower()), exact

    def look(self, story: Story) -> Iterator[Hit]:
        for found in story.find(self._phrases):
            match = found.span.cut(story.text)
            block = story.draft.block_at(found.span.start)
            inside = block is not None and in_name(story.text, found.span, story.sentences[block.index])
            better = found.value.text if inside else like(match, found.value.text)
            if (inside and found.value.name) or better == match:
                continue  # the Board of Advisors spells itself
            yield Hit(found.span, {"better": better}, (Rewrite(found.span, better, self.options.safe),))


def like(match: str, better: str) -> str:
    """The better word with the capitals of the one it replaces; its own capitals stay."""
    if match.isupper() and len(match) > 1 and match.lower() != better:
        return better.upper()
    if match[:1].isupper() and better.islower():
        return better[:1].upper() + better[1:]
    return better


@hookimpl
def newslint_checks() -> Iterable[type[Check[Any]]]:
    return (Prefer,)
