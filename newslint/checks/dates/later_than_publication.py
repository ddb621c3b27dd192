"""“The law was signed on Oct. 9, 2017” in copy of 2016."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable
from typing import Final

from newslint.checks.dates.near import day_of, sentence_at, spell
from newslint.late import late
from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.story.calendar.lexicon import PAST_VERBS
from newslint.story.dates import DateMention
from newslint.story.story import Story

# Any of these near by, and the date may rightly lie ahead.
_AHEAD: Final = late(
    r"\b(?:will|would|wo|shall|should|could|can|may|might|must|if|until|till|through|next|future|ahead|due|set"
    r"|plan\w*|expect\w*|schedul\w*|propos\w*|predict\w*|forecast\w*|project\w*|estimat\w*|target\w*"
    r"|aim\w*|deadline|expir\w*|extend\w*|effective|upcoming|to be|hop(?:e|ed|es|ing)|want\w*|vow\w*"
    r"|promis\w*|pledg\w*|commit\w*|intend\w*|prepar\w*|mandat\w*|requir\w*|retir\w*|reach|phas\w*|eligible"
    r"|postpon\w*|delay\w*|long-term|beyond|towards?|sunset|eventually)\b|[’']ll\b",
    re.I,
)
# A bare year may be that of something that only begins, or is only meant, in a sentence on it.
_AHEAD_OF_YEAR: Final = late(
    r"\b(?:bid|re-?election|candida\w+|budget\w*|fiscal|fund\w*|spending|imagin\w*|fiction\w*|film|movie|novel"
    r"|version|model|edition|scenario|cycle|contract|run|running|term|season|world cup|olympics|host\w*"
    r"|goals?|ends?|begin|begins|beginning|starts?|starting|notes?|bonds?|yield|putt?able|matur\w*)\b",
    re.I,
)
_PAST: Final = late(rf"\b(?:{'|'.join(PAST_VERBS.split())}|[a-z]{{2,}}ed)\b")
# The verb of the date itself, a few words before it: “won the north of the county in”.
_OWN_VERB: Final = late(
    rf"\b(?!said|told|thought|saw|had|were|was)(?:{'|'.join(PAST_VERBS.split())}|[a-z]{{2,}}ed)\b"
    r"(?: (?!to\b)[\w’$-]+){0,5} in $"
)
_IN: Final = late(r"\b[Ii]n\s+$")
_NEAR: Final = 90  # characters between the date and the words that tell its time


class LaterThanPublication(Check[Options]):
    """A date after the draft's own that is told as past, with nothing near by that looks ahead."""

    verb = "dates"
    problem = "later than publication"
    scope = "narration"
    facts = {"date": "the date in the draft", "published": "the draft's own date: 3 March 2016"}

    def look(self, story: Story) -> Iterable[Hit]:
        if story.date is None:
            return
        for mention in story.dates:
            if not _after(mention, story.date) or not self._told_as_past(story, mention):
                continue
            facts = {"date": mention.span.cut(story.text), "published": spell(story.date)}
            yield Hit(mention.span, facts)

    def _told_as_past(self, story: Story, mention: DateMention) -> bool:
        start, end = mention.span
        if mention.day is None and not _IN.search(story.text, max(0, start - 5), start):
            return False
        sentence = sentence_at(story, start)
        near = max(sentence.start, start - _NEAR), min(sentence.end, end + _NEAR)
        own = _OWN_VERB.search(story.text, near[0], start)
        if own and mention.day is None and not _ahead(story.text, max(sentence.start, own.start() - 40), end):
            return True
        if _AHEAD.search(story.text, *near):
            return False
        if mention.day is None and _AHEAD_OF_YEAR.search(story.text, *near):
            return False
        return bool(_PAST.search(story.text, *near))


def _ahead(text: str, start: int, end: int) -> bool:
    """Whether this stretch itself looks ahead: a plan, a forecast, the end of a term."""
    return bool(_AHEAD.search(text, start, end) or _AHEAD_OF_YEAR.search(text, start, end))


def _after(mention: DateMention, published: datetime.date) -> bool:
    """Whether the date certainly lies after publication; a day's grace for copy that crosses time zones."""
    if mention.year is None or mention.type not in ("DATE", "TIME"):
        return False
    day = day_of(mention)
    if day:
        return (day - published).days > 1
    if mention.type == "TIME":
        return False
    if mention.month:
        return mention.day is None and (mention.year, mention.month) > (published.year, published.month)
    return mention.anchor == "year" and mention.value == str(mention.year) and mention.year > published.year
