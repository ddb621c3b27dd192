"""Runs rules over a story: hits are sifted, dressed into findings, and put in order. A rule that fails
costs only itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from newslint.model import Finding, Hit, Severity, Skipped, Span, Trouble
from newslint.rulebook.dressing import Dresser
from newslint.rulebook.fingerprints import fingerprint_of
from newslint.rulebook.rule import Rule

if TYPE_CHECKING:
    from newslint.story.story import Story

INTERNAL_ERROR = "newslint/internal-error"
WHOLE = Span(0, 0)


class Chosen(NamedTuple):
    """A rule that is to run, and how much its findings matter on this draft."""

    rule: Rule
    severity: Severity


class Outcome(NamedTuple):
    """What rules had to say of one draft. ``ran`` are the names of the rules that ran to their end;
    ``failed`` is set where one broke down; ``troubles`` tell of rules that make no sense."""

    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...]
    ran: frozenset[str]
    failed: bool
    troubles: tuple[Trouble, ...] = ()


def run(story: Story, chosen: Iterable[Chosen]) -> Outcome:
    """All findings of the chosen rules in this story, in order of place.

    Rules that need an ability the pipeline lacks are skipped. A check that raises, wishes to exit, or
    overruns the time of a regex, becomes a finding ``newslint/internal-error``. Raises Trouble for what no
    rule can help: a pipeline that cannot be opened.
    """
    findings: list[Finding] = []
    skipped: list[Skipped] = []
    ran: set[str] = set()
    troubles: list[Trouble] = []
    failed = False
    dresser = Dresser(story)
    for rule, severity in chosen:
        try:
            if unfit := unfitness(rule):
                troubles.append(unfit)
                continue
            if missing := lacking(rule, story):
                skipped.append(Skipped(rule.name, missing))
                continue
            findings.extend([dresser.dress(hit, rule, severity) for hit in hits(rule, story)])
            ran.add(rule.name)
        except Trouble:
            raise
        # Whatever a check of a stranger's may raise, its wish to exit included, the other rules go on.
        except (Exception, SystemExit) as error:
            failed = True
            findings.append(_internal_error(rule, story, error))
    findings.sort(key=lambda finding: finding.order)
    return Outcome(tuple(findings), tuple(skipped), frozenset(ran), failed, tuple(troubles))


def unfitness(rule: Rule) -> Trouble | None:
    """What is wrong with the rule's options, taken together; None where nothing is."""
    try:
        _ = rule.check
    except Trouble as trouble:
        return trouble
    return None


def lacking(rule: Rule, story: Story) -> str:
    """Why the rule cannot run with the story's pipeline, "" where it can."""
    needs = rule.check.needs
    if not needs:  # do not open the pipeline to ask
        return ""
    missing = sorted(needs - story.pipeline.abilities)
    return (
        f"needs {', '.join(missing)}, which the pipeline “{story.pipeline.name}” does not give"
        if missing
        else ""
    )


def hits(rule: Rule, story: Story) -> list[Hit]:
    """What the rule sees in the story: in its roles and its scope, once each, in order."""
    if rule.kind.placed and not any(block.role in rule.roles for block in story.draft.blocks):
        return []
    found = list(rule.check.look(story))
    for sift in SIEVES:
        if found:
            found = sift(found, rule, story)
    return found


def in_text(found: list[Hit], rule: Rule, story: Story) -> list[Hit]:
    """All hits, in order; a check that points outside the text is broken."""
    for hit in found:
        if not 0 <= hit.span.start <= hit.span.end <= len(story.text):
            raise ValueError(f"a hit at {tuple(hit.span)} lies outside the text")
    return sorted(found, key=lambda hit: hit.span)


def in_roles(found: list[Hit], rule: Rule, story: Story) -> list[Hit]:
    """Hits that begin in a block of the rule's roles, and those on the whole draft."""
    role_at = story.draft.role_at
    return [hit for hit in found if hit.span == WHOLE or role_at(hit.span.start) in rule.roles]


def in_scope(found: list[Hit], rule: Rule, story: Story) -> list[Hit]:
    """Hits outside quotations for a rule on narration, inside them for one on quotations."""
    if rule.scope == "all":
        return found
    wanted = rule.scope == "quotations"
    return [hit for hit in found if hit.span == WHOLE or story.quoted(hit.span) is wanted]


def once(found: list[Hit], rule: Rule, story: Story) -> list[Hit]:
    """Of hits that overlap the longest, the first of equals; hits on the whole draft where they say
    different things."""
    kept: list[Hit] = []
    told: set[tuple[tuple[str, str], ...]] = set()
    for hit in found:
        if hit.span == WHOLE:
            facts = tuple(sorted(hit.facts.items()))
            if facts not in told:
                told.add(facts)
                kept.append(hit)
            continue
        last = kept[-1].span if kept else WHOLE
        if last == hit.span:
            continue
        if not hit.span.overlaps(last):
            kept.append(hit)
        elif hit.span.end - hit.span.start > last.end - last.start:
            kept[-1] = hit
    return kept


SIEVES: tuple[Callable[[list[Hit], Rule, Story], list[Hit]], ...] = (in_text, in_roles, in_scope, once)


def _internal_error(rule: Rule, story: Story, error: BaseException) -> Finding:
    if isinstance(error, TimeoutError):
        message = (
            f"{rule.name} ran over its time budget on this draft and was stopped; the other rules went on."
        )
    else:
        told = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
        message = f"{rule.name} broke down on this draft ({told}); the other rules went on. Please report it."
    known_as = fingerprint_of(INTERNAL_ERROR, rule.first_name)
    return Finding(story.draft.path, INTERNAL_ERROR, Severity.error, message, fingerprint=known_as)
