"""The words that keep a name out of a story, and the words that say why."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.late import late
from newslint.model import Span


def _spaced(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled late, with white space of any kind for its spaces: lines break there too."""
    return late(pattern.replace(" ", r"\s+"), flags)


ANONYMITY = _spaced(
    r"\b(?:conditions? of (?:\w+ ){0,2}(?:anonymity|not being (?:named|identified))"
    r"|anonymously|on background(?! check)|off the record"
    r"|not (?:to )?be(?:ing)? (?:further |publicly )?(?:named|identified|quoted by name)"
    r"|(?:is|are|was|were) not (?:further |publicly |being )?(?:named|identified)"
    r"|(?:ask|request|insist|prefer|want|wish|seek)\w* (?:on |for |to remain |to be |to stay |to speak )?"
    r"(?:anonymity|anonymous)"
    r"|remain(?:ed)? anonymous"
    r"|want (?:to be |(?:his|her|their) names? )(?:\w+ )?(?:named|identified|used|published|quoted)"
    r"|(?:declin|refus)\w+ to (?:be (?:\w+ )?(?:named|identified)|give (?:his|her|their) (?:full )?names?)"
    r"|(?:granted|given|promised|offered|allowed) anonymity"
    r"|names? (?:was|were|is|are|has been|have been|being) (?:withheld|changed)"
    r"|(?:not|\w+n[’']t) (?:yet )?(?:publicly )?(?:authori[sz]ed|allowed|permitted|cleared|supposed"
    r"|at liberty) to (?:\w+ ){0,2}(?:speak|talk|discuss|comment|disclose|release|be|give|share|brief)\b)",
    re.I,
)
REASON_AFTER = _spaced(
    r"[\s,—–-]+(?:\w+ ){0,3}?(?P<reason>(?:because|since|as|for fear|fearing|out of|due to|owing to"
    r"|citing|given|so (?:that )?(?:he|she|they|it|as)|lest|in order to|discussing|describing"
    r"|to (?:discuss|describe|speak|talk|share|disclose|avoid|protect|reveal|preserve|give|offer|recount"
    r"|relay|detail|characteri[sz]e|be)|for (?:\w+ )?reasons)\b[^.;”\"]*)"
)
REASON_BEFORE = _spaced(
    r"\b(?:because|citing|fearing|for fear|out of (?:fear|concern)|due to|owing to|given the|afraid|worried"
    r"|wary)\b[^.;”\"]{3,200}$",
    re.I,
)
REASON_OPENING = _spaced(r"^\W*(?:as|since|because)\b[^.;”\"]{3,200},[^.;”\"]*$", re.I)
REASON_ALONE = _spaced(
    r"\b(?:(?:out of|for) fear|fearing (?:for|re\w+|the|that|he|she|they)"
    r"|for (?:\w+ )?(?:security|safety|legal) reasons"
    r"|whose names? (?:\w+ ){1,3}withheld (?:because|for|to|as|due))\b[^.;”\"]*"
)
NOT_FREE_TO = _spaced(
    r"(?:not|\w+n[’']t) (?:yet )?(?:publicly )?(?:authori|allowed|permitted|cleared|supposed|at liberty)",
    re.I,
)
CLAUSE_END = _spaced(
    r",? (?:said|says|told|and (?:said|added))\b|, (?:who|which|the|a|an|he|she|they) |[.;”\"]|$"
)


def find_reason(text: str, speaker: Span, phrase: Span, windows: Iterable[Span]) -> Span | None:
    """The words that say why a source is not named, None where nothing says so.

    Args:
        text: the draft's text.
        speaker, phrase: the mention, and the whole noun phrase around it.
        windows: the mention's sentence, then the sentences after it that may still speak of it.
    """
    for window in windows:
        start = max(window.start, speaker.end) if speaker.start in window else window.start
        for stated in ANONYMITY.finditer(text, start, window.end):
            found = _reason_around(text, Span(start, window.end), stated) or (
                _reason_opening(text, window, stated.start()) if stated.start() > window.start else None
            )
            if found:
                return found
    alone = REASON_ALONE.search(text, speaker.end, max(phrase.end, speaker.end))
    return _trimmed(text, Span(*alone.span())) if alone else None


def _reason_around(text: str, window: Span, stated: re.Match[str]) -> Span | None:
    if NOT_FREE_TO.match(stated.group()):
        return _trimmed(text, Span(stated.start(), _clause_end(text, stated.end(), window.end)))
    after = REASON_AFTER.match(text, stated.end(), window.end)
    if after:
        return _trimmed(
            text, Span(after.start("reason"), _clause_end(text, after.start("reason"), window.end))
        )
    before = REASON_BEFORE.search(text, max(window.start, stated.start() - 240), stated.start())
    if before is None:
        return None
    comma = before.group().rfind(",")  # “citing his safety, asked …”
    return _trimmed(text, Span(before.start(), before.start() + comma if comma > 0 else before.end()))


def _reason_opening(text: str, window: Span, stated: int) -> Span | None:
    """“Because he fears for his job, the official asked not to be named.”"""
    if stated - window.start > 300:
        return None
    found = REASON_OPENING.match(text[window.start : stated])
    return _trimmed(text, Span(window.start, window.start + found.group().rindex(","))) if found else None


def _clause_end(text: str, start: int, limit: int) -> int:
    found = CLAUSE_END.search(text, start, limit)
    return found.start() if found else limit


def _trimmed(text: str, span: Span) -> Span:
    words = span.cut(text)
    left = len(words) - len(words.lstrip(" ,—–-\n"))
    return Span(span.start + left, span.start + len(words.rstrip(" ,—–-\n.")))
