"""One name in two spellings: a slip (Parnell, Parnel) or two transliterations (Hasakeh, Hasakah)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import ClassVar, NamedTuple

from newslint.checks.names.data import read_lines
from newslint.late import late
from newslint.model import Aside, Hit
from newslint.rulebook.check import Check, Options, Scope
from newslint.story.naming.lexicon import lexicon
from newslint.story.naming.likeness import Difference, derived, difference, plain, sound, without_article
from newslint.story.naming.people import nicknames
from newslint.story.naming.uses import Use, uses
from newslint.story.story import Story

FACTS = {
    "name": "the word as spelt here",
    "first": "the spelling the draft uses otherwise",
    "count": "how often the draft has that other spelling",
}
_KIN = late(
    r"\b(?:wife|husband|son|daughter|brother|sister|mother|father|cousin|uncle|aunt|nephew|niece|widow|twins?|"
    r"Mr\. and Mrs\.|née|grand(?:son|daughter|father|mother)|parents)\b"
)
# told on purpose: “Parnel (sic)”, “Myanmar, also known as Burma”
_ASIDE = late(r"(?:[’']s)?\W{0,3}(?:\[|\()?sic\b|,? \(?(?:also|sometimes) (?:spelled|spelt|written|known)")
_TOLD = late(r"\b(?:known as|called|named|renamed|formerly|or|spelled|spelt|once)(?: the)? [“\"‘']?$")
_LIST = late(r"(?:,|\band\b|\bor\b|\bvs?\.|&|/|\bversus\b|\bnot\b|\bwith\b|\bagainst\b)")
_SAYS = late(r" (?:said|says|told|added|argued|testified|wrote|tweeted|replied|recalled)\b")


# No story has so many names alike; a telephone book has, and would take for ever.
_MOST = 400


class Pair(NamedTuple):
    """A word that looks like another spelling of a name, and that name’s usual spelling."""

    odd: Use
    usual: list[Use]
    difference: Difference


@lru_cache(maxsize=1)  # two problems ask for the same story
def lookalikes(story: Story) -> tuple[Pair, ...]:
    """Words of names that stand once or twice and look like a name the draft has oftener, where nothing
    says that they are two."""
    words, known = uses(story), lexicon()
    near: dict[str, list[str]] = defaultdict(list)
    for word, places in words.items():
        if (
            len(word) > 3
            and (
                len(places) > 1
                or places[0].text in known.places
                or (places[0].name.kind == "person" and not places[0].alone)
            )
            and not _common(places[0].text)
        ):
            near[word[0]].append(word)
            near[word[-2:]].append(word)
    lower: frozenset[str] | None = None
    pairs: list[Pair] = []
    for word, places in words.items():
        if len(word) < 4 or len(places) > 2 or _known(places[0], story):
            continue
        alike = near[word[0]] + near[word[-2:]]
        if len(alike) > _MOST:
            continue
        for usual in dict.fromkeys(alike):
            if (
                usual == word
                or abs(len(usual) - len(word)) > 2
                or len(places) * 2 > len(words[usual]) + (len(places) == 1)
            ):
                continue
            how = difference(word, usual)
            if (
                how is None
                and len(word) > 4
                and sorted(word) == sorted(usual)
                and words[usual][0].text in known.places
            ):
                how = "letters"  # Lybia
            if how is None or derived(word, usual) or nicknames().keys() >= {word, usual}:
                continue
            if lower is None:
                lower = frozenset(re.findall(r"(?<![\w'’-])[a-z]{4,}", story.text))
            if word in lower or not _same(places[0], words[usual], story):
                continue
            pairs += [Pair(use, words[usual], how) for use in places]
            break
    return tuple(pairs)


def _common(text: str) -> bool:
    """Whether a word of many names (Centre, Syrian) is no name of its own."""
    known = lexicon()
    return text in known.demonyms or text in known.organisation_heads or text in known.place_heads


def _known(use: Use, story: Story) -> bool:
    """Whether the word is known to be spelt so: a place, a common word, a given name where one belongs."""
    known = lexicon()
    text = use.text.replace("’", "'").removesuffix(".")
    if (text.isupper() and len(text) < 6) or text in story.vocabulary.words:
        return True
    return (
        text in known.places
        or text in known.demonyms
        or text in known.function
        or text in known.common
        or text in known.organisation_heads
        or text in known.place_heads
        or text in known.titles
        or text in known.calendar
        or (
            text in known.given and (not use.alone or (use.name.kind == "person" and not _speaks(use, story)))
        )
    )


def _speaks(use: Use, story: Story) -> bool:
    """Whether the word stands as people stand who have been named in full: “Henri said”."""
    return use.alone and _SAYS.match(story.text, use.span.end) is not None


def _same(odd: Use, usual: list[Use], story: Story) -> bool:
    """Whether the odd word may be the usual one misspelt, and not the name of somebody or something else."""
    text = story.text
    start, end = odd.span
    if _ASIDE.match(text, end) or _KIN.search(text, max(0, start - 50), min(len(text), end + 30)):
        return False
    nearest = min(usual, key=lambda use: abs(use.span.start - start))
    between = text[min(end, nearest.span.end) : max(start, nearest.span.start)]
    if len(between) < 40 and "." not in between and _LIST.search(between):
        return False
    if odd.alone:
        if odd.name.kind == "person" and odd.name.given and not (odd.name.surname or _speaks(odd, story)):
            return False
        if odd.name.kind == "place" and any(use.text in lexicon().places for use in usual):
            return True
        titled = {use.mention.title for use in usual if use.mention.title}
        if odd.mention.title and titled and odd.mention.title not in titled:
            return False
        return any(use.alone or (use.rank == -1 and use.name.kind == "person") for use in usual)
    if odd.rank != -1 and odd.name.kind == "person":
        # a given name, which another problem looks at; but the first half of a double surname is none
        return any(use.others and set(use.others) & set(odd.others) and use.rank != 0 for use in usual)
    if odd.name.kind != "person" and any(use.text in lexicon().places for use in usual):
        return True
    return any(
        use.others == odd.others or (use.others and use.others[0] == odd.others[0])
        for use in usual
        if use.others
    )


def _hit(odd: Use, usual: list[Use]) -> Hit:
    first = usual[0]
    return Hit(
        odd.span,
        {"name": odd.text, "first": first.text, "count": str(len(usual))},
        asides=(Aside(first.span, f"“{first.text}” here"),),
    )


class MisspeltLater(Check[Options]):
    """A name that is spelt otherwise once: a letter put in, left out, changed or swapped."""

    verb = "names"
    problem = "misspelt later"
    facts = FACTS
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        for odd, usual, how in lookalikes(story):
            if how == "letters":
                yield _hit(odd, usual)


class SpellingMixed(Check[Options]):
    """A name in two transliterations, or under two of the spellings the world has for it."""

    verb = "names"
    problem = "spelling mixed"
    facts = FACTS
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        for odd, usual, how in lookalikes(story):
            if how == "sound":
                yield _hit(odd, usual)
        yield from _articles(story)
        yield from _two_spellings(story)


def _articles(story: Story) -> Iterator[Hit]:
    """Places and bodies with and without their article, or with another: Deir ez-Zor, Deir al-Zour."""
    forms: dict[str, dict[str, list[Use]]] = defaultdict(dict)
    others = [name for name in story.names if name.kind != "person" and not name.acronym]
    if not any("-" in mention.text for name in others for mention in name.mentions):
        return
    for name in others:
        for mention in name.mentions:
            words = tuple(plain(word) for word in mention.text.split())
            key = " ".join(sound(word) for word in words)
            if len(key.replace(" ", "")) > 3:
                use = Use(mention.text, mention.span, mention, name, words, -1)
                forms[key].setdefault(" ".join(words), []).append(use)
    for spelt in forms.values():
        if len(spelt) < 2:
            continue
        usual, *rarer = sorted(spelt, key=lambda form: (-len(spelt[form]), spelt[form][0].span))
        for other in rarer:
            pairs = list(zip(usual.split(), other.split(), strict=False))
            if any(without_article(a) != a or without_article(b) != b for a, b in pairs):
                yield from (_hit(use, spelt[usual]) for use in spelt[other])


@cache
def _spellings() -> dict[str, str]:
    """Spelling, plain, to the set it belongs to."""
    return {plain(form): line for line in read_lines("spellings.txt") for form in line.split(" | ")}


def _two_spellings(story: Story) -> Iterator[Hit]:
    """Names that have several spellings in English, where the draft uses more than one."""
    sets = _spellings()
    seen: dict[str, dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for form, places in uses(story).items():
        if form in sets:
            seen[sets[form]][form] += places
    for name in story.names:
        if " " in name.canonical or "-" in name.canonical:
            for mention in name.mentions:
                form = plain(mention.text)
                if " " in form and form in sets:
                    seen[sets[form]][form].append(Use(mention.text, mention.span, mention, name, (form,), -1))
    for forms in seen.values():
        if len(forms) > 1:
            usual, *others = sorted(forms, key=lambda form: (-len(forms[form]), forms[form][0].span))
            for other in others:
                told = (use for use in forms[other] if not _explained(use, story))
                yield from (_hit(use, forms[usual]) for use in told)


def _explained(use: Use, story: Story) -> bool:
    start = use.mention.span.start
    return _TOLD.search(story.text, max(0, start - 26), start) is not None
