"""newslint's own pipeline: where it lies, and what it says of itself without being opened."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from newslint.language.abilities import Ability

BUNDLED = "newslint"
PATH = Path(__file__).resolve().parent / "english"
COSTLY: frozenset[Ability] = frozenset({"parse", "entities"})  # not worked out unless somebody needs them

# What each of its components makes it able to do.
GIVES: dict[str, tuple[Ability, ...]] = {
    "tagger": ("tags",),
    "morphologizer": ("tags",),
    "attribute_ruler": ("morph",),
    "lemmatizer": ("lemmas",),
    "parser": ("parse",),
    "ner": ("entities",),
}


@lru_cache(maxsize=1)
def about() -> dict[str, Any]:
    """The pipeline's meta.json: its version, licence, sources, components, and how well it did."""
    import json  # asked for by few commands, and by rules that need the pipeline

    told: dict[str, Any] = json.loads((PATH / "meta.json").read_text(encoding="utf-8"))
    return told


def abilities() -> frozenset[Ability]:
    """What it can do, by its components."""
    given = (ability for name in about()["pipeline"] for ability in GIVES.get(name, ()))
    return frozenset({"tokens", *given})


def left_out(needs: frozenset[Ability]) -> list[str]:
    """The components nobody needs: trees and names are what takes time."""
    return [name for name, gives in GIVES.items() if COSTLY.issuperset(gives) and needs.isdisjoint(gives)]
