"""A person whose given name changes: Marco Rubio, then Mario Rubio."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options, Scope
from newslint.story.names import Mention, Name
from newslint.story.naming.lexicon import lexicon
from newslint.story.naming.likeness import difference, one_edit, plain, sound
from newslint.story.naming.people import families, nicknames
from newslint.story.story import Story

_KIN = late(
    r"\b(?:wife|husband|son|sons|daughters?|brothers?|sisters?|mother|father|cousin|uncle|aunt|nephew|niece|widow|"
    r"family|parents|couple|married|spouse|ex-wife)\b"
)
# “Ann and Peter Rowe”, “the firms of Stone, Rowe and, later, Davis Rowe”
_BESIDE = late(r"\b[A-Z]\w+ and $|\b(?:firms?|compan(?:y|ies)|founders?|co-founder|founded|partners)\b")
_DESCRIBED = late(r",\s(?:who|whose|an?|the|\d\d)\b")  # as a draft introduces somebody new
_RUN_TOGETHER = late(r"[a-z]{3}[A-Z]")  # two names without a space, as web pages leave them
_WORD_BEFORE = late(r"(?<![\w’'-])([A-Z][\w-]+) $")
# “Will Pettifer Stand Again?”: given names that may be another word in a headline in title case
_WORDS = frozenset(
    {"Art", "August", "Bill", "Buck", "Chase", "Chuck", "Dean", "Drew", "Faith", "Frank", "Gene", "Grace"}
    | {"Grant", "Guy", "Hope", "Jack", "Joy", "Lance", "Mark", "May", "Miles", "Nick", "Pat", "Rich", "Rob"}
    | {"Rose", "Skip", "Sue", "Trump", "Wade", "Will"}
)
_COURTESY = frozenset(("Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms", "Miss", "Dr.", "Dr", "Sir", "Lady", "Lord"))


class GivenNameChanged(Check[Options]):
    """A full name with another given name than the bearer of that surname has everywhere else."""

    verb = "names"
    problem = "given name changed"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the full name as written here",
        "first": "the full name the draft uses otherwise",
        "count": "how often the draft has that name",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        bearers: dict[str, list[Name]] = defaultdict(list)
        for name in story.names:
            if name.kind == "person" and name.given and name.surname:
                bearers[plain(name.surname)].append(name)
        for surname, people in bearers.items():
            people.sort(key=lambda person: (-len(_full(person)), person.mentions[0].span))
            for i, odd in enumerate(people[1:], 1):
                usual = next((one for one in people[:i] if self._changed(one, odd, surname, story)), None)
                if usual is not None:
                    yield self._hit(usual, odd)
            if len(people) == 1 and (differing := self._above(people[0], story)):
                yield differing

    def _above(self, person: Name, story: Story) -> Hit | None:
        """Where the headline has another given name before the surname of the one bearer in the copy."""
        text = story.text
        fulls = [mention for mention in _full(person) if _in_copy(mention, story)]
        first_names = {plain(part) for mention in fulls for part in mention.text.split()[:-1]}
        for mention in person.mentions:
            before = _WORD_BEFORE.search(text, max(0, mention.span.start - 24), mention.span.start)
            if not fulls or before is None or mention.text != person.surname or _in_copy(mention, story):
                continue
            given = before[1]
            slipped = _slip(plain(given), plain(person.given.split()[0]))
            if any(_one_name(plain(given), first) for first in first_names):
                continue
            if not slipped and (given not in lexicon().given or given in _WORDS or _shared(person)):
                continue
            span = Span(before.start(1), mention.span.end)
            full = " ".join(span.cut(text).split())
            return Hit(
                fulls[0].span,
                {"name": person.canonical, "first": full, "count": "1"},
                asides=(Aside(span, f"“{full}” here"),),
            )
        return None

    def _changed(self, usual: Name, odd: Name, surname: str, story: Story) -> bool:
        fulls = _full(odd)
        if (
            len(fulls) != 1
            or len(odd.given.split()) > 2
            or _RUN_TOGETHER.search(odd.canonical)
            or len(usual.mentions) < 2
            or not _full(usual)
            or _suffix(usual) != _suffix(odd)
        ):
            return False
        mention = fulls[0]
        if story.draft.role_at(mention.span.start) not in PROSE:
            return False
        if min(abs(other.span.start - mention.span.start) for other in _full(usual)) < 60:
            return False  # told side by side: two people
        a, b = plain(usual.given.split()[0]), plain(odd.given.split()[0])
        if a == b or len(a) < 3 or len(b) < 3 or _one_name(a, b):
            return False
        if sound(a) == sound(b):
            return True
        if _slip(a, b):
            known = lexicon().given
            both_known = odd.given.split()[0] in known and usual.given.split()[0] in known
            return not both_known or len(a) != len(b) or surname not in families()
        text = story.text
        if _KIN.search(text, max(0, mention.span.start - 90), min(len(text), mention.span.end + 60)):
            return False
        titles = {other.title for other in usual.mentions if other.title}
        if mention.title and titles:
            return mention.title in titles and mention.title not in _COURTESY
        return surname not in families() and not _introduced(odd, mention, text)

    def _hit(self, usual: Name, odd: Name) -> Hit:
        first = _full(usual)[0]
        return Hit(
            _full(odd)[0].span,
            {"name": odd.canonical, "first": usual.canonical, "count": str(len(_full(usual)))},
            asides=(Aside(first.span, f"“{usual.canonical}” here"),),
        )


def _shared(person: Name) -> bool:
    return plain(person.surname) in families()


def _one_name(a: str, b: str) -> bool:
    """Whether one may be short for the other: Bill and William, Alex and Alexander."""
    shorter, longer = sorted((a, b), key=len)
    return bool(nicknames().get(a, set()) & nicknames().get(b, set())) or longer.startswith(shorter)


def _slip(a: str, b: str) -> bool:
    return one_edit(a, b) or difference(a, b) is not None


def _in_copy(mention: Mention, story: Story) -> bool:
    return story.draft.role_at(mention.span.start) in PROSE


def _introduced(odd: Name, mention: Mention, text: str) -> bool:
    """Whether the draft knows this bearer as somebody else: describes them, or calls them by given name."""
    start, end = mention.span
    if _BESIDE.search(text, max(0, start - 90), start) or _DESCRIBED.match(text, end):
        return True
    given = odd.given.split()[0]
    return re.search(rf"\b{re.escape(given)}\b(?!\s[A-Z])", text) is not None


def _full(person: Name) -> list[Mention]:
    surname = person.surname
    return [
        mention
        for mention in person.mentions
        if len(mention.text) > len(surname) + 1 and " " in mention.text.replace("\n", " ")
    ]


def _suffix(person: Name) -> str:
    last = person.canonical.split()[-1].rstrip(".")
    return last if last in ("Jr", "Sr", "II", "III", "IV") else ""
