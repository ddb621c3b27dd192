"""A full name that is given again soon after the first time."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.model import Aside, Hit
from newslint.rulebook.check import PROSE, Check, Options
from newslint.rulebook.shape import key
from newslint.story.names import Mention
from newslint.story.naming.lexicon import lexicon
from newslint.story.naming.people import families
from newslint.story.story import Story


class FullNameOptions(Options):
    within: int = key(
        default=15, ge=1, description="how many sentences later a reader may need the full name again"
    )


class FullNameRepeated(Check[FullNameOptions]):
    """A person's full name where the surname alone would do: somebody named a few sentences before, whose
    surname nobody else in the draft has."""

    verb = "names"
    problem = "full name repeated"
    Options = FullNameOptions
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the full name as written",
        "surname": "the surname, which would do",
        "ago": "how many sentences ago the person was last named",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        starts = [span.start for sentences in story.sentences for span in sentences]
        people = [name for name in story.names if name.kind == "person"]
        bearers = Counter(name.surname for name in people)
        words = Counter(word for name in story.names for word in name.canonical.split())
        for name in people:
            alone = bearers[name.surname] == 1 and words[name.surname] == 1
            known = bool(name.given) and name.given.split()[0] in lexicon().given
            if not known or not alone or name.surname.lower() in families():
                continue
            met = [mention for mention in name.mentions if _in_copy(mention, story)]
            first = next((i for i, mention in enumerate(met) if _full(mention, name.surname)), None)
            if first is None or all(_full(mention, name.surname) for mention in met):
                continue  # somebody always called by the whole name is known by it
            for before, mention in zip(met[first:], met[first + 1 :], strict=False):
                if not _full(mention, name.surname) or story.quoted(mention.span):
                    continue
                ago = bisect_right(starts, mention.span.start) - bisect_right(starts, before.span.start)
                if ago <= self.options.within:
                    facts = {"name": mention.text, "surname": name.surname, "ago": str(ago)}
                    yield Hit(mention.span, facts, asides=(Aside(met[first].span, "first named here"),))


def _in_copy(mention: Mention, story: Story) -> bool:
    return story.draft.role_at(mention.span.start) in PROSE - {"caption"}


def _full(mention: Mention, surname: str) -> bool:
    return len(mention.text.split()) > 1 and mention.text.endswith(surname) and mention.text != surname
