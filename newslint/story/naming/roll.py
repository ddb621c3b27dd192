"""The names of several drafts, each once, with all its spellings and where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from newslint.model import Place
from newslint.story.names import Name, NameKind
from newslint.story.naming.likeness import derived, difference, plain, sound
from newslint.story.naming.people import families
from newslint.story.story import Story

_SOUND, _LONG = 3, 6  # consonants and letters from which two spellings that sound alike are one name


class At(NamedTuple):
    """Where a name stands."""

    path: str
    place: Place


@dataclass
class Listed:
    """One name of a run: its ``kind``, its ``order`` among those of the run by first mention, and its forms
    as they are spelt, each with the places it stands."""

    kind: NameKind
    order: int
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
        self._surnames: dict[str, dict[str, None]] = defaultdict(dict)  # by given name, in order
        self._acronyms: dict[str, set[Hashable]] = defaultdict(set)

    def read(self, story: Story) -> None:
        """Take in the names of one draft."""
        for name in story.names:
            key = self._key(name)
            listed = self._listed.setdefault(key, Listed(name.kind, len(self._listed)))
            if name.acronym:
                self._acronyms[plain(name.acronym)].add(key)
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
            whose = self._whose(key, listed)
            while whose is not None and whose not in merged:  # itself another's spelling
                whose = self._whose(whose, self._listed[whose])
            if whose is not None and whose != key:
                for form, places in merged.pop(key).forms.items():
                    merged[whose].forms[form] += places
        return tuple(sorted(merged.values(), key=lambda one: (-one.count, one.canonical)))

    def _whose(self, key: Hashable, listed: Listed) -> Hashable | None:
        """The name of the run that this is one more form of: the person whose surname it is or whom another
        draft knows by the same words, the body whose acronym it is, or somebody of the same given name whose
        surname is this one misspelt; None where there is none, or more than one."""
        spelt = plain(listed.canonical)
        if (
            listed.kind in ("organisation", "unknown")
            and len(bodies := self._acronyms.get(spelt, set())) == 1
        ):
            return next((body for body in bodies if body != key), None)
        if listed.kind not in ("person", "unknown"):
            return None
        words = spelt.split()
        if len(words) == 1:
            bearers = self._bearers.get(spelt, set())
            return next(iter(bearers)) if len(bearers) == 1 and key not in bearers else None
        same = ("person", words[0], words[-1])
        if same in self._listed:
            return same if key != same else self._misspelt(same, listed)
        return self._misspelt(same, listed)

    def _misspelt(self, name: tuple[str, str, str], listed: Listed) -> Hashable | None:
        """The person of the same given name whose surname is this one but for a slip: the oftener named, or
        of two the one named first."""
        _, given, surname = name
        found = [
            key
            for other in self._surnames.get(given, ())
            if other not in families() and difference(surname, other) and not derived(surname, other)
            for key in [("person", given, other)]
            if (self._listed[key].count, -self._listed[key].order) > (listed.count, -listed.order)
        ]
        return found[0] if len(found) == 1 else None

    def _key(self, name: Name) -> Hashable:
        """What two spellings of one name have in common."""
        if name.kind == "person" and name.given and name.surname:
            key = ("person", plain(name.given.split()[0]), plain(name.surname))
            self._bearers[plain(name.surname)].add(key)
            self._surnames[key[1]][key[2]] = None
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
