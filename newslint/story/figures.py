"""Figures: numbers, their units and what they count."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from newslint.model import Span

if TYPE_CHECKING:
    from newslint.story.story import Story


@dataclass(frozen=True, slots=True)
class Figure:
    """A number. ``value`` as a plain number (“two dozen” 24, “$1.5 million” 1500000); ``unit`` (``%``, ``USD``, ``km``,
    "" for a count); ``of`` the noun phrase counted, "" where there is none; ``place`` the place tied to it, or ""."""

    span: Span
    value: Decimal
    unit: str
    of: str
    place: str = ""


def find_figures(story: Story) -> tuple[Figure, ...]:
    """Every figure of the story, in order; dates, times and ordinals are not figures."""
    raise NotImplementedError
