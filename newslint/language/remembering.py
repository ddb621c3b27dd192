"""A pipeline that keeps the paragraphs it has read: an edit costs the paragraph it was made in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from newslint.language.abilities import Ability
from newslint.language.parse import Parse, Token
from newslint.language.pipeline import TOKENS, Pipeline
from newslint.model import Span

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


class Foreseeing(Remembering):
    """Reads what is new for all that was ever needed: in an editor, what is needed of one version of a draft
    is needed of the next, and reading twice takes twice as long."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._ever = TOKENS

    def _read(self, texts: Sequence[str], gives: frozenset[Ability]) -> tuple[Parse, ...]:
        self._ever |= gives
        if gives in (TOKENS, self._ever):
            return super()._read(texts, gives)
        parses = super()._read(texts, self._ever)
        self._kept |= {(text, self._ever): (0, parse) for text, parse in zip(texts, parses, strict=True)}
        return tuple(narrowed(parse, gives) for parse in parses)


def narrowed(parse: Parse, gives: frozenset[Ability]) -> Parse:
    """The paragraph as it is read where trees, or names, are not needed."""
    tokens = parse.tokens
    if "entities" not in gives:
        tokens = tuple(token._replace(entity="") if token.entity else token for token in tokens)
    if "parse" not in gives:
        tokens = tuple(token._replace(dep="", head=-1) for token in tokens)
    return replace(parse, tokens=tokens, abilities=gives, names=parse.names if "entities" in gives else ())


def shifted(parse: Parse, by: int) -> Parse:
    """The same paragraph, ``by`` characters further on in the draft."""
    new = tuple.__new__  # every word behind an edit comes through here
    tokens = [
        new(Token, (new(Span, (start + by, end + by)), *others)) for (start, end), *others in parse.tokens
    ]
    return replace(parse, tokens=tuple(tokens))
