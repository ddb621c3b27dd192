"""Which lines of a plain text make a paragraph: cut to a width, one a line, or a sentence a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newslint.late import late
from newslint.readers.lines import Line
from newslint.readers.openings import is_byline, is_dateline, label, shown_role
from newslint.readers.quotemarks import lines_to_close
from newslint.readers.words import BEFORE_A_FIGURE, BEFORE_A_NAME, LINKS, SENTENCE_OPENERS

WIDEST_WRAP = 120
MOST_LINES_OF_A_QUOTATION = 4
LONG_FOR_A_HEADING = 80
CLOSED = late(r"[.!?…:;。]['’\"”»)\]]*$")
ITEM = re.compile(r"\s{0,8}(?:[-*•‣–]|\d{1,3}[.)])[ \t]+(?=\S)")
INITIALS = late(r"(?:^|[\s(“‘\"'—–-])(?:[A-Z]\.){2,}$|[A-Z][\w’'-]+ [A-Z]\.$")  # U.S., George W.


def is_wrapped(stanzas: Sequence[Sequence[Line]]) -> bool:
    """Whether a draft's lines are cut to a width: most that have a next one are full, and end mid-sentence.

    A stanza is a run of lines with no blank line between them.
    """
    pairs = [(a.text, b.text) for stanza in stanzas for a, b in pairwise(stanza)]
    lengths = sorted(len(line.text.rstrip()) for stanza in stanzas for line in stanza)
    if not pairs:
        return False
    width = lengths[int(len(lengths) * 0.95)] if len(lengths) >= 20 else lengths[-1]
    if width > WIDEST_WRAP:
        return False
    unfinished = sum(not CLOSED.search(a.rstrip()) for a, _ in pairs)
    full = sum(_is_full(a, b, width - 5) for a, b in pairs)
    return unfinished >= 0.5 * len(pairs) and full >= 0.5 * len(pairs)


def paragraphs(stanzas: Sequence[Sequence[Line]]) -> Iterator[list[Line]]:
    """The lines of each paragraph, in order."""
    wrapped = is_wrapped(stanzas)
    lengths = [len(line.text.rstrip()) for stanza in stanzas for line in stanza]
    width = max((length for length in lengths if length <= WIDEST_WRAP), default=0)
    for number, stanza in enumerate(stanzas):
        joined = [stanza[0]]
        quoted = 0  # lines that a quotation left open still runs over
        for i, (line, following) in enumerate(pairwise(stanza), 1):
            if wrapped:
                goes_on = _is_wrapped_line(line.text, following.text, width)
            else:
                if quoted:
                    quoted -= 1
                if not quoted:
                    ahead = [one.text for one in stanza[i : i + MOST_LINES_OF_A_QUOTATION]]
                    quoted = lines_to_close(line.text, ahead)
                goes_on = bool(quoted) or _goes_on(
                    line.text.strip(), following.text.strip(), first=number == 0 and i == 1
                )
            if goes_on:
                joined.append(following)
            else:
                yield joined
                joined = [following]
        yield joined


def _stands_alone(line: str, following: str) -> bool:
    """Whether one of two lines is of a kind that makes a paragraph of its own."""
    return bool(
        ITEM.match(following)
        or _is_signed(line, following)
        or is_dateline(line)
        or label(line)
        or label(following)
        or shown_role(line) == "meta"
        or shown_role(following)
    )


def _is_signed(line: str, following: str) -> bool:
    """Whether one of two lines is a byline; within a paragraph a line may begin with “by” and a name."""
    return any(one[0].isupper() and is_byline(one) for one in (line, following))


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    return len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width


def _is_wrapped_line(line: str, following: str, width: int) -> bool:
    """Whether a hard-wrapped line goes on in the next."""
    bare, below = line.strip(), following.strip()
    full = _is_full(line, following, width - 5)
    if full and not CLOSED.search(bare) and not _is_signed(bare, below):
        return True  # amid a sentence, where a line may begin like an item or a note by chance
    if _stands_alone(bare, below):
        return False
    if following[:1].isspace() and not line[:1].isspace():  # a paragraph that begins with an indent
        return False
    if full or below[0].islower():
        return True
    return len(bare) >= width * (0.75 if CLOSED.search(bare) else 0.6)


def _goes_on(line: str, following: str, *, first: bool) -> bool:
    """Whether a line plainly goes on in the next, in a draft that has a paragraph or a sentence a line."""
    if _stands_alone(line, following):
        return False
    word, opener = line.split()[-1].lstrip("(“‘\"'"), following.split()[0]
    if line.endswith("."):
        return _goes_on_after_dot(line, word, opener)
    if CLOSED.search(line):
        return False
    if following[0].islower() or line.endswith((",", "—", "–")):
        return True
    if first:  # a headline needs no stop
        return False
    return len(line) >= LONG_FOR_A_HEADING or (word.lower() in LINKS and len(line.split()) > 3)


def _goes_on_after_dot(line: str, word: str, opener: str) -> bool:
    """Whether the dot at the end of a line is that of an abbreviation which the next line carries on."""
    if word in BEFORE_A_NAME:
        return True
    if opener[0].isdigit():
        return word in BEFORE_A_FIGURE
    if opener[0].islower():
        return len(word) <= 5 or "." in word[:-1]
    if INITIALS.search(line):
        return opener not in SENTENCE_OPENERS
    return False
