"""What a passage shows by its own words: datelines, bylines, captions, notes, labels."""

from __future__ import annotations

import re

from newslint.late import late
from newslint.model import Role
from newslint.readers.words import KICKERS

MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|March|Mar\.?|April|Apr\.?|May|June|Jun\.?|July|Jul\.?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Mon\.?|Tues?\.?|Wed\.?|Thurs?\.?|Fri\.?|Sat\.?|Sun\.?)"
)
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = (
    rf"(?:{WEEKDAY},? )?(?:{MONTH} {DAY}|{DAY} {MONTH})(?:,? \d{{4}})?"
    rf"|\d{{4}}-\d{{2}}-\d{{2}}|\d{{1,2}}/\d{{1,2}}/\d{{4}}"
)
CAPITAL = r"[^\W\d_a-zß-öø-ÿ]"
CITY = rf"(?:Mc|Mac)?{CAPITAL}(?:{CAPITAL}|['’.\-])+(?:[ /](?:Mc|Mac)?{CAPITAL}(?:{CAPITAL}|['’.\-])*){{0,4}}"
TOWN = rf"{CAPITAL}[\w'’.\-]+(?: {CAPITAL}[\w'’.\-]+){{0,3}}"
REGION = rf", (?:in )?(?:the )?{CAPITAL}[\w'’.\-]*(?: (?:(?:of|and|the) )?{CAPITAL}[\w'’.\-]*){{0,3}}"
AGENCY = r"\([A-Z][\w.&/ ]{1,30}\)"
KNOWN_AGENCY = r"\((?:AP|Reuters|AFP|UPI|CNN|dpa|PA|PTI|Bloomberg)\)"
DASH = r"(?:[—–―]|--?(?=\s))"
DATELINE = late(
    rf"(?P<city>{CITY})(?:{REGION}){{0,2}}(?:,? (?:{DATE}))?"
    rf"(?:\s*{DASH}?\s*{AGENCY}\s*{DASH}?|\s*{DASH})\s*(?=\S)"
    rf"|{TOWN}(?:{REGION}){{0,2}}(?:,? (?:{DATE}))?\s*{KNOWN_AGENCY}\s*{DASH}?\s*(?=\S)"
)
DATELINE_ALONE = late(rf"{CITY}(?:{REGION}){{0,2}},? (?:{DATE})\s*(?:{AGENCY})?\s*{DASH}?")
LONGEST_DATELINE = 110
ENDS_DATELINE = frozenset("—–―-(")  # one of these stands in every dateline before a story

PARTICLES = r"(?:(?:de|del|della|di|da|van|von|der|den|la|le|al|el|bin|ibn) )*"
PERSON = rf"{CAPITAL}[\w'’.\-]*(?: {PARTICLES}{CAPITAL}[\w'’.\-]*){{0,4}}"
OPENS_BYLINE = ("By", "by", "BY", "Words by", "Story by", "Text by", "Analysis by")
BYLINE = late(
    rf"(?:{'|'.join(OPENS_BYLINE)}) {PERSON}(?:(?:, | and | & | with ){PERSON}){{0,6}}"
    rf"(?:,? (?:in|at|for|of) {PERSON}(?:(?:, | and ){PERSON}){{0,3}})?"
    r"(?:\s*[|,/•–—-]\s*[^.!?\n]{1,60})?\s*"
)
SIGNED = late(
    rf"{PERSON}(?: and {PERSON})?"
    rf"(?: in {PERSON}|, (?:[\w’'-]+ ){{0,3}}(?:[Ww]riters?|[Cc]orrespondents?|[Ee]ditors?|[Rr]eporters?))\s*"
)
LONGEST_BYLINE = 160

