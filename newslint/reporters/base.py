"""What a reporter is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from newslint.model import Report


@dataclass(frozen=True, slots=True)
class Page:
    """What the report is written on: whether it shows colour, how many columns it has, and whether
    suggestions are folded to a count for each rule."""

    colour: bool = False
    width: int = 100
    fold: bool = True


class Reporter(Protocol):
    """Turns a report into text. ``name`` is the value of ``--format``."""

    name: str

    def render(self, report: Report, page: Page) -> str:
        """The whole text, ending with a line break unless empty. Never raises for a report newslint makes."""
