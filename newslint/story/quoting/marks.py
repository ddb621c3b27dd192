"""Quotation marks: where quoted words begin and end, in every style of mark, one block at a time.

Everything here is a single pass with a stack: ten thousand marks cost ten thousand steps, and a mark that
never closes ends with its block.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from newslint.model import Span

Mark = Literal["double", "single", "guillemets", "ticks", "block"]

MARK = re.compile(r"``|''|[“”„‟\"‘’‚‛'«»]")
SINGLES = frozenset("‘’‚‛'")
# An apostrophe in front of a shortened word, however it is typed.
ELISION = re.compile(
    r"(?:\d0s|\d\d(?!\d|\w)|(?:em|til|till|tis|twas|twere|cause|cuz|bout|round|cept|nother|ere|ave|ello|im|n|un|uns)\b)",
    re.IGNORECASE,
)
FEET_AND_INCHES = re.compile(r"\d+\s?[’'′]\s?\d{1,2}(?:\s?½|\.\d+)?$")
ENDS_ELIDED = re.compile(r"(?:in|\b(?:o|an|th|y|d|l|ol|wi|de))$", re.IGNORECASE)
SPEECH = re.compile(r"[\[(]?[A-Z][\w’'-]*,? \w")
DASHES = "—–―-"
CURLY = "“”„‟‘‚‛«»"
DEEPEST = 6  # nobody quotes deeper; keeps hostile input cheap
OPENS_BEFORE = frozenset("([{—–-/“\"‘'«„¿¡>*_~|=…")
CLOSES_AFTER = frozenset(",.;:!?)]}—–-/”\"’'»<*_~|…")


class Marked(NamedTuple):
    """Words between marks: ``span`` with the marks, ``inner`` without. ``depth`` 0 is outermost. ``closed``
    is False where no mark closes it in its block; it then ends where the next quotation opens or where the
    block ends.
    """

    span: Span
    inner: Span
    mark: Mark
    curly: bool
    closed: bool
    depth: int


class Stroke(NamedTuple):
    """One mark in the text, and what it can be where it stands."""

    start: int
    end: int
    text: str
    kind: Mark
    opens: bool
    closes: bool
    doubtful: bool = False  # as a closing mark: it may as well be an apostrophe


def find_marked(text: str, within: Span) -> list[Marked]:
    """Everything between quotation marks in ``text[within]`` (one block), by where it begins.

    Spans nest or follow one another; they never cross.
    """
    strokes = find_strokes(text, within)
    if not strokes:
        return []
    singles = Singles(strokes)
    closed_twice = closings_left(strokes)
    found: list[Marked] = []
    stack: list[Stroke] = []
    for i, stroke in enumerate(strokes):
        level = innermost(stack, stroke)
        if stroke.kind == "single":
            if level is not None and stroke.closes and singles.closes(i):
                found.append(marked(stack[level], stroke))
                del stack[level:]  # single marks still open inside were apostrophes
            elif level is None and stroke.opens and singles.opens(i, text, within) and len(stack) < DEEPEST:
                stack.append(stroke)
        elif level is not None and stroke.closes:
            found.append(marked(stack[level], stroke))
            del stack[level:]
        elif stroke.opens:
            if level is not None and level == len(stack) - 1 and not closed_twice[i]:
                found.append(unclosed(text, stack[level], stroke.start))
                del stack[level:]
            if len(stack) < DEEPEST:
                stack.append(stroke)
    for stroke in stack:  # the outermost that must be a quotation holds the rest of the block
        if stroke.kind != "single" or begins_speech(text, stroke):
            found.append(unclosed(text, stroke, within.end))
            break
    return nested(found)


def find_strokes(text: str, within: Span) -> list[Stroke]:
    strokes = []
    for found in MARK.finditer(text, within.start, within.end):
        start, end = found.span()
        before = text[start - 1] if start > within.start else " "
        after = text[end] if end < within.end else " "
        mark = found.group()
        if mark in SINGLES:
            if before.isalnum() and after.isalnum():
                continue
            stroke = single_stroke(text, start, mark, before, after)
        else:
            stroke = double_stroke(text, start, mark, before, after)
        if stroke and (stroke.opens or stroke.closes):
            strokes.append(stroke)
    return strokes


def single_stroke(text: str, start: int, mark: str, before: str, after: str) -> Stroke | None:
    if before.isdigit() and after in '0123456789"”':
        return None  # feet
    opens = mark != "’" and (before.isspace() or before in OPENS_BEFORE) and not after.isspace()
    if opens and ELISION.match(text, start + 1):
        return None
    closes = mark in "’'" and not before.isspace() and (after.isspace() or after in CLOSES_AFTER)
    # The groups’ offers, goin’ home, o’ clock: after such endings the mark can be an apostrophe.
    doubtful = after.isspace() and (
        before in "sSzx" or bool(ENDS_ELIDED.search(text, max(0, start - 6), start))
    )
    return Stroke(start, start + 1, mark, "single", opens, closes, doubtful)


def double_stroke(text: str, start: int, mark: str, before: str, after: str) -> Stroke | None:
    end = start + len(mark)
    loose_before, loose_after = (
        before.isspace() or before in OPENS_BEFORE,
        after.isspace() or after in CLOSES_AFTER,
    )
    if mark in "«»":  # French sets spaces inside, German points them the other way: »…«
        return Stroke(start, end, mark, "guillemets", mark == "«" or not before.isalnum(), True)
    if mark in ("``", "„", "‟"):
        return Stroke(start, end, mark, "ticks" if mark == "``" else "double", True, False)
    if mark in ("''", '"'):
        if before.isdigit() and FEET_AND_INCHES.search(text, max(0, start - 8), start):
            return None
        opens = not after.isspace() and (loose_before or after.isalnum())
        # Between two spaces it can only close: a space is set between two closing marks that meet.
        closes = after.isspace() or (
            not before.isspace() and not (loose_before and not loose_after and before not in DASHES)
        )
        return Stroke(
            start,
            end,
            mark,
            "double" if mark == '"' else "ticks",
            opens and not inches(before, after),
            closes,
        )
    if mark == "“":  # typed for ” where it stands behind a word
        behind = after.isspace() or (not loose_before and loose_after)
        return Stroke(start, end, mark, "double", not behind, behind)
    if before.isdigit() and FEET_AND_INCHES.search(text, max(0, start - 8), start):
        return None
    before_word = (before.isspace() or before in "([{—") and not loose_after
    return Stroke(start, end, mark, "double", before_word, not before_word or before in DASHES)


def inches(before: str, after: str) -> bool:
    """A 12" record: a straight mark behind a digit opens nothing."""
    return before.isdigit() and not after.isalpha()


