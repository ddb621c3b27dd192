"""A cue and whoever it gives the words to, and the marks and turns that stand for a cue."""

from __future__ import annotations

from typing import Literal, NamedTuple

from newslint.story.quoting.cues import Cue
from newslint.story.quoting.phrases import Phrase

Side = Literal["before", "after", "clause"]
ACCORDING = Cue("according to", "speech", "past")
COLON = Cue(":", "speech", "past")
BESIDE = Cue("by", "speech", "past")
COMMA = Cue(",", "speech", "past")
DASH = Cue("—", "speech", "past")


class Said(NamedTuple):
    """A cue (tokens ``first`` up to ``last``) and its speaker; ``side`` is where the speaker stands from
    the cue.

    ``reported`` where a statement follows or precedes in the writer's own words, so that the cue stands
    without any quotation. ``weak`` where the words are not said but thought, wished or possible (“would
    say”, “believes”); ``trails`` where it stands behind the statement it belongs to (“…, she said.”).
    """

    first: int
    last: int
    cue: Cue
    speaker: Phrase
    side: Side
    reported: bool
    weak: bool = False
    trails: bool = False
