"""A person charged with something else, or convicted of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.checks.stories.problems import Differing
from newslint.late import late
from newslint.model import Span
from newslint.rulebook.check import PROSE
from newslint.story.naming.likeness import plain
from newslint.story.story import Story

_CRIMES = (
    "murder|manslaughter|homicide|assault|battery|rape|robbery|burglary|theft|larceny|arson|fraud|bribery|perjury|"
    "kidnapping|embezzlement|extortion|blackmail|corruption|conspiracy|treason|espionage|smuggling|trafficking|"
    "money laundering|tax evasion|obstruction|contempt|harassment|stalking|vandalism|trespass(?:ing)?|"
    "possession|drunken driving|drunk driving|shoplifting|forgery|sedition|terrorism"
)
_WHOM = r"(?:(?:[A-Z][\w’-]+ ){1,3})?"  # “charged Peter Rowe with”
# what a court does, and what for; the same words in both drafts make the statements comparable
_STEP = late(
    rf"\b(?P<step>charged {_WHOM}with|charges? of|accused {_WHOM}of|indicted {_WHOM}(?:on|for)"
    rf"|convicted {_WHOM}of|found {_WHOM}guilty of|guilty of|pleaded guilty to|pleaded not guilty to"
    rf"|acquitted {_WHOM}of|cleared {_WHOM}of|arrested {_WHOM}(?:on suspicion of|for)|wanted for)"
    rf" (?:(?!but\b|after\b|when\b)[\w’'-]+ ){{0,5}}?(?P<crime>{_CRIMES})\b"
)
_AND = late(rf"(?:,| and|, and) (?:[\w-]+ ){{0,3}}?(?P<crime>{_CRIMES})\b")
SAME = {
    "found guilty of": "convicted of",
    "guilty of": "convicted of",
    "charge of": "charged with",
    "charges of": "charged with",
}


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each person of whom both drafts say the same step of the law, for crimes that have none in common."""
    surnames = frozenset(
        name.surname for one in (story, earlier) for name in one.names if name.kind == "person"
    )
    here, there = faced(story, surnames), faced(earlier, surnames)
    for known, crimes in here.items():
        others = there.get(known, {})
        if others and not crimes.keys() & others.keys():
            first = next(iter(crimes.values()))
            yield Differing(first, next(iter(others.values())))


def faced(story: Story, surnames: frozenset[str]) -> dict[tuple[str, str], dict[str, Span]]:
    """Crimes by surname and step, and where they stand. A crime is the last named person's before it in the
    sentence; ``surnames`` are those of people of either draft, who may have their full name in the other."""
    found: dict[tuple[str, str], dict[str, Span]] = defaultdict(dict)
    people = [
        (mention.span, plain(name.surname or name.canonical))
        for name in story.names
        if name.kind == "person" or name.canonical in surnames
        for mention in name.mentions
    ]
    people.sort()
    for block in story.draft.blocks:
        if block.role not in PROSE:
            continue
        for sentence in story.sentences[block.index]:
            for told in _STEP.finditer(story.text, *sentence):
                before = [who for span, who in people if sentence.start <= span.start < told.end("step")]
                if not before:
                    continue
                words = " ".join(word for word in told["step"].split() if word.islower())
                step = SAME.get(words, words)
                crimes = found[before[-1], step]
                end = told.end()
                crimes.setdefault(told["crime"], Span(told.start(), end))
                while more := _AND.match(story.text, end, sentence.end):
                    crimes.setdefault(more["crime"], Span(told.start(), more.end()))
                    end = more.end()
    return found
