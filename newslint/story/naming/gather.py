"""Who is who: mentions put together under one name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from typing import NamedTuple

from newslint.late import late
from newslint.model import Role, Span
from newslint.story.names import Name
from newslint.story.naming.acronyms import acronym_definitions
from newslint.story.naming.groups import Group, fold
from newslint.story.naming.lexicon import lexicon
from newslint.story.naming.runs import (
    PARTICLES,
    Candidate,
    Part,
    candidate,
    candidates,
    capitalised_runs,
    looks_common,
)

# Roles in which capitals say nothing about names; those names are found that the rest of the draft knows.
_DISPLAY = frozenset(("slug", "headline", "deck", "crosshead", "meta", "note", "byline"))
_LOWER_WORD = re.compile(r"(?<![\w'’-])[a-zà-ÿ]{2,}")
_WORD = re.compile(r"[^\W\d_]{2,}")
_PERSON_AFTER = late(
    r",? (?:who|whose)\b|, \d{2}(?:,|\.|;| \()"
    r"|,? (?:said|says|told|tweeted|recalled|testified|added|joked|replied)\b"
    r"|, (?:a|an|the|his|her) (?:former |retired |veteran |senior )?(?:\w+ ){0,2}(?:analyst|professor|lawyer|"
    r"author|activist|spokes\w+|reporter|director|founder|leader|resident|economist|expert|strategist)\b"
)
_ACTS_AFTER = re.compile(
    r",? (?:said|says|told|tweeted|recalled|testified|added|joked|replied|wrote|argued|insisted|declined|"
    r"spoke|won|lost|resigned|voted|vowed|thanked|smiled|laughed|testifies|thinks|believes)\b"
)
_PARTICLE_BEFORE = re.compile(
    r"(?:(?:van|von|der|den|de|del|della|di|da|dos|du|la|le|bin|al|el|ten|ter)[ \n])+$"
)
_ARTICLE = re.compile(r"^(?:al|el|as|ash|an|ad|ar|ez|es)-")


class Capitals(NamedTuple):
    """What one block has of capitals: its ``runs``, whether they are those of a title (``display``) or of a
    dateline, whose first name is a place, and the words that stand there in small letters (``lower``)."""

    runs: tuple[list[Part], ...]
    display: bool
    lower: frozenset[str]
    dateline: bool = False


def read(text: str, block: Span, role: Role) -> Capitals:
    """The capitals of one block of ``text``."""
    runs = tuple(capitalised_runs(text, block))
    display = role in _DISPLAY or _title_case(text, block)
    return Capitals(runs, display, frozenset(_LOWER_WORD.findall(text, *block)), role == "dateline")


def moved(capitals: Capitals, by: int) -> Capitals:
    """The same, so many characters further on in the draft."""
    runs = [
        [Part(text, start + by, end + by, initial) for text, start, end, initial in run]
        for run in capitals.runs
    ]
    return capitals._replace(runs=tuple(runs))


def _title_case(text: str, block: Span) -> bool:
    """Whether a short line is set like a headline: most of its words begin with a capital."""
    if block.end - block.start > 160 or ". " in block.cut(text):
        return False
    words = _WORD.findall(text, block.start, block.end)
    capitals = sum(word[0].isupper() for word in words)
    shouted = sum(word.isupper() for word in words if len(word) > 3)
    return len(words) > 4 and (capitals > 0.72 * len(words) or shouted > 3)


class Gathering:
    """Takes in the blocks of one draft, then says which names they hold."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._runs: list[list[Part]] = []
        self._display: list[list[Part]] = []
        self._lower: set[str] = set()
        self._datelines: set[int] = set()
        self._groups: dict[object, Group] = {}
        self._fulls: dict[str, list[tuple[int, object]]] = defaultdict(list)

    def add(self, capitals: Capitals) -> None:
        """Take in one block's capitalised words."""
        into = self._display if capitals.display else self._runs
        into += capitals.runs
        self._lower |= capitals.lower
        if capitals.dateline and capitals.runs:
            self._datelines.add(capitals.runs[0][0].start)

    def names(self) -> tuple[Name, ...]:
        """Every name by first mention."""
        lower = frozenset(self._lower)
        firm = frozenset(part.text for run in self._runs for part in run if not part.initial)
        found = [one for run in self._runs for one in candidates(run, lower, firm)]
        fulls = [one for one in found if len(one.core) > 1]
        singles = [one for one in found if len(one.core) == 1]
        self._anchor(self._repaired(fulls, singles, lower))
        self._settle_people(singles)
        self._join(singles)
        self._place_datelines()
        self._name_acronyms()
        self._scan_display()
        return tuple(
            sorted(
                (group.name(self.text) for group in self._groups.values()),
                key=lambda name: name.mentions[0].span,
            )
        )

    def _repaired(
        self, fulls: list[Candidate], singles: list[Candidate], lower: frozenset[str]
    ) -> list[Candidate]:
        """Full names without an opening word that is none of theirs: “Republican Lee”, “Electing Lee”, and
        “Mark Lee” where a sentence begins with the verb."""
        words = lexicon()
        surnames = {fold(full.core[-1].text) for full in fulls if full.parts[0].text in words.given}
        known = Counter(fold(full.core[-1].text) for full in fulls)
        firsts = Counter(full.parts[0].text for full in fulls)
        kept: list[Candidate] = []
        pairs = {(full.core[0].text, full.core[-1].text) for full in fulls if len(full.core) == 2}
        for full in fulls:
            first = full.parts[0]
            if len(full.core) == 3 and self._led_in(full, pairs):
                kept.append(candidate(full.parts[1:], full.title, "person"))  # “Actress Ann Rowe”
            elif (
                first.text not in words.given
                and (first.text in words.demonyms or (first.initial and looks_common(first.text)))
                and fold(full.core[-1].text) in surnames
                and not full.title
                and (len(full.core) == 2 or full.core[1].text in words.given)
                and fold(first.text) not in PARTICLES
            ):
                rest = candidate(full.parts[1:], "", "person")
                (kept if len(rest.core) > 1 else singles).append(rest)
            elif (
                first.initial
                and len(full.parts) == 2
                and (first.text.lower() in lower or first.text in words.common)
                and first.text.lower() not in PARTICLES
                and not full.title
                and known[fold(full.parts[1].text)] > 1
                and firsts[first.text] == 1
            ):
                singles.append(candidate(full.parts[1:], "", ""))
            else:
                kept.append(full)
        singles.sort(key=lambda single: single.parts[0].start)
        return kept

    def _led_in(self, full: Candidate, pairs: set[tuple[str, str]]) -> bool:
        """Whether a full name that the draft knows stands behind a word that is no given name."""
        first, second, last = (part.text for part in full.core)
        given = lexicon().given
        return first not in given and second not in PARTICLES and (second, last) in pairs

    def _anchor(self, fulls: list[Candidate]) -> None:
        """Groups of names of several words; people by first and last word: middle names do not part them."""
        tails: dict[tuple[str, str], object] = {}
        key: object
        later: list[Candidate] = []
        given = lexicon().given
        people = {
            (fold(full.core[0].text), fold(full.core[-1].text)) for full in fulls if full.hint == "person"
        }
        for full in fulls:
            first, last = fold(full.core[0].text), fold(full.core[-1].text)
            if len(full.core) == 2 and full.core[0].text not in given:
                later.append(full)
            elif (first, last) not in people:
                self._put(self._whole(full), full)
            else:
                key = (first, last, full.suffix)
                self._put(key, full)
                if len(full.core) > 2:
                    tails[fold(full.core[-2].text), last] = key
                bridge = fold(self.text[full.core[-2].end : full.core[-1].start]).split()
                if bridge:
                    tails[bridge[0], last] = key
        for full in later:  # “Wasserman Schultz” belongs to Debbie Wasserman Schultz, wherever she stands
            first, last = fold(full.core[0].text), fold(full.core[-1].text)
            if (first, last) in tails:
                self._put(tails[first, last], full)
            elif (first, last) in people:
                self._put((first, last, full.suffix), full)
            else:
                self._put(self._whole(full), full)
        for whose, group in self._groups.items():
            group.mentions.sort(key=lambda mention: mention.span)
            group.person = isinstance(whose, tuple)

    def _whole(self, full: Candidate) -> str:
        """The name in one spelling, without a middle initial: Blair W. Effron, Blair Effron."""
        if len(full.core) == 3 and len(full.core[1].text) < 3:
            return fold(f"{full.core[0].text} {full.parts[-1].text}")
        return fold(full.span.cut(self.text))

    def _put(self, key: object, form: Candidate) -> None:
        group = self._groups.get(key)
        if group is None:
            group = self._groups[key] = Group()
        group.add(form, form.span, self.text)

    def _settle_people(self, singles: list[Candidate]) -> None:
        """Decide which full names are people’s, and remember where each stands by its surname."""
        alone = {
            fold(single.parts[0].text)
            for single in singles
            if single.title or _ACTS_AFTER.match(self.text, single.parts[0].end)
        }
        known = lexicon()
        surnames = {fold(group.forms[0].core[-1].text) for group in self._groups.values() if group.person}
        for key, group in self._groups.items():
            core = group.forms[0].core
            if not group.person and not group.votes and len(core) <= 3:
                group.person = (
                    (
                        len(core) == 2
                        and fold(core[-1].text) in surnames
                        and core[-1].text not in known.demonyms
                    )
                    or any(_PERSON_AFTER.match(self.text, mention.span.end) for mention in group.mentions[:4])
                    or (
                        fold(core[-1].text) in alone
                        and fold(core[0].text) not in alone
                        and core[-1].text not in known.places
                        and core[-1].text not in known.common
                        and core[-1].text not in known.demonyms
                        and not core[0].text.isupper()
                        and not group.placed(self.text)
                    )
                )
            if group.person:
                places = self._fulls[_ARTICLE.sub("", fold(core[-1].text))]
                places += [(mention.span.start, key) for mention in group.mentions]
        for places in self._fulls.values():
            places.sort(key=lambda place: place[0])

    def _join(self, singles: list[Candidate]) -> None:
        """Give each single word to the last full name with that surname, else to the one person so called,
        else to the body it shortens, else to itself."""
        givens: dict[str, set[object]] = defaultdict(set)
        bodies: dict[str, object] = {}
        key: object
        for key, group in self._groups.items():
            if group.person:
                givens[fold(group.forms[0].core[0].text)].add(key)
            elif "organisation" in group.votes:
                bodies.setdefault(fold(group.forms[0].core[0].text), key)
        for single in singles:
            text = fold(single.parts[0].text)
            start = single.parts[0].start
            key = text
            span = single.span
            surname = _ARTICLE.sub("", text)
            if single.hint == "title" and (
                surname not in self._fulls or self.text.endswith(" the ", 0, start)
            ):
                continue
            if surname in self._fulls:
                places = self._fulls[surname]
                key = places[max(0, bisect_left(places, (start,), key=lambda place: (place[0],)) - 1)][1]
                particle = _PARTICLE_BEFORE.search(self.text, max(0, start - 14), start)
                if particle and fold(self.text[particle.start() : start] + text) in fold(
                    self._groups[key].mentions[0].text
                ):
                    span = Span(particle.start(), span.end)
            elif len(givens.get(text, ())) == 1 and single.hint != "place":
                (key,) = givens[text]
            elif text in bodies and not single.hint and not single.title and self._shortened(single):
                key = bodies[text]
            group_of = self._groups.get(key)
            if group_of is None:
                group_of = self._groups[key] = Group()
            group_of.add(single, span, self.text)

    def _shortened(self, single: Candidate) -> bool:
        """Whether a word may be short for a body: one that opens a sentence only where it does something."""
        part = single.parts[0]
        return not part.initial or _ACTS_AFTER.match(self.text, part.end) is not None

    def _place_datelines(self) -> None:
        """What opens a dateline is a place."""
        for group in self._groups.values():
            if not group.person and any(m.span.start in self._datelines for m in group.mentions):
                group.votes = {"place": len(group.mentions)}

    def _name_acronyms(self) -> None:
        """Where the draft defines an acronym, its mentions belong to the name it stands for."""
        starts = {
            mention.span.start: key for key, group in self._groups.items() for mention in group.mentions
        }
        for definition in acronym_definitions(self.text):
            key = next((starts[at] for at in range(definition.start, definition.end) if at in starts), None)
            short = self._groups.get(fold(definition.acronym))
            if key is None or short is self._groups[key]:
                continue
            group = self._groups[key]
            group.acronym = group.acronym or definition.acronym
            if short is not None:
                group.mentions += short.mentions
                group.votes["organisation"] = group.votes.get("organisation", 0) + 1
                del self._groups[fold(definition.acronym)]

    def _scan_display(self) -> None:
        """Mentions in headlines, of names that the copy knows."""
        for run in self._display:
            i = 0
            while i < len(run):
                for length in (4, 3, 2, 1):
                    parts = run[i : i + length]
                    if len(parts) < length:
                        continue
                    key = self._known(parts)
                    if key is not None:
                        self._put(key, candidate(parts, "", ""))
                        i += length - 1
                        break
                i += 1

    def _known(self, parts: list[Part]) -> object | None:
        words = lexicon()
        first, last = fold(parts[0].text), fold(parts[-1].text)
        surname = _ARTICLE.sub("", last)
        if len(parts) == 1 and surname in self._fulls:
            return self._fulls[surname][0][1]
        whole = fold(self.text[parts[0].start : parts[-1].end])
        if len(parts) == 1 and (parts[0].text in words.function or parts[0].text in words.common):
            return None
        for key in ((first, last, ""), whole):
            if key in self._groups:
                return key
        return None
