"""One compound in two forms: email and e-mail, health care and healthcare."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import compress, islice, pairwise
from operator import add
from typing import ClassVar

from newslint.checks.names.data import compound_parts
from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.naming.lexicon import lexicon
from newslint.story.story import Story

_HYPHENATED = late(r"(?<![\w-])[a-zA-Z]+-[a-z]+(?![\w-])")
_CLOSED = late(r"(?<![\w’'-])[a-z]{5,}(?![\w’'-])")
_OPEN = late(r"(?<![\w’'-])(?=([a-z]{3,} [a-z]{3,})(?![\w’'-]))[a-z]")


class CompoundMixed(Check[Options]):
    """The same compound closed and hyphenated, or closed and open; hit where the rarer form first stands."""

    verb = "names"
    problem = "compound mixed"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the compound as written here",
        "first": "the form the draft uses otherwise",
        "count": "how often it uses that",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        if not _some_mixed(story):
            return
        closed: dict[str, list[Span]] = defaultdict(list)
        other: dict[str, list[Span]] = defaultdict(list)
        for found in _CLOSED.finditer(text):
            closed[found.group()].append(Span(*found.span()))
        for found in _HYPHENATED.finditer(text):
            joined = found.group().replace("-", "").lower()
            if joined in closed:
                other[joined].append(Span(*found.span()))
        for found in _OPEN.finditer(text):
            first, _, second = found[1].partition(" ")
            if first + second in closed and not _may_differ(first, second):
                other[first + second].append(Span(*found.span(1)))
        for word, spans in other.items():
            usual, odd = (spans, closed[word]) if len(closed[word]) < len(spans) else (closed[word], spans)
            if len(usual) == len(odd) and odd[0] < usual[0]:
                usual, odd = odd, usual
            own = [span for span in odd if _in_narration(span, story)]
            if own and any(_in_narration(span, story) for span in usual):
                spelt = usual[0].cut(text)
                yield Hit(
                    own[0],
                    {"name": own[0].cut(text), "first": spelt, "count": str(len(usual))},
                    asides=(Aside(usual[0], f"“{spelt}” here"),),
                )


def _some_mixed(story: Story) -> bool:
    """Whether any word of the draft is there in a second form; most drafts end here."""
    words = [word.lower for word in story.concordance.words]
    whole = story.concordance.places.keys()
    if any("-" in word and word.replace("-", "") in whole for word in whole):
        return True
    joined = map(whole.__contains__, map(add, words, islice(words, 1, None)))
    return any(not _may_differ(first, second) for first, second in compress(pairwise(words), joined))


def _may_differ(first: str, second: str) -> bool:
    seconds, firsts = compound_parts()
    return second in seconds or first in firsts or first.capitalize() in lexicon().function


def _in_narration(span: Span, story: Story) -> bool:
    return story.draft.role_at(span.start) in PROSE and not story.quoted(span)
