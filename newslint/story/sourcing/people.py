"""Who a mention means: surname to full name, pronoun to the person the text decides on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from newslint.late import late
from newslint.model import Span
from newslint.story.names import Name
from newslint.story.sourcing.words import PEOPLE, WORDS, bare

AFTER = late(
    r",\s+(?:\d+,\s+)?(?P<role>(?:[\w’'.-]+\s+){0,6}?[\w’'-]+)(?=[,.;]|\s(?:of|for|at|in|from|who|and)\b)"
)
BEFORE = late(r"\b[Tt]he\s+(?P<role>(?:[\w’'-]+\s+){0,3}[\w’'-]+),?\s+$")
SHORT_TITLES = {
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "dr": "doctor",
    "prof": "professor",
}
SINGULAR = frozenset({"he", "him", "his", "she", "her", "hers"})
MALE, FEMALE = frozenset({"he", "him", "his"}), frozenset({"she", "her", "hers"})
MEN = frozenset({"mr", "sir", "lord", "father", "king", "prince", "congressman", "councilman", "rev"})
WOMEN = frozenset({"mrs", "ms", "miss", "dame", "lady", "baroness", "queen", "princess", "congresswoman"})


class Spotted(NamedTuple):
    """One mention of a person: where, and the person’s fullest name."""

    span: Span
    person: str


class People:
    """The people of a story, for look-ups by mention, by surname and by place.

    Args:
        names: the names of the story; those of bodies and places are left out, and those that nothing tells
            to be a person's serve for pronouns only.
        text: the text they stand in.
    """

    def __init__(self, names: Iterable[Name], text: str) -> None:
        self._by_surname: dict[str, list[str]] = {}
        self._sex: dict[str, frozenset[str]] = {}
        self._text = text
        self._titled: list[tuple[int, str, str]] = []  # where, title, whose
        spotted: list[Spotted] = []
        perhaps: list[Spotted] = []
        self._perhaps_surnamed: dict[str, str] = {}
        for name in names:
            if name.kind == "unknown" and " " in name.canonical:
                perhaps.extend(Spotted(mention.span, name.canonical) for mention in name.mentions)
                self._perhaps_surnamed.setdefault(bare(name.canonical.split()[-1]), name.canonical)
            if name.kind != "person":
                continue
            spotted.extend(Spotted(mention.span, name.canonical) for mention in name.mentions)
            surname = bare(name.surname or name.canonical.split()[-1])
            self._by_surname.setdefault(surname, []).append(name.canonical)
            for mention in name.mentions:
                self._learn_sex(name.canonical, mention.title)
                if mention.title:
                    self._titled.append((mention.span.start, mention.title, name.canonical))
        self._spotted = sorted(spotted)
        self._starts = [one.span.start for one in self._spotted]
        self._likely = sorted(spotted + perhaps)
        self._likely_starts = [one.span.start for one in self._likely]

    def _learn_sex(self, person: str, title: str) -> None:
        words = {bare(word) for word in title.split()}
        if words & MEN:
            self._sex[person] = MALE
        elif words & WOMEN:
            self._sex[person] = FEMALE

    @cached_property
    def _roles(self) -> dict[str, list[tuple[int, str]]]:
        """By role, who was given it and where first: Sen. Shaw; Shaw, the senator; the senator, Shaw."""
        given: list[tuple[int, str, str]] = list(self._titled)
        for one in self._spotted:
            start, end = one.span
            beside = (AFTER.match(self._text, end), BEFORE.search(self._text, max(0, start - 60), start))
            given += [(start, found["role"], one.person) for found in beside if found]
        roles: dict[str, dict[str, int]] = {}
        for start, words, person in sorted(given):
            told = [bare(word) for word in words.split()]
            for word in told:
                role = SHORT_TITLES.get(word, word)
                known = role in PEOPLE or role in WORDS["title"] or role in WORDS["spokesperson"]
                if known or (word is told[-1] and word.islower()):
                    roles.setdefault(role, {}).setdefault(person, start)
        return {role: [(start, person) for person, start in held.items()] for role, held in roles.items()}

    def with_role(self, role: str, before: int) -> str | None:
        """The only person whom the text up to ``before`` gives this role, None where there are several."""
        holders = [person for start, person in self._roles.get(role, ())[:2] if start < before]
        return holders[0] if len(holders) == 1 else None

    def at(self, span: Span) -> str | None:
        """The person mentioned inside the span, the last one where there are several."""
        for one in reversed(self.between(span.start, span.end)):
            return one.person
        return None

    def between(self, start: int, end: int) -> list[Spotted]:
        """The mentions that begin in this stretch of text, in order."""
        return self._spotted[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def likely_between(self, start: int, end: int) -> list[Spotted]:
        """The same, with full names that only look like a person's; a pronoun behind them makes them one."""
        return self._likely[bisect_left(self._likely_starts, start) : bisect_left(self._likely_starts, end)]

    def labelled(self, label: str) -> str | None:
        """Whom a transcript's label means, whatever its case: HOLT."""
        surname = bare(label.split()[-1])
        found = self._by_surname.get(surname, [])
        return found[0] if len(found) == 1 else None if found else self._perhaps_surnamed.get(surname)

    def full_name(self, name: str) -> str | None:
        """The fullest form of a name: itself if it has two words, else the only person so surnamed."""
        words = name.split()
        if not words:
            return None
        found = self._by_surname.get(bare(words[-1]), [])
        if len(found) == 1 and len(found[0].split()) > len(words):
            return found[0]
        return name if len(words) > 1 else None

    def may_be(self, pronoun: str, person: str) -> bool:
        """Whether the pronoun may stand for this person, as far as titles and earlier pronouns tell."""
        return pronoun not in SINGULAR or pronoun in self._sex.get(person, SINGULAR)

    def must_be(self, pronoun: str, start: int, end: int) -> str | None:
        """The only person between these places of whom titles or earlier pronouns say that it is a he, or
        a she."""
        known = {
            one.person
            for one in self.between(start, end)
            if pronoun in self._sex.get(one.person, frozenset())
        }
        return known.pop() if len(known) == 1 else None

    def settle(self, pronoun: str, person: str) -> None:
        """Notes that the pronoun was used of the person, so that the other one is not."""
        if pronoun in SINGULAR:
            self._sex.setdefault(person, MALE if pronoun in MALE else FEMALE)
