"""A person whose office changes: Sen. Peter Welch, then Rep. Peter Welch."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.late import late
from newslint.model import Aside, Hit
from newslint.rulebook.check import PROSE, Check, Options, Scope
from newslint.story.names import Mention
from newslint.story.naming.people import OFFICES
from newslint.story.story import Story

_THEN = late(
    r"\b(?:former|then|ex|late|future|onetime|one-time|state|incoming|elect|retired|[Ff]ormer \w+)[- ]$"
)


class TitleChanged(Check[Options]):
    """A person who is a senator in one place and a representative in another."""

    verb = "names"
    problem = "title changed"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the person with the title as written here",
        "first": "the title the draft uses otherwise",
        "count": "how often it does",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        for name in story.names:
            if name.kind != "person" or sum(bool(mention.title) for mention in name.mentions) < 2:
                continue
            held: dict[str, list[Mention]] = {}
            for mention in name.mentions:
                office = OFFICES.get(mention.title)
                if office and story.draft.role_at(mention.span.start) in PROSE:
                    held.setdefault(office, []).append(mention)
            if len(held) != 2:
                continue
            (_, odd), (_, usual) = sorted(
                held.items(), key=lambda item: (len(item[1]), -item[1][0].span.start)
            )
            at = odd[0].span.start - len(odd[0].title) - 1
            if len(odd) > 1 or any(
                _THEN.search(
                    story.text,
                    max(0, mention.span.start - len(mention.title) - 20),
                    mention.span.start - len(mention.title) - 1,
                )
                for mention in (*odd, *usual)
            ):
                continue
            first = usual[0]
            yield Hit(
                odd[0].span._replace(start=max(0, at)),
                {
                    "name": f"{odd[0].title} {odd[0].text}",
                    "first": f"{first.title} {first.text}",
                    "count": str(len(usual)),
                },
                asides=(Aside(first.span, f"“{first.title} {first.text}” here"),),
            )
