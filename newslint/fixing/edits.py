"""Which edits of a draft can be made at once, and the text they give."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations, product
from typing import NamedTuple

from newslint.model import Edit, Finding
from newslint.model.draft import LINE_END


class Settled(NamedTuple):
    """The source after one round of fixes, and the findings that were fixed by it."""

    source: str
    fixed: tuple[Finding, ...]


def fixable(finding: Finding, unsafe: bool = False) -> bool:
    """Whether the finding brings a fix that may be made: a safe one, or any where ``unsafe`` is set."""
    return bool(finding.edits) and (unsafe or is_safe(finding))


def is_safe(finding: Finding) -> bool:
    """Whether all its edits are: they are made together or not at all."""
    return all(edit.safe for edit in finding.edits)


def settle(source: str, findings: Iterable[Finding], *, unsafe: bool = False) -> Settled:
    """Make the fixes of as many findings as do not get in each other's way.

    Of two that do, the safe one is made, else the one that stands first; the other is left for another round,
    when the draft has been read again. Line breaks in an edit's text become those of the source.

    Args:
        source: the decoded source that the findings were made in.
    """
    taken: list[Edit] = []
    fixed: list[Finding] = []
    wanted = [finding for finding in findings if fixable(finding, unsafe)]
    for finding in sorted(wanted, key=lambda finding: (not is_safe(finding), finding.order)):
        if compatible(finding.edits) and not any(clash(*pair) for pair in product(finding.edits, taken)):
            taken += finding.edits
            fixed.append(finding)
    return Settled(edited(source, taken), tuple(fixed))


def edited(source: str, edits: Iterable[Edit]) -> str:
    """The source with edits made, none of which clash."""
    line_end = usual_line_end(source)
    parts, reached = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start.offset, edit.end.offset)):
        parts += [source[reached : edit.start.offset], LINE_END.sub(line_end, edit.text)]
        reached = edit.end.offset
    return "".join((*parts, source[reached:]))


def compatible(edits: Sequence[Edit]) -> bool:
    return not any(clash(*pair) for pair in combinations(edits, 2))


def clash(one: Edit, other: Edit) -> bool:
    """Whether two edits change the same words, or one inserts where the other changes."""
    (start, end), (first, last) = ((edit.start.offset, edit.end.offset) for edit in (one, other))
    if start == end or first == last:
        return start <= last and first <= end
    return start < last and first < end


def usual_line_end(source: str) -> str:
    """The line end that the source has most often; a line feed where it has none."""
    ends = Counter(re.findall(LINE_END, source))
    return ends.most_common(1)[0][0] if ends else "\n"
