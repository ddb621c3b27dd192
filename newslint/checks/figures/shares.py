"""Shares of one whole that are more than a hundred percent: ahead by 66 percent to 44."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import ClassVar

from newslint.late import late
from newslint.model import Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.figures import Figure
from newslint.story.story import Story

_TO = late(
    r"(?: of the (?:votes?|ballots?))?,? ?(?:to|-|–|vs\.?|versus|over|against)"
    r"(?: (?:just|only|about|nearly|roughly|[A-Z][\w.]+[’']s))* ?"
)
# “62 percent in favor and 48 percent opposed”
_FOR = late(
    r" (?:in favou?r|for|voted? (?:for|yes|in favou?r)|support\w*|approv\w+|(?:(?:say|said|voting|vote) )?yes"
    r"|agree\w*)\b[^.;:%]{0,40}?,? (?:and|while|with|but) (?:another |only |just )?"
)
_AGAINST = late(
    r" (?:were |voted |voting |vote |who |said |say |are )?"
    r"(?:opposed|against|oppos\w+|no|disapprov\w+|disagree\w*)\b"
)
# “won 52 percent of the vote and Quill 51 percent”
_AND_OTHER = late(
    r" of (?:the )?(?:votes?|ballots?),? (?:and|while|with|to) (?:[A-Z][\w’.-]+ ){1,3}"
    r"(?:(?:won|took|had|received|got|polled|winning|taking|getting|with|at) )?"
)
_CONTEST = late(
    r"\b(?:leads?|leading|led|ahead|beats?|beating|beaten|defeats?|defeat(?:ed|ing)|trails?|trailing|trailed|wins?|winning|"
    r"won|loses?|losing|lost|edges?|edged|tops?|topped|behind|over|against|victory|margin|match-?up|head-to-head|"
    r"race|dead heat|advantage|edge|split|divided|vot(?:ed?|es|ing)|prefer\w*|favor\w*|favour\w*|"
    r"approv\w+|disapprov\w+|"
    r"support\w*|oppos\w+|agree\w*|disagree\w*|poll\w*|survey\w*|passed|rejected|tie|tied|favorab\w+|favourab\w+|net|"
    r"respectively|carried|trounc\w+|routed)\b",
    re.IGNORECASE,
)
_RANGE = late(
    r"\b(?:from|between)(?: \w+)? ?$|\b(?:rose|rise|rising|rises|increase\w*|grew|grow\w*|fell|fall\w*|"
    r"drop\w*|declin\w+|decreas\w+|jump\w*|climb\w*|slid\w*|cut|raise[ds]?|rang\w+|up|down|compared|gain\w*|"
    r"shrank|surg\w+|swing|anywhere|estimate\w*|about|roughly|"
    r"around|interest|tax\w*|rates?|lower\w*|reduc\w+|chance|chances)\b",
    re.IGNORECASE,
)


class SharesExceedHundred(Check[Options]):
    """“A percent to B percent” of one vote or poll, where A and B are more than a hundred."""

    verb = "figures"
    problem = "shares over 100"
    facts: ClassVar[Mapping[str, str]] = {
        "first": "the first share as written",
        "second": "the second share as written",
        "sum": "what they add up to",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        for one, other in pairwise(story.figures):
            if other.unit != "%" or one.unit not in ("", "%") or one.value + other.value <= 101:
                continue
            if max(one.value, other.value) >= 100:
                continue
            if self._of_one_vote(one, other, story):
                total = f"{(one.value + other.value).normalize():f}"
                facts = {"first": one.span.cut(text), "second": other.span.cut(text), "sum": total}
                yield Hit(Span(one.span.start, other.span.end), facts)

    def _of_one_vote(self, one: Figure, other: Figure, story: Story) -> bool:
        between = one.span.end, other.span.start
        if _TO.fullmatch(story.text, *between):
            return self._contest(one, other, story)
        if one.unit != "%" or one.value + other.value <= 102:
            return False
        if _FOR.fullmatch(story.text, *between):
            return _AGAINST.match(story.text, other.span.end) is not None
        return _AND_OTHER.fullmatch(story.text, *between) is not None

    def _contest(self, one: Figure, other: Figure, story: Story) -> bool:
        """Whether the two shares are of one contest, and not the ends of a range or a change."""
        block = story.draft.block_at(one.span.start)
        if block is None:
            return False
        start = max(block.span.start, one.span.start - 110)
        before = re.split(r";|(?<=[a-z]{3})\. ", story.text[start : one.span.start])[-1]
        after = story.text[other.span.end : min(block.span.end, other.span.end + 60)]
        near = before[-28:]
        return bool(
            not _RANGE.search(near) and _CONTEST.search(before + " " + re.split(r"[.;](?: |$)", after)[0])
        )
