"""“said he” for “he said”."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from newslint.late import late
from newslint.model import Hit, Rewrite, Span
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

# What the two words may end at: the draft's clause, or words on how and when it was said. A verb after the
# pronoun has it for its own subject: “the captain … says she made up her mind”.
ENDS: Final = late(r"\s*(?:[^\w\s]|$|(?:a[st]|and|after|before|but|from|i[nf]|on|to|when|while|with)\b)")
PRONOUNS: Final = frozenset({"he", "she", "they", "it", "i", "we", "you"})


class SaidHe(Check[Options]):
    """A cue verb before the pronoun that is its subject."""

    verb = "quotes"
    problem = "verb before pronoun"
    scope = "all"
    facts = {"better": "the two the other way round: he said"}

    def look(self, story: Story) -> Iterable[Hit]:
        for said in story.attributions:
            speaker, cue = story.draft.cut(said.speaker), story.draft.cut(said.cue)
            between = story.text[said.cue.end : said.speaker.start]
            follows = ENDS.match(story.text, said.speaker.end)
            if follows and between.isspace() and speaker.lower() in PRONOUNS:
                better = f"{speaker} {cue}"
                span = Span(said.cue.start, said.speaker.end)
                yield Hit(span, {"better": better}, rewrites=(Rewrite(span, better),))
