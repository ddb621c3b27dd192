"""Whether a line of plain text stops inside a quotation. Apostrophes are no marks, however they are typed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from newslint.late import late

State = Literal["closed", "open", "perhaps open"]
SPACE_BEFORE = r"(?:^|(?<=[\s(\[“\"—–-]))"
# By opening mark. In each pattern: opens a quotation; an apostrophe after a plural, or the end; ends one.
KINDS = {
    "“": late(r"(?P<open>“)|(?P<close>”)"),
    "«": late(r"(?P<open>«)|(?P<close>»)"),
    '"': late(rf"(?P<open>{SPACE_BEFORE}\"(?=\S))|(?P<close>\"(?!\w))"),
    "‘": late(r"(?P<open>‘(?=[^\W\d]|[“\"]))|(?P<plural>(?<=s)’(?=\s+[a-z]))|(?P<close>’(?!\w))"),
    "'": late(
        rf"(?P<open>{SPACE_BEFORE}'(?=[^\W\d])(?!(?:em|til|tis|twas|cause|n|cos|round)\b))"
        r"|(?P<plural>(?<=s)'(?=\s+[a-z]))|(?P<close>(?<=\S)'(?!\w))"
    ),
}
OPENING_MARKS = ("“", "‘", "«", "„", '"', "'")
ENDS_SPEECH = (".", ",", "!", "?", "…")


def lines_to_close(line: str, following: Sequence[str]) -> int:
    """How many of the ``following`` lines a quotation left open in ``line`` runs over, 0 where none is.

    A line that opens with a mark begins anew: so newspapers set a quotation of several paragraphs. One that
    none of the lines closes is a slip, and runs nowhere.
    """
    for mark, kind in KINDS.items():
        state = _state(kind, line) if mark in line else "closed"
        if state == "closed":
            continue
        for count, one in enumerate(following[: 1 if state == "perhaps open" else len(following)], 1):
            if one.lstrip().startswith(OPENING_MARKS):
                break
            if _closes(kind, one, speech_only=state == "perhaps open"):
                return count
    return 0


def _state(kind: re.Pattern[str], line: str) -> State:
    state: State = "closed"
    for mark in kind.finditer(line):
        if mark.lastgroup == "open":
            state = "open"
        elif mark.lastgroup == "close":
            state = "closed"
        elif state == "open":
            state = "perhaps open"
    return state


def _closes(kind: re.Pattern[str], line: str, *, speech_only: bool) -> bool:
    for mark in kind.finditer(line):
        if mark.lastgroup == "open":
            return False
        if mark.lastgroup == "close" and (not speech_only or line[: mark.start()].endswith(ENDS_SPEECH)):
            return True
    return False
