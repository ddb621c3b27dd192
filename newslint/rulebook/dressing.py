"""Dresses a hit as a finding: its place in the source, its words, its edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newslint.late import late
from newslint.model import Aside, Draft, Edit, Finding, Hit, Related, Rewrite, Severity, Span
from newslint.rulebook.fingerprints import Numbers
from newslint.rulebook.rule import Rule
from newslint.rulebook.wording import fill

if TYPE_CHECKING:
    from newslint.story.story import Story

MARKS = late("[\"“”„«»‹›]|``|''")
WHOLE = Span(0, 0)


def related(aside: Aside, draft: Draft) -> Related:
    return Related(draft.path, *draft.locate(aside.span), aside.text)


class Dresser:
    """Dresses the hits of one draft; ask in order of place, rule by rule."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self._numbers = Numbers(story)

    def dress(self, hit: Hit, rule: Rule, severity: Severity) -> Finding:
        """The finding that a rule makes of a hit. Raises KeyError where it lacks a fact that the message
        names."""
        draft = self.story.draft
        start, end = (None, None) if hit.span == WHOLE else draft.locate(hit.span)
        return Finding(
            path=draft.path,
            rule=rule.name,
            severity=severity,
            message=fill(rule.message, hit.facts, draft.cut(hit.span)),
            start=start,
            end=end,
            edits=self.edits(hit, rule),
            related=tuple(related(aside, aside.draft or draft) for aside in hit.asides),
            fingerprint=self._numbers.fingerprint(rule, hit.span),
        )

    def edits(self, hit: Hit, rule: Rule) -> tuple[Edit, ...]:
        """The hit's rewrites as edits of the source: all of them, or none where one of them may not be
        made."""
        if not rule.fixes or not all(self.may_make(rewrite, rule) for rewrite in hit.rewrites):
            return ()
        made = []
        for rewrite in hit.rewrites:
            source = self._exact(rewrite.span)
            if source is None:
                return ()
            place = self.story.draft.place
            made.append(Edit(place(source.start), place(source.end), rewrite.text, rewrite.safe))
        return tuple(sorted(made))

    def may_make(self, rewrite: Rewrite, rule: Rule) -> bool:
        """Whether a rule may make this change: quotation marks and quoted words belong to whom we quote, so
        that only a rule whose scope takes in quotations touches them."""
        if rule.scope != "narration":
            return True
        if MARKS.search(rewrite.text) or MARKS.search(self.story.draft.cut(rewrite.span)):
            return False
        return not self.story.in_quotations.meet(rewrite.span)

    def _exact(self, span: Span) -> Span | None:
        """The source of ``span`` where it reads the same, character for character; an edit must not eat
        markup."""
        draft = self.story.draft
        if (
            span.start == span.end > 0
            and (block := draft.block_at(span.start))
            and span.start > block.span.start
        ):
            # Right after the character before it, not before whatever comes next: a block may end here.
            before = draft.source_span((span.start - 1, span.start))
            return Span(before.end, before.end)
        source = draft.source_span(span)
        return source if draft.source[source.start : source.end] == draft.cut(span) else None
