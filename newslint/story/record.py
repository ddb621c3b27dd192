"""The story as JSON: what ``newslint facts`` prints, and what a cache or an archive can keep.

Offsets are code points of the decoded source (BOM not counted, CRLF two), ends exclusive; ``text`` is the
draft's own wording with line breaks as spaces.
"""

from __future__ import annotations

from typing import Any

from newslint.model import Span
from newslint.story.sources import Source
from newslint.story.story import Story

Record = dict[str, Any]


def record(story: Story) -> Record:
    """The facts of one draft: ``path``, ``quotes``, ``sources``, ``dates``, ``names``, ``figures``,
    ``superlatives``."""
    return {
        "path": story.draft.path,
        "quotes": quotes(story),
        "sources": [source(story, one) for one in story.sources],
        "dates": [
            {
                **stretch(story, date.span),
                "type": date.type,
                "value": date.value,
                "anchor": date.anchor,
            }
            for date in story.dates
        ],
        "names": [
            {
                "canonical": name.canonical,
                "kind": name.kind,
                "roles": [stretch(story, role.span) for role in story.roles.get(name.canonical, ())],
                "ages": [stretch(story, age.span) for age in story.ages.get(name.canonical, ())],
                "mentions": [stretch(story, mention.span) for mention in name.mentions],
            }
            for name in story.names
        ],
        "figures": [
            {
                **stretch(story, figure.span),
                "value": int(figure.value) if figure.value == int(figure.value) else float(figure.value),
                "unit": figure.unit,
                "of": figure.of,
                "place": figure.place,
            }
            for figure in story.figures
        ],
        "superlatives": [stretch(story, one.span) for one in story.superlatives],
    }


def quotes(story: Story) -> list[Record]:
    """Every quotation with its speaker: the mention, the person behind it, the source, its kind, the cue."""
    cited = {statement: one for one in story.sources for statement in one.statements}
    records = []
    for quotation in story.quotations:
        said = None if quotation.attribution is None else story.attributions[quotation.attribution]
        who = None if said is None else cited.get(said.index)
        mention = None if said is None else place(story, said.mention)
        records.append(
            {
                **place(story, quotation.span),
                "speaker": said and wording(story, said.mention),
                "speaker_start": mention and mention["start"],
                "speaker_end": mention and mention["end"],
                "person": who and who.person,
                "source_id": who and who.id,
                "kind": who and who.kind,
                "cue": said and wording(story, said.cue),
            }
        )
    return records


def source(story: Story, one: Source) -> Record:
    return {
        "id": one.id,
        "kind": one.kind,
        "text": one.text,
        "person": one.person,
        "descriptor": one.descriptor,
        "reason": one.reason and wording(story, one.reason),
        "mentions": [place(story, mention) for mention in one.mentions],
        "statements": len(one.statements),
    }


def stretch(story: Story, span: Span) -> Record:
    return {**place(story, span), "text": wording(story, span)}


def place(story: Story, span: Span) -> Record:
    found = story.draft.source_span(span)
    return {"start": found.start, "end": found.end}


def wording(story: Story, span: Span) -> str:
    return " ".join(span.cut(story.text).split())
