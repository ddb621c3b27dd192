"""Patterns for paths, as in .gitignore: ``opinion/``, ``*.md``, ``archive/**/old-*.txt``."""

from __future__ import annotations

import re
from functools import lru_cache

TOKEN = re.compile(r"\*\*/|/\*\*$|\*\*|\*|\?|\[!?\]?[^\]/]*\]|.", re.DOTALL)
MEANING = {"**/": "(?:[^/]+/)*", "/**": "/.+", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def matches(pattern: str, path: str) -> bool:
    """Whether ``path`` (relative, with /) is meant by ``pattern``, or lies in a folder that is.

    A pattern with a slash before its end is held against the whole path, one without against every part of it.
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
        inner = token[1:-1].replace("\\", "\\\\").replace("[", "\\[")
        return f"[{'^' + inner[1:] if inner.startswith('!') else inner.replace('^', '\\^', 1)}]"
    return re.escape(token)
