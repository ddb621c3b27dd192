"""What a pipeline read, kept between runs: a changed rule costs no reading, a changed paragraph its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newslint.kept.folder import READINGS, Folder
from newslint.kept.marks import mark, of_newslint, of_pipeline
from newslint.language.abilities import Ability
from newslint.language.parse import Parse
from newslint.language.pipeline import frozen
from newslint.language.remembering import Key, Remembering


class Readings(Remembering):
    """A pipeline that keeps the paragraphs of one draft at a time, from run to run. Turn to a draft, read,
    then have it kept."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._folder = Folder(READINGS)
        self._mark = mark(of_newslint(), of_pipeline(name))
        self._draft = ""
        self._stored: dict[Key, bytes] = {}

    def turn(self, path: str | None) -> None:
        """Go to the draft at an absolute path, whose paragraphs may be there; None for one that is not to be
        kept."""
        self._kept = {}
        self._draft = mark(self._mark, path) if path else ""
        stored = self._folder.take(self._draft) if path else None
        self._stored = stored if isinstance(stored, dict) else {}

    def keep(self, texts: Iterable[str]) -> None:
        """Keep what was read of the draft, as far as it stands in ``texts``, its paragraphs as they are."""
        if self._draft and not self._kept.keys() <= self._stored.keys():
            there = set(texts)
            now = self._stored | {key: frozen(parse) for key, (_, parse) in self._kept.items()}
            self._folder.put(self._draft, {key: data for key, data in now.items() if key[0] in there})

    def _read(self, texts: Sequence[str], gives: frozenset[Ability]) -> tuple[Parse, ...]:
        found = {text: parse for text in texts if (parse := self._thawed(text, gives))}
        new = [text for text in texts if text not in found]
        if new:
            found |= zip(new, super()._read(new, gives), strict=True)
        return tuple(found[text] for text in texts)

    def _thawed(self, text: str, gives: frozenset[Ability]) -> Parse | None:
        """A paragraph that was kept; None where it was not, or not as this spaCy reads it."""
        stored = self._stored.get((text, gives))
        if stored is None:
            return None
        try:
            return self.thawed(text, gives, stored)
        except Exception:  # whatever spaCy says of bytes that are not its own
            del self._stored[text, gives]
            return None
