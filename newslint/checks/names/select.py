"""``names: {kind: person}``: the names of a draft, selected by what is known of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar, Literal

from newslint.model import Hit
from newslint.rulebook.check import Check, Options, Scope
from newslint.rulebook.shape import key
from newslint.story.story import Story


class NamesOptions(Options):
    """Which names."""

    kind: Literal["person", "organisation", "place", "unknown", "any"] = key(
        default="any", description="what is named"
    )
    full_name: Literal["missing", "given", "any"] = key(
        default="any", description="whether the draft gives a person more than a surname"
    )
    acronym: Literal["missing", "given", "any"] = key(
        default="any", description="whether the draft gives the name an acronym"
    )
    at_least: int = key(default=1, ge=1, description="the fewest mentions")


class Names(Check[NamesOptions]):
    """Names by kind; each is hit where it first stands."""

    verb = "names"
    Options = NamesOptions
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the name in its fullest form",
        "kind": "what is named",
        "count": "how many mentions it has",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        wanted = self.options
        for name in story.names:
            if wanted.kind not in ("any", name.kind) or len(name.mentions) < wanted.at_least:
                continue
            if wanted.full_name != "any" and (bool(name.given and name.surname)) != (
                wanted.full_name == "given"
            ):
                continue
            if wanted.acronym != "any" and bool(name.acronym) != (wanted.acronym == "given"):
                continue
            facts = {"name": name.canonical, "kind": name.kind, "count": str(len(name.mentions))}
            yield Hit(name.mentions[0].span, facts)
