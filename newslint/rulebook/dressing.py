"""Dresses a hit as a finding: its place in the source, its words, its edits."""

from __future__ import annotations

import re

from newslint.model import Edit, Finding, Hit, Related, Rewrite, Severity, Span
from newslint.rulebook.fingerprints import Numbers
from newslint.rulebook.rule import Rule
from newslint.rulebook.wording import fill
from newslint.story.story import Story

MARKS = re.compile("[\"“”„«»‹›]|``|''")
WHOLE = Span(0, 0)


def dress(hit: Hit, rule: Rule, severity: Severity, story: Story, numbers: Numbers) -> Finding:
    """The finding that a rule makes of a hit. Raises KeyError where the hit lacks a fact that the message
    names."""
    draft = story.draft
    start, end = (None, None) if hit.span == WHOLE else draft.locate(hit.span)
    return Finding(
        path=draft.path,
        rule=rule.name,
        severity=severity,
        message=fill(rule.message, hit.facts, draft.cut(hit.span)),
        start=start,
        end=end,
        edits=edits(hit, rule, story),
        related=tuple(Related(draft.path, *draft.locate(aside.span), aside.text) for aside in hit.asides),
        fingerprint=numbers.fingerprint(rule, hit.span),
    )


def edits(hit: Hit, rule: Rule, story: Story) -> tuple[Edit, ...]:
    """The hit's rewrites as edits of the source: all of them, or none where one of them may not be made."""
    if not rule.fixes or not all(may_rewrite(rewrite, rule, story) for rewrite in hit.rewrites):
        return ()
    made = []
    for rewrite in hit.rewrites:
        source = _exact(rewrite.span, story)
        if source is None:
            return ()
        place = story.draft.place
        made.append(Edit(place(source.start), place(source.end), rewrite.text, rewrite.safe))
    return tuple(sorted(made))


def may_rewrite(rewrite: Rewrite, rule: Rule, story: Story) -> bool:
    """Whether a rule may make this change: quotation marks and quoted words belong to whom we quote, so
    that only a rule whose scope takes in quotations touches them."""
    if rule.scope != "narration":
        return True
    if MARKS.search(rewrite.text) or MARKS.search(story.draft.cut(rewrite.span)):
        return False
    start, end = rewrite.span
    # Text put in right beside a mark is outside; put in between two marks, or over one, it is not.
    return not any(
        quotation.span.start < max(end, start + 1) and start < quotation.span.end
        for quotation in story.quotations
    )


def _exact(span: Span, story: Story) -> Span | None:
    """The source of ``span`` where it reads the same, character for character; an edit must not eat
    markup."""
    draft = story.draft
    if span.start == span.end > 0 and (block := draft.block_at(span.start)) and span.start > block.span.start:
        # Right after the character before it, not before whatever comes next: a block may end here.
        before = draft.source_span((span.start - 1, span.start))
        return Span(before.end, before.end)
    source = draft.source_span(span)
    return source if draft.source[source.start : source.end] == draft.cut(span) else None
