"""A name in a form that the house does not use."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.model import Hit, Rewrite
from newslint.rulebook.check import Check, Options
from newslint.story.story import Story


class HouseForm(Check[Options]):
    """A form that the vocabulary of the config (``vocabulary = […]``) forbids. Without one, silent."""

    verb = "names"
    problem = "not the house form"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the name as written here",
        "better": "the form the house uses",
        "note": "the vocabulary’s remark, in brackets, or nothing",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        for span, entry in story.vocabulary.forbidden(story.text):
            yield Hit(
                span,
                {
                    "name": " ".join(span.cut(story.text).split()),
                    "better": entry.canonical,
                    "note": f" ({entry.note})" if entry.note else "",
                },
                rewrites=(Rewrite(span, entry.canonical),),
            )
