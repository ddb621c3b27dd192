"""When two spellings may be one name: letters, sound, and what sets words apart although they look alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import groupby
from typing import Literal

from newslint.late import late

Difference = Literal["letters", "sound"]

_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ad|ar|at|ez|es)-")
_VOWELS = re.compile(r"[aeiouy]+")
_DIGRAPHS = (
    ("ph", "f"),
    ("kh", "k"),
    ("gh", "g"),
    ("ck", "k"),
    ("dh", "d"),
    ("zh", "z"),
    ("q", "k"),
    ("w", "v"),
    ("ts", "c"),
)
# Endings that make another word of the same name: Clinton, Clintons, Clintonian; Iraq, Iraqi.
_ADDED = late(
    r"s|es|ans?|ians?|ish|ese|ic|is|ism|ists?|ites?|land|ers?|ies|ean|ia|nik|son|ed|ing|esque|ville"
)
_CHANGED = late(rf"{_ADDED.pattern}|in|ne")
_DROPPED = frozenset(("a", "o", "n", "d", "i", "y"))


def plain(text: str) -> str:
    """Small letters without accents, apostrophes and periods."""
    text = text.casefold().replace("’", "").replace("'", "").replace(".", "")
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def without_article(word: str) -> str:
    """A plain Arabic name without al-, el-, ez- and the like."""
    return _ARTICLE.sub("", word)


@lru_cache(maxsize=4096)  # asked of every pair that a name is half of
def sound(word: str) -> str:
    """What is left of a plain name when vowels and the ways to write one consonant are levelled: two
    transliterations of one name (Hasakeh, Hasakah) give the same."""
    word = without_article(word).replace("-", "")
    for spelt, heard in _DIGRAPHS:
        word = word.replace(spelt, heard)
    word = _undoubled(_VOWELS.sub("a", word))
    return word.rstrip("ah") or word


def _undoubled(word: str) -> str:
    return "".join([letter for letter, _ in groupby(word)])


def one_edit(a: str, b: str) -> bool:
    """Whether one letter put in, left out, changed, or swapped with its neighbour makes ``b`` of ``a``."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    least = min(len(a), len(b))
    head = tail = 0
    while head < least and a[head] == b[head]:
        head += 1
    while tail < least - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    odd, other = a[head : len(a) - tail], b[head : len(b) - tail]
    return (len(odd) < 2 and len(other) < 2) or (len(odd) == 2 and odd == other[::-1])


def derived(a: str, b: str) -> bool:
    """Whether one plain word is the plural or adjective of the other, or both are of a third."""
    if a == b:
        return True
    if len(a) > len(b):
        a, b = b, a
    if b.startswith(a) and b[len(a) :] == a[-1:]:
        return False  # Berkman, Berkmann: a letter doubled makes no other word
    if b.startswith(a) and (b[len(a) :] in "in" or _ADDED.fullmatch(b, len(a))):
        return True
    head = 0
    while head < len(a) and a[head] == b[head]:
        head += 1
    if head < 3 or head < len(a) - 4 or not _CHANGED.fullmatch(b, head):
        return False
    return head == len(a) or a[head:] in _DROPPED or _CHANGED.fullmatch(a, head) is not None


def difference(a: str, b: str) -> Difference | None:
    """How two plain words differ that may be one name: by a slip of letters, or by how a sound is written;
    None where they are two words."""
    shorter, longer = sorted((len(a), len(b)))
    if shorter < 4 or longer < 5 or longer - shorter > 2:
        return None
    if one_edit(a, b):
        if a[0] != b[0] and (shorter < 6 or ({a[0], b[0]} <= set("mtbdhwkcpl") and len(a) == len(b))):
            return None  # Hanson and Manson are two people
        if sorted(a) == sorted(b) or len(a) != len(b) or longer > 5:
            return "sound" if sound(a) == sound(b) and _undoubled(a) != _undoubled(b) else "letters"
        return "sound" if sound(a) == sound(b) else None
    if a[0] == b[0] and longer > 5 and sound(a) == sound(b) and len(sound(a)) > 3:
        return "sound"
    return None
