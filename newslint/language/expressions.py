"""Expressions of the regex package, compiled only for a draft that holds what they look for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from newslint.language.needles import NOTHING, needles
from newslint.language.phrases import Found
from newslint.model import Span

if TYPE_CHECKING:
    import regex

BLANK_LINE = "\n\n"  # between two paragraphs
LEAST = 0.001  # seconds: with none at all, regex would take as long as it likes


class Expression:
    """An expression as a rule gives it: ``^`` and ``$`` are the ends of lines, capitals matter if ``exact``.

    Compiling one takes as long as looking a whole draft through, and few drafts hold what it looks for. So it
    is compiled when the first of them does, and at once where it does not tell what that is.
    Raises ValueError for an expression that the package cannot read.
    """

    def __init__(self, source: str, *, exact: bool) -> None:
        self.source, self.exact = source, exact
        self._needles = needles(source)
        if any("\n" in needle for needle in self._needles):  # it may stand half in the next paragraph
            self._needles = NOTHING
        if "" in self._needles:
            _ = self._compiled

    def may_match(self, folded: str) -> bool:
        """Whether there may be a match in a text, or paragraph, which is given folded by ``str.casefold``."""
        return any(map(folded.__contains__, self._needles))

    def find(self, text: str, within: Span, timeout: float) -> Iterator[Found[str]]:
        """The matches in a paragraph of a text, with their words; empty ones are left out, and those that run
        over its end. The line ends around it can be seen. Raises TimeoutError after so many seconds."""
        end = min(within.end + len(BLANK_LINE), len(text))
        for match in self._compiled.finditer(text, within.start, end, timeout=timeout):
            if match.start() < match.end() <= within.end:
                yield Found(Span(*match.span()), match.group())

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        import regex  # takes longer than all that is compiled for most drafts

        try:
            return regex.compile(self.source, regex.MULTILINE | (0 if self.exact else regex.IGNORECASE))
        except regex.error as error:
            raise ValueError(f"the regex “{self.source}” cannot be read: {error}") from error


class Expressions:
    """The expressions of one rule. Raises ValueError as they do.

    Each is looked for only in paragraphs that hold what it cannot do without.
    """

    def __init__(self, sources: Iterable[str], *, exact: bool) -> None:
        self._all = [Expression(source, exact=exact) for source in sources]

    def find(self, text: str, within: Span, timeout: float) -> Iterator[Found[str]]:
        """The matches in a paragraph. Raises TimeoutError where one expression takes so many seconds."""
        folded = within.cut(text).casefold() if self._all else ""
        for each in self._all:
            if each.may_match(folded):
                yield from each.find(text, within, timeout)

    def find_all(
        self, text: str, folded: str, paragraphs: Sequence[Span], timeout: float
    ) -> Iterator[Found[str]]:
        """The matches in all paragraphs of a text, which is given folded by ``str.casefold`` as well. Raises
        TimeoutError where one expression takes so many seconds in all of them together."""
        for each in self._all:
            if not each.may_match(folded):
                continue
            begun = monotonic()
            for within in paragraphs:
                if each.may_match(within.cut(text).casefold()):
                    yield from each.find(text, within, max(timeout - monotonic() + begun, LEAST))
