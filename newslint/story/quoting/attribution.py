"""Which quotation belongs to which speaker, by word order, one block at a time."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter
from typing import Literal, NamedTuple

from newslint.story.quoting.bare import asks_for_answer, bracketed, find_bare, label, refers_back, signature
from newslint.story.quoting.function_words import DASHES, LOOSE, PERSONAL, RELATIVES, WORKS
from newslint.story.quoting.phrases import clause_subject, is_adverb, is_nickname
from newslint.story.quoting.rows import Row
from newslint.story.quoting.said import ACCORDING, COLON, Said
from newslint.story.quoting.saying import find_said

REACH = 300  # tokens: no cue governs a quotation further off
CLOSE = 6  # tokens
PUTS_OUT = 30  # tokens: no sentence that leads in to a tweet is longer
PUT_OUT = frozenset({"statement", "tweet", "tweets"})
TITLES_AFTER = frozenset({"of", "on", "in", "from"})
FIRST = attrgetter("first")
How = Literal["before", "after", "middle", "follow-on", "continuation", "carried", "lead-in"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of a block with its cues."""

    row: Row
    said: list[Said]


class Link(NamedTuple):
    """A quotation's cue, and the sentence that it stands in."""

    reading: Reading
    said: Said
    how: How


def read_block(rows: list[Row]) -> tuple[list[Reading], dict[int, Link]]:
    """The cues of each row, and the quotations (by number) that the block itself attributes."""
    readings = [Reading(row, find_said(row) if row.may_say else []) for row in rows]
    links: dict[int, Link] = {}
    for reading in readings:
        if reading.row.quotes:
            link_row(reading, links)
    asked_by_next(readings, links)
    answered(readings, links)
    follow_on(readings, links)
    if len(links) < sum(len(row.quotes) for row in rows):
        credited(readings, links)
    return readings, links


def link_row(reading: Reading, links: dict[int, Link]) -> None:
    """Attribute the quotations of a sentence by the cues of the same sentence."""
    row, said = reading.row, reading.said
    places = [i for i, quote in enumerate(row.quote) if quote >= 0]
    for at, place in enumerate(places):
        if is_nickname(row, place) or (row.quote[place] in row.titles and names_work(row, place)):
            continue
        following = places[at + 1] if at + 1 < len(places) else len(row)
        previous = places[at - 1] if at else -1
        near = said[bisect_left(said, place - REACH, key=FIRST) : bisect_left(said, place + REACH, key=FIRST)]
        chosen = choose(row, near, place, previous, following)
        if chosen is None:
            bare = find_bare(row, place, at)
            if bare:
                insort(said, bare, key=FIRST)
                chosen = bare, "before" if bare.first < place else "after"
        if chosen:
            links[row.quote[place]] = Link(reading, *chosen)


def names_work(row: Row, place: int) -> bool:
    """Whether a quotation that reads like a title is one: NBC’s “Dawn Line”, the author of “A Long Way”."""
    before = row.low[place - 1]
    if before in WORKS or before.endswith(("'s", "s'")):
        return True
    return before in TITLES_AFTER and " " in row.quoted(place)


def choose(row: Row, said: list[Said], place: int, previous: int, following: int) -> tuple[Said, How] | None:
    """The cue that governs the quotation at ``place``: right behind it, else before it, else further on."""
    right_behind = before = behind = None
    for each in said:
        if each.first < place:
            if each.speaker.first >= place or (
                each.cue.lemma in LOOSE and not close_behind(row, place, each)
            ):
                continue
            if not (before and (carries_on(row, before, each) or describes(row, place, before, each))):
                before = each
        elif right_behind is None and each.first < following and touches(row, place, each):
            right_behind = each
        elif behind is None and each.trails:
            behind = each
    if right_behind is not None and right_behind.cue.group != "label":
        if before is not None and before.first > previous and within_phrase(row, before):
            return before, "before"
        return right_behind, "middle" if following < len(row) else "after"
    if before is not None:
        between = before.first < previous or (previous >= 0 and touches(row, previous, before))
        return before, "middle" if between else "before"
    chosen = behind or right_behind
    return (chosen, "after") if chosen else None


def close_behind(row: Row, place: int, said: Said) -> bool:
    """Whether a quotation stands close behind a cue, or is set off by a comma, a colon or a dash."""
    return place - said.last < CLOSE or row.low[place - 1] in (",", ":") or row.low[place - 1] in DASHES


def within_phrase(row: Row, said: Said) -> bool:
    """“Holt, who calls it “a farce,” said no.”: what is quoted belongs to a clause that describes a noun."""
    if said.cue.group != "label" or said.side != "before":
        return False
    begins = said.speaker.first
    relative = said.speaker.last < said.first and row.low[said.speaker.last] in RELATIVES
    return relative or (begins > 0 and row.low[begins - 1] == "what")


