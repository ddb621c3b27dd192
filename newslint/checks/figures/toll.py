"""The dead and the hurt of one event counted twice, differently."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Final, NamedTuple

from newslint.checks.figures.deadly import EVENTS
from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.figures import Figure
from newslint.story.story import Story

# “three soldiers were killed”, “three dead”
_BEHIND = late(
    r"(?:[ \n][\w’'-]+){0,3}?[ \n](?:(?:were|was|are|have been|had been|have|had) )?(?:\w+ly )?"
    r"(?P<harm>killed|died|dead|injured|wounded|hurt|missing)\b"
)
# “killed three”, “killing three people”
_AHEAD = late(r"\b(?P<harm>kill(?:s|ed|ing)?|(?:injur|wound)(?:es|s|ed|ing)|hurt(?:s|ing)?)[ \n]$")
_KINDS: Final[Mapping[str, str]] = {
    "kil": "dead", "die": "dead", "dea": "dead",
    "inj": "hurt", "wou": "hurt", "hur": "hurt", "mis": "missing",
}  # fmt: skip
# A count that is not the whole of it, or not that of one day.
_PART = late(
    r"(?i)\b(?:at least|up to|more than|fewer than|about|another|other|over|nearly|almost|some|as many as"
    r"|including|of the|first|last|next)[ \n]$"
)
_PART_BEHIND = late(r"[ \n](?:more|others?|of (?:them|the|those|whom)|additional)\b")
_CHANGING = late(
    r"(?i)\b(?:toll|initial\w*|first (?:said|reported|put)|earlier|later|rose|risen|revised|so far|since|each"
    r"|every|total|in all|previous\w*|another|last (?:week|month|year)|ago|average|annual\w*|years?|decades?"
    r"|separate\w*|also)\b"
)
# “the four killed”, “all four victims”: the whole toll, told of as known
_KNOWN = late(r"(?i)\b(?:the|all|all of the|those)[ \n]$")
_KNOWN_BEHIND = late(
    r"(?:[ \n](?:people|men|women|soldiers|passengers|children|workers|guards|residents))?"
    r"[ \n](?:who )?(?:were )?(?P<harm>killed|dead|injured|wounded|hurt|missing)\b"
)
# Others came to harm besides, or later.
_MORE = late(r"(?i)\b(?:more|another|others?|also|(?:later|since|has|have) died)\b")
_MANY: Final = 30  # more make a list of events, not a story of one
_EVENT = late(rf"\b(?:{EVENTS})\b")
_PLACE = late(r"\b(?:in|at|near|outside|on) (?:the )?([A-Z][\w’-]+(?: [A-Z][\w’-]+)*)")


class Harm(NamedTuple):
    """How many people came to harm: the figure, dead, hurt or missing, the sentence it stands in, and whether
    it is told of as known (“the four killed”)."""

    figure: Figure
    kind: str
    sentence: Span
    known: bool


class TollMismatch(Check[Options]):
    """The same harm counted differently: in headline and lede, in sentences on one event in one place, or the
    one number of a draft, and later “the four killed”."""

    verb = "figures"
    problem = "toll mismatch"
    facts: ClassVar[Mapping[str, str]] = {
        "here": "the number as written here",
        "before": "the other number",
        "harm": "dead, hurt or missing",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        if not story.figures:
            return
        found = [harm for harm in _harms(story) if not _CHANGING.search(story.text, *harm.sentence)]
        if len(found) > _MANY:
            return
        for i, later in enumerate(found):
            for earlier in found[:i]:
                if earlier.kind != later.kind or earlier.sentence == later.sentence:
                    continue
                if earlier.figure.value == later.figure.value or _kinds_of_people(earlier, later):
                    continue
                if (
                    _top(earlier, later, story)
                    or _one_event(earlier.sentence, later.sentence, story.text)
                    or _the_whole(later, found[:i], story.text)
                ):
                    facts = {
                        "here": later.figure.span.cut(story.text),
                        "before": earlier.figure.span.cut(story.text),
                    }
                    aside = Aside(earlier.figure.span, "the other number")
                    yield Hit(later.figure.span, {**facts, "harm": later.kind}, asides=(aside,))
                    break


def _harms(story: Story) -> Iterator[Harm]:
    text = story.text
    for figure in story.figures:
        if figure.unit or figure.value != figure.value.to_integral_value():
            continue
        block = story.draft.block_at(figure.span.start)
        if block is None or _PART.search(
            text, max(block.span.start, figure.span.start - 16), figure.span.start
        ):
            continue
        if _PART_BEHIND.match(text, figure.span.end):
            continue
        sentences = story.sentences[block.index]
        at = bisect_right(sentences, figure.span.start, key=lambda sentence: sentence.start) - 1
        sentence = sentences[at] if at >= 0 else block.span
        told = _AHEAD.search(text, max(sentence.start, figure.span.start - 12), figure.span.start)
        told = told or _BEHIND.match(text, figure.span.end, sentence.end)
        known = _KNOWN.search(text, max(sentence.start, figure.span.start - 12), figure.span.start)
        whole = _KNOWN_BEHIND.match(text, figure.span.end, sentence.end) if known else None
        if found := told or whole:
            yield Harm(figure, _KINDS[found["harm"][:3]], sentence, whole is not None)


def _kinds_of_people(one: Harm, other: Harm) -> bool:
    """Whether the two count people of different kinds: two soldiers, three civilians."""
    a, b = (harm.figure.of.split()[-1:] for harm in (one, other))
    return bool(a and b and a != b and "people" not in (a[0], b[0]))


def _top(one: Harm, other: Harm, story: Story) -> bool:
    """Whether the one stands in the headline and the other in the lede, which tell of one event."""
    roles = [story.draft.role_at(harm.figure.span.start) for harm in (one, other)]
    return roles == ["headline", "lede"]


def _the_whole(later: Harm, before: list[Harm], text: str) -> bool:
    """Whether the later number is told of as known (“the four killed”) where one other has been given, for
    nowhere else, and nobody was added since."""
    alike = [one for one in before if one.kind == later.kind]
    if not later.known or len({one.figure.value for one in alike}) != 1:
        return False
    first = alike[0].sentence
    return not (
        _MORE.search(text, first.start, later.sentence.end) or _elsewhere(first, later.sentence, text)
    )


def _elsewhere(one: Span, other: Span, text: str) -> bool:
    """Whether the two sentences name two places."""
    places = [{found[1] for found in _PLACE.finditer(text, *span)} for span in (one, other)]
    return bool(places[0] and places[1] and not places[0] & places[1])


def _one_event(one: Span, other: Span, text: str) -> bool:
    """Whether the two sentences name one kind of event and one place."""
    events = [{found[0].rstrip("s") for found in _EVENT.finditer(text, *span)} for span in (one, other)]
    places = [{found[1] for found in _PLACE.finditer(text, *span)} for span in (one, other)]
    return bool(events[0] & events[1] and places[0] & places[1])
