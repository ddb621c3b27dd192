"""A place with an article here and without one there: the Hasakeh province, Hasakeh province."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from newslint.checks.stories.problems import Differing
from newslint.late import late
from newslint.model import Span
from newslint.rulebook.check import PROSE
from newslint.story.naming.lexicon import lexicon
from newslint.story.naming.likeness import plain
from newslint.story.story import Story

_PLACE = late(
    r"(?P<the>\b[Tt]he )?(?:(?:neighbou?ring|nearby|eastern|western|northern|southern|central|coastal) )?"
    r"(?P<name>[A-Z][\w’-]+(?: [a-z]{2}-[A-Z]\w+| [A-Z][\w’-]+){0,2}) "
    r"(?P<kind>province|governorate|district|county|prefecture|region|canton|oblast|department|borough|municipality)\b"
)


def compare(story: Story, earlier: Story) -> Iterator[Differing]:
    """Each place that one draft always writes with an article and the other never."""
    here, there = places(story), places(earlier)
    for place, forms in here.items():
        others = there.get(place, {})
        if len(forms) == 1 and len(others) == 1 and forms.keys() != others.keys():
            (mine,), (theirs,) = forms.values(), others.values()
            yield Differing(mine[0], theirs[0])


def places(story: Story) -> dict[tuple[str, str], dict[bool, list[Span]]]:
    """Places with their kind, and where they stand with an article (True) and without."""
    found: dict[tuple[str, str], dict[bool, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for block in story.draft.blocks:
        if block.role in PROSE:
            for place in _PLACE.finditer(story.text, *block.span):
                if place["name"] not in lexicon().demonyms:
                    span = Span(*place.span())
                    found[plain(place["name"]), place["kind"]][bool(place["the"])].append(span)
    return found
