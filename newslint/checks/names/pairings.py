"""A city and the state or country behind it: Leith, Scotland, then Leith, North Dakota; Kampala, Kenya."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import ClassVar, NamedTuple

from newslint.checks.names.data import read_lines
from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options, Scope
from newslint.story.naming.lexicon import lexicon
from newslint.story.story import Story

_CITY = late(r"(?<![\w’'.-])(?:St\. |Port-au-)?[A-Z][\w’'-]+(?: (?:de |es )?[A-Z][\w’'-]+){0,2}$")
# Behind the pair of an address or a place; in a list of places other names follow.
_CLOSED = late(r"(?=[.,;:)—–]|$|\n)(?!,? (?:and |or |to )?(?:the )?[A-Z])")
# What stands before a list: “to Paris, Germany”, “London, Paris, Germany”.
_LIST_BEFORE = late(r"[A-Z][\w’'-]+(?:,| and| or|,? to) $")
# Where English-speaking towns have the names of cities elsewhere.
_NAMESAKES = frozenset(
    ("U.S.", "Canada", "Britain", "Ireland", "Australia", "New Zealand", "Georgia", "Jamaica")
)


class Pair(NamedTuple):
    """A city and what stands behind it, in their usual forms, and the place of both."""

    city: str
    region: str
    span: Span


class PlacePairing(Check[Options]):
    """A city in two states or countries in one draft, or in a country that it does not lie in."""

    verb = "names"
    problem = "place pairing"
    facts: ClassVar[Mapping[str, str]] = {
        "place": "the city with its state or country, as written: Kampala, Kenya",
        "other": "where it lies elsewhere in the draft, or on the map: Uganda",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        first: dict[str, Pair] = {}
        for pair in _pairs(story):
            words = pair.span.cut(story.text)
            country = _cities().get(pair.city)
            whole = _regions()[1].get(pair.region, pair.region)
            if country and country != whole and whole not in _NAMESAKES:
                yield Hit(pair.span, {"place": words, "other": country})
                continue
            other = first.setdefault(pair.city, pair)
            if pair.region == other.region or whole == other.region:
                continue
            if _regions()[1].get(other.region) == pair.region or _told_apart(other, pair, story):
                continue
            aside = Aside(other.span, f"“{other.span.cut(story.text)}” here")
            yield Hit(pair.span, {"place": words, "other": other.region}, asides=(aside,))


def _told_apart(one: Pair, other: Pair, story: Story) -> bool:
    """Whether the two stand side by side, as namesakes do that are told apart."""
    between = story.text[one.span.end : other.span.start]
    return "\n" not in between and len(between) < 200


def _pairs(story: Story) -> Iterator[Pair]:
    text, (forms, _), known = story.text, _regions(), lexicon()
    people = {word for name in story.names if name.kind == "person" for word in name.canonical.split()}
    for block in story.draft.blocks:
        if block.role not in PROSE:
            continue
        for found in _pattern().finditer(text, *block.span):
            comma = found.start()
            before = _CITY.search(text, max(block.span.start, comma - 60), comma)
            if before is None:
                continue
            words = before[0].replace("’", "'").split()
            while len(words) > 1 and words[0] in known.function:
                words = words[1:]
            city, first = " ".join(words), words[0]
            if city in forms or first in known.calendar or first in known.function or first in known.titles:
                continue
            if first in known.demonyms or words[-1] in people:
                continue
            region = found["region"]
            closed = region.endswith(".") and not text.startswith(",", found.end())
            if not _CLOSED.match(text, found.end() - closed, block.span.end):
                continue
            start = comma - len(city)
            if not _LIST_BEFORE.search(text, max(block.span.start, start - 30), start):
                yield Pair(city, forms[region], Span(start, found.end()))


@cache
def _pattern() -> re.Pattern[str]:
    regions = "|".join(re.escape(form) for form in sorted(_regions()[0], key=len, reverse=True))
    return re.compile(rf", (?P<region>{regions})(?![\w’'])")


@cache
def _regions() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Every form of a state or country to its usual one; and the usual one to what it is part of."""
    forms, wholes = dict[str, str](), dict[str, str]()
    for line in read_lines("regions.txt"):
        told, _, whole = line.partition(" < ")
        usual, *others = told.split(" | ")
        forms.update(dict.fromkeys((usual, *others), usual))
        if whole:
            wholes[usual] = whole
    return forms, wholes


@cache
def _cities() -> Mapping[str, str]:
    """Cities by the country they lie in."""
    lines = (line.partition(": ") for line in read_lines("cities.txt"))
    return {city: country for country, _, cities in lines for city in cities.split(", ")}
