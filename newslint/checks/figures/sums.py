"""A closed list that does not make its total: two Americans and one Briton, four people in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.figures import Figure
from newslint.story.story import Story

_BETWEEN = late(r"(?:, and|,| and| and a further| plus)[ \n]")
_IN_ALL = late(r",? (?:in all|in total|altogether|all told|overall)\b")
_TOTAL_BEFORE = late(
    r"(?: (?:were|was|have been|had been) \w+)?(?:,|\s[—–-]|:| —|;| for| making| —a total of)?"
    r"(?: for)? ?(?:a total of |bringing the total to )?"
)
_OPENS = late(r"(?:[ \n][a-z]+){0,3}(?::| —| –|—|, namely)[ \n]?")
_CLOSES = late(r"[.;\n]|$| —| –|—")


class SumMismatch(Check[Options]):
    """Listed parts and a stated total that differ, where nothing can stand outside the list."""

    verb = "figures"
    problem = "sum mismatch"
    facts: ClassVar[Mapping[str, str]] = {
        "total": "the total as written",
        "sum": "what the parts add up to",
        "parts": "the parts as written",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        figures = [figure for figure in story.figures if figure.value == figure.value.to_integral_value()]
        for parts in _lists(figures, story.text):
            if len(parts) > 2 and _IN_ALL.match(story.text, _end(parts[-1], story.text)):
                total: Figure | None = parts.pop()
            else:
                total = self._total(parts, figures, story.text)
            if total is None:
                continue
            added = sum(part.value for part in parts)
            if added != total.value:
                span = Span(
                    min(parts[0].span.start, total.span.start), max(parts[-1].span.end, total.span.end)
                )
                words = story.text[parts[0].span.start : _end(parts[-1], story.text)]
                facts = {
                    "total": total.span.cut(story.text),
                    "sum": str(added),
                    "parts": " ".join(words.split()),
                }
                yield Hit(span, facts)

    def _total(self, parts: Sequence[Figure], figures: Sequence[Figure], text: str) -> Figure | None:
        """What the list is said to make, before it (“five people: …”) or after it (“…, five in all”)."""
        end = _end(parts[-1], text)
        for figure in figures:
            if figure.unit or figure in parts:
                continue
            after = _end(figure, text)
            if figure.span.start > end and _IN_ALL.match(text, after):
                if _TOTAL_BEFORE.fullmatch(text, end, figure.span.start):
                    return figure
            elif after < parts[0].span.start and figure.of and _CLOSES.match(text, end):
                opened = _OPENS.match(text, after)
                if opened and opened.end() == parts[0].span.start:
                    return figure
        return None


def _end(figure: Figure, text: str) -> int:
    """Where the figure's noun phrase ends."""
    if not figure.of:
        return figure.span.end
    at = figure.span.end
    for word in figure.of.split():
        at = text.index(word, at) + len(word)
    return at


def _lists(figures: Sequence[Figure], text: str) -> Iterator[list[Figure]]:
    """Runs of two or more counts, each with its noun, joined by commas and “and”."""
    run: list[Figure] = []
    for figure in figures:
        if figure.unit or not figure.of:
            continue
        if run and _BETWEEN.fullmatch(text, _end(run[-1], text), figure.span.start):
            run.append(figure)
            continue
        if len(run) > 1:
            yield run
        run = [figure]
    if len(run) > 1:
        yield run