def innermost(stack: list[Stroke], stroke: Stroke) -> int | None:
    """The level of the innermost open mark that a stroke closes, or that its opening would leave unclosed.

    Straight marks, curly ones and ticks nest in one another, yet close one another where no mark of their own
    is open.
    """
    other = None
    for level in range(len(stack) - 1, -1, -1):
        opened = stack[level]
        if opened.kind == stroke.kind and (opened.text in CURLY) == (stroke.text in CURLY):
            return level
        if other is None and stroke.closes and {opened.kind, stroke.kind} <= {"double", "ticks"}:
            other = level
        if other is None and stroke.kind == "single" and opened.kind == "single":
            other = level
    return other


class Singles:
    """Which single marks open, close or are apostrophes: each is decided by what single marks follow it.

    ‘The groups’ offers were low,’ she said: the mark after “groups” could close, but a mark that must close
    follows before another opens, so it is the apostrophe of a plural.
    """

    def __init__(self, strokes: list[Stroke]) -> None:
        self.strokes = strokes
        self.sure_next = [False] * len(strokes)  # a sure closing mark follows before the next opening one
        self.any_next = [False] * len(strokes)
        sure = anything = False
        for i in range(len(strokes) - 1, -1, -1):
            self.sure_next[i], self.any_next[i] = sure, anything
            stroke = strokes[i]
            if stroke.kind == "single" and stroke.closes:
                anything, sure = True, sure or not stroke.doubtful
            elif stroke.kind == "single":
                anything = sure = False

    def closes(self, i: int) -> bool:
        return not self.strokes[i].doubtful or not self.sure_next[i]

    def opens(self, i: int, text: str, within: Span) -> bool:
        """A straight single mark is no more than an apostrophe unless something closes it."""
        stroke = self.strokes[i]
        return (
            stroke.text != "'"
            or self.any_next[i]
            or (stroke.start == within.start and begins_speech(text, stroke))
        )


def closings_left(strokes: list[Stroke]) -> list[bool]:
    """Of each opening double mark, whether two closing marks stand behind it that no later one opens.

    Then it is nested in another of its kind, and each has its end: “She called it “a day to remember” and
    left.”
    """
    left = 0
    enough = [False] * len(strokes)
    for i in range(len(strokes) - 1, -1, -1):
        stroke = strokes[i]
        if stroke.kind == "single":
            continue
        if stroke.closes:
            left += 1
        else:
            enough[i] = left > 1
            left = max(0, left - 1)
    return enough


def begins_speech(text: str, stroke: Stroke) -> bool:
    """Whether a single mark that nothing closes still opens a quotation: a capital follows, then more than a
    word.
    """
    return SPEECH.match(text, stroke.end) is not None


def marked(opening: Stroke, closing: Stroke) -> Marked:
    span, inner = Span(opening.start, closing.end), Span(opening.end, closing.start)
    return Marked(span, inner, opening.kind, opening.text in CURLY, True, 0)


def unclosed(text: str, opening: Stroke, end: int) -> Marked:
    while end > opening.end and text[end - 1].isspace():
        end -= 1
    return Marked(
        Span(opening.start, end), Span(opening.end, end), opening.kind, opening.text in CURLY, False, 0
    )


def nested(found: list[Marked]) -> list[Marked]:
    """In order, with the depth that holds after false openings were dropped."""
    found.sort(key=lambda marked: (marked.span.start, -marked.span.end))
    ordered: list[Marked] = []
    around: list[int] = []
    for each in found:
        while around and around[-1] <= each.span.start:
            around.pop()
        ordered.append(each._replace(depth=len(around)))
        around.append(each.span.end)
    return ordered
