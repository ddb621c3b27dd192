"""Patterns for paths, as in .gitignore: ``opinion/``, ``*.md``, ``archive/**/old-*.txt``."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import lru_cache

TOKEN = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^\]/]*\]|.", re.DOTALL)
SPECIAL, BACKSLASHED = r"([\\\[^&~|])", r"\\\1"  # in a set of characters; the hyphen keeps its meaning
MEANING = {"**/": "(?:[^/]+/)*", "/**": "/.+", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(pattern: str, path: str) -> bool:
    """Whether ``path`` (relative, with /) is meant by ``pattern``, or lies in a folder that is.

    A pattern with a slash before its end is held against the whole path, one without against every part of
    it.
    """
    return _compiled(pattern).fullmatch(path) is not None


@lru_cache(maxsize=512)
def _compiled(pattern: str) -> re.Pattern[str]:
    folder = pattern.endswith("/")
    bare = pattern.strip("/").removeprefix("./")
    anywhere = "/" not in pattern.rstrip("/")
    body = "".join(_meaning(token) for token in TOKEN.findall(bare))
    return re.compile(("(?:.*/)?" if anywhere else "") + body + ("/.*" if folder else "(?:/.*)?"), re.DOTALL)


def _meaning(token: str) -> str:
    if token in MEANING:
        return MEANING[token]
    if token.startswith("[") and len(token) > 1:
        negated, inner = token[1] == "!", token[1:-1].removeprefix("!")
        chosen = f"[{'^' if negated else ''}{re.sub(SPECIAL, BACKSLASHED, inner)}]"
        with suppress(re.error):  # [z-a] is no set: the characters themselves are meant
            return re.compile(chosen).pattern
    return re.escape(token)
