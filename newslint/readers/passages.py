"""What readers find before a draft is built: passages of text, and remarks between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from newslint.model import Draft, Role
from newslint.readers.base import Builder, Part
from newslint.readers.front import Front

FRONT_ROLES: tuple[tuple[tuple[str, ...], Role], ...] = (
    (("headline", "hed", "title"), "headline"),
    (("deck", "dek", "standfirst", "subtitle", "subhead", "subheading"), "deck"),
)
REPEATS_WITHIN = 4


@dataclass(frozen=True)
class Passage:
    """A paragraph, heading, item or the like, with its source; ``role`` where the format says it."""

    parts: tuple[Part, ...]
    role: Role | None = None

    @cached_property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)

    def as_role(self, role: Role) -> Passage:
        return replace(self, role=role)

    def split(self, at: int) -> tuple[Passage, Passage]:
        """The passage in two, before and from ``at`` in its text; what is spelt another way stays whole."""
        before: list[Part] = []
        after: list[Part] = []
        reached = 0
        for part in self.parts:
            cut = at - reached
            reached += len(part.text)
            if cut >= len(part.text):
                before.append(part)
            elif cut <= 0 or len(part.text) != part.end - part.start:
                after.append(part)
            else:
                before.append(Part(part.text[:cut], part.start, part.start + cut))
                after.append(Part(part.text[cut:], part.start + cut, part.end))
        return replace(self, parts=tuple(before)), replace(self, parts=tuple(after))


@dataclass(frozen=True)
class Comment:
    """A comment to newslint that stands in source[start:end]."""

    start: int
    end: int
    text: str


Item = Passage | Comment


def with_front(source: str, front: Front, items: list[Item]) -> list[Item]:
    """``items`` with the headline and deck of the front matter before them.

    Those that the page repeats in its first passages are taken from there; those whose spelling in the front
    matter cannot be mapped character for character are left out.
    """
    found: list[Passage] = []
    for keys, role in FRONT_ROLES:
        key = next((key for key in keys if key in front.fields), None)
        value = front.fields[key].value.split() if key else []
        repeated = next((i for i in items[:REPEATS_WITHIN] if _says(i, value)), None)
        if isinstance(repeated, Passage):
            items = [repeated.as_role(role) if item is repeated else item for item in items]
        elif key and (parts := front.fields[key].parts(source)):
            found.append(Passage(parts, role))
    return [*sorted(found, key=lambda passage: passage.parts[0].start), *items]


def _says(item: Item, words: list[str]) -> bool:
    return isinstance(item, Passage) and item.role in (None, "headline") and item.text.split() == words


def build(builder: Builder, items: Iterable[Item], front: Mapping[str, str]) -> Draft:
    """The draft made of ``items``, in order; passages without a role are body."""
    for item in items:
        if isinstance(item, Comment):
            builder.remark(item.start, item.end, item.text)
            continue
        builder.open(item.role or "body")
        for part in item.parts:
            builder.add_as(part.start, part.end, part.text)
        builder.close()
    return builder.draft(front)
