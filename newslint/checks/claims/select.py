"""The verb itself: claims nobody answers for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal

from newslint.model import Hit
from newslint.rulebook.check import Check, Options
from newslint.rulebook.shape import key
from newslint.story.claims import Claim, ClaimKind
from newslint.story.story import Story

BY_UNNAMED_GROUP: frozenset[ClaimKind] = frozenset({"unnamed group says", "by unnamed group"})
BY_SOMEBODY: frozenset[ClaimKind] = BY_UNNAMED_GROUP | {"unnamed plural says"}


class ClaimsOptions(Options):
    speaker: Literal["unnamed group"] | None = key(
        None, description="Claims laid at the door of a group: critics say, seen by some as"
    )
    kind: ClaimKind | None = key(None, description="What hides the owner of the claim")
    unless: Literal["named example"] | None = key(
        None, description="Silent where one of the group, or whoever reacted, is named nearby"
    )


class Claims(Check[ClaimsOptions]):
    """Claims that fulfil every condition given, at most one a sentence.

    A group that is an anonymous source (insiders who would not be named) is the verb ``sources``’ to judge.
    """

    verb = "claims"
    Options = ClaimsOptions
    facts: ClassVar[Mapping[str, str]] = {
        "who": "the words that hide the owner, as they stand",
        "kind": "what hides the owner",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        claims = [claim for claim in story.claims if self._wanted(claim)]
        if any(claim.kind in BY_SOMEBODY for claim in claims):
            hidden = [m for source in story.sources if source.kind == "anonymous" for m in source.mentions]
            claims = [claim for claim in claims if not any(claim.span.overlaps(m) for m in hidden)]
        return (Hit(claim.span, {"who": claim.who, "kind": claim.kind}) for claim in claims)

    def _wanted(self, claim: Claim) -> bool:
        options = self.options
        if options.speaker and claim.kind not in BY_UNNAMED_GROUP:
            return False
        if options.kind and claim.kind != options.kind:
            return False
        return not (options.unless and claim.example)
