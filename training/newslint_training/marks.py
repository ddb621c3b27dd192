"""Quotation marks and apostrophes of one house throughout a paragraph."""

from __future__ import annotations

import random

from newslint_training.corpus import Paragraph

HOUSES = {"curly": ("“", "”"), "British": ("‘", "’"), "plain single": ("'", "'")}
DOUBLE = frozenset(['"', "``", "''", "“", "”"])


def restyle(paragraph: Paragraph, rng: random.Random) -> Paragraph:
    """Straight as they are, curly double, British single, or straight single; curly apostrophes too."""
    house = rng.choices(["straight", *HOUSES], [3, 5, 2, 1])[0]
    if house == "straight":
        return paragraph
    opens, closes = HOUSES[house]
    curled = house != "plain single"
    inside, made = False, []
    for sentence in paragraph:
        words = list(sentence["words"])
        for i, word in enumerate(words):
            if word in DOUBLE:
                inside = word in ("``", "“") or (word == '"' and not inside)
                words[i] = opens if inside else closes
            elif curled and "'" in word and len(word) > 1:
                words[i] = word.replace("'", "’")
        made.append({**sentence, "words": words})
    return made
