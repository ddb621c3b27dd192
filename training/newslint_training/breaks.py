"""How sentences of a paragraph are joined, and where lines break inside them."""

from __future__ import annotations

import random
import re

from newslint_training.corpus import COLUMNS, Paragraph, Sentence

ABBREVIATION = re.compile(
    r"(?:[A-Z]\.)+|(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|St|Jan|Feb|Aug|Sept|Oct|Nov|Dec)\."
)
SPACE = {"pos": "SPACE", "tags": "_SP", "deps": "dep"}


def rejoin(paragraph: Paragraph, rng: random.Random) -> Paragraph:
    """Most paragraphs as they are; some with line breaks between sentences, some wrapped inside them."""
    roll = rng.random()
    if roll < 0.88:
        return paragraph
    if roll < 0.94:
        mark = rng.choice(["\n", "\n", "\n\n"])
        return [*(_ended(sentence, mark) for sentence in paragraph[:-1]), paragraph[-1]]
    return [_wrapped(sentence, rng) for sentence in paragraph]


def _wrapped(sentence: Sentence, rng: random.Random) -> Sentence:
    """A line break after one word, after an abbreviation where there is one: a break is no sentence end."""
    spots = [i for i, space in enumerate(sentence["spaces"][:-1]) if space]
    if not spots:
        return sentence
    short = [i for i in spots if ABBREVIATION.fullmatch(sentence["words"][i])]
    return _broken(sentence, rng.choice(short or spots), "\n")


def _ended(sentence: Sentence, mark: str) -> Sentence:
    return {**_broken(sentence, len(sentence["words"]) - 1, mark), "broken": True}


def _broken(sentence: Sentence, at: int, mark: str) -> Sentence:
    """A white space token after the word at ``at``, hanging on it, as spaCy's tokenizer makes one."""
    changed = {**sentence, **{key: list(sentence[key]) for key in COLUMNS if key in sentence}}
    if "heads" in sentence:
        changed["heads"] = [head + 1 if head > at else head for head in sentence["heads"]]
    changed["spaces"][at] = False
    for key, value in {**SPACE, "words": mark, "spaces": False, "lemmas": mark, "heads": at}.items():
        if key in changed:
            changed[key].insert(at + 1, value)
    if "ents" in sentence:
        changed["ents"] = [[a + (a > at), b + (b > at + 1), kind] for a, b, kind in sentence["ents"]]
    return changed
