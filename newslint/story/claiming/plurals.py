"""Speakers in the plural without a name, found by who is said to say: “Republicans argue”, “voters say”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newslint.late import late
from newslint.model import Span
from newslint.story.claiming.stances import is_group
from newslint.story.claiming.text import WORDS, Found
from newslint.story.naming.lexicon import lexicon
from newslint.story.sourcing.words import singular

if TYPE_CHECKING:
    from newslint.story.claims import ClaimKind
    from newslint.story.story import Story

# what stands before a plural that the reader knows, or can count: the, his, these, two, 40
_KNOWN = late(
    r"(?:the|this|that|these|those|his|her|its|their|our|my|your|whose|both|all|no|two|three|four|five|six"
    r"|seven|eight|nine|ten|eleven|twelve|\d.*|he|she|it|they|we|you|i|who|one|each|every|either|neither"
    r"|an?|another|any|most)\b|\w+ of (?:the|these|those|his|her|its|their|our|my|your|them|us)\b"
    r"|.*[’'](?:s )?",
    re.IGNORECASE,
)
_HEAD_ENDS = late(r" (?:of|in|at|from|for|with|on|who|that|close|familiar|across|within|like|to|near)\b")
# papers, which are no speakers
_NEVER = WORDS["report"] | {"emails", "documents", "records", "filings"}
# those who speak for an office under a name without a number of their own
_OFFICES = frozenset({"police", "authorities", "prosecutors", "investigators", "regulators"})
_WHO = frozenset({"who", "that", "which", "whose"})
# cues that are oftener something people do than something they say
_DO = frozenset(
    {"decide", "hear", "cast", "relate", "open", "find", "seek", "address", "see", "read", "learn", "chant"}
    | {"shout", "yell", "sing", "cheer", "decry"}
)
_KINDS = frozenset({"collective", "anonymous", "witness", "organisation"})


def find_plurals(story: Story) -> Iterator[tuple[int, Found]]:
    """Every statement whose speaker is an unnamed plural that nothing makes known, with its block."""
    kinds = {i: one.kind for one in story.sources for i in one.statements}
    named = {
        mention.span.start for name in story.names if name.kind != "unknown" for mention in name.mentions
    }
    for said in story.attributions:
        if kinds.get(said.index) not in _KINDS or said.speaker.start in named or story.quoted(said.speaker):
            continue
        words = " ".join(said.speaker.cut(story.text).split())
        if not words or _KNOWN.match(words) or any(map(_named, said.phrase.cut(story.text).split()[1:])):
            continue
        head = _HEAD_ENDS.split(words)[0].split()[-1].strip("“”\"'’.,").lower()
        if is_group(head) or head in _OFFICES:
            between = story.text[said.speaker.end : said.cue.start].split()
            if not between and said.cue.cut(story.text).endswith("ing"):
                continue  # “investors expecting a rise” are told apart from others
            if head in _NEVER or said.verb in _DO or _WHO.intersection(between) or _both(story, said.speaker):
                continue
            noun = singular(head)[0]
            alone = noun in WORDS["rightly-unnamed"]
            kind: ClaimKind = "whole group speaks" if alone else "unnamed plural says"
            yield said.block, Found(kind, said.speaker, noun)


def _both(story: Story, speaker: Span) -> bool:
    """Whether the words before the speaker make the group known: “Both men said”."""
    before = story.text[max(0, speaker.start - 12) : speaker.start].split()
    return bool(before) and before[-1].lower() in ("both", "all", "the", "if", "how")


def _named(word: str) -> bool:
    """Whether a word within the phrase is part of a name, and not a party or a people."""
    bare = word.strip("“”\"'’.,")
    return bare[:1].isupper() and bare.lower() not in WORDS["party"] and bare not in lexicon().demonyms
