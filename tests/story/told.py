"""Stories made of paragraphs, without a reader."""

from __future__ import annotations

from newslint.language.pipeline import Pipeline
from newslint.model import Block, Draft, Piece, Role, Span
from newslint.story.story import Story


def told(*paragraphs: str, role: Role = "body") -> Story:
    """A story of these paragraphs."""
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for index, paragraph in enumerate(paragraphs):
        blocks.append(Block(index, role, Span(at, at + len(paragraph))))
        at += len(paragraph) + 2
    draft = Draft("d.txt", text, text, tuple(blocks), (Piece(0, len(text), 0, len(text)),))
    return Story(draft, Pipeline("blank"))
