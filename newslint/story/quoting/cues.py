"""Cue verbs and their forms, from ``cues.txt``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple, cast

from newslint.language.words import Word
from newslint.late import late

OPENING = frozenset({"according"})  # no verb: according to
CUE_LINE = late(r"[a-z-]{2,}(?:~[a-z]+)*(?: [a-z-]{2,}){0,3}")
Group = Literal["speech", "hearer", "clause", "label"]
Form = Literal["base", "s", "past", "ing"]


class Cue(NamedTuple):
    """One form of a cue verb. ``particles`` are the words that must follow it (“point *out*”)."""

    lemma: str
    group: Group
    form: Form
    particles: tuple[str, ...] = ()


class Cues(NamedTuple):
    """The cue verbs of a house.

    ``forms``: every form of every verb, in small letters, those with particles before those without;
    ``finite``: the forms that look like finite verbs whatever stands around them (“said”, “argues”, not
    “claim”).
    """

    forms: dict[str, tuple[Cue, ...]]
    finite: frozenset[str]


@cache
def cue_verbs(house: tuple[str, ...] = ()) -> Cues:
    """newslint's own cue verbs, and those of the house, each written as a line of ``cues.txt``."""
    forms = _inflected([*read_verbs(Path(__file__).with_name("cues.txt")), *map(_house_verb, house)])
    finite = frozenset(
        word
        for word, cues in forms.items()
        if any(cue.form == "past" or (cue.form == "s" and cue.group != "label") for cue in cues)
    )
    return Cues(forms, finite)


def is_cue_line(line: str) -> bool:
    """Whether a house's verb is written as one: “chirrup”, “sing~out sang sung”."""
    return CUE_LINE.fullmatch(line) is not None


def _house_verb(line: str) -> tuple[Group, str, tuple[str, ...]]:
    lemma, *irregular = line.split()
    return "speech", lemma, tuple(irregular)


def _inflected(verbs: Iterable[tuple[Group, str, tuple[str, ...]]]) -> dict[str, tuple[Cue, ...]]:
    forms: dict[str, list[Cue]] = {}
    for group, lemma, irregular in verbs:
        verb, *particles = lemma.split("~")
        for form, word in inflect(verb, irregular):
            known = forms.setdefault(word, [])
            cue = Cue(" ".join((verb, *particles)), group, form, tuple(particles))
            if particles or not any(not other.particles for other in known):
                known.append(cue)
    return {word: tuple(sorted(cues, key=lambda cue: -len(cue.particles))) for word, cues in forms.items()}


def cue_starts(words: Iterable[Word], cues: Cues) -> list[int]:
    """Where those of the words begin that can be cues, in order."""
    forms = cues.forms
    return [word.span.start for word in words if word.lower in forms or word.lower in OPENING]


def read_verbs(path: Path) -> Iterator[tuple[Group, str, tuple[str, ...]]]:
    group: Group = "speech"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            group = cast(Group, line.strip("[]"))
        elif line and not line.startswith("#"):
            lemma, *irregular = line.split()
            yield group, lemma, tuple(form for form in irregular if not form.isdigit())


def inflect(verb: str, irregular: tuple[str, ...]) -> Iterator[tuple[Form, str]]:
    """The forms of a verb; the irregular ones are told apart by the ending -ing.

    The past is given before the base form, so that “read” and “put”, which look the same in both, count as
    past.
    """
    pasts = [form for form in irregular if not form.endswith("ing") or form == verb]
    present = [form for form in irregular if form.endswith("ing")]
    soft = verb.endswith(("s", "x", "z", "ch", "sh", "o"))
    consonant_y = verb.endswith("y") and verb[-2] not in "aeiou"
    silent_e = verb.endswith("e") and not verb.endswith(("ee", "oe", "ye"))
    stem = verb[:-1] if consonant_y or silent_e else verb
    for past in pasts or [stem + ("ied" if consonant_y else "ed") if not verb.endswith("e") else verb + "d"]:
        yield "past", past
    if verb not in pasts:
        yield "base", verb
    yield "s", stem + "ies" if consonant_y else verb + ("es" if soft else "s")
    for participle in present or [(verb[:-1] if silent_e else verb) + "ing"]:
        yield "ing", participle
