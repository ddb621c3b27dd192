"""What a reporter is: one that writes draft by draft, or one that needs the whole report."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Protocol

from newslint.model import Part, Report, Totals


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


class Writer(ABC):
    """Writes one report: ``begin``, then ``part`` for each draft as it is read, then ``end``. What each gives
    is sent off at once; nothing of a draft need be kept."""

    def begin(self) -> str:
        """What comes first."""
        return ""

    @abstractmethod
    def part(self, part: Part) -> str:
        """What is to be said of a draft. One that is compared with others comes a second time, with what came
        of that."""

    @abstractmethod
    def end(self, totals: Totals) -> str:
        """What comes last."""


class Serial(ABC):
    """A reporter that writes draft by draft, so that an archive takes no more memory than a draft."""

    name: str

    @abstractmethod
    def open(self, page: Page) -> Writer:
        """What writes a report."""

    def render(self, report: Report, page: Page) -> str:
        """The whole text."""
        writer = self.open(page)
        return "".join((writer.begin(), *map(writer.part, report.parts), writer.end(report.totals)))
