"""What a text must hold for an expression to match in it: looking for that costs a hundredth of the match.

After the prefilters of Russ Cox, “Regular Expression Matching with a Trigram Index” (2012), for expressions
as editors write them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain
from re import Match
from typing import NamedTuple

from newslint.late import late

# The signs of an expression. What is none of these is not understood.
SIGN = late(
    r"(?P<beside>\(\?<?=)"
    r"|(?P<absent>\(\?<?!)"
    r"|(?P<open>\((?:\?(?:i?:))?(?!\?))"
    r"|(?P<close>\))"
    r"|(?P<either>\|)"
    r"|(?P<edge>[\^$]|\\[bBK])"
    r"|(?P<some>\[(?P<choice>(?:0-9|[^\\\]\[^-]|\\[^\w\s])+)\])"
    r"|(?P<any>\.|\\[dDsSwWn]|\[\^?(?:\\[^\w\s]|\\[dDsSwWn]|[^\]\[\\])+\])"
    r"|(?P<times>(?:[?*+]|\{(?P<least>\d+)(?:(?P<or_more>,)\d*)?\})[?+]?)"
    r"|(?P<plain>[^\\()\[\]{}|?*+.^$]+(?![?*+{])|[^\\()\[\]{}|?*+.^$]|\\[^\w\s])"
)
MOST = 16  # texts to look for: more take longer than the match


class Part(NamedTuple):
    """Part of an expression: all it may begin with, whether that is the whole of it, and texts of which one
    stands wherever it matches. Folded; an empty text among them says nothing."""

    starts: frozenset[str]
    whole: bool
    needed: frozenset[str]


NOTHING = frozenset(("",))
EDGE, ANYTHING = Part(NOTHING, True, NOTHING), Part(NOTHING, False, NOTHING)


def needles(expression: str) -> frozenset[str]:
    """Texts of which one stands, folded by ``str.casefold``, in every text that the expression matches in.

    Just the empty text where none can be named, or the expression uses what is not understood here.
    """
    try:
        needed = _choice(_signs(expression), bracketed=False).needed
    except ValueError:
        return NOTHING
    return frozenset(text for text in needed if not any(other in text for other in needed - {text}))


def _signs(expression: str) -> Iterator[Match[str]]:
    at = 0
    while at < len(expression):
        sign = SIGN.match(expression, at)
        if sign is None:
            raise ValueError(expression)
        yield sign
        at = sign.end()


def _choice(signs: Iterator[Match[str]], *, bracketed: bool) -> Part:
    """Alternatives, up to the bracket that closes them."""
    ways: list[list[Part]] = [[]]
    for sign in signs:
        kind = sign.lastgroup
        if kind == "close":
            if not bracketed:
                raise ValueError
            break
        if kind == "either":
            ways.append([])
        elif kind == "times":
            if not ways[-1]:
                raise ValueError
            ways[-1] += _times(ways[-1].pop(), sign)
        else:
            ways[-1].append(_part(sign, signs))
    else:
        if bracketed:
            raise ValueError
    return _either([_row(way) for way in ways])


def _part(sign: Match[str], signs: Iterator[Match[str]]) -> Part:
    """What a sign stands for, and all to its closing bracket if it opens one."""
    kind = sign.lastgroup
    if kind == "open":
        return _choice(signs, bracketed=True)
    if kind == "beside":  # no part of the match, but it stands in the text
        return Part(NOTHING, True, _choice(signs, bracketed=True).needed)
    if kind == "absent":
        _choice(signs, bracketed=True)
        return EDGE
    if kind == "edge":
        return EDGE
    if kind == "any":
        return ANYTHING
    if kind == "plain":
        texts = frozenset((_meant(sign[0]),))
    else:
        texts = frozenset(_meant(sign["choice"].replace("0-9", "0123456789")))
    return Part(texts, True, texts)


def _meant(spelt: str) -> str:
    """The signs themselves, folded."""
    return spelt.replace("\\", "").casefold()


def _times(part: Part, sign: Match[str]) -> list[Part]:
    """The part so many times."""
    if sign[0][0] == "?":
        return [_either([part, EDGE])]
    least = 1 if sign[0][0] == "+" else int(sign["least"] or 0)
    more = sign["least"] is None or sign["or_more"]
    return [part] * min(least, 8) + [ANYTHING] * bool(more or least > 8)


def _either(ways: list[Part]) -> Part:
    starts = frozenset(chain.from_iterable(way.starts for way in ways))
    needed = frozenset(chain.from_iterable(way.needed for way in ways))
    if len(starts) > MOST:
        return ANYTHING
    return Part(starts, all(way.whole for way in ways), needed)


def _row(parts: Iterable[Part]) -> Part:
    """One part after another."""
    starts, best, run = None, NOTHING, NOTHING
    for part in parts:
        if len(run) * len(part.starts) > MOST:
            starts, best, run = starts or run, _better(best, run), NOTHING
        run = frozenset(head + tail for head in run for tail in part.starts)
        best = _better(best, part.needed)
        if not part.whole:
            starts, best, run = starts or run, _better(best, run), NOTHING
    return Part(starts or run, starts is None, _better(best, run))


def _better(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Whichever is rarer in a text: the one whose shortest is longer."""
    return max(one, other, key=lambda texts: min(map(len, texts)))
