"""Courtesy titles: Mr. Rowe here and Rowe there, Mr. Rowe here and Ms. Rowe there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import ClassVar, Final

from newslint.late import late
from newslint.model import Aside, Hit
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.names import Mention, Name
from newslint.story.naming.lexicon import lexicon
from newslint.story.story import Story

_SEX: Final = {
    **dict.fromkeys(("Mr.", "Mr", "Messrs.", "Messrs"), "man"),
    **dict.fromkeys(("Mrs.", "Mrs", "Ms.", "Ms", "Miss"), "woman"),
}
# The person who does something, and not a thing called after one: “Rowe said”, but “the Rowe campaign”.
_ACTS: Final = late(
    r" (?:said|says|told|added|has|had|have|was|is|will|would|did|does|could|also|went|made|won|lost|wrote"
    r"|argued|took|spoke|called|declined|denied|asked|replied|left|joined|began|served|graduated)\b"
    r"|, (?:whose|who)\b"
)
_THING: Final = late(r"\b(?:[Tt]he|[Aa]n?|its|their|\w+[’']s|[A-Z][\w’-]+(?: and|,))\s$")
_KIN: Final = late(
    r"(?i)\b(?:wife|husband|sons?|daughters?|brothers?|sisters?|mother|father|cousin|uncle|aunt|nephew|niece|widow\w*"
    r"|family|parents|couple|married|spouse|mr\. and mrs\.|transgender|transition\w*|née)\b"
)
_USUAL: Final = 3  # courtesy titles that a draft gives one person before a bare surname is an exception
_OFTEN: Final = 8  # and that it gives several people before somebody who never has one is


class CourtesyMixed(Check[Options]):
    """A bare surname where the writer's own copy nearly always gives a courtesy title: to the same person, or
    to everybody else."""

    verb = "names"
    problem = "courtesy mixed"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the surname as it stands here",
        "title": "the courtesy title used otherwise, with its surname: Mr. Rowe",
        "count": "how often the person has one, else everybody in the draft",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        told = [_references(name, story) for name in _people(story)]
        everybody = [mention for titled, _ in told for mention in titled]
        bare_ones = sum(len(bare) for _, bare in told)
        courteous = sum(bool(titled) for titled, _ in told) > 1 and len(everybody) >= _OFTEN * max(
            1, bare_ones
        )
        for titled, bare in told:
            if not bare:
                continue
            if len(titled) >= max(_USUAL, 3 * len(bare)):
                usual = titled
            elif courteous:
                usual = everybody
            else:
                continue
            first = usual[0]
            facts = {"name": bare[0].text, "title": f"{first.title} {first.text}", "count": str(len(usual))}
            yield Hit(bare[0].span, facts, asides=(Aside(first.span, f"“{facts['title']}” here"),))


class CourtesyChanged(Check[Options]):
    """One person as Mr. here and as Ms., Mrs. or Miss there, where nothing tells of a second bearer."""

    verb = "names"
    problem = "courtesy changed"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the person with the title as written here",
        "first": "the title the draft uses otherwise",
        "count": "how often it does",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for name in _people(story):
            held = [mention for mention in name.mentions if mention.title in _SEX]
            sexes = Counter(_SEX[mention.title] for mention in held)
            if len(sexes) != 2 or _KIN.search(story.text):
                continue
            (usual, count), (rare, few) = sexes.most_common()
            odd = [mention for mention in held if _SEX[mention.title] == rare and _own_copy(mention, story)]
            if few > 1 or count == few or not odd:
                continue
            first = next(mention for mention in held if _SEX[mention.title] == usual)
            facts = {"name": f"{odd[0].title} {odd[0].text}", "first": f"{first.title} {first.text}"}
            aside = Aside(first.span, f"“{first.title} {first.text}” here")
            yield Hit(odd[0].span, {**facts, "count": str(count)}, asides=(aside,))


def _people(story: Story) -> list[Name]:
    """People with a full name whose surname nobody else in the draft has."""
    if not any(f"{title} " in story.text for title in _SEX):
        return []
    people = [name for name in story.names if name.kind == "person"]
    bearers = Counter(name.surname for name in people)
    places = lexicon().places
    return [
        name
        for name in people
        if name.given and name.surname and bearers[name.surname] == 1 and name.surname not in places
    ]


def _references(name: Name, story: Story) -> tuple[list[Mention], list[Mention]]:
    """The second references of a person in the writer's own copy: with a courtesy title, and with none."""
    alone = [m for m in name.mentions if m.text == name.surname and _own_copy(m, story)]
    titled = [mention for mention in alone if mention.title in _SEX]
    return titled, [mention for mention in alone if not mention.title and _acts(mention, story.text)]


def _own_copy(mention: Mention, story: Story) -> bool:
    return story.draft.role_at(mention.span.start) in PROSE and not story.quoted(mention.span)


def _acts(mention: Mention, text: str) -> bool:
    start, end = mention.span
    return _ACTS.match(text, end) is not None and not _THING.search(text, max(0, start - 24), start)
