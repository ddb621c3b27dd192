"""Whether a draft tells what an acronym stands for, in any of the ways there are."""

from __future__ import annotations

from typing import NamedTuple

from newslint.late import late
from newslint.model import Span
from newslint.story.naming.acronyms import acronym_definitions
from newslint.story.naming.lexicon import lexicon
from newslint.story.story import Story

_SMALL = "of|for|and|the|to|in|on|a|de|la|du"
_CAPITALISED = late(rf"[A-Z][\w’'&]*(?:[ \n-](?:(?:{_SMALL})\b|[A-Z][\w’'&]*))+")
_WORD = late(r"[A-Za-z][\w’'&]*")
_LONG_PAIR = late(r"(?=\b([a-z])[a-z]{6,} ([a-z])[a-z]{6,})")  # inspector general, IG
_LOWER = late(r"(?<![\w'’-])[a-z]{2,6}(?![\w-])")
_TITLED = late(r"(?<![\w'’-])[A-Z][a-z]{1,5}(?![\w-])")
_BRACKETED = late(r"\(([A-Z]{2,6})(?:[’']?s)?\)")
# “the Harbour Trust, or HT”, “the broadcaster RQTV”, “a member of the group EDGE”
_TOLD_BEFORE = late(
    r"(?:[,(—–-] ?or|known as|referred to as|called|abbreviated(?: as| to)?|\()\s?(?:the )?[“\"‘']?$"
    r"|\b(?:group|organi[sz]ation|firm|company|network|station|channel|broadcaster|union|party|bank|giant|magazine"
    r"|website|site|agency|band|maker|chain|nonprofit|charity|pollster|outlet|newspaper|club|society|institute"
    r"|programme?|app|airline|conglomerate|subsidiary)[,:]?\s[“\"‘']?$"
)
# “EDGE, a charity in Leeds”, “the RQT – which runs the quarry –”, “an RQV poll”, “RQV v. Roe”
_TOLD_AFTER = late(
    r"(?:[’']?s\b)?[”\"’']?(?:,[”\"]? (?:an?|the|which|short for|one of)\b| ?[–—] ?| - | \(| vs?\."
    r"| (?:polls?|pollsters?|surveys?|bank|card|code|station|channel|television|radio|jersey|exam|test)\b)"
)


class Told(NamedTuple):
    """What one draft tells of acronyms.

    ``spelt`` are those it defines beside the words or brackets; ``initials`` the first letters of all names
    in it, with and without small words, parted by spaces; ``words`` short words it also has in small letters
    or with one capital (NOW, CARLY), in small letters.
    """

    spelt: frozenset[str]
    initials: str
    words: frozenset[str]

    def has(self, letters: str) -> bool:
        """Whether a reader of the draft can know what the acronym (without periods) stands for."""
        if letters in self.spelt or letters.lower() in self.words:
            return True
        if letters.capitalize() in lexicon().function or letters.capitalize() in lexicon().common:
            return True
        short = letters[:-1] if len(letters) > 3 else letters  # UQW of America, UQWA
        return letters in self.initials or f" {short} " in self.initials


def told_acronyms(story: Story) -> Told:
    """Reads a draft once for all its acronyms."""
    text = story.text
    spelt = {definition.acronym.replace(".", "").rstrip("s") for definition in acronym_definitions(text)}
    spelt.update(_BRACKETED.findall(text))
    spelt.update((first + second).upper() for first, second in _LONG_PAIR.findall(text))
    initials: list[str] = []
    for found in _CAPITALISED.finditer(text):
        words = _WORD.findall(found[0])
        initials.append("".join(word[0].upper() for word in words))
        initials.append("".join(word[0] for word in words if word[0].isupper()))
    met = {word.lower() for pattern in (_LOWER, _TITLED) for word in pattern.findall(text)}
    return Told(frozenset(spelt), f" {' '.join(initials)} ", frozenset(met))


def explained_beside(text: str, span: Span) -> bool:
    """Whether the words right before or behind say what the acronym is."""
    return bool(
        _TOLD_BEFORE.search(text, max(0, span.start - 40), span.start) or _TOLD_AFTER.match(text, span.end)
    )
