"""`newslint check --fix` and `--diff`: the fixes that findings bring, made in the drafts or shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from newslint.cli.drafts import STDIN
from newslint.cli.page import complain, say, write, write_bytes
from newslint.desk import Desk
from newslint.fixing.rounds import Mended, mend
from newslint.fixing.writing import put_back
from newslint.model import Trouble
from newslint.proofs import Copy, Drafts
from newslint.reporters.summary import count
from newslint.reporters.terminal import one_line


def refuse_nonsense(make: bool, show: bool, unsafe: bool) -> None:
    """Raise Trouble where --fix, --diff and --unsafe-fixes contradict each other."""
    if make and show:
        raise Trouble("--fix writes the drafts, --diff leaves them", remedy="Give one of the two")
    if unsafe and not (make or show):
        raise Trouble("--unsafe-fixes says which fixes are made", remedy="Add --fix or --diff")


def fix(desk: Desk, drafts: Drafts, *, unsafe: bool) -> Drafts:
    """Make the fixes. What came of it stands in the notes and troubles of the drafts that are given back.

    Files are written, each whole or not at all; a draft from standard input goes to standard output, fixed or
    as it was.
    """
    copies: list[Copy] = []
    notes: list[str] = []
    troubles: list[Trouble] = []
    left = 0
    for copy, came in mended(desk, drafts.copies, unsafe):
        if isinstance(came, Mended) and came.changed and copy.data is None:
            try:
                put_back(copy.path, came.old, came.new)
            except Trouble as trouble:
                came = trouble
        if isinstance(came, Trouble):
            troubles.append(came)
        else:
            left += came.unsafe
            notes += [told(came)] if came.fixed else []
        if copy.data is not None:
            data = came.new if isinstance(came, Mended) else copy.data
            write_bytes(data)
            copy = copy._replace(data=data)
        copies.append(copy)
    return Drafts(copies, (*drafts.notes, *notes, *unsafe_note(left)), (*drafts.troubles, *troubles))


def diff(desk: Desk, drafts: Drafts, *, unsafe: bool) -> int:
    """Write what the fixes would change as a unified diff. The exit code: 1 where there is any, 2 where
    something could not be done: a draft not be read or fixed, a rule not be run."""
    changed = failed = False
    left, fixed = 0, Counter[str]()
    for wrong in (*desk.plugins.troubles, *drafts.troubles):
        failed = True
        complain(wrong)
    for _, came in mended(desk, drafts.copies, unsafe):
        if isinstance(came, Trouble):
            failed = True
            complain(came)
            continue
        left += came.unsafe
        failed |= came.failed
        if came.changed:
            changed = True
            fixed.update(came.fixed)
            write("".join(unified(came)))
    for wrong in desk.book_troubles:
        failed = True
        complain(wrong)
    for note in (*drafts.notes, *([f"would fix {by_rule(fixed)}"] if fixed else []), *unsafe_note(left)):
        say(f"note: {note}\n")
    return 2 if failed else int(changed)


def mended(desk: Desk, copies: Iterable[Copy], unsafe: bool) -> Iterator[tuple[Copy, Mended | Trouble]]:
    """What fixing makes of each draft."""
    for copy in copies:
        for came in desk.each([copy], partial(mend, prove=desk.prove, unsafe=unsafe)):
            yield copy, came


def told(mended: Mended) -> str:
    return f"{one_line(mended.path)}: fixed {by_rule(Counter(mended.fixed))}"


def by_rule(fixed: Counter[str]) -> str:
    """``3 findings (style/preferred-spelling 2, dates/ordinal-day 1)``"""
    rules = ", ".join(
        f"{rule} {number}" for rule, number in sorted(fixed.items(), key=lambda of: (-of[1], of[0]))
    )
    return f"{count(fixed.total(), 'finding')} ({rules})"


def unsafe_note(left: int) -> tuple[str, ...]:
    return (f"--unsafe-fixes would fix {count(left, 'more finding')}; look at each",) if left else ()


def unified(mended: Mended) -> Iterator[str]:
    """The change as ``patch`` takes it; lines keep their ends."""
    from difflib import unified_diff  # rarely asked for

    name = "stdin" if mended.path == STDIN else mended.path
    before, after = (lines(text) for text in (mended.before, mended.after))
    for line in unified_diff(before, after, name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def lines(text: str) -> list[str]:
    """The lines, each with its end; only a line feed ends one, as for every program that takes diffs."""
    found = text.split("\n")
    return [f"{line}\n" for line in found[:-1]] + ([found[-1]] if found[-1] else [])
