"""Who goes on speaking from one paragraph to the next, where the text makes it plain."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newslint.story.quoting.attribution import PUT_OUT, PUTS_OUT, How, Link
from newslint.story.quoting.bare import asks_for_answer, by_colon, refers_back
from newslint.story.quoting.function_words import DASHES
from newslint.story.quoting.passages import Passage, is_all_quoted
from newslint.story.quoting.phrases import clause_subject, phrase_after
from newslint.story.quoting.said import COLON, DASH, Said

ANNOUNCES = 9  # tokens: “Holt went on in the same vein.” leads up to what comes next
ISSUED = re.compile(
    r"\b(?:issued|released|sent|posted|published|circulated|put out|wrote|had|got) (?:\w+ ){1,3}"
    r"(?:statement|tweet|letter|message|question|e-?mail|note|post|memo|warning|reply|answer|response)s?\b"
)
WRITTEN = frozenset({"statement", "tweet", "letter", "message", "note", "post", "memo", "email", "e-mail"})
HANDS_OVER = 12  # tokens: in a longer sentence a letter is news, and no promise of its words


def go_on(passages: Iterable[Passage]) -> None:
    """Carry speakers from one running paragraph to the next, where the text makes plain that the same one
    goes on."""
    before: Passage | None = None
    for passage in passages:
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
            how: How = "continuation"
            if passage.continues:
                link = last_link(before)
            elif is_all_quoted(passage):
                link, how = last_to_speak(before), "carried"
            if link is None and starts:
                link, how = announced(before), "lead-in"
                if link is None and is_all_quoted(passage):
                    link = handed_over(before)
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

    Only then is a paragraph of nothing but quotation behind it likely hers. After a quotation or after the
    writer's own words somebody else may be speaking; and as the mark was closed, a reader cannot be sure.
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


def announced(before: Passage) -> Link | None:
    """Who is about to speak, where the paragraph before ends with a colon."""
    if not before.readings:
        return None
    reading = before.readings[-1]
    colon = before.text.endswith(":")
    if not colon and (len(reading.row) > ANNOUNCES or reading.row.quotes):
        return None
    if reading.said and (colon or reading.said[-1].cue.group == "speech"):
        return Link(reading, reading.said[-1], "lead-in")
    said = by_colon(reading.row, len(reading.row)) if colon else None
    if said is None:
        return None
    reading.said.append(said)
    return Link(reading, said, "lead-in")


def handed_over(before: Passage) -> Link | None:
    """Who speaks, where the last sentence of the paragraph before says that words are to come: The board then
    issued a statement.
    """
    if not before.readings:
        return None
    reading = before.readings[-1]
    row = reading.row
    puts_out = not PUT_OUT.isdisjoint(row.low[:HANDS_OVER])
    if row.quotes or len(row) > (PUTS_OUT if puts_out else HANDS_OVER):
        return None
    if not puts_out and any(said.reported for said in reading.said):
        return None
    if said := asks_for_answer(row):
        reading.said.append(said)
        return Link(reading, said, "lead-in")
    speaker = clause_subject(row, len(row) - 1)
    written = speaker is not None and row.low[speaker.head - 1] in WRITTEN
    if not written and not ISSUED.search(row.span.cut(before.text)):
        return None
    if reading.said:
        return Link(reading, reading.said[0 if puts_out else -1], "lead-in")
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
