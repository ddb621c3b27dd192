"""The verb itself: claims nobody answers for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal

from pydantic import Field

from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.story.claims import Claim, ClaimKind
from newslint.story.story import Story

BY_UNNAMED_GROUP: frozenset[ClaimKind] = frozenset({"unnamed group says", "by unnamed group"})


class ClaimsOptions(Options):
    speaker: Literal["unnamed group"] | None = Field(
        None, description="Claims laid at the door of a group: critics say, seen by some as"
    )
    kind: ClaimKind | None = Field(None, description="What hides the owner of the claim")
    unless: Literal["named example"] | None = Field(
        None, description="Silent where one of the group, or whoever reacted, is named nearby"
    )


class Claims(Check[ClaimsOptions]):
    """Claims that fulfil every condition given, at most one a sentence."""

    verb = "claims"
    Options = ClaimsOptions
    facts: ClassVar[Mapping[str, str]] = {
        "who": "the words that hide the owner, as they stand",
        "kind": "what hides the owner",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        return (
            Hit(claim.span, {"who": claim.who, "kind": claim.kind})
            for claim in story.claims
            if self._wanted(claim)
        )

    def _wanted(self, claim: Claim) -> bool:
        options = self.options
        if options.speaker and claim.kind not in BY_UNNAMED_GROUP:
            return False
        if options.kind and claim.kind != options.kind:
            return False
        return not (options.unless and claim.example)
