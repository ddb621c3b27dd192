"""Quotations and attributions: which words are quoted, who is made to say what, by which cue."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newslint.model import Block, Span
from newslint.story.quoting.attribution import How, Link, Reading, read_block
from newslint.story.quoting.bare import asks_for_answer, by_colon, refers_back
from newslint.story.quoting.cues import cue_starts
from newslint.story.quoting.function_words import DASHES
from newslint.story.quoting.marks import Mark, Marked, find_marked
from newslint.story.quoting.mentions import find_mentions
from newslint.story.quoting.phrases import clause_subject, phrase_after
from newslint.story.quoting.rows import read_rows
from newslint.story.quoting.saying import COLON, DASH, Said
from newslint.story.quoting.uses import Use, count_words, use_of

if TYPE_CHECKING:
    from newslint.story.story import Story

__all__ = ["Attribution", "How", "Mark", "Quotation", "Use", "read_quotations"]

ANNOUNCES = 9  # tokens: “Holt went on in the same vein.” leads up to what comes next
ISSUED = re.compile(
    r"\b(?:issued|released|sent|posted|published|circulated|put out|wrote|had|got) (?:\w+ ){1,3}"
    r"(?:statement|tweet|letter|message|question|e-?mail|note|post|memo|warning|reply|answer|response)s?\b"
)
WRITTEN = frozenset({"statement", "tweet", "letter", "message", "note", "post", "memo", "email", "e-mail"})
HANDS_OVER = 12  # tokens: in a longer sentence a letter is news, and no promise of its words
RUNNING = frozenset({"lede", "body", "quote", "list"})
SIGNED_INSIDE = re.compile(r"[.!?…”’]\s*\n\s*(?=[A-Z][\w’'.-]* [A-Z][^\n!?“”\"]{1,80}$)")
LABEL = re.compile(r"(?:@\w+|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){1,2}|[A-Z]{3,}): (?=\S)")
SIGNATURE = re.compile(r"\n[ \t]*[—–―-]+\s*(?=\w[^\n]*\Z)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks (or a block quote).

    ``span`` with the marks, ``inner`` without; ``block`` its block's index. ``mark`` the kind of mark,
    ``curly`` whether it is typographic. ``closed`` is False where no closing mark is found in the block;
    ``continues`` is the index (in ``story.quotations``) of the quotation of the paragraph before that it
    goes on with. ``use``: ``speech`` (a clause or more), ``fragment`` (a few quoted words of somebody),
    ``title`` (a work, a nickname, a name), ``term`` (scare quotes, a word as a word). ``attribution`` is an
    index in ``story.attributions``, None where the draft does not say who speaks; ``how`` where the
    attribution stands.
    """

    index: int
    span: Span
    inner: Span
    block: int
    mark: Mark
    curly: bool
    closed: bool
    use: Use
    words: int
    continues: int | None = None
    attribution: int | None = None
    how: How | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A statement laid at somebody's door, quoted or in indirect speech.

    ``speaker`` is the mention as it stands (“he”, “a senior official”), without what follows its head noun
    phrase beyond of-phrases; ``phrase`` is the whole noun phrase with its appositions and relative clauses.
    ``verb`` is the cue's lemma (“say”, “according to”). ``sentence`` is the sentence the cue stands in.
    """

    index: int
    speaker: Span
    phrase: Span
    cue: Span
    verb: str
    sentence: Span
    block: int
    direct: bool


def read_quotations(story: Story) -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
    """All quotations and all attributions of the story, each in text order.

    Only outermost quotations are given; one within another belongs to its speaker's words.
    """
    cues = cue_starts(story.concordance)
    blocks = [read(story, block, cues) for block in story.draft.blocks]
    go_on(story.text, blocks)
    return assemble(story.text, blocks)


@dataclass(slots=True)
class Passage:
    """One block while it is read: its outermost marks, its sentences with their cues, who says what.

    ``opens``: a mark is the first thing in it.
    """

    block: Block
    marks: list[Marked]
    readings: list[Reading]
    links: dict[int, Link]
    opens: bool
    continues: bool = False

    @property
    def left_open(self) -> Marked | None:
        """The quotation that runs to the end of the block without a closing mark."""
        last = self.marks[-1] if self.marks else None
        return last if last and not last.closed and last.span.end >= self.block.span.end else None


def read(story: Story, block: Block, cues: list[int]) -> Passage:
    text = story.text
    marks = [without_signature(text, each) for each in find_marked(text, block.span) if each.depth == 0]
    if block.role == "quote" and not (marks and marks[0].span.start == block.span.start):
        marks = [set_off(text, block.span)]
    opens = bool(marks) and marks[0].span.start == block.span.start
    if opens:
        marks[0] = without_label(text, marks[0])
    rows = read_rows(
        text, story.sentences[block.index], [(i, each.span) for i, each in enumerate(marks)], cues
    )
    readings, links = read_block(block.index, rows)
    return Passage(block, marks, readings, links, opens)


def without_signature(text: str, each: Marked) -> Marked:
    """A quotation without the last line inside its marks that names the speaker, as a page sets it large."""
    signed = SIGNED_INSIDE.search(text, max(each.inner.start, each.inner.end - 120), each.inner.end)
    if not signed:
        return each
    end = signed.start() + 1
    return each._replace(span=Span(each.span.start, end), inner=Span(each.inner.start, end), closed=True)


def without_label(text: str, each: Marked) -> Marked:
    """A quotation without the name and the colon inside its marks: “Mira Holt: We sail.”"""
    label = LABEL.match(text, each.inner.start, each.inner.end)
    if not label:
        return each
    return each._replace(span=Span(label.end(), each.span.end), inner=Span(label.end(), each.inner.end))


def set_off(text: str, span: Span) -> Marked:
    """A block quote, without the last line that names the speaker (“— Joan Ferris”)."""
    signature = SIGNATURE.search(text, span.start, span.end)
    inner = Span(span.start, signature.start()) if signature else span
    return Marked(inner, inner, "block", False, True, 0)


def go_on(text: str, passages: list[Passage]) -> None:
    """Carry speakers from one paragraph to the next, where the text makes plain that the same one goes on."""
    before: Passage | None = None
    for passage in passages:
        if passage.block.role not in RUNNING:
            continue
        if before and before.marks and len(before.marks) - 1 not in before.links:
            looked_back_on(before, passage)
        if before and not passage.marks:
            signed(before, passage)
        elif before and passage.marks:
            first = passage.marks[0]
            left_open = before.left_open
            starts = passage.opens
            passage.continues = bool(left_open and starts and first.mark == left_open.mark)
            link = None
            if passage.continues:
                link = last_link(before)
            elif is_all_quoted(passage):
                link = last_to_speak(before)
            how: How = "continuation"
            if link is None and starts:
                link, how = announced(text, before), "lead-in"
                if link is None and is_all_quoted(passage):
                    link = handed_over(text, before)
            if link:
                carry(passage, Link(link.reading, link.said, how))
            elif passage.continues and 0 in passage.links:
                said = passage.links[0]
                before.links.setdefault(len(before.marks) - 1, Link(said.reading, said.said, "continuation"))
        before = passage


def signed(before: Passage, passage: Passage) -> None:
    """A quotation as a paragraph, and its speaker as the next (“— Joan Ferris”).

    The name needs no dash where the closing mark stands behind it, as in quotations that a page sets large.
    """
    if len(before.marks) != 1 or not is_all_quoted(before) or len(passage.readings) != 1:
        return
    row, quotation = passage.readings[0].row, before.marks[0]
    dashed = len(row) > 1 and row.low[0] in DASHES
    inside = not quotation.closed and row.ends_with_mark and row.is_name(0)
    if not (dashed or inside):
        return
    speaker = phrase_after(row, 1 if dashed else 0)
    if speaker is None or (inside and any(row.is_word(j) for j in range(speaker.last, len(row)))):
        return
    said = Said(0, 1 if dashed else speaker.head, DASH, speaker, "after", False)
    passage.readings[0].said.insert(0, said)
    before.links[0] = Link(passage.readings[0], said, "after")
    before.marks[0] = quotation._replace(closed=True)


def last_link(passage: Passage) -> Link | None:
    """Who speaks in the last quotation of a paragraph."""
    return passage.links.get(len(passage.marks) - 1)


def last_to_speak(passage: Passage) -> Link | None:
    """Who speaks where a paragraph ends with the attribution of its last quotation: “…,” she said.

    Only then is a paragraph of nothing but quotation behind it plainly hers. After a quotation or after the
    writer's own words somebody else may be speaking.
    """
    link = last_link(passage)
    return link if link and link.how == "after" and link.reading is passage.readings[-1] else None


def looked_back_on(before: Passage, passage: Passage) -> None:
    """A quotation that ends a paragraph, and a sentence on it that begins the next: So says the foreman."""
    if not passage.readings or before.readings[-1].row.quote[-1] < 0:
        return
    said = refers_back(passage.readings[0].row)
    if said:
        passage.readings[0].said.insert(0, said)
        before.links[len(before.marks) - 1] = Link(passage.readings[0], said, "after")


def is_all_quoted(passage: Passage) -> bool:
    """Whether a paragraph is quotation and nothing else."""
    rows = [reading.row for reading in passage.readings]
    return all(row.quotes for row in rows) and all(min(row.quote) >= 0 for row in rows)


def announced(text: str, before: Passage) -> Link | None:
    """Who is about to speak, where the paragraph before ends with a colon."""
    if not before.readings:
        return None
    reading = before.readings[-1]
    colon = text[before.block.span.end - 1] == ":"
    if not colon and (len(reading.row) > ANNOUNCES or reading.row.quotes):
        return None
    if reading.said and (colon or reading.said[-1].cue.group == "speech"):
        return Link(reading, reading.said[-1], "lead-in")
    said = by_colon(reading.row, len(reading.row)) if colon else None
    if said is None:
        return None
    reading.said.append(said)
    return Link(reading, said, "lead-in")


def handed_over(text: str, before: Passage) -> Link | None:
    """Who speaks, where the last sentence of the paragraph before says that words are to come: The board then
    issued a statement.
    """
    if not before.readings:
        return None
    reading = before.readings[-1]
    row = reading.row
    if row.quotes or len(row) > HANDS_OVER or any(said.reported for said in reading.said):
        return None
    if said := asks_for_answer(row):
        reading.said.append(said)
        return Link(reading, said, "lead-in")
    speaker = clause_subject(row, len(row) - 1)
    written = speaker is not None and row.low[speaker.head - 1] in WRITTEN
    if not written and not ISSUED.search(row.span.cut(text)):
        return None
    if reading.said:
        return Link(reading, reading.said[-1], "lead-in")
    if speaker is None:
        return None
    said = Said(len(row) - 1, len(row), COLON, speaker, "before", False)
    reading.said.append(said)
    return Link(reading, said, "lead-in")


def carry(passage: Passage, link: Link) -> None:
    """Give the speaker to the quotations at the beginning of a paragraph that nobody else speaks."""
    for number in range(len(passage.marks)):
        if number in passage.links:
            break
        passage.links[number] = link if number == 0 else Link(link.reading, link.said, "follow-on")


def assemble(text: str, passages: list[Passage]) -> tuple[tuple[Quotation, ...], tuple[Attribution, ...]]:
    """The facts of all passages, numbered."""
    linked = {(id(link.reading), link.said.first) for passage in passages for link in passage.links.values()}
    attributions: list[Attribution] = []
    numbers: dict[tuple[int, int], int] = {}
    for passage in passages:
        for reading in passage.readings:
            row = reading.row
            for said in sorted(reading.said, key=lambda said: said.first):
                key = id(reading), said.first
                if key not in linked and not said.reported:
                    continue
                numbers[key] = len(attributions)
                first, head, last = said.speaker
                attributions.append(
                    Attribution(
                        index=len(attributions),
                        speaker=row.cut(first, head),
                        phrase=row.cut(first, max(head, last)),
                        cue=row.cut(said.first, said.last),
                        verb=said.cue.lemma,
                        sentence=row.span,
                        block=passage.block.index,
                        direct=key in linked,
                    )
                )
    quotations: list[Quotation] = []
    mostly = most_used(passages)
    for passage in passages:
        beside = standing(passage)
        mentions = {
            n for reading in passage.readings if reading.row.quotes for n in find_mentions(reading.row, text)
        }
        if mostly != "single" and len(passage.marks) == 1 and passage.marks[0].mark == "single":
            mentions |= {0} if is_all_quoted(passage) else set()  # a headline; those take single marks
        for number, each in enumerate(passage.marks):
            link = passage.links.get(number)
            inner = each.inner.cut(text)
            words = count_words(inner)
            quotations.append(
                Quotation(
                    index=len(quotations),
                    span=each.span,
                    inner=each.inner,
                    block=passage.block.index,
                    mark=each.mark,
                    curly=each.curly,
                    closed=each.closed,
                    use=use_of(
                        inner,
                        words,
                        attributed=link is not None,
                        embedded=number not in beside,
                        mentioned=number in mentions,
                    ),
                    words=words,
                    continues=len(quotations) - 1 if number == 0 and passage.continues else None,
                    attribution=numbers[id(link.reading), link.said.first] if link else None,
                    how=link.how if link else None,
                )
            )
    return tuple(quotations), tuple(attributions)


def most_used(passages: list[Passage]) -> Mark | None:
    """The kind of mark that most of a draft's quotations stand in."""
    marks = Counter(each.mark for passage in passages for each in passage.marks)
    return max(marks, key=lambda mark: marks[mark], default=None)


def standing(passage: Passage) -> set[int]:
    """The quotations that stand as sentences of their own or beside an attribution, not within a clause.

    One without a speaker that goes on in small letters where the writer began belongs to the writer's clause.
    """
    found = set()
    for reading in passage.readings:
        row = reading.row
        if not row.quotes:
            continue
        ends = {said.last for said in reading.said}
        begins = {said.first for said in reading.said} | {said.speaker.first for said in reading.said}
        capitals = dict(zip(row.quotes, row.begins, strict=True))
        begun = False
        for i, quote in enumerate(row.quote):
            if quote < 0:
                begun = begun or row.is_word(i)
                continue
            if begun and not capitals[quote] and quote not in passage.links:
                continue
            opens = i == 0 or not row.is_word(i - 1) or i in ends
            closes = i + 1 == len(row) or not row.is_word(i + 1) or i + 1 in begins
            if opens and closes:
                found.add(quote)
    return found
