"""What a pipeline can do; rules declare what they need, and are listed as skipped where it is missing."""

from __future__ import annotations

from typing import Literal, get_args

Ability = Literal["tokens", "tags", "lemmas", "morph", "parse", "entities"]
ABILITIES: tuple[Ability, ...] = get_args(Ability)
