"""A pipeline that keeps the paragraphs it has read: an edit costs the paragraph it was made in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from newslint.language.abilities import Ability
from newslint.language.parse import Parse
from newslint.language.pipeline import Pipeline

MOST = 1_000  # paragraphs kept, of 50 kB or so; those asked for longest ago go first
Key = tuple[str, frozenset[Ability]]


class Remembering(Pipeline):
    """Gives exactly what a pipeline gives; a paragraph that it has read for the same needs is not read again.

    Not for several threads at once.
    """

    _kept: dict[Key, tuple[int, Parse]]

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._kept = {}

    def read_all(
        self, texts: Sequence[tuple[str, int]], needs: frozenset[Ability] | None = None
    ) -> tuple[Parse, ...]:
        gives = self._given(needs)
        new = list(dict.fromkeys(text for text, _ in texts if (text, gives) not in self._kept))
        if new:
            parses = self._read(new, gives)
            self._kept |= {(text, gives): (0, parse) for text, parse in zip(new, parses, strict=True)}
        found = tuple(self._taken((text, gives), offset) for text, offset in texts)
        most = max(MOST, 2 * len(texts))  # a draft longer than that would push itself out
        for key in list(islice(self._kept, max(len(self._kept) - most, 0))):
            del self._kept[key]
        return found

    def _read(self, texts: Sequence[str], gives: frozenset[Ability]) -> tuple[Parse, ...]:
        """Paragraphs that are not remembered, each as it stands at offset 0."""
        return super().read_all([(text, 0) for text in texts], gives)

    def _taken(self, key: Key, offset: int) -> Parse:
        """A paragraph that was read, as it stands at ``offset``; it is now the last one asked for."""
        at, parse = self._kept.pop(key)
        if at != offset:
            parse = shifted(parse, offset - at)
        self._kept[key] = offset, parse
        return parse


def shifted(parse: Parse, by: int) -> Parse:
    """The same paragraph, ``by`` characters further on in the draft."""
    return replace(parse, tokens=tuple(token._replace(span=token.span.shift(by)) for token in parse.tokens))
