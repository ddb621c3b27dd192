"""Names that a desk settles: put among those of the house, so that they are asked about no more."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types

from newslint.config import Effective
from newslint.model import Finding
from newslint.rulebook.vocabulary import shipped
from newslint.server.text import Text
from newslint.story.naming.vocabulary import Entry
from newslint.story.story import Story

FAMILY = "names"  # whose findings a settled name may answer
KINDS = {"person": "person", "organisation": "body", "place": "place"}
ITEM = re.compile(r"^( *)- ", re.M)
LAST_KEY = re.compile(r"^([a-z]+):", re.M)
POSSESSIVE = re.compile(r"['’]s?$")
MOST_WORDS = 6  # of a name
BARE = re.compile(r"[^\W\d_][\w .’&-]*[\w.]")  # what YAML takes as it stands


class Addition(NamedTuple):
    """A name that a finding is about, and the edit that puts it at the end of the house's own vocabulary."""

    entry: Entry
    finding: Finding
    file: Path
    edit: types.TextEdit


def own_file(effective: Effective) -> Path | None:
    """The vocabulary of the house itself, which the config names last; None where it names none."""
    theirs = set(shipped().values())
    own = [file for file, _ in effective.vocabularies() if file not in theirs]
    return own[-1] if own else None


def additions(findings: Iterable[Finding], story: Story, file: Path, encoding: str) -> Iterator[Addition]:
    """What could be added for findings on names, as the draft spells them there.

    Nothing where the file cannot be read, or does not end with its names.
    """
    try:
        now = file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    keys = LAST_KEY.findall(now)
    if not keys or keys[-1] != "names":  # an entry at its end would belong to another key
        return
    indents = ITEM.findall(now)
    indent = indents[-1] if indents else "  "
    at = Text(now, encoding).position(len(now))
    gap = "" if not now or now.endswith("\n") else "\n"
    for finding in findings:
        if finding.rule.partition("/")[0] != FAMILY or finding.start is None or finding.end is None:
            continue
        entry = named(story, finding.start.offset, finding.end.offset)
        if entry:
            text = f"{gap}{indent}- name: {spelt(entry.canonical)}\n{indent}  kind: {entry.kind}\n"
            yield Addition(entry, finding, file, types.TextEdit(types.Range(at, at), text))


def named(story: Story, start: int, end: int) -> Entry | None:
    """The name in a stretch of the source, as it is spelt there; None where there is none."""
    words = " ".join(POSSESSIVE.sub("", story.draft.source[start:end]).split())
    if not words[:1].isupper() or len(words.split()) > MOST_WORDS:
        return None
    for name in story.names:
        for mention in name.mentions:
            first, last = story.draft.source_span(mention.span)
            if first < end and start < last:
                return Entry(words, KINDS.get(name.kind, "other"))
    return Entry(words, "other")


def spelt(name: str) -> str:
    return name if BARE.fullmatch(name) and ": " not in name else json.dumps(name, ensure_ascii=False)
