"""What was read of paragraphs, kept while a draft is written: an edit costs the paragraph it was made in."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from newslint.model import Draft

MOST = 1_000  # paragraphs kept, of 20 kB or so; those met longest ago go first
T = TypeVar("T")


class Leaf:
    """What was read of one paragraph, wherever it stood: of each reading the last."""

    __slots__ = ("_kept",)

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[Hashable, int, Any]] = {}

    def take(
        self, reading: Hashable, given: Hashable, at: int, read: Callable[[], T], moved: Callable[[T, int], T]
    ) -> T:
        """What ``read`` gives of the paragraph, which stands at ``at``; not read again where that was done
        with the same ``given``, but ``moved`` by as many characters as the paragraph has been since."""
        kept = self._kept.get(reading)
        if kept is None or kept[0] != given:
            value = read()
        elif kept[1] == at:
            return kept[2]  # type: ignore[no-any-return]
        else:
            value = moved(kept[2], at - kept[1])
        self._kept[reading] = given, at, value
        return value


class Memory:
    """Leaves by the paragraphs' text. Not for several threads at once."""

    def __init__(self) -> None:
        self._leaves: dict[tuple[str, bool, bool], Leaf] = {}

    def leaves(self, draft: Draft) -> tuple[Leaf, ...]:
        """A leaf for each block. One that begins or ends the draft, so that nothing stands before it or
        behind, is another than the same one in the middle."""
        end = len(draft.text)
        found = []
        for block in draft.blocks:
            key = draft.cut(block.span), block.span.start == 0, block.span.end == end
            leaf = self._leaves.pop(key, None) or Leaf()
            self._leaves[key] = leaf  # it is now the last one met
            found.append(leaf)
        most = max(MOST, 2 * len(found))  # a draft longer than that would push itself out
        for old in list(islice(self._leaves, max(len(self._leaves) - most, 0))):
            del self._leaves[old]
        return tuple(found)
