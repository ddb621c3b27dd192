"""Claims nobody answers for: what critics say, studies show and reactions are, found by word order."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal, get_args

from newslint.language.words import find_words
from newslint.late import late
from newslint.model import Span
from newslint.story.claiming.bases import find_bases
from newslint.story.claiming.beliefs import (
    find_beliefs,
    find_debates,
    find_guesses,
    find_impersonal,
    find_places,
)
from newslint.story.claiming.examples import Neighbourhood
from newslint.story.claiming.groups import find_groups
from newslint.story.claiming.plurals import find_plurals
from newslint.story.claiming.reactions import find_judgements, find_reactions
from newslint.story.claiming.reports import find_reports
from newslint.story.claiming.stances import find_stances, is_group
from newslint.story.claiming.text import WORDS, Found, Passage

if TYPE_CHECKING:
    from newslint.story.story import Story

ClaimKind = Literal[
    "unnamed group says",
    "by unnamed group",
    "unowned report",
    "unowned reaction",
    "agentless judgement",
    "impersonal belief",
    "unnamed plural says",
    "unnamed group feels",
    "passive belief",
    "own guess",
    "unnamed place",
    "vague time",
    "change without figure",
    "vague toll",
    "open bound",
    "growth without base",
    "unsourced superlative",
    "whole group speaks",
]
CLAIM_KINDS: tuple[ClaimKind, ...] = get_args(ClaimKind)
"""Strongest first: a sentence makes one claim, the strongest found in it."""

PROSE = frozenset({"lede", "body", "quote", "list", "caption"})
POLL = late(
    r"\d ?(?:%|percent|per cent)|\b\d+-\d+\b|\bpoll|\bsurvey|\bmargin\b|\b[Aa]mong those\b|\brespondents\b"
)
POLLED = frozenset(
    {"", "supporter", "backer", "voter", "person", "woman", "man", "republican", "democrat", "american"}
    | {"millennial", "independent", "hispanic", "latino", "black", "white", "russian", "evangelical"}
)
EARNED = late(r"[$€£]\d|\bper share\b|\b(?:earnings|revenue|profit)\b")
NO_NAME = WORDS["adjective"] | WORDS["many"] | {"other"}
SPEAKING = frozenset(
    {"unnamed group says", "unnamed plural says", "unnamed group feels", "whole group speaks"}
)
FINDERS = (find_groups, find_reports, find_reactions, find_debates, find_judgements, find_impersonal)
WEAKER = (find_stances, find_beliefs, find_guesses, find_places)
Both = tuple[tuple[Found, ...], tuple[Found, ...]]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim whose owner the reader cannot find.

    ``span`` holds the words that hide the owner (“some analysts”, “Intelligence reports suggest”), ``who``
    the same as one line, without “by”. ``example`` is true where the same or one of the next two sentences
    names one of the group, the report meant, or somebody who reacted.
    """

    kind: ClaimKind
    span: Span
    who: str
    sentence: Span
    block: int
    example: bool


def find_claims(story: Story) -> tuple[Claim, ...]:
    """The claims of the story outside headlines and quotation marks, in order, at most one a sentence."""
    around = Neighbourhood(story)
    blocks = [block.index for block in story.draft.blocks if block.role in PROSE]
    plurals: dict[int, list[Found]] = defaultdict(list)
    for block, found in find_plurals(story):
        plurals[block].append(found)
    return tuple(claim for block in blocks for claim in _in_block(story, block, around, plurals[block]))


def _in_block(story: Story, block: int, around: Neighbourhood, plurals: list[Found]) -> Iterator[Claim]:
    sentences = story.sentences[block]
    strongest: dict[int, Found] = {}
    role = story.draft.blocks[block].role
    strong, weak = story.recall(
        story.draft.blocks[block], find_claims, partial(_found, story, block), _moved, role
    )
    for found in sorted((*strong, *plurals, *weak), key=_rightly):
        at = bisect_right(sentences, (found.span.start, len(story.text))) - 1
        if at < 0 or at in strongest or story.quoted(found.span):
            continue
        if found.kind in SPEAKING and _named_first(story, found.span):
            continue
        if not _surveyed(story, found, sentences[at], block):
            strongest[at] = found
    for at, found in sorted(strongest.items()):
        example = around.has_example(found, sentences[at])
        who = flat(found.span.cut(story.text)).removeprefix("by ")
        yield Claim(found.kind, found.span, who, sentences[at], block, example)


def _rightly(found: Found) -> bool:
    """What news copy rightly leaves unnamed comes last: it hides no other claim."""
    return found.kind == "whole group speaks"


def _surveyed(story: Story, found: Found, sentence: Span, block: int) -> bool:
    """Whether a poll says so, or those asked for every quarter's estimate: the claim has an owner then."""
    if found.kind in SPEAKING and found.noun == "analyst" and EARNED.search(story.text, *sentence):
        return True
    if found.noun not in POLLED and found.kind != "unnamed group feels":
        return False
    asked = sentence if found.kind == "unnamed group says" else story.draft.blocks[block].span
    return POLL.search(story.text, *asked) is not None


def _found(story: Story, block: int) -> Both:
    """What there is to see in a block on its own, stronger than an unnamed plural or weaker."""
    passage = Passage(story.text, story.words[block])
    strong, weak = (
        tuple(found for finder in finders for found in finder(passage)) for finders in (FINDERS, WEAKER)
    )
    return strong, (*weak, *find_bases(story, block))


def _moved(both: Both, by: int) -> Both:
    strong, weak = (tuple(one._replace(span=one.span.shift(by)) for one in found) for found in both)
    return strong, weak


def flat(text: str) -> str:
    return " ".join(text.split())


def _named_first(story: Story, span: Span) -> bool:
    """Whether the first word is a name: one that the draft writes large inside sentences, and never small."""
    words, places = story.concordance
    first = next(word for word in find_words(story.text, span))
    if not first.text[0].isupper() or first.lower in NO_NAME or is_group(first.lower):
        return False
    if first.text[1:2].isupper():
        return True
    others = [words[i] for i in places[first.lower]]
    if any(not word.text[0].isupper() for word in others):
        return False
    return any(_inside(story.text, word.span.start) for word in others)


def _inside(text: str, start: int) -> bool:
    """Whether a word stands inside a sentence: after a small letter or a comma."""
    before = text[max(0, start - 2) : start].rstrip(" ")
    return before[-1:].islower() or before[-1:] == ","
