"""What was read of paragraphs, kept while a draft is written: an edit costs the paragraph it was made in."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from newslint.model import Block, Draft

MOST = 1_000  # paragraphs kept, of 20 kB or so; those met longest ago go first
T = TypeVar("T")
# What was read of one paragraph: by the name of the reading what it was given, where the paragraph stood, and
# what came of it. Of each reading the last is kept.
Leaf = dict[Hashable, tuple[Hashable, int, Any]]
Moved = Callable[[T, int], T]
"""The same value so many characters further on; None for what is the same wherever the paragraph stands."""


class Leaves:
    """What is remembered of the blocks of one draft."""

    def __init__(self, blocks: Sequence[Block], leaves: Sequence[Leaf]) -> None:
        self._blocks, self._leaves = blocks, leaves

    def take(
        self, block: Block, reading: Hashable, read: Callable[[], T], moved: Moved[T] | None, given: Hashable
    ) -> T:
        """What ``read`` gives of a block; not read again where that was done with the same ``given``."""
        leaf, at = self._leaves[block.index], block.span.start
        kept = leaf.get(reading)
        if kept is None or kept[0] != given:
            value = read()
        else:
            value = kept[2] if kept[1] == at or moved is None else moved(kept[2], at - kept[1])
        leaf[reading] = given, at, value
        return value

    def each(
        self, reading: Hashable, read: Callable[[Block], tuple[T, ...]], moved: Moved[tuple[T, ...]] | None
    ) -> Iterator[T]:
        """What the blocks have of something that most have nothing of."""
        for leaf, block in zip(self._leaves, self._blocks, strict=True):
            kept = leaf.get(reading)
            if kept is None or kept[2]:
                yield from self.take(block, reading, partial(read, block), moved, None)


class Memory:
    """Leaves by the paragraphs’ text. Not for several threads at once."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, bool, bool], Leaf] = {}

    def leaves(self, draft: Draft) -> Leaves:
        """What is remembered of a draft. A paragraph that begins or ends it, so that nothing stands before
        it or behind, is another than the same one in the middle."""
        found = []
        for block in draft.blocks:
            key = draft.cut(block.span), block.span.start == 0, block.span.end == len(draft.text)
            leaf = self._kept.pop(key, None)
            if leaf is None:
                leaf = {}
            self._kept[key] = leaf  # it is now the last one met
            found.append(leaf)
        most = max(MOST, 2 * len(found))  # a draft longer than that would push itself out
        for old in list(islice(self._kept, max(len(self._kept) - most, 0))):
            del self._kept[old]
        return Leaves(draft.blocks, found)
