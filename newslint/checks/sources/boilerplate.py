"""A reason for withholding a name that fits every source there is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.late import late
from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story

ROTE = late(
    r"(?:authori[sz]ed|allowed|permitted|cleared) to (?:\w+ )?(?:speak|talk|discuss|comment|be)\b"
    r"|sensitiv\w+ of (?:the|this|these|his|her|their) \w+|sensitive (?:matter|subject)s?"
    r"|(?:speak|talk) (?:more )?(?:freely|candidly|frankly|openly)"
    r"|to discuss (?:internal|private|sensitive) \w+",
    re.I,
)


class BoilerplateReason(Check[Options]):
    """Reasons for anonymity that are rote: not authorised to speak, the sensitivity of the matter."""

    verb = "sources"
    problem = "boilerplate reason"
    scope = "all"
    facts: ClassVar[Mapping[str, str]] = {
        "source": "the source as first mentioned",
        "reason": "the reason as the draft gives it",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for source in story.sources:
            if source.kind != "anonymous" or source.reason is None:
                continue
            reason = " ".join(source.reason.cut(story.text).split())
            if ROTE.search(reason) and not re.search(
                r"\b(?:fear|because (?:he|she|they) (?:could|would))", reason
            ):
                yield Hit(source.reason, {"source": source.text, "reason": reason})
