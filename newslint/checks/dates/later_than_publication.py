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
    r"|plan\w*|expect\w*|schedul\w*|propos\w*|predict\w*|forecast\w*|project\w*|estimat\w*|target\w*|goals?"
    r"|ends?|starting|aim\w*|deadline|expir\w*|extend\w*|effective|upcoming|begin|begins|beginning|starts?"
    r"|to be|hop(?:e|ed|es|ing)|want\w*|bid|re-?election|candida\w+|budget\w*|fiscal|fund\w*|spending"
    r"|vow\w*|promis\w*"
    r"|pledg\w*|commit\w*|intend\w*|prepar\w*|mandat\w*|requir\w*|retir\w*|reach|phas\w*|eligible|postpon\w*"
    r"|delay\w*|imagin\w*|fiction\w*|film|movie|novel|version|model|edition|long-term|scenario|beyond|towards?"
    r"|sunset|eventually|cycle|contract|run|running|term|season|world cup|olympics|host\w*)\b|[’']ll\b",
    re.I,
)
_PAST: Final = late(rf"\b(?:{'|'.join(PAST_VERBS.split())}|[a-z]{{2,}}ed)\b")
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
        return bool(_PAST.search(story.text, *near)) and not _AHEAD.search(story.text, *near)


def _after(mention: DateMention, published: datetime.date) -> bool:
    """Whether the date certainly lies after publication; a day's grace for copy that crosses time zones."""
    if mention.year is None or mention.type != "DATE":
        return False
    day = day_of(mention)
    if day:
        return (day - published).days > 1
    if mention.month:
        return mention.day is None and (mention.year, mention.month) > (published.year, published.month)
    return mention.anchor == "year" and mention.value == str(mention.year) and mention.year > published.year
