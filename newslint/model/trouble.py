"""What could not be done as asked."""

from __future__ import annotations


class Trouble(Exception):
    """Something newslint could not do as asked; the command line prints it and exits with 2.

    Args:
        message: what is wrong, in a sentence an editor understands.
        path: the file it is about, as the user named it.
        line, column: from 1, where known.
        remedy: what to do about it.
    """

    def __init__(
        self,
        message: str,
        *,
        path: str | None = None,
        line: int | None = None,
        column: int | None = None,
        remedy: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.column, self.remedy = message, path, line, column, remedy

    def __str__(self) -> str:
        where = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return f"{where}: {self.message}" if where else self.message
