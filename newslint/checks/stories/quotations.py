"""The same speaker's quotation with some words changed."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from newslint.checks.stories.problems import Differing
from newslint.checks.stories.speakers import said
from newslint.story.story import Story

LIKE = 0.75  # from which share of words in the same order two quotations are one


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each quotation that the same person says in the other draft in other words; one that is only cut short
    there is no other."""
    there = [one for one in said(earlier) if one.who]
    known = {one.words for one in there}
    for one in said(story):
        if not one.who or one.words in known:
            continue
        for other in there:
            if one.who == other.who and _altered(one.words, other.words):
                yield Differing(one.quotation.inner, other.quotation.inner)
                break


def _altered(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    if not set(a) & set(b):
        return False
    match = SequenceMatcher(None, a, b, autojunk=False)
    if match.ratio() < LIKE:
        return False
    changes = [code for code in match.get_opcodes() if code[0] != "equal"]
    # What only one of them has before or after is cut, not changed.
    return any(tag == "replace" or 0 < i < len(a) for tag, i, *_ in changes)
