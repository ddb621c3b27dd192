"""The one door to spaCy."""

from __future__ import annotations

from newslint.language.abilities import Ability
from newslint.language.parse import Parse


class Pipeline:
    """A spaCy pipeline by name or path, opened when first read from. ``blank`` is English without a model.

    ``abilities`` and ``version`` of a named pipeline need it opened; of ``blank`` they do not.
    Raises Trouble, saying what to install, where the pipeline is missing or broken.
    """

    def __init__(self, name: str = "blank") -> None:
        self.name = name

    @property
    def abilities(self) -> frozenset[Ability]:
        raise NotImplementedError

    def read(self, text: str, offset: int = 0) -> Parse:
        """One block's text as a Parse; spans are shifted by ``offset``, the block's start in the draft."""
        raise NotImplementedError
