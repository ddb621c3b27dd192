"""What is known of people before the draft is read: given names that are one name, surnames that many share,
offices that nobody holds two of."""

from __future__ import annotations

from functools import cache
from pathlib import Path

# Offices one person does not hold at once, by every way to write them.
OFFICES = {
    title: office
    for office, titles in {
        "senator": ("Sen.", "Sen", "Senator"),
        "representative": ("Rep.", "Rep", "Representative", "Congressman", "Congresswoman"),
        "governor": ("Gov.", "Gov", "Governor"),
        "mayor": ("Mayor",),
        "ambassador": ("Ambassador",),
        "judge": ("Judge",),
        "general": ("Gen.", "Gen", "General"),
        "colonel": ("Col.", "Col", "Colonel"),
        "captain": ("Capt.", "Capt", "Captain"),
        "sheriff": ("Sheriff",),
        "bishop": ("Bishop",),
        "archbishop": ("Archbishop",),
        "cardinal": ("Cardinal",),
    }.items()
    for title in titles
}


@cache
def nicknames() -> dict[str, frozenset[int]]:
    """Given name, small letters, to the families of names it belongs to: Bill and William share one."""
    sets: dict[str, set[int]] = {}
    for number, line in enumerate(_lines("nicknames.txt")):
        for word in line.casefold().split():
            sets.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in sets.items()}


@cache
def families() -> frozenset[str]:
    """Surnames, small letters, that two people in one story often share."""
    return frozenset(word for line in _lines("families.txt") for word in line.casefold().split())


def _lines(file: str) -> list[str]:
    text = (Path(__file__).parent / file).read_text("utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
