"""Puts together the mentions of one source, going through the attributions in order."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from newslint.late import late
from newslint.model import Span
from newslint.story.sourcing.anonymity import ANONYMITY, find_reason
from newslint.story.sourcing.kind import Reading, read_phrase
from newslint.story.sourcing.people import SHORT_TITLES, SINGULAR, People
from newslint.story.sourcing.words import PEOPLE, WORDS, bare

if TYPE_CHECKING:
    from newslint.story.quotations import Attribution
    from newslint.story.sources import Kind
    from newslint.story.story import Story

NAME = r"(?:[A-Z][\w.’'-]*\s+){1,3}(?:de |van |von |al-|bin )?[A-Z][\w’'-]+"
APPOSED = re.compile(
    rf"\s*,\s+({NAME})(?:\s*(?:,|$)|\s+(?:of|at|from)\b)|\s+(?:named|called|identified as)\s+({NAME})"
)
REACH = 800  # characters after a mention in which the draft may speak of its name; longer sentences are none
PLACED = late(
    r"\s+(?:(?:familiar|close|briefed|with knowledge|privy|involved)\b"
    r"|(?:on|at|in|inside|within|with|from|near)\s(?!(?:a |an )?(?:statement|interview|response)|[\d“]"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|noon|midnight))"
    r"[\w\s’'-]{2,60}?(?=[,.;”\"]"
    r"|\s(?:sa(?:id|ys?)|tells?|told|who|and|but|is|are|was|were|has|have|had|insist|argue|believe|think)\b|$)"
)
STILL_OF_IT = late(
    r"\W*(?:He|She|They|Both|All|Neither|None|The|Because|As|Since|Citing|Fearing|For fear"
    r"|(?:\w+ ){0,3}(?:officials?|sources?|aides?|people|person)"
    r" (?:who )?(?:spoke|asked|requested|declined|insisted|was|were))\b"
)
PERSON = Reading("named", "")
NICKNAME = late(r"(?<=\w)\s+[“‘\"'][^“”‘’\"']{1,25}[”’\"']\s+(?=[A-Z])")  # Mira “the Gull” Holt
BEFORE_APPOSED = late(r",(?: \d+,)?\s")
AND = late(r",? and\s")
PRONOUN_AND = late(r"\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ww]e) and\s$")


@dataclass(slots=True, eq=False)
class Gathered:
    """A source while its mentions are being gathered."""

    kind: Kind
    head: str
    person: str | None = None
    descriptor: str | None = None
    plural: bool = False
    reason: Span | None = None
    mentions: list[Span] = field(default_factory=list)
    statements: list[int] = field(default_factory=list)
    block: int = -1


def gather(story: Story) -> list[Gathered]:
    """The sources of the story, by first mention."""
    gatherer = _Gatherer(story)
    for attribution in story.attributions:
        gatherer.add(attribution)
    return gatherer.sources


class _Gatherer:
    def __init__(self, story: Story) -> None:
        self.story, self.text = story, story.text
        self.people = People(story.names, story.text)
        self.sources: list[Gathered] = []
        self._by_key: dict[tuple[str, str], Gathered] = {}
        self._by_word: dict[tuple[str, bool], Gathered] = {}
        self._last: Gathered | None = None
        self._unnamed: Gathered | None = None  # the last that came in

    def add(self, attribution: Attribution) -> None:
        reading = self._read(attribution)
        if not reading.head:
            return
        if reading.kind == "pronoun":
            source = self._of_pronoun(reading.head, attribution)
        else:
            source = self._of_noun(reading, attribution)
        if not source.mentions:
            self.sources.append(source)
            if source.kind == "anonymous":
                self._unnamed = source
        source.mentions.append(self._mention(reading, attribution))
        source.statements.append(attribution.index)
        source.block = attribution.block
        self._by_word[(reading.head, source.plural)] = source
        if source.kind == "named":
            for role in _roles(attribution.phrase.cut(self.text)):
                self._by_word[(role, False)] = source
        if source.kind == "anonymous" and source.reason is None:
            windows = self._windows(attribution)
            source.reason = find_reason(self.text, attribution.speaker, attribution.phrase, windows)
        self._last = source

    def _read(self, attribution: Attribution) -> Reading:
        speaker, phrase = (
            NICKNAME.sub(" ", part.cut(self.text)) for part in (attribution.speaker, attribution.phrase)
        )
        if attribution.verb == ":" and speaker.isupper() and (labelled := self._labelled(speaker)):
            return labelled
        reading = read_phrase(speaker, phrase)
        if reading.head in WORDS["bare"]:
            end = max(attribution.phrase.end, attribution.sentence.end)
            if attribution.cue.start > attribution.speaker.end + 1:  # not “people briefed on it”
                end = attribution.cue.start
            placed = PLACED.match(self.text, attribution.speaker.end, end)
            if placed:
                reading = read_phrase(speaker, self.text[attribution.speaker.start : placed.end()])
        if (
            reading.plural
            and reading.kind == "anonymous"
            and self._beside_somebody(attribution.speaker.start)
        ):
            return Reading("collective", reading.head, plural=True)  # “Ann Shaw and her colleagues”
        if reading.name or reading.plural or reading.kind in ("pronoun", "document"):
            return reading
        name = self._apposed(attribution)
        if name:
            return Reading("named", bare(name.split()[-1]), name=name)
        if reading.kind != "anonymous" and self._stays_unnamed(attribution):
            return read_phrase(speaker, phrase, anonymous=True)
        return reading

    def _labelled(self, label: str) -> Reading | None:
        """Who speaks in a transcript: whom the draft names, or anybody where there are several labels."""
        person = self.people.labelled(label)
        if person:
            return Reading("named", bare(person.split()[-1]), name=person)
        return Reading("named", label.lower(), name=label) if len(self._labels) > 1 else None

    @cached_property
    def _labels(self) -> set[str]:
        """What stands in capitals before a colon at the beginning of a paragraph."""
        blocks = self.story.draft.blocks
        return {
            said.speaker.cut(self.text)
            for said in self.story.attributions
            if said.verb == ":" and said.speaker.start == blocks[said.block].span.start
            if said.speaker.cut(self.text).isupper()
        }

    def _apposed(self, attribution: Attribution) -> str | None:
        """The name beside a description: “a delegate, Jim Doe”, “a nurse named Jane Roe”."""
        start, end = attribution.speaker
        found = APPOSED.search(self.text, end, attribution.phrase.end) or APPOSED.match(
            self.text, attribution.phrase.end
        )
        if found:
            return " ".join((found.group(1) or found.group(2)).split())
        return self._named_before(start, BEFORE_APPOSED)

    def _named_before(self, start: int, joined: re.Pattern[str]) -> str | None:
        """The person named right before a description and joined to it."""
        for one in self.people.between(start - 60, start):
            if joined.fullmatch(self.text, one.span.end, start):
                return one.person
        return None

    def _beside_somebody(self, start: int) -> bool:
        """Whether they speak together with a person who is named or known: “she and her aides”."""
        pronoun = PRONOUN_AND.search(self.text, max(0, start - 12), start)
        return pronoun is not None or self._named_before(start, AND) is not None

    def _stays_unnamed(self, attribution: Attribution) -> bool:
        """Whether the rest of the sentence says that the speaker would not be named."""
        end = min(attribution.sentence.end, attribution.speaker.end + REACH)
        stated = ANONYMITY.search(self.text, attribution.speaker.end, end)
        return stated is not None and not self.people.between(attribution.speaker.end, stated.start())

    def _windows(self, attribution: Attribution) -> list[Span]:
        """The sentence of the attribution, and the next where it still speaks of the same people."""
        sentences = self.story.sentences
        own = sentences[attribution.block]
        i = bisect_right(own, (attribution.sentence.start, len(self.text)))
        following = own[i : i + 1]
        if not following and attribution.block + 1 < len(sentences):
            following = sentences[attribution.block + 1][:1]
        near = Span(
            attribution.sentence.start, min(attribution.sentence.end, attribution.speaker.end + REACH)
        )
        after = [one for one in following if STILL_OF_IT.match(self.text, one.start, one.end)]
        return [near, *(Span(one.start, min(one.end, one.start + REACH)) for one in after)]

    def _mention(self, reading: Reading, attribution: Attribution) -> Span:
        """The mention with all that describes an unnamed source: “a person familiar with the plan”."""
        start, end = attribution.speaker
        if reading.descriptor:
            at = self.text.find(reading.descriptor, start, attribution.sentence.end)
            end = max(end, at + len(reading.descriptor))
        return Span(start, end)

    # nouns

    def _of_noun(self, reading: Reading, attribution: Attribution) -> Gathered:
        if reading.name and reading.kind == "named":
            person = self.people.at(attribution.speaker) or reading.name
            if " " not in person and person in reading.name.split():
                person = reading.name  # Ida ‘Red’ Moss, of whom the draft’s names know a part
            return self._of_person(self.people.full_name(person) or person, reading)
        bare_plural = reading.plural and reading.kind == "anonymous" and reading.descriptor is None
        if reading.name is None and (reading.definite or bare_plural):
            earlier = self._earlier(reading.head, reading.plural)
            if earlier:
                return earlier
            holder = self._in_role(reading, attribution)
            if holder:
                return self._of_person(holder, PERSON)
        points_back = reading.definite and reading.kind == "anonymous" and reading.descriptor is None
        if points_back and not reading.fresh and self._unnamed:
            return self._unnamed  # “the insider”, after “one operative inside the tower”
        if reading.fresh and reading.kind == "anonymous" and reading.descriptor is None:
            like = self._by_word.get((reading.head, False)) or self._by_word.get((reading.head, True))
            if like:  # after “a council official”, “two other officials” are the council’s
                reading = reading._replace(descriptor=like.descriptor)
        words = " ".join(attribution.speaker.cut(self.text).lower().split())
        if points_back and reading.descriptor is None:
            reading = reading._replace(descriptor=words)  # whoever it is, something told of them before
        key = {
            "anonymous": reading.descriptor or reading.head,
            "organisation": (reading.name or reading.head).lower(),
            "collective": reading.head,
            "document": reading.head if reading.definite else words,
        }.get(reading.kind, reading.head if reading.definite or reading.plural else words)
        return self._keyed(reading.kind, key.lower(), reading)

    def _of_person(self, person: str, reading: Reading) -> Gathered:
        """The source of this name; a surname alone is the person’s so surnamed."""
        surname = bare(person.split()[-1])
        source = self._by_key.get(("named", surname))
        if source is None or not _same_person(source.person, person):
            source = self._keyed("named", person.lower(), reading)
            self._by_key[("named", surname)] = source
        if source.person is None and " " in person:
            source.person = person
        return source

    def _keyed(self, kind: Kind, key: str, reading: Reading) -> Gathered:
        source = None if reading.fresh else self._by_key.get((kind, key))
        if source is None:
            source = Gathered(kind, reading.head, descriptor=reading.descriptor, plural=reading.plural)
            self._by_key[(kind, key)] = source
        return source

    def _earlier(self, head: str, plural: bool) -> Gathered | None:
        """The last source that “the official”, “the senator” or “officials” may mean."""
        return self._by_word.get((head, plural))

    def _in_role(self, reading: Reading, attribution: Attribution) -> str | None:
        """Whom “the senator” means, where the text has given that role to one person only."""
        unknown = reading.kind == "organisation" and reading.head not in WORDS["body"]
        if reading.plural or not (unknown or reading.kind in ("named", "spokesperson")):
            return None
        return self.people.with_role(reading.head, attribution.speaker.start)

    # pronouns

    def _of_pronoun(self, pronoun: str, attribution: Attribution) -> Gathered:
        source = None
        if pronoun in SINGULAR or pronoun == "who":
            source = self._of_he_or_she(pronoun, attribution)
        elif pronoun in ("they", "it") and self._last and self._last.block == attribution.block:
            bodies = ("organisation", "document", "collective", "anonymous", "witness")
            plural = self._last.plural or self._last.head in WORDS["they"]
            if self._last.kind in bodies and (pronoun == "it") != plural:
                source = self._last
        return source or self._keyed("pronoun", pronoun, Reading("pronoun", pronoun))

    def _of_he_or_she(self, pronoun: str, attribution: Attribution) -> Gathered | None:
        at = attribution.speaker.start
        block = self.story.draft.blocks[attribution.block].span
        if pronoun == "who":
            near = [one for one in self.people.between(at - 60, at) if at - one.span.end <= 3]
            return self._of_person(near[-1].person, PERSON) if near else None
        last = self._last if self._last and attribution.block - self._last.block <= 1 else None
        since = max(block.start, at - 2 * REACH, last.mentions[-1].end if last else 0)
        for one in reversed(self.people.likely_between(since, at)):
            if self._modifies(one.span):
                continue
            if self._opens_sentence(one.span, attribution.block) and self.people.may_be(pronoun, one.person):
                self.people.settle(pronoun, one.person)
                return self._of_person(one.person, PERSON)
        if last is None or last.plural or last.kind not in ("named", "anonymous", "witness", "spokesperson"):
            only = self.people.must_be(pronoun, block.start, at)
            return self._of_person(only, PERSON) if only else None
        if last.person:
            if not self.people.may_be(pronoun, last.person):
                only = self.people.must_be(pronoun, block.start, at)
                return self._of_person(only, PERSON) if only else None
            self.people.settle(pronoun, last.person)
        return last

    def _modifies(self, span: Span) -> bool:
        """Whether a name stands before a role and another name: “Tully aide Jo Marsh”."""
        role, _, name = self.text[span.end : span.end + 60].lstrip().partition(" ")
        return name[:1].isupper() and (role in PEOPLE or role in WORDS["spokesperson"])

    def _opens_sentence(self, span: Span, block: int) -> bool:
        """Whether the mention stands where the subject of its sentence stands, outside quotation marks."""
        sentences = self.story.sentences[block]
        i = bisect_right(sentences, (span.start, len(self.text))) - 1
        return (
            i >= 0
            and self.text[sentences[i].start : span.start].count(" ") <= 2
            and not self.story.quoted(span)
        )


def _same_person(one: str | None, other: str) -> bool:
    """Whether two names with one surname are one person’s: one is short, or the given names agree."""
    if one is None or " " not in one or " " not in other:
        return True
    return one.split()[0].lower() == other.split()[0].lower()


def _roles(phrase: str) -> set[str]:
    words = {bare(word.strip(",()")) for word in phrase.split()}
    return {SHORT_TITLES.get(word, word) for word in words} - WORDS["after-head"]
