"""One draft, fixed until nothing is left to fix: each round reads what the last one wrote."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import NamedTuple

from newslint.files import read_file
from newslint.fixing.edits import fixable, settle
from newslint.fixing.writing import spelt
from newslint.model import Trouble
from newslint.proofs import Copy, Proof

MOST_ROUNDS = 10


class Mended(NamedTuple):
    """A draft before and after its fixes, as bytes and as text.

    ``fixed`` counts the findings by rule, ``unsafe`` those left that only a fix which was not allowed would
    settle; ``failed``: a rule broke down.
    """

    path: str
    old: bytes
    new: bytes
    before: str
    after: str
    fixed: Mapping[str, int]
    unsafe: int
    failed: bool

    @property
    def changed(self) -> bool:
        return self.new != self.old


def mend(copy: Copy, prove: Callable[[Copy], Proof], *, unsafe: bool = False) -> Mended:
    """Make the fixes of a draft; nothing is written. Findings that somebody ignored or accepted stay as they
    are, and so do those too slight to be shown.

    Raises Trouble where the draft cannot be read, a fix cannot be written in its encoding, or rules undo each
    other's fixes.
    """
    old = read_file(copy.path) if copy.data is None else copy.data
    proof = prove(Copy(copy.path, old))
    before, data = proof.draft.source, old
    fixed: Counter[str] = Counter()
    for _ in range(MOST_ROUNDS):
        round_ = settle(proof.draft.source, proof.result.findings, unsafe=unsafe)
        if not round_.fixed:
            left = 0 if unsafe else sum(fixable(finding, unsafe=True) for finding in proof.result.findings)
            failed = proof.result.failed or bool(proof.result.troubles)
            return Mended(copy.path, old, data, before, proof.draft.source, fixed, left, failed)
        fixed.update(finding.rule for finding in round_.fixed)
        data = spelt(proof.draft, data, round_.source)
        proof = prove(Copy(copy.path, data))
    names = ", ".join(sorted({finding.rule for finding in round_.fixed}))
    raise Trouble(
        f"its fixes come to no end: {names} still changed it in round {MOST_ROUNDS}; it was left as it is",
        path=copy.path,
        remedy="Leave out one of these rules (--ignore)",
    )
