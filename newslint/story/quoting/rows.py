"""A sentence as a row of tokens in which a whole quotation is one token: what attribution is read from."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence, Set
from typing import Any

from newslint.language.words import fold
from newslint.model import Span
from newslint.story.quoting.cues import Cues
from newslint.story.quoting.uses import is_title

TOKEN = re.compile(
    r"\w+(?:[’'.&@/‑‐-]\w+|(?<=[ÂÃ])[\x80-\x9f¡-ª¬-º¼-¿]\w*)*"  # a letter decoded wrongly is still one: Ã©
    r"(?:[’'](?=\s))?(?:\.(?![\s)\]’”'\"]*$))?|--+|[^\w\s'’‘\"“”]"
)
ASKS = re.compile(r"[,?!…—–―-][’'\s]*[^\w\s]{1,2}$")
CAPITAL = re.compile(r"[^\w\s]+\s?[A-Z0-9]")
STRAY = frozenset("'’‘\"“”")  # marks that belong to no quotation
NO_TOKENS = "'’‘\"“”„‟«»‚‛` \t\n\r\u00a0\u2009\u200a\u202f"
QUOTED = "“”"
NO_TITLES: frozenset[int] = frozenset()
TOKENS = ("text", "low", "quote")


class Row:
    """The tokens of one sentence. A sentence ends nowhere inside a quotation.

    ``text`` holds the tokens as they stand, ``low`` folded for look-ups, ``quote`` the number of the
    quotation a token stands for, or -1. ``quotes`` are those numbers in order; ``begins`` tells of each
    whether it begins with a capital, ``asks`` whether it ends with a comma, a dash, a question or an
    exclamation mark, so that more of the sentence has to follow. ``titles`` are the numbers of those that
    read like the title of a work. ``ends_with_mark``: a mark that belongs to no quotation ends the sentence.
    ``may_say`` is False where no word of the sentence is a cue; ``cues`` are the verbs that can be one.
    """

    __slots__ = (
        "_draft",
        "_places",
        "_quotations",
        "asks",
        "begins",
        "cues",
        "ends_with_mark",
        "low",
        "may_say",
        "quote",
        "quotes",
        "span",
        "text",
        "titles",
    )

    text: list[str]
    low: list[str]
    quote: list[int]
    quotes: Sequence[int]
    begins: Sequence[bool]
    asks: Sequence[bool]
    titles: Set[int]

    def __init__(
        self, text: str, span: Span, quotations: Sequence[tuple[int, Span]], may_say: bool, cues: Cues
    ) -> None:
        self.span = span
        self.cues = cues
        self.may_say = may_say
        self._draft = text
        self._quotations = quotations
        self._places: list[tuple[int, int]] = []
        self.ends_with_mark = text[span.end - 1] in STRAY
        if not quotations:
            self.quotes, self.begins, self.asks, self.titles = (), (), (), NO_TITLES
            return
        self.quotes = [number for number, _ in quotations]
        self.begins = [CAPITAL.match(text, span.start, span.end) is not None for _, span in quotations]
        self.asks = [
            ASKS.search(text, max(span.start, span.end - 4), span.end) is not None for _, span in quotations
        ]
        self.titles = {number for number, quoted in quotations if embeds_title(text, span.start, quoted)}

    def __len__(self) -> int:
        return len(self.text)

    def is_name(self, i: int) -> bool:
        """Whether the token begins with a capital."""
        return self.quote[i] < 0 and self.text[i][0].isupper()

    def is_word(self, i: int) -> bool:
        return self.quote[i] < 0 and (self.text[i][0].isalnum())

    def quoted(self, i: int) -> str:
        """The words of the quotation that token ``i`` stands for, with their marks."""
        return self.cut(i, i + 1).cut(self._draft)

    def cut(self, first: int, last: int) -> Span:
        """From the start of token ``first`` to the end of the token before ``last``, in the draft."""
        if not self._places:
            at = self.span.start
            for _, quoted in self._quotations:
                self._places += [token.span() for token in TOKEN.finditer(self._draft, at, quoted.start)]
                self._places.append(quoted)
                at = quoted.end
            self._places += [token.span() for token in TOKEN.finditer(self._draft, at, self.span.end)]
        return Span(self._places[first][0], self._places[last - 1][1])

    def __getattr__(self, name: str) -> Any:
        """The tokens, made when the first of them is asked for; of most sentences nobody asks."""
        if name not in TOKENS:  # asked only for what is not there yet
            raise AttributeError(name)
        at = self.span.start
        text: list[str] = []
        quote: list[int] = []
        for number, quoted in self._quotations:
            text += TOKEN.findall(self._draft, at, quoted.start)
            quote += [-1] * (len(text) - len(quote))
            text.append(QUOTED)
            quote.append(number)
            at = quoted.end
        text += TOKEN.findall(self._draft, at, self.span.end)
        quote += [-1] * (len(text) - len(quote))
        self.text, self.quote = text, quote
        self.low = [word.lower() if word.isascii() else fold(word) for word in text]
        return getattr(self, name)


def embeds_title(text: str, start: int, quoted: Span) -> bool:
    """Whether a quotation behind a word of the sentence from ``start`` reads like the title of a work."""
    before = text[max(start, quoted.start - 2) : quoted.start].rstrip()
    return before[-1:].isalnum() and is_title(text[quoted.start + 1 : quoted.end - 1].strip(" .,?!"))


def read_rows(
    text: str,
    sentences: Sequence[Span],
    quotations: Sequence[tuple[int, Span]],
    starts: Sequence[int],
    cues: Cues,
) -> list[Row]:
    """The sentences of one block as rows.

    Args:
        sentences: of the block, in order; those that end inside a quotation are put together with the next.
        quotations: the outermost quotations of the block, numbered, in order.
        starts: where words begin that can be cues, in order.
        cues: the verbs that can be one.
    """
    rows: list[Row] = []
    inside: list[tuple[int, Span]] = []
    begin: int | None = None
    at = 0

    def add(start: int, end: int) -> None:
        if not inside and not text[start:end].strip(NO_TOKENS):
            return  # a mark that belongs to no quotation, and no word
        at_cue = bisect_left(starts, start)
        may_say = at_cue < len(starts) and starts[at_cue] < end
        rows.append(Row(text, Span(start, end), inside, may_say, cues))

    for sentence in sentences:
        if begin is None:
            begin = sentence.start
        while at < len(quotations) and quotations[at][1].start < sentence.end:
            inside.append(quotations[at])
            at += 1
        if inside and inside[-1][1].end > sentence.end:
            continue
        add(begin, sentence.end)
        inside, begin = [], None
    if begin is not None and sentences:
        add(begin, max(sentences[-1].end, inside[-1][1].end if inside else 0))
    return rows
