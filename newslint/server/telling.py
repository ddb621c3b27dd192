"""What a draft says, for an editor: hovers, the outline, and the audit of its sources above the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lsprotocol import types

from newslint.model import Draft, Finding
from newslint.reporters.summary import count
from newslint.rulebook.rule import Rule
from newslint.rulebook.wording import trim
from newslint.server.text import Text
from newslint.story.quotations import Quotation
from newslint.story.sources import Source
from newslint.story.story import Story

MOST_EXAMPLES = 2
UNKNOWN = "Nobody named"  # who speaks where the draft does not say
LONGEST = 240  # characters of a statement that are shown
SPECIAL = "\\`*_{}[]<>#|"


def about_finding(finding: Finding, rule: Rule | None) -> str:
    """A finding in Markdown: what it says, why, and what its rule flags and lets pass."""
    if rule is None:
        return f"**{plain(finding.message)}**\n\n`{finding.rule}`"
    told = [
        f"**{plain(rule.title)}**",
        f"`{rule.name}`, {finding.severity}",
        plain(finding.message),
        plain(rule.why),
    ]
    for heading, examples in (("It flags", rule.flags), ("It lets pass", rule.passes)):
        shown = [f"- {marked(example.text)}" for example in examples[:MOST_EXAMPLES]]
        told += ["\n".join((f"{heading}:", "", *shown))] if shown else []
    told += [f"See <{see}>" for see in rule.see]
    return "\n\n".join(told)


def about_source(story: Story, source: Source) -> str:
    """A source in Markdown: who, of what kind, and all that it says."""
    who = source.person or source.text
    told = [f"**{plain(who)}** ({source.kind})"]
    if source.descriptor and source.descriptor != who:
        told.append(plain(source.descriptor))
    if source.reason:
        told.append(f"Not named because: {plain(trim(source.reason.cut(story.text)))}")
    said = (story.attributions[number].sentence.cut(story.text) for number in source.statements)
    lines = [f"- {plain(trim(sentence, LONGEST))}" for sentence in dict.fromkeys(said)]
    told.append("\n".join((f"{count(len(source.statements), 'statement')}:", "", *lines)))
    return "\n\n".join(told)


def source_at(story: Story, offset: int) -> tuple[Source, tuple[int, int]] | None:
    """The source that is mentioned at an offset of the decoded draft, and the span of the mention there."""
    for source in story.sources:
        for mention in source.mentions:
            start, end = story.draft.source_span(mention)
            if start <= offset <= end:
                return source, (start, end)
    return None


def outline(story: Story, text: Text) -> list[types.DocumentSymbol]:
    """Quotations by speaker, sources with what they say, dates; each in order of first mention."""
    return [
        group
        for group in (
            grouped("Quotations", types.SymbolKind.Namespace, quotations(story, text)),
            grouped("Sources", types.SymbolKind.Namespace, sources(story, text)),
            grouped("Dates", types.SymbolKind.Namespace, dates(story, text)),
        )
        if group
    ]


def quotations(story: Story, text: Text) -> Iterator[types.DocumentSymbol]:
    """Each speaker with the quotations laid to it; last those laid to nobody."""
    cited = {number: source for source in story.sources for number in source.statements}
    spoken: dict[str, list[Quotation]] = {}
    for quotation in story.quotations:
        if quotation.use not in ("speech", "fragment"):
            continue
        source = cited.get(quotation.attribution) if quotation.attribution is not None else None
        who = (source.person or source.text) if source else UNKNOWN
        spoken.setdefault(who, []).append(quotation)
    for who, said in sorted(spoken.items(), key=lambda item: item[0] == UNKNOWN):
        children = [
            symbol(trim(each.span.cut(story.text)), types.SymbolKind.String, story.draft, [each.span], text)
            for each in said
        ]
        yield over(who, types.SymbolKind.Class, children, count(len(said), "quotation"))


def sources(story: Story, text: Text) -> Iterator[types.DocumentSymbol]:
    for source in story.sources:
        detail = f"{source.kind}, {count(len(source.statements), 'statement')}"
        name = source.person or source.text
        yield symbol(name, types.SymbolKind.Interface, story.draft, source.mentions[:1], text, detail)


def dates(story: Story, text: Text) -> Iterator[types.DocumentSymbol]:
    for date in story.dates:
        words = trim(date.span.cut(story.text))
        yield symbol(words, types.SymbolKind.Event, story.draft, [date.span], text, date.value or "?")


def audit(story: Story) -> str:
    """``5 sources: 3 named, 1 anonymous, 1 document · 7 quotations, 2 of nobody named``"""
    kinds: dict[str, int] = {}
    for source in story.sources:
        kinds[source.kind] = kinds.get(source.kind, 0) + 1
    cited = count(len(story.sources), "source")
    if kinds:
        cited += ": " + ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items(), key=most))
    speech = [quotation for quotation in story.quotations if quotation.use == "speech"]
    orphans = sum(quotation.attribution is None for quotation in speech)
    quoted = count(len(speech), "quotation") + (f", {orphans} of nobody named" if orphans else "")
    return f"{cited} · {quoted}"


def most(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def grouped(
    name: str, kind: types.SymbolKind, children: Iterable[types.DocumentSymbol]
) -> types.DocumentSymbol | None:
    found = list(children)
    return over(name, kind, found, str(len(found))) if found else None


def over(
    name: str, kind: types.SymbolKind, children: list[types.DocumentSymbol], detail: str
) -> types.DocumentSymbol:
    """A symbol that reaches over its children; picking it leads to the first."""
    start = min((child.range.start for child in children), key=place)
    end = max((child.range.end for child in children), key=place)
    first = min(children, key=lambda child: place(child.range.start))
    return types.DocumentSymbol(
        name, kind, types.Range(start, end), first.selection_range, detail=detail, children=children
    )


def place(position: types.Position) -> tuple[int, int]:
    return position.line, position.character


def symbol(
    name: str,
    kind: types.SymbolKind,
    draft: Draft,
    spans: Iterable[tuple[int, int]],
    text: Text,
    detail: str | None = None,
) -> types.DocumentSymbol:
    span = draft.source_span(next(iter(spans)))
    reach = text.range(span.start, span.end)
    return types.DocumentSymbol(name, kind, reach, reach, detail=detail)


def flat(
    symbols: Iterable[types.DocumentSymbol], uri: str, within: str | None = None
) -> Iterator[types.SymbolInformation]:
    """The outline for editors that know no outline within an outline."""
    for each in symbols:
        yield types.SymbolInformation(
            types.Location(uri, each.range), each.name, each.kind, container_name=within
        )
        yield from flat(each.children or (), uri, each.name)


def marked(example: str) -> str:
    """An example, what is flagged in it in bold."""
    return plain(example).replace("\\[\\[", "**").replace("\\]\\]", "**")


def plain(text: str) -> str:
    """Words as Markdown shows them, whatever signs they hold, on one line."""
    line = " ".join(text.split())
    return "".join(f"\\{letter}" if letter in SPECIAL else letter for letter in line)
