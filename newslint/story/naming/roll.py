"""The names of several drafts, each once, with all its spellings and where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.model import Place
from newslint.story.names import Name, NameKind
from newslint.story.naming.likeness import plain, sound
from newslint.story.story import Story

_SOUND, _LONG = 3, 6  # consonants and letters from which two spellings that sound alike are one name


class At(NamedTuple):
    """Where a name stands."""

    path: str
    place: Place


@dataclass
class Listed:
    """One name of a run: its ``kind``, and its forms as they are spelt, each with the places it stands."""

    kind: NameKind
    forms: dict[str, list[At]] = field(default_factory=lambda: defaultdict(list))
    full: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def canonical(self) -> str:
        """The fullest form of most drafts."""
        return max(self.full, key=lambda form: (self.full[form], len(form)))

    @property
    def count(self) -> int:
        return sum(len(places) for places in self.forms.values())

    @property
    def spelt(self) -> Mapping[str, list[At]]:
        """The forms, those with most places first."""
        return dict(sorted(self.forms.items(), key=lambda form: (-len(form[1]), form[0])))


class Roll:
    """Takes in drafts one by one, then lists their names."""

    def __init__(self) -> None:
        self._listed: dict[Hashable, Listed] = {}
        self._bearers: dict[str, set[Hashable]] = defaultdict(set)

    def read(self, story: Story) -> None:
        """Take in the names of one draft."""
        for name in story.names:
            listed = self._listed.setdefault(self._key(name), Listed(name.kind))
            if listed.kind == "unknown":
                listed.kind = name.kind
            listed.full[name.canonical] += len(name.mentions)
            for mention in name.mentions:
                at = At(story.draft.path, story.draft.place(story.draft.source_span(mention.span).start))
                listed.forms[" ".join(mention.text.split())].append(at)

    def names(self) -> tuple[Listed, ...]:
        """Every name, those of most mentions first; a surname that only one person of the run bears is
        theirs."""
        merged = dict(self._listed)
        for key, listed in self._listed.items():
            bearers = self._bearers.get(plain(listed.canonical), set())
            if listed.kind in ("person", "unknown") and len(bearers) == 1 and key not in bearers:
                whole = merged[next(iter(bearers))]
                for form, places in listed.forms.items():
                    whole.forms[form] += places
                del merged[key]
        return tuple(sorted(merged.values(), key=lambda one: (-one.count, one.canonical)))

    def _key(self, name: Name) -> Hashable:
        """What two spellings of one name have in common."""
        if name.kind == "person" and name.given and name.surname:
            key = ("person", plain(name.given.split()[0]), plain(name.surname))
            self._bearers[plain(name.surname)].add(key)
            return key
        spelt = plain(name.canonical)
        heard = " ".join(sound(word) for word in spelt.split())
        alike = len(spelt) >= _LONG and len(heard.replace("a", "").replace(" ", "")) >= _SOUND
        return heard if alike else spelt.replace("-", " ")


def in_kinds(names: Iterable[Listed]) -> dict[NameKind, list[Listed]]:
    """The names by kind: people, bodies, places, and what nobody could tell."""
    kinds: dict[NameKind, list[Listed]] = {"person": [], "organisation": [], "place": [], "unknown": []}
    for name in names:
        kinds[name.kind].append(name)
    return kinds
