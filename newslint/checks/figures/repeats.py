"""One count given twice, differently: “two articles … the four articles”."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import ClassVar, Final, NamedTuple

from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import Check, Options
from newslint.story.counting.words import is_plural
from newslint.story.figures import Figure
from newslint.story.story import Story

# Words that speak of things told before: “the four articles”, “all five of them”.
_TOLD: Final = late(r"\b(?:the|all|all of the|these|those|our)[ \n]+$", re.IGNORECASE)
# What says which ones are meant, so that others need not have been told: “the two boats that left”.
_WHICH: Final = late(
    r"[ \n](?:that|who|which|whose|whom|of|with|without|left|remaining|where|when|I|we|he|she|they|it|you"
    r"|\w+ed|\w+ing|built|made|held|bought|sold|won|lost|known|seen|taken|given|set|led)\b"
    r"|[ \n]and[ \n]\w+s\b|-"
)
_ROUGHLY: Final = late(
    r"\b(?:at least|up to|more than|fewer than|less than|about|another|other|over|nearly|almost|some|half of"
    r"|half of the|first|last|next|than the)[ \n]$",
    re.IGNORECASE,
)
_WORD: Final = late(r"[^\W\d_][\w’'-]*|\d[\d,.]*")
# Words that any two sentences share.
_PLAIN: Final = frozenset(
    """
    the a an of in to for and or on at by with from as is are was were be been has have had that which who
    this these those it its their his her they he she said not but than
    """.split()
)
_SAME_WORDS: Final = 7  # this many words alike behind two counts, and both tell the same thing
_MANY: Final = 30  # more counts of one thing make a table, where each row has its own
_TELLING: Final = 10  # the least value of a sum or measure that ties two sentences together


class Count(NamedTuple):
    """A count of plural things: the figure, the span with its noun, the noun, the sentence it stands in."""

    figure: Figure
    span: Span
    noun: str
    sentence: Span


class CountsDiffer(Check[Options]):
    """The same things counted twice in one draft, differently.

    A noun alone says little: most nouns counted twice are rightly counted differently. So the second count
    must point back (“the four articles”) to things counted once before, and differently; or the same words
    follow both; or the same sum stands beside both (“four donations totaling $2.35 million”). Or the headline
    counts what the text counts otherwise.
    """

    verb = "figures"
    problem = "counts differ"
    facts: ClassVar[Mapping[str, str]] = {
        "here": "the count as written: four articles",
        "before": "the other count: two articles",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        by_noun = defaultdict(list)
        for count in _counts(story):
            by_noun[count.noun].append(count)
        for counts in by_noun.values():
            if len(counts) > _MANY or len({count.figure.value for count in counts}) < 2:
                continue
            for i, later in enumerate(counts):
                earlier = self._contradicted(later, counts, i, story)
                if earlier is not None:
                    yield _hit(later, earlier, story.text)

    def _contradicted(self, later: Count, counts: list[Count], i: int, story: Story) -> Count | None:
        before = [one for one in counts[:i] if one.figure.value != later.figure.value]
        if not before:
            return None
        others = counts[:i] + counts[i + 1 :]
        alone = later.figure.value not in {one.figure.value for one in others}
        if alone and len({one.figure.value for one in others}) == 1:
            nearest = counts[i - 1]
            if _points_back(later, nearest, story.text) or (
                _headline(nearest, later, story)
                and not _rough(nearest, story.text)
                and not _rough(later, story.text)
            ):
                return nearest
        for one in before:
            if _same_sum(one, later, story) or _same_words(one, later, story.text):
                return one
        return None


def _counts(story: Story) -> Iterator[Count]:
    text = story.text
    for figure in story.figures:
        words = figure.of.split()
        if figure.unit or figure.value < 2 or not words or not is_plural(words[-1].lower()):
            continue
        end = figure.span.end
        for word in words:
            end = text.index(word, end) + len(word)
        yield Count(figure, Span(figure.span.start, end), words[-1].lower(), story.sentence_at(end - 1))


def _points_back(later: Count, earlier: Count, text: str) -> bool:
    """“The four articles” behind “two articles”, in another sentence, with nothing that says which four."""
    if later.sentence == earlier.sentence or _rough(earlier, text) or _rough(later, text):
        return False
    if not _TOLD.search(text, max(0, later.span.start - 12), later.span.start):
        return False
    kinds = [one.figure.of.lower().split()[:-1] for one in (later, earlier)]
    if kinds[0] and kinds[0] != kinds[1]:  # “the two western states” are others than “three states”
        return False
    return not _WHICH.match(text, later.span.end)


def _rough(count: Count, text: str) -> bool:
    return _ROUGHLY.search(text, max(0, count.span.start - 16), count.span.start) is not None


def _headline(title: Count, body: Count, story: Story) -> bool:
    """Whether the one stands in the headline and both count the same, by all their words."""
    return (
        story.draft.role_at(title.span.start) == "headline"
        and story.draft.role_at(body.span.start) not in ("headline", None)
        and title.figure.of.lower() == body.figure.of.lower()
        and len(title.figure.of.split()) > 1
    )


def _same_sum(one: Count, other: Count, story: Story) -> bool:
    """Whether a sum or measure of the one's sentence stands in the other's as well."""
    if one.sentence == other.sentence or one.figure.of.lower() != other.figure.of.lower():
        return False
    return bool(_sums(one.sentence, story) & _sums(other.sentence, story))


def _sums(sentence: Span, story: Story) -> set[tuple[object, str]]:
    return {
        (figure.value, figure.unit)
        for figure in story.figures
        if sentence.start <= figure.span.start < sentence.end
        and figure.unit not in ("", "%", "points")
        and figure.value >= _TELLING
    }


def _same_words(one: Count, other: Count, text: str) -> bool:
    """Whether the sentences go on alike, word by word, behind the two counts."""
    if one.sentence == other.sentence or one.figure.of.lower() != other.figure.of.lower():
        return False
    rest = [_words(text[count.span.end : count.sentence.end]) for count in (one, other)]
    alike = 0
    for a, b in zip(*rest, strict=False):
        if a != b:
            break
        alike += 1
    telling = sum(word not in _PLAIN for word in rest[0][:alike])
    whole = alike == len(rest[0]) == len(rest[1]) and alike >= _SAME_WORDS - 3
    return telling > 1 and (whole or alike >= _SAME_WORDS)


def _words(text: str) -> list[str]:
    return [word.lower().rstrip(".,") for word in _WORD.findall(text)]


def _hit(later: Count, earlier: Count, text: str) -> Hit:
    facts = {"here": later.span.cut(text), "before": earlier.span.cut(text)}
    return Hit(later.span, facts, asides=(Aside(earlier.span, "the other count"),))
