"""A person, body or place under another spelling, or a person under another given name."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.checks.stories.problems import Differing
from newslint.story.names import Name
from newslint.story.naming.lexicon import lexicon
from newslint.story.naming.likeness import derived, difference, one_edit, plain
from newslint.story.naming.people import nicknames
from newslint.story.naming.uses import Use, uses
from newslint.story.story import Story


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Words of names that only this draft has and that look like one that only the other has, where nothing
    says that they are two; and people of one surname and title under another given name."""
    here, there = uses(story), uses(earlier)
    new = [word for word in here if word not in there and len(word) > 3]
    old = [word for word in there if word not in here and len(word) > 3]
    for word in new:
        for other in old:
            if _alike(word, other) and _same(here[word], there[other]):
                yield Differing(here[word][0].span, there[other][0].span)
                break
    yield from _given(story, earlier)


def _alike(a: str, b: str) -> bool:
    return bool(difference(a, b)) and not derived(a, b) and not nicknames().keys() >= {a, b}


def _same(here: list[Use], there: list[Use]) -> bool:
    """Whether the two words may be one name: neither is known to be right, and what stands with them in the
    name agrees."""
    a, b = here[0], there[0]
    if _known(a) and _known(b):
        return False
    if a.name.kind != b.name.kind and "unknown" not in (a.name.kind, b.name.kind):
        return False
    if any(use.others and use.others == other.others for use in here for other in there):
        return True
    if a.name.kind == "person" or b.name.kind == "person":
        shared = {use.mention.title for use in here} & {use.mention.title for use in there} - {""}
        return bool(shared) and all(use.alone for use in (a, b))
    return all(use.alone for use in (*here, *there)) and len(here) + len(there) > 2


def _known(use: Use) -> bool:
    known = lexicon()
    text = use.text.replace("’", "'")
    return any(
        text in words
        for words in (known.places, known.demonyms, known.given, known.common, known.function, known.calendar)
    )


def _given(story: Story, earlier: Story) -> Iterator[Differing]:
    there: dict[str, list[Name]] = {}
    for name in earlier.names:
        if name.kind == "person" and name.given and name.surname:
            there.setdefault(plain(name.surname), []).append(name)
    here = [name for name in story.names if name.kind == "person" and name.given and name.surname]
    for name in here:
        others = there.get(plain(name.surname), [])
        bearers = [other for other in here if plain(other.surname) == plain(name.surname)]
        if len(others) == len(bearers) == 1 and _changed(name, others[0]):
            yield Differing(name.mentions[0].span, others[0].mentions[0].span)


def _changed(name: Name, other: Name) -> bool:
    """Whether the given names are one misspelt, or belong to one who holds the same title."""
    a, b = plain(name.given.split()[0]), plain(other.given.split()[0])
    if a == b or min(len(a), len(b)) < 3 or nicknames().get(a, set()) & nicknames().get(b, set()):
        return False
    titles = {m.title for m in name.mentions} & {m.title for m in other.mentions} - {
        "",
        "Mr.",
        "Ms.",
        "Mrs.",
        "Dr.",
    }
    return bool(titles) or one_edit(a, b) or difference(a, b) is not None
