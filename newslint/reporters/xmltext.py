"""Text as XML can hold it."""

from __future__ import annotations

# What XML 1.0 has no way to write, not even escaped: controls, surrogates, the last two of plane 0.
UNWRITABLE = dict.fromkeys({*range(32), *range(0xD800, 0xE000), 0xFFFE, 0xFFFF} - {9, 10, 13}, "\ufffd")
NAMED = {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}  # an attribute’s line ends would be read as spaces


def escaped(text: str) -> str:
    """Text between tags."""
    from xml.sax.saxutils import escape  # brings all that fetches from the net with it

    return escape(writable(text))


def element(tag: str, content: str | None = None, /, **attributes: str | int) -> str:
    """An element with these attributes and, inside, ``content`` as it is."""
    from xml.sax.saxutils import quoteattr

    told = "".join(f" {key}={quoteattr(writable(str(value)), NAMED)}" for key, value in attributes.items())
    return f"<{tag}{told}/>" if content is None else f"<{tag}{told}>{content}</{tag}>"


def writable(text: str) -> str:
    return text.translate(UNWRITABLE)
