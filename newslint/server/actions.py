"""What can be done about findings: quick fixes, remarks that ignore them, and all safe fixes at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from lsprotocol import types

from newslint.fixing.edits import is_safe, settle, usual_line_end
from newslint.model import Draft, Edit, Finding
from newslint.rulebook.book import OWN_FAMILY
from newslint.rulebook.wording import trim
from newslint.server.text import Text
from newslint.server.vocabulary import Addition

FIX_ALL = f"{types.CodeActionKind.SourceFixAll.value}.newslint"
REMARKS = {
    "plain": "newslint: {} ",
    "markdown": "<!-- newslint: {}  -->",
}  # the reason comes after the bracket
MENDED = 40  # characters of a fix that are shown

Wrap = Callable[[list[types.TextEdit]], types.WorkspaceEdit]
Shown = tuple[Finding, types.Diagnostic]


def fixes(shown: Iterable[Shown], draft: Draft, text: Text, wrap: Wrap) -> Iterator[types.CodeAction]:
    """A quick fix for every finding that brings edits, the safe ones first."""
    fixable = [(finding, diagnostic) for finding, diagnostic in shown if finding.edits]
    for finding, diagnostic in sorted(fixable, key=lambda pair: not is_safe(pair[0])):
        yield types.CodeAction(
            title=title(finding, draft.source),
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            is_preferred=is_safe(finding),
            edit=wrap(edits(finding.edits, draft.source, text)),
        )


def title(finding: Finding, source: str) -> str:
    """What a fix does, in words."""
    doubt = "" if is_safe(finding) else " (look at it)"
    if len(finding.edits) != 1:
        return f"Make the {len(finding.edits)} changes of {finding.rule}{doubt}"
    (edit,) = finding.edits
    old = trim(source[edit.start.offset : edit.end.offset], MENDED)
    new = trim(edit.text, MENDED)
    if not new.strip():
        return f"Take out “{old}”{doubt}"
    return f"Replace “{old}” by “{new}”{doubt}" if old else f"Put in “{new}”{doubt}"


def ignores(shown: Iterable[Shown], draft: Draft, text: Text, wrap: Wrap) -> Iterator[types.CodeAction]:
    """A remark above the paragraph of each finding; what it says why is left to be written in."""
    form = REMARKS.get(draft.format)
    told: set[str] = set()
    for finding, diagnostic in shown if form else ():
        if finding.rule.startswith(f"{OWN_FAMILY}/") or finding.rule in told or form is None:
            continue
        told.add(finding.rule)
        whole = finding.start is None
        offset = line_start(draft, finding)
        remark = form.format(f"{'ignore-file' if whole else 'ignore'}[{finding.rule}]")
        line_end = usual_line_end(draft.source)
        at = text.position(offset)
        yield types.CodeAction(
            title=f"Ignore {finding.rule} {'in this draft' if whole else 'here'}, with a reason",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostic],
            edit=wrap([types.TextEdit(types.Range(at, at), f"{remark}{line_end}")]),
        )


def learnt(
    shown: Iterable[Shown], made: Iterable[Addition], address: Callable[[str], str]
) -> Iterator[types.CodeAction]:
    """A name put among those of the house."""
    diagnostics = {finding.fingerprint: diagnostic for finding, diagnostic in shown}
    for addition in made:
        yield types.CodeAction(
            title=f"Add “{addition.entry.canonical}” to the house vocabulary ({addition.file.name})",
            kind=types.CodeActionKind.QuickFix,
            diagnostics=[diagnostics[addition.finding.fingerprint]],
            edit=types.WorkspaceEdit(changes={address(str(addition.file)): [addition.edit]}),
        )


def line_start(draft: Draft, finding: Finding) -> int:
    """Where the first line begins of the block that the finding stands in; of the first block where it stands
    in none."""
    at = finding.start.offset if finding.start else 0
    starts = [draft.source_span(block.span).start for block in draft.blocks]
    place = draft.place(max((start for start in starts if start <= at), default=starts[0]))
    return place.offset - place.column + 1


def fix_all(findings: Sequence[Finding], draft: Draft, text: Text, wrap: Wrap) -> Iterator[types.CodeAction]:
    """Every safe fix that gets in no other's way."""
    made = settle(draft.source, findings).fixed
    if made:
        everything = [edit for finding in made for edit in finding.edits]
        yield types.CodeAction(
            title="Make all safe fixes",
            kind=FIX_ALL,
            edit=wrap(edits(everything, draft.source, text)),
        )


def edits(made: Iterable[Edit], source: str, text: Text) -> list[types.TextEdit]:
    return [types.TextEdit(text.stretch(edit.start, edit.end), edit.text) for edit in made]
