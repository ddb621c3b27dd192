"""The same event under another word: the 2014 Sydney attack, the 2014 Sydney siege."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.checks.stories.problems import Differing
from newslint.late import late
from newslint.model import Span
from newslint.rulebook.check import PROSE
from newslint.story.naming.lexicon import lexicon
from newslint.story.story import Story

NOUNS = (
    "ambush|assassination|assault|attack|avalanche|blast|blaze|bombing|clash|collapse|collision|crash|derailment|"
    "disaster|earthquake|eruption|explosion|fire|flood|hijacking|hurricane|invasion|kidnapping|killing|landslide|march|"
    "massacre|murder|outbreak|protest|quake|raid|rally|riot|robbery|shooting|siege|spill|stabbing|standoff|storm|strike|"
    "tornado|tsunami|typhoon|uprising|wildfire"
)
_EVENT = late(
    rf"(?:(?P<year>\d{{4}}) )?(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’-]+){{0,2}}) (?P<noun>{NOUNS})(?P<s>e?s)?\b"
)
Known = tuple[str, str]


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Events known by their place (and year) that each draft calls by a word the other never has for it."""
    here, there = named(story), named(earlier)
    for known, words in here.items():
        others = there.get(known) or there.get(("", known[1])) or {}
        if not words.keys() & others.keys():
            for spans in words.values():
                for span in spans:
                    for told in list(others.values())[:1]:
                        yield Differing(span, told[0])


def named(story: Story) -> dict[Known, dict[str, list[Span]]]:
    """Events by year ("" where none stands there) and place, with the words they go by and where."""
    found: dict[Known, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    words = lexicon()
    for block in story.draft.blocks:
        if block.role not in PROSE:
            continue
        for event in _EVENT.finditer(story.text, *block.span):
            name = event["name"]
            first = name.split()[0]
            if event["s"] or name in words.demonyms or first in words.function or first in words.common:
                continue
            found[event["year"] or "", name][event["noun"]].append(Span(*event.span()))
    return found