def carries_on(row: Row, outer: Said, inner: Said) -> bool:
    """“She said he would call it “…””: the inner cue is part of what the outer speaker says."""
    if outer.cue.group == "label" or inner.speaker.first < outer.last or outer.cue is ACCORDING:
        return False
    if not (inner.weak or row.low[inner.speaker.first] in PERSONAL):
        return False
    return all(
        row.quote[j] < 0
        and (row.is_word(j) or row.low[j] == "'")
        and row.low[j] not in ("and", "but", "who", "as")
        for j in range(outer.last, inner.speaker.first)
    )


def describes(row: Row, place: int, outer: Said, inner: Said) -> bool:
    """“…,” said Holt, who *has written* on boats, “and we win.”: the inner cue belongs to what is told of the
    speaker, who goes on behind the comma.
    """
    if outer.side != "after" or not outer.speaker.head <= inner.first < outer.speaker.last:
        return False
    return (
        inner.last < place - 1
        and row.low[place - 1] == ","
        and not row.begins[row.quotes.index(row.quote[place])]
    )


def touches(row: Row, place: int, said: Said) -> bool:
    """Whether nothing but a comma, a dash or an adverb stands between a quotation and its attribution."""
    begin = min(said.first, said.speaker.first)
    if begin < place or said.side == "clause":
        return False
    return all(
        row.low[j] in (",", ".") or row.low[j] in DASHES or is_adverb(row, j) for j in range(place + 1, begin)
    )


def asked_by_next(readings: list[Reading], links: dict[int, Link]) -> None:
    """“Is it over?” Smith asked: a question or an exclamation, and its attribution behind it, read as two
    sentences.
    """
    for reading, following in pairwise(readings):
        row = reading.row
        if not row.quotes or row.quote[-1] < 0 or row.quotes[-1] in links:
            continue
        if credit := bracketed(following.row) or signature(following.row) or refers_back(following.row):
            following.said.append(credit)
            links[row.quotes[-1]] = Link(following, credit, "after")
        if not following.said:
            continue
        said = following.said[0]
        rest = range(said.last, len(following.row))
        said_so = following.row.low[said.last : said.last + 1] == ["so"]
        if not (row.asks[-1] or said_so) and any(
            following.row.is_word(j) or following.row.quote[j] >= 0 for j in rest
        ):
            continue  # “… leave.” Holt said: “…” speaks of what comes next
        if (
            min(said.first, said.speaker.first) == 0
            and said.side != "clause"
            and said.cue.group in ("speech", "hearer")
            and (row.asks[-1] or said.cue.lemma not in LOOSE)
        ):
            links[row.quotes[-1]] = Link(following, said, "after")


def answered(readings: list[Reading], links: dict[int, Link]) -> None:
    """Why did she come at all? “My boat is here.”"""
    for reading, following in pairwise(readings):
        row = following.row
        if row.quote[0] < 0 or row.quotes[0] in links or reading.row.quotes:
            continue
        if said := asks_for_answer(reading.row) or (row.begins[0] and puts_out(reading)):
            reading.said.append(said)
            links[row.quotes[0]] = Link(reading, said, "lead-in")


def puts_out(reading: Reading) -> Said | None:
    """Holt began the day with a short tweet. “We sail.”"""
    row = reading.row
    if len(row) > PUTS_OUT or PUT_OUT.isdisjoint(row.low) or any(said.reported for said in reading.said):
        return None
    speaker = clause_subject(row, len(row) - 1)
    return Said(len(row) - 1, len(row), COLON, speaker, "before", False) if speaker else None


def credited(readings: list[Reading], links: dict[int, Link]) -> None:
    """Whole quotations that nobody else speaks, in a paragraph that names its speaker once for all: HOLT: I
    told them, “…” A single one may be credited at the end: “…” More on page 3. (Reuters)
    """
    first, last = readings[0], readings[-1]
    open_ones = [
        quote
        for reading in readings
        for quote, begins in zip(reading.row.quotes, reading.row.begins, strict=True)
        if begins and quote not in links and quote not in reading.row.titles
    ]
    if not open_ones:
        return
    if said := label(first.row):
        first.said.insert(0, said)
        links.update((quote, Link(first, said, "follow-on")) for quote in open_ones)
    elif len(open_ones) == 1 and (said := bracketed(last.row)):
        last.said.append(said)
        links[open_ones[0]] = Link(last, said, "after")


def follow_on(readings: list[Reading], links: dict[int, Link]) -> None:
    """Quotations of rows without a cue go on with the speaker of the row before, in the same paragraph."""
    last: Link | None = None
    for reading in readings:
        for quote in reading.row.quotes:
            if quote in links:
                last = links[quote]
            elif last is not None and quote not in reading.row.titles:
                links[quote] = Link(last.reading, last.said, "follow-on")
        if not reading.row.quotes and reading.said:
            said = [
                each
                for each in reading.said
                if each.reported or (each.cue.group == "speech" and each.cue.lemma not in LOOSE)
            ]
            if said:
                last = Link(reading, said[-1], "follow-on")
