"""Makes a training paragraph look like news copy, a little differently each time."""

from __future__ import annotations

import random
from collections.abc import Iterator

from newslint_training import furniture
from newslint_training.attributions import Attributions, is_sayable
from newslint_training.breaks import rejoin
from newslint_training.corpus import Paragraph, is_named, is_parsed
from newslint_training.marks import restyle
from newslint_training.names import Names
from newslint_training.swaps import swap_names


class Augmenter:
    """Called with a paragraph, gives what to train on instead: itself, changed, and now and then more."""

    def __init__(self, paragraphs: list[Paragraph], rng: random.Random) -> None:
        self.rng = rng
        self.names = Names(rng)
        self.attributions = Attributions((s for p in paragraphs for s in p), self.names)

    def __call__(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        parsed, named, rng = is_parsed(paragraph), is_named(paragraph), self.rng
        if named and rng.random() < 0.35:
            paragraph = [swap_names(sentence, self.names, 0.7) for sentence in paragraph]
        if parsed and named:
            yield from map(self._printed, self._extras(paragraph))
            paragraph = self._as_news(paragraph)
        elif rng.random() < 0.03:
            paragraph = [furniture.capitals(sentence) for sentence in paragraph]
        yield self._printed(paragraph)

    def _extras(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        """Made paragraphs, beside the paragraph."""
        rng, first = self.rng, paragraph[0]
        if rng.random() < 0.12:
            yield self.attributions.any()
        if rng.random() < 0.03:
            yield [furniture.byline(first, self.names)]
        if rng.random() < 0.04:
            yield [furniture.name_alone(first, self.names)]
        if rng.random() < 0.05:
            yield furniture.acronym(first, self.names)

    def _as_news(self, paragraph: Paragraph) -> Paragraph:
        """A headline, all in capitals, after a dateline, with a sentence attributed, or as it was."""
        rng = self.rng
        if rng.random() < 0.10:
            at = rng.randrange(len(paragraph))
            if is_sayable(paragraph[at]):
                paragraph = [*paragraph[:at], self.attributions.wrap(paragraph[at]), *paragraph[at + 1 :]]
        roll = rng.random()
        if roll < 0.03:
            return [furniture.headline(paragraph[0], self.names)]
        if roll < 0.05:
            return [furniture.capitals(sentence) for sentence in paragraph]
        if roll < 0.08:
            return [furniture.dateline(paragraph[0], self.names), *paragraph[1:]]
        return paragraph

    def _printed(self, paragraph: Paragraph) -> Paragraph:
        return rejoin(restyle(paragraph, self.rng), self.rng)
