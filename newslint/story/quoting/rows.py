"""A sentence as a row of tokens in which a whole quotation is one token: what attribution is read from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newslint.language.words import fold
from newslint.model import Span
from newslint.story.quoting.uses import is_title

TOKEN = re.compile(
    r"\w+(?:[’'.&@/‑‐-]\w+|(?<=[ÂÃ])[\x80-\x9f¡-ª¬-º¼-¿]\w*)*"  # a letter decoded wrongly is still one: Ã©
    r"(?:[’'](?=\s))?(?:\.(?![\s)\]’”'\"]*$))?|--+|[^\w\s'’‘\"“”]"
)
ASKS = re.compile(r"[,?!…—–―-][’'\s]*[^\w\s]{1,2}$")
CAPITAL = re.compile(r"[^\w\s]+\s?[A-Z0-9]")
STRAY = frozenset("'’‘\"“”")  # marks that belong to no quotation
QUOTED = "“”"


class Row:
    """The tokens of one sentence. A sentence ends nowhere inside a quotation.

    ``text`` holds the tokens as they stand, ``low`` folded for look-ups, ``start`` and ``end`` their offsets
    in the draft, ``quote`` the number of the quotation a token stands for, or -1. ``quotes`` are those
    numbers in order; ``begins`` tells of each whether it begins with a capital, ``asks`` whether it ends
    with a comma, a dash, a question or an exclamation mark, so that more of the sentence has to follow.
    ``titles`` are the numbers of those that read like the title of a work. ``ends_with_mark``: a mark that
    belongs to no quotation ends the sentence.
    """

    __slots__ = (
        "asks",
        "begins",
        "end",
        "ends_with_mark",
        "low",
        "quote",
        "quotes",
        "span",
        "start",
        "text",
        "titles",
    )

    def __init__(self, text: str, span: Span, quotations: Sequence[tuple[int, Span]]) -> None:
        self.span = span
        self.text: list[str] = []
        self.low: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.quote: list[int] = []
        self.quotes = [number for number, _ in quotations]
        self.begins = [CAPITAL.match(text, span.start, span.end) is not None for _, span in quotations]
        self.asks = [
            ASKS.search(text, max(span.start, span.end - 4), span.end) is not None for _, span in quotations
        ]
        self.ends_with_mark = text[span.end - 1] in STRAY
        self.titles = {number for number, quoted in quotations if embeds_title(text, span.start, quoted)}
        at = span.start
        for number, quoted in quotations:
            self._add(text, at, quoted.start)
            self.text.append(QUOTED)
            self.low.append(QUOTED)
            self.start.append(quoted.start)
            self.end.append(quoted.end)
            self.quote.append(number)
            at = quoted.end
        self._add(text, at, span.end)

    def _add(self, text: str, start: int, end: int) -> None:
        found = list(TOKEN.finditer(text, start, end))
        words = [token.group() for token in found]
        self.text += words
        self.low += [fold(word) for word in words]
        self.start += [token.start() for token in found]
        self.end += [token.end() for token in found]
        self.quote += [-1] * len(found)

    def __len__(self) -> int:
        return len(self.text)

    def is_name(self, i: int) -> bool:
        """Whether the token begins with a capital."""
        return self.quote[i] < 0 and self.text[i][0].isupper()

    def is_word(self, i: int) -> bool:
        return self.quote[i] < 0 and (self.text[i][0].isalnum())

    def cut(self, first: int, last: int) -> Span:
        """From the start of token ``first`` to the end of the token before ``last``."""
        return Span(self.start[first], self.end[last - 1])


def embeds_title(text: str, start: int, quoted: Span) -> bool:
    """Whether a quotation behind a word of the sentence from ``start`` reads like the title of a work."""
    before = text[max(start, quoted.start - 2) : quoted.start].rstrip()
    return before[-1:].isalnum() and is_title(text[quoted.start + 1 : quoted.end - 1].strip(" .,?!"))


def read_rows(text: str, sentences: Sequence[Span], quotations: Sequence[tuple[int, Span]]) -> list[Row]:
    """The sentences of one block as rows.

    Args:
        sentences: of the block, in order; those that end inside a quotation are put together with the next.
        quotations: the outermost quotations of the block, numbered, in order.
    """
    rows: list[Row] = []
    inside: list[tuple[int, Span]] = []
    begin: int | None = None
    at = 0
    for sentence in sentences:
        if begin is None:
            begin = sentence.start
        while at < len(quotations) and quotations[at][1].start < sentence.end:
            inside.append(quotations[at])
            at += 1
        if inside and inside[-1][1].end > sentence.end:
            continue
        rows.append(Row(text, Span(begin, sentence.end), inside))
        inside, begin = [], None
    if begin is not None and sentences:
        end = max(sentences[-1].end, inside[-1][1].end if inside else 0)
        rows.append(Row(text, Span(begin, end), inside))
    return rows
