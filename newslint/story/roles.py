"""Roles: what a draft says somebody is — her title, what stands beside her name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from newslint.late import late
from newslint.model import Span
from newslint.story.calendar.lexicon import PAST_VERBS

if TYPE_CHECKING:
    from newslint.story.names import Mention, Name
    from newslint.story.story import Story

# “, the harbour master,” “, 48, a pilot from Leith.” “ (R-Ohio)” is none.
_AGE = r"(?:,? (?:aged )?\d{1,3},?)?"
_END = r"(?=[,.;)]| (?:said|says|told|who)\b|$)"
# “, the harbour master,”
_AFTER = late(
    rf"{_AGE},? (?P<role>(?:the|an?|its|their|his|her|our|whose|who (?:is|was)|now|then|former|formerly"
    rf"|acting|deputy|chief|senior|vice|executive|managing|co-)\b[^,.;:()“”\"\n]{{2,90}}?){_END}"
)
_OFFICE = (
    "president|chair\\w*|director|chief|secretary|minister|mayor|governor|professor|editor|officer|manager|head|leader"
    "|spokes\\w+|founder|owner|captain|coach|analyst|economist|lawyer|attorney|judge|commissioner|partner|fellow"
    "|researcher|scientist|author|historian|doctor|nurse|teacher|superintendent|treasurer|strategist|advis[eo]r"
    "|ambassador|senator"
)
# “, president of the club,”
_OFFICE_AFTER = late(
    rf"{_AGE}, (?P<role>(?:[A-Za-z][\w’'-]* ){{0,6}}(?:{_OFFICE})"
    rf"(?: (?:of|at|for|in|with|to|from)[^,.;:()“”\"\n]{{2,70}})?){_END}"
)
# “harbour master Ruth Pettifer”: small words before the name, the last of them one who does something.
_BEFORE = late(
    r"(?P<role>(?:(?:^|(?<=[.!?] ))[A-Z][a-z’'-]+ )?(?:\b[a-z][a-z’'-]+ ){0,2}"
    r"\b(?:[a-z]*(?:man|woman|person|ist|ian|eer|cher|ger|tor|sor|wyer|ver|iter|ler|der|nter|cer|yer)|chief|head"
    r"|coach|judge|mayor|minister|president|secretary|captain|analyst|attorney|resident|student|nurse|aide|chair"
    r"|pilot|master))[ \n]$"
)
_NO_ROLE = frozenset(
    """
    after under over however former never other another further rather either whether ever later earlier
    together consider remember enter offer order cover discover per her latter wonder
    """.split()
)
_LEADING = frozenset(
    """
    said says told by and as of to the with that from for but while when where at in on a an or both like is
    are his its their our who about after before against we he she they it i you
    """.split()
) | frozenset(PAST_VERBS.split())


class Role(NamedTuple):
    """What somebody is said to be, in the draft's words: “the harbour master”, “Sen.”; and where."""

    span: Span
    text: str


def find_roles(story: Story) -> Mapping[str, tuple[Role, ...]]:
    """The roles of each person that has any, by the person's canonical name, in order, each wording once.

    By words alone: titles, appositions after the name, and small words before it that end in one who does
    something (“spokesman”, “harbour master”).
    """
    found = {}
    for name in story.names:
        if name.kind != "person":
            continue
        told: dict[str, Role] = {}
        for mention in name.mentions:
            for role in _of_mention(name, mention, story):
                told.setdefault(role.text.lower(), role)
        if told:
            found[name.canonical] = tuple(told.values())
    return found


def _of_mention(name: Name, mention: Mention, story: Story) -> Iterator[Role]:
    text = story.text
    block = story.draft.block_at(mention.span.start)
    if block is None:
        return
    start, end = mention.span
    before = text[max(block.span.start, start - 60) : start]
    if mention.title:
        at = text.rfind(mention.title, max(block.span.start, start - len(mention.title) - 8), end)
        if at >= 0:
            yield Role(Span(at, at + len(mention.title)), mention.title)
    elif worn := _BEFORE.search(before):
        words = worn["role"].split(" ")
        while len(words) > 1 and (words[0].lower() in _LEADING or words[0].endswith("ed")):
            words = words[1:]
        if words[-1] not in _NO_ROLE:
            role = " ".join(words)
            at = start - len(before) + worn.end("role") - len(role)
            yield Role(Span(at, at + len(role)), role)
    if mention.text != name.canonical:
        return
    after = _AFTER.match(text, end, block.span.end) or _OFFICE_AFTER.match(text, end, block.span.end)
    if after:
        yield Role(Span(*after.span("role")), " ".join(after["role"].split()))
