"""One name: its mentions while they are gathered, and what they make it."""

from __future__ import annotations

import re
from functools import lru_cache

from newslint.model import Span
from newslint.story.names import Mention, Name, NameKind
from newslint.story.naming.lexicon import lexicon
from newslint.story.naming.runs import Candidate

_PLACE_AFTER = re.compile(
    r" (?:(?:military|air|naval|army) )?(?:province|city|county|district|region|governorate|state|village|"
    r"town|suburb|neighbou?rhood|base|airport|prefecture|valley|peninsula)\b"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:[Ii]n|near|outside|inside|across|throughout|(?:eastern|western|northern|southern|central|downtown))\s$"
)
_FOLD = str.maketrans({"’": "'", "\n": " ", "\u00a0": " "})


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """One spelling of a name for look-ups: case, line breaks, apostrophes and final periods levelled."""
    return text.translate(_FOLD).casefold().rstrip(".")


class Group:
    """The mentions of one name while they are being gathered."""

    __slots__ = ("acronym", "forms", "mentions", "person", "votes")

    def __init__(self) -> None:
        self.mentions: list[Mention] = []
        self.forms: list[Candidate] = []
        self.votes: dict[NameKind, int] = {}
        self.acronym = ""
        self.person = False

    def add(self, form: Candidate, span: Span, text: str) -> None:
        self.mentions.append(Mention(span, text[span.start : span.end], form.title))
        self.forms.append(form)
        if form.hint and form.hint != "title":
            self.votes[form.hint] = self.votes.get(form.hint, 0) + 1

    def placed(self, text: str) -> bool:
        """Whether one of the first mentions stands where places do: “in Marden”, “Marden county”."""
        return any(
            _PLACE_AFTER.match(text, mention.span.end)
            or _PLACE_BEFORE.search(text, max(0, mention.span.start - 14), mention.span.start)
            for mention in self.mentions[:4]
        )

    def name(self, text: str) -> Name:
        """The name that the mentions make, in ``text``."""
        self.mentions.sort(key=lambda mention: mention.span)
        fullest = max(self.forms, key=lambda form: (len(form.core) > 1, len(form.core), -form.parts[0].start))
        canonical = fullest.span.cut(text).replace("\n", " ")
        kind = self._kind(text, fullest)
        given = surname = ""
        if kind == "person":
            core = fullest.core
            if len(core) > 1:
                bridge = text[core[-2].end : core[-1].start].strip()
                surname = f"{bridge} {core[-1].text}" if bridge else core[-1].text
                given = Span(core[0].start, core[-2].end).cut(text).replace("\n", " ")
            elif canonical in lexicon().given:
                given = canonical
            else:
                surname = canonical
        return Name(canonical, kind, tuple(self.mentions), given, surname, self.acronym)

    def _kind(self, text: str, fullest: Candidate) -> NameKind:
        """The kind, unknown unless words or cues speak for one; a pipeline’s labels would vote here."""
        if self.person:
            return "person"
        if self.votes:
            return max(self.votes, key=lambda kind: (self.votes[kind], kind == "organisation"))
        if any(_PLACE_AFTER.match(text, mention.span.end) for mention in self.mentions[:4]):
            return "place"
        if len(self.mentions) == 1 and fullest.core[0].text in lexicon().given:
            return "person" if len(fullest.core) == 1 else "unknown"
        placed = sum(
            _PLACE_BEFORE.search(text, max(0, mention.span.start - 14), mention.span.start) is not None
            for mention in self.mentions
        )
        return "place" if 2 * placed > len(self.mentions) else "unknown"