LONGEST_LABEL = 20
LABELS: tuple[tuple[Role, re.Pattern[str]], ...] = (
    ("slug", late(r"slug(?:line)?:\s*", re.I)),
    ("headline", late(r"(?:headline|hed|head|print hed|web hed):\s*", re.I)),
    ("byline", late(r"byline:\s*", re.I)),
    ("deck", late(r"(?:deck|dek|standfirst|subhead|subheading|subtitle):\s*", re.I)),
    ("caption", late(r"(?:caption|cutline|photo caption):\s*", re.I)),
)
CAPTION = late(
    r"(?:file )?(?:photo|photograph|image|picture|pictured|graphic|video|illustration)s?(?: \w+){0,2}:\s"
    r"|\((?:photo|image|picture|illustration)s? (?:by|from|courtesy)\b"
    r"|(?:photo|photograph|image)s? (?:by|courtesy of|credit)\b",
    re.I,
)
CREDITED = late(
    r"\((?:photo|image|picture|[^()\n]{1,60}\b(?:photo|images?|via [A-Z]\w+)\b)[^()\n]{0,60}\)\s*$", re.I
)
NOTE = late(
    r"\(?(?:editor[’']?s[’']? note|editor’s note|correction|clarification|corrections? and clarifications?"
    r"|update|updated|disclosure|note to (?:readers|editors|desks?)|writer[’']?s note)\b[^.\n]{0,40}?[:—]\s"
    r"|\(?(?:this (?:article|story|report|post|headline)|an earlier version of this)\b[^.\n]{0,80}"
    r"\b(?:was|were|been) (?:updated|corrected|amended|changed|edited|published|originally)\b"
    r"|an (?:earlier|original|previous) version of this (?:article|story|report|post)\b"
    r"|\(?(?:additional |further )?(?:reporting|writing|editing|research) by [A-Z]",
    re.I,
)
CONTRIBUTED = late(
    r"[^.\n]{2,120} contributed (?:reporting )?(?:to|for) this (?:article|story|report|dispatch|post)\b", re.I
)
META = late(
    r"(?:[-–—]\s*)?(?:ends?|30|more|more to (?:come|follow)|stop press)(?:\s*[-–—])?\s*\.?"
    r"|#{2,}|\*{3,}|(?:\* ){2,}\*|[-_=~]{3,}\.?"
    r"|(?:strictly )?(?:embargoed|embargo|under embargo|for immediate release|not for publication"
    r"|hold for release)\b[^\n]{0,120}",
    re.I,
)
PLAIN_WORDS_OF_META = frozenset({"end", "ends", "more", "30"})
PUBLISHED = late(
    rf"(?:(?:first |last )?(?:published|updated|posted|modified|filed)(?: on| at)?:?\s*)?(?:{DATE})"
    r"(?:,?\s*(?:at )?\d{1,2}[:.]\d{2}[^\n]{0,20})?\s*",
    re.I,
)


def dateline_end(text: str) -> int:
    """How much of ``text`` its dateline takes, the space before the story included; 0 where it has none."""
    opening = text[: LONGEST_DATELINE * 2]
    found = DATELINE.match(opening) if not ENDS_DATELINE.isdisjoint(opening) else None
    if not found or found.end() > LONGEST_DATELINE:
        return 0
    if found["city"] and not KICKERS.isdisjoint(found["city"].split()):
        return 0
    return found.end()


def is_dateline(text: str) -> bool:
    """Whether ``text`` is a dateline and nothing else."""
    return len(text) <= LONGEST_DATELINE and _has_digit(text) and bool(DATELINE_ALONE.fullmatch(text))


def is_byline(text: str, *, signed: bool = False) -> bool:
    """Whether ``text`` says who wrote the story; with ``signed`` also “Jane Roe, Staff Writer”."""
    if len(text) > LONGEST_BYLINE:
        return False
    opened = text.startswith(OPENS_BYLINE)
    return bool((opened and BYLINE.fullmatch(text)) or (signed and SIGNED.fullmatch(text)))


def label(text: str) -> tuple[Role, int] | None:
    """The role that a label at the start of ``text`` gives it (“Slug: …”), and where the label ends."""
    if ":" not in text[:LONGEST_LABEL]:
        return None
    for role, pattern in LABELS:
        if found := pattern.match(text):
            return role, found.end()
    return None


def shown_role(text: str) -> Role | None:
    """The role that ``text`` shows wherever it stands: note, caption, meta."""
    if NOTE.match(text) or ("contributed" in text[:140].lower() and CONTRIBUTED.match(text)):
        return "note"
    if CAPTION.match(text) or (len(text) < 600 and text.rstrip().endswith(")") and CREDITED.search(text)):
        return "caption"
    if len(text) <= LONGEST_BYLINE and META.fullmatch(text) and not _is_word(text):
        return "meta"
    if len(text) <= LONGEST_BYLINE and _has_digit(text) and PUBLISHED.fullmatch(text):
        return "meta"
    return None


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))


def _is_word(text: str) -> bool:
    """“More” and “End.” as words of a text, where the desk's marks are in capitals or between dashes."""
    return text.rstrip(". ").lower() in PLAIN_WORDS_OF_META and not text.rstrip(". ").isupper()
