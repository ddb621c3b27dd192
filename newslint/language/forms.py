"""The inflected forms of English words, without spaCy: rules, and a small table of what is irregular."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

from newslint.language.wordfile import read_lines
from newslint.late import late

Form = Literal["base", "s", "past", "participle", "ing"]
FORMS: tuple[Form, ...] = get_args(Form)

_TABLE = read_lines(Path(__file__).with_suffix(".txt"))
_DOUBLED = frozenset(word for line in _TABLE["doubled"] for word in line)
_EITHER = frozenset(word for line in _TABLE["doubled or not"] for word in line)
_VERBS = MappingProxyType({verb: (past, participle) for verb, past, participle in _TABLE["verbs"]})
_NOUNS = MappingProxyType({line[0]: line[1] for line in _TABLE["nouns"]})
_BASES = MappingProxyType(
    {form: verb for verb, parts in _VERBS.items() for part in parts for form in part.split("|")}
)
_BE: dict[Form, tuple[str, ...]] = {
    "base": ("be", "am", "are"),
    "s": ("is",),
    "past": ("was", "were"),
    "participle": ("been",),
    "ing": ("being",),
}
_SIBILANT = late(r"(?:s|x|z|ch|sh)$")
_ONE_SYLLABLE = late(r"^(?:[^aeiou]|y(?=[aeiou]))*(?:qu)?[aeiouy][^aeiouywx]$")


class Inflected(NamedTuple):
    """A form of a word or phrase: its text, which form, and which word of it carries that (0, or -1)."""

    text: str
    form: Form
    carrier: int


@cache
def paradigm(word: str) -> MappingProxyType[Form, tuple[str, ...]]:
    """The forms of a word in small letters: ``s`` is the plural and the third person, each with its variants.

    The word's class is not asked for: of a noun that is no verb the past is made too, and harms nobody.
    """
    if word == "be":
        return MappingProxyType(_BE)
    past, participle = _VERBS.get(word, ("", ""))
    regular = tuple(dict.fromkeys(_past(stem) for stem in _stems(word)))
    s = (_s(word),) if word not in _NOUNS else (*_NOUNS[word].split("|"), _s(word))
    return MappingProxyType[Form, tuple[str, ...]](
        {
            "base": (word,),
            "s": tuple(dict.fromkeys(s)),
            "past": tuple(past.split("|")) if past else regular,
            "participle": tuple(participle.split("|")) if participle else regular,
            "ing": tuple(dict.fromkeys(_ing(stem) for stem in _stems(word))),
        }
    )


def forms_of(phrase: str) -> tuple[Inflected, ...]:
    """Every form of a word or phrase, itself first: slam, slams, slammed, slamming.

    Capitals are kept (Tory, Tories). A past form stands for its verb (slammed: slam, slams…). In a
    phrase the first word is inflected as a verb is, and the last one takes a plural: sounded the alarm,
    renewed calls.
    """
    found = {phrase: Inflected(phrase, "base", 0)}
    words = phrase.split(" ")
    verbs = _bases(words[0])
    for base in (words[0], *verbs):
        for form, variants in paradigm(base.lower()).items():
            if base == words[0] and verbs and form != "s":
                continue  # a past form has none of its own; “hundred”, which is none, has its plural
            for variant in variants:
                text = " ".join((_like(words[0], variant), *words[1:]))
                found.setdefault(text, Inflected(text, form, 0))
    if len(words) > 1:
        for variant in paradigm(words[-1].lower())["s"]:
            text = " ".join((*words[:-1], _like(words[-1], variant)))
            found.setdefault(text, Inflected(text, "s", -1))
    return tuple(found.values())


def inflect(phrase: str, form: Form, carrier: int = 0) -> str:
    """The phrase in a form, its first (0) or last (-1) word carrying it."""
    words = phrase.split(" ")
    words[carrier] = _like(words[carrier], paradigm(words[carrier].lower())[form][0])
    return " ".join(words)


def _bases(word: str) -> tuple[str, ...]:
    """The verbs that a past form may be of; without a dictionary several are possible (fixed: fix, fixe)."""
    word = word.lower()
    if word in _BASES:
        return (_BASES[word],)
    if not word.endswith("ed") or len(word) < 5:
        return ()
    stem = word[:-2]
    candidates = (
        stem[:-1] if stem[-1] == stem[-2] else "",
        stem[:-1] + "y" if stem[-1] == "i" else stem,
        word[:-1],
    )
    return tuple(
        base
        for base in candidates
        if len(base) > 2 and re.search("[aeiouy]", base) and word in paradigm(base)["past"]
    )


def _like(model: str, form: str) -> str:
    """The form with the capitals of the word it is made of."""
    if model.isupper() and len(model) > 1:
        return model + form[len(model) :] if form.startswith(model.lower()) else form.upper()
    if form.startswith(model.lower()):
        return model + form[len(model) :]
    return form[:1].upper() + form[1:] if model[:1].isupper() else form


def _s(word: str) -> str:
    if _SIBILANT.search(word):
        return (word + "z" if word.endswith("z") and _ONE_SYLLABLE.match(word) else word) + "es"
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    if word in ("go", "do", "undergo"):
        return word + "es"
    return word + "s"


def _stems(word: str) -> tuple[str, ...]:
    """What -ed and -ing are put to: slamm, travel and travell, panick, make."""
    doubled = word + word[-1:]
    if word in _EITHER:
        return (word, doubled)
    if word.endswith("ic"):
        return (word + "k",)
    return (doubled,) if word in _DOUBLED or _ONE_SYLLABLE.match(word) else (word,)


def _past(stem: str) -> str:
    if stem.endswith("e"):
        return stem + "d"
    if stem.endswith("y") and stem[-2:-1] not in tuple("aeiou"):
        return stem[:-1] + "ied"
    return stem + "ed"


def _ing(stem: str) -> str:
    if stem.endswith("ie"):
        return stem[:-2] + "ying"
    if stem.endswith("e") and not stem.endswith(("ee", "oe", "ye")) and len(stem) > 2:
        return stem[:-1] + "ing"
    return stem + "ing"
