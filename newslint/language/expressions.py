"""Expressions of the regex package, compiled only for a draft that holds what they look for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.language.needles import needles

if TYPE_CHECKING:
    import regex


class Expression:
    """An expression as a rule gives it: ``^`` and ``$`` are the ends of lines, capitals matter if ``exact``.

    Compiling one takes as long as looking a whole draft through, and few drafts hold what it looks for. So it
    is compiled when the first of them does, and at once where it does not tell what that is.
    Raises ValueError for an expression that the package cannot read.
    """

    def __init__(self, source: str, *, exact: bool) -> None:
        self.source, self.exact = source, exact
        self._needles = needles(source)
        if "" in self._needles:
            _ = self._compiled

    def find(self, text: str, folded: str, timeout: float) -> Iterator[regex.Match[str]]:
        """The matches in a text, which is given folded by ``str.casefold`` as well. Raises TimeoutError after
        so many seconds."""
        if any(needle in folded for needle in self._needles):
            yield from self._compiled.finditer(text, timeout=timeout)

    @cached_property
    def _compiled(self) -> regex.Pattern[str]:
        import regex  # takes longer than all that is compiled for most drafts

        try:
            return regex.compile(self.source, regex.MULTILINE | (0 if self.exact else regex.IGNORECASE))
        except regex.error as error:
            raise ValueError(f"the regex “{self.source}” cannot be read: {error}") from error
