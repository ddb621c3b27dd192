"""Text made fit for a terminal: harmless, and of known width.

Drafts are untrusted: a character that moves the cursor, changes colours or turns the writing direction is
shown, not sent.
"""

from __future__ import annotations

import re
from collections.abc import Callable

TAB = "    "
# C0 and C1 controls, lone surrogates, and the marks that reorder or break lines on their own.
UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]")

INKS = {"error": "1;31", "warning": "1;33", "suggestion": "36", "strong": "1", "faint": "2"}
Painter = Callable[[str, str], str]
"""Takes a text and the name of its ink (a key of INKS)."""


def clean(text: str) -> str:
    """``text`` with every tab as spaces and every unsafe character as a visible one."""
    return UNSAFE.sub(lambda unsafe: _visible(unsafe.group()), text)


def one_line(text: str) -> str:
    """``text`` on one line, cleaned."""
    return clean(" ".join(text.split()))


def cells(text: str) -> int:
    """How many columns cleaned text takes: wide characters two, combining ones none."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def painter(colour: bool) -> Painter:
    """What lays ink on words, or leaves them plain."""
    if not colour:
        return lambda text, ink: text
    return lambda text, ink: f"\x1b[{INKS[ink]}m{text}\x1b[0m" if text else text


def _visible(char: str) -> str:
    if char == "\t":
        return TAB
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"
