"""Sentences, found without spaCy."""

from __future__ import annotations

from newslint.model import Span


def split_sentences(text: str, within: Span) -> tuple[Span, ...]:
    """The sentences of ``text[within]`` (one block), in order, without the space around them.

    Abbreviations, initials, decimals, ellipses, quotation marks and line breaks are respected: a closing mark belongs
    to the sentence it closes, and ``“Yes.” she said.`` is one sentence.
    """
    raise NotImplementedError
