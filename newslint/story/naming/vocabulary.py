"""The house's names: how it writes people, bodies and places, and how not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from newslint.model import Span

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'"})


class Entry(NamedTuple):
    """One name: its ``canonical`` form, ``aliases`` that are right as well, ``forbidden`` forms, and a
    ``note`` for whoever asks why."""

    canonical: str
    kind: str
    aliases: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    note: str = ""


class Use(NamedTuple):
    """A forbidden form in a text, and the entry that forbids it."""

    span: Span
    entry: Entry


class Vocabulary:
    """Entries by their canonical form; of two for one name the later holds, and what a later one allows no
    earlier one forbids."""

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self.entries: Mapping[str, Entry] = {entry.canonical: entry for entry in entries}

    def __bool__(self) -> bool:
        return bool(self.entries)

    @cached_property
    def allowed(self) -> frozenset[str]:
        """Every form that is right."""
        return frozenset(
            straight(form) for entry in self.entries.values() for form in (entry.canonical, *entry.aliases)
        )

    @cached_property
    def words(self) -> frozenset[str]:
        """The words of all forms that are right."""
        return frozenset(word for form in self.allowed for word in form.split())

    @cached_property
    def _forbidden(self) -> Mapping[str, Entry]:
        found: dict[str, Entry] = {}
        for entry in self.entries.values():
            for form in entry.forbidden:
                if straight(form) not in self.allowed:
                    found[straight(form)] = entry
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted(self._forbidden, key=lambda form: (-len(form), form))
        spelt = (re.escape(form).replace("'", "['’‘]").replace(r"\ ", r"[ \n\u00a0]") for form in forms)
        return re.compile(rf"(?<![\w@#/’'-])(?:{'|'.join(spelt)})(?![\w@/]|[-’'][^\W\d_]{{2}}|\.\w)")

    def forbidden(self, text: str) -> Iterator[Use]:
        """Every forbidden form in a text, the longest where several begin, but within no right one."""
        if not self._forbidden:
            return
        for found in self._pattern.finditer(text):
            form = straight(found[0])
            if not self._within(text, found.start(), found.end(), form):
                yield Use(Span(*found.span()), self._forbidden[form])

    def _within(self, text: str, start: int, end: int, form: str) -> bool:
        """Whether the words are part of a longer name that is right: “Bombay” in “Bombay High Court”."""
        for longer in self._longer.get(form, ()):
            at = longer.find(form)
            while at >= 0:
                if straight(text[max(0, start - at) : end + len(longer) - at - len(form)]) == longer:
                    return True
                at = longer.find(form, at + 1)
        return False

    @cached_property
    def _longer(self) -> Mapping[str, tuple[str, ...]]:
        return {
            form: tuple(right for right in self.allowed if form in right and form != right)
            for form in self._forbidden
        }


def straight(form: str) -> str:
    """A form with straight apostrophes and single spaces."""
    return " ".join(form.translate(_APOSTROPHES).split())


EMPTY = Vocabulary()
