"""A closed list that does not make its total: two Americans and one Briton, four people in all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.counting.numbers import WORDS
from newslint.story.figures import Figure
from newslint.story.story import Story

_BETWEEN = late(r"(?:, and|,| and| and a further| plus)[ \n]")
_IN_ALL = late(r",? (?:in all|in total|altogether|all told|overall)\b")
_TOTAL_BEFORE = late(
    r"(?: (?:were|was|have been|had been) \w+)?(?:,|\s[—–-]|:| —|;| for| making| —a total of)?"
    r"(?: for)? ?(?:a total of |bringing the total to )?"
)
_OPENS = late(r"(?:[ \n][a-z]+){0,3}(?::| —| –|—|, namely)[ \n]?")
_OPENS_WIDE = late(
    r"(?: (?:who |that )?(?:were|was|have been|had been|are)(?: [a-z]+){1,2}| in all| [a-z]+)?: "
)
# What “two children, a teacher and a driver” is made of; “a few”, “a dozen” are no one.
_ITEM = late(
    r"(?:(?P<one>an?|one)|(?P<count>\d{1,3}|[a-z]+(?:-[a-z]+)?)) "
    r"(?!few\b|number\b|couple\b|dozen\b|hundred\b|group\b|family\b|pair\b)[^,;:.()“”\d]{2,50}"
)
_COMMA = late(r",? and |, ")
_AT_LEAST = late(
    r"(?i)\b(?:at least|more than|about|some|nearly|almost|over|up to|around|among the|including)[ \n]$"
)
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
            figures = [figure for figure in figures if figure is not total]
        yield from _told(figures, story.text)

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


def _told(figures: Sequence[Figure], text: str) -> Iterator[Hit]:
    """“Five people: two children, a teacher and a driver”: totals with a list whose every item says how many
    it is, and which ends with the sentence."""
    for total in figures:
        if total.unit or not total.of or total.value < 2 or _AT_LEAST.search(text[: total.span.start][-16:]):
            continue
        opened = _OPENS_WIDE.match(text, _end(total, text))
        if not opened:
            continue
        closed = _CLOSES.search(text, opened.end())
        words = text[opened.end() : closed.start() if closed else len(text)]
        items = [_ITEM.fullmatch(item) for item in _COMMA.split(words)]
        counts = [_count(item) for item in items if item]
        if len(counts) < 2 or len(counts) != len(items) or None in counts:
            continue
        added = sum(count or 0 for count in counts)
        if total.value not in (added, len(counts)):
            facts = {"total": total.span.cut(text), "sum": str(added), "parts": " ".join(words.split())}
            yield Hit(Span(total.span.start, opened.end() + len(words)), facts)


def _count(item: re.Match[str]) -> int | None:
    """How many an item is; None where it begins with no number, or has another in it."""
    count = item["count"]
    if any(word in WORDS for word in item[0].lower().split()[1:]):
        return None
    if not count:
        return 1
    return int(count) if count.isdigit() else WORDS.get(count)
