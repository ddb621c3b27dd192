"""What a check saw (Hit) and what newslint reports (Finding)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import NamedTuple

from newslint.model.draft import Draft, Place
from newslint.model.span import Span


class Severity(IntEnum):
    """How much a finding matters: ``error`` fails a run, ``warning`` asks, ``suggestion`` is style."""

    suggestion = 1
    warning = 2
    error = 3

    def __str__(self) -> str:
        return self.name


class Rewrite(NamedTuple):
    """Replace ``span`` of the draft's text by ``text``; ``safe`` where the meaning cannot change."""

    span: Span
    text: str
    safe: bool = False


class Aside(NamedTuple):
    """Another place that explains a hit: the first spelling, the other date. ``draft`` is where it stands,
    None for the draft of the hit itself."""

    span: Span
    text: str
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """What a check saw: where, the named facts a message may use, possible rewrites, related places.

    ``span`` is in the draft's text; a hit on the draft as a whole has ``Span(0, 0)``.
    """

    span: Span
    facts: Mapping[str, str] = field(default_factory=dict)
    rewrites: tuple[Rewrite, ...] = ()
    asides: tuple[Aside, ...] = ()


class Edit(NamedTuple):
    """A change to the source: replace the characters between two places by ``text``."""

    start: Place
    end: Place
    text: str
    safe: bool = False


class Related(NamedTuple):
    """A place that explains a finding, in this draft or another."""

    path: str
    start: Place
    end: Place
    message: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to settle. A plain value: it can be ordered, compared and written to JSON without its draft.

    ``start`` and ``end`` are places in the source, None where the finding has no place. ``fingerprint`` names
    the finding by rule and context, so that it survives edits elsewhere in the draft.
    """

    path: str
    rule: str
    severity: Severity
    message: str
    start: Place | None = None
    end: Place | None = None
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    fingerprint: str = ""

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: by file, then place (findings without one first), then rule."""
        start, end = (self.start, self.end) if self.start and self.end else (None, None)
        return (self.path, start.offset if start else -1, end.offset if end else -1, self.rule, self.message)
