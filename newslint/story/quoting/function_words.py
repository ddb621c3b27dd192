"""Closed classes of words, from ``function_words.txt``: what marks where a noun phrase begins and ends."""

from __future__ import annotations

from pathlib import Path

from newslint.language.wordfile import read_sections

_LISTS = {name: frozenset(words) for name, words in read_sections(Path(__file__).with_suffix(".txt")).items()}

PRONOUNS, PERSONAL, RELATIVES = _LISTS["pronouns"], _LISTS["personal"], _LISTS["relatives"]
DETERMINERS, ARTICLES, NUMBERS = _LISTS["determiners"], _LISTS["articles"], _LISTS["numbers"]
QUANTIFIERS, BARE_NOUNS = _LISTS["quantifiers"], _LISTS["bare nouns"]
AUXILIARIES, BE, MODALS = _LISTS["auxiliaries"], _LISTS["be"], _LISTS["modals"]
NEGATIONS, UNWILLING = _LISTS["negations"], _LISTS["unwilling"]
PREPOSITIONS, SUBORDINATORS = _LISTS["prepositions"], _LISTS["subordinators"]
POSTMODIFIERS = _LISTS["postmodifiers"]
LEADING, ADVERBS, NOUNS_IN_LY = _LISTS["leading"], _LISTS["adverbs"], _LISTS["nouns in -ly"]
TIME, UNITS, OCCASIONS = _LISTS["time"], _LISTS["units"], _LISTS["occasions"]
NOUNS_TOO, NAMING, LOOSE = _LISTS["nouns too"], _LISTS["naming"], _LISTS["loose"]
ONLY_SAYING, OWNING_UP = _LISTS["only saying"], _LISTS["owning up"]
PAST = _LISTS["past"]
WORDINGS, WORKS, ISSUING = _LISTS["wordings"], _LISTS["works"], _LISTS["issuing"]
DASHES = frozenset({"—", "–", "―", "-", "--", "---"})
