"""The file of a new rule: what it is to say, spelt as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from newslint.model import Trouble
from newslint.rulebook.book import shown_as

WIDTH = 110
PLAIN = re.compile(r"[^\W\d_][\w ’.…/-]*[\w.…’]|[^\W\d_]")
MEANT_OTHERWISE = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})


class Manner(NamedTuple):
    """A verb that a rule can be begun with: what it does with words, and what such rules say at first."""

    does: str
    title: str
    message: str


MANNERS = {
    "avoid": Manner("words that should not be there", "Avoid {words}", "Another word for “{match}”?"),
    "prefer": Manner(
        "words for which the house has another",
        "{use}, not {words}",
        "We write “{better}”, not “{match}”.",
    ),
    "consistent": Manner(
        "spellings of which a draft should use one",
        "One spelling of {words}",
        "“{better}” elsewhere in this draft, “{match}” here. Which is right?",
    ),
}


class Answers(NamedTuple):
    """What a rule is to say. ``use`` is the word to prefer, None for other verbs."""

    name: str
    verb: str
    use: str | None
    words: tuple[str, ...]
    title: str
    severity: str
    why: str
    see: tuple[str, ...]
    message: str


def spelt(answers: Answers, flags: Sequence[str], passes: Sequence[str]) -> str:
    """The rule file."""
    words = f"[{', '.join(map(scalar, answers.words))}]"
    under = {
        "avoid": f"  words: {words}",
        "prefer": f"  use: {scalar(answers.use or '')}\n  not: {words}",
        "consistent": f"  one_of:\n    - {words}",
    }[answers.verb]
    see = [scalar(address) for address in answers.see]
    why = fill(answers.why, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    return "\n".join(
        [
            f"rule: {answers.name}",
            f"title: {scalar(answers.title)}",
            f"severity: {answers.severity}",
            f"why: |\n{why}",
            f"see: {see[0] if len(see) == 1 else '[' + ', '.join(see) + ']'}",
            f"{answers.verb}:\n{under}",
            f"message: {scalar(answers.message)}",
            "examples:",
            "  flags: |",
            *(f"    {' '.join(line.split())}" for line in flags),
            "  passes: |",
            *(f"    {' '.join(line.split())}" for line in passes),
            "",
        ]
    )


def scalar(text: str) -> str:
    """One line of text as a YAML value, in quotation marks where it might be read as something else."""
    if PLAIN.fullmatch(text) and text.lower() not in MEANT_OTHERWISE:
        return text
    return json.dumps(" ".join(text.split()), ensure_ascii=False)


def file_of(folder: Path, name: str) -> Path:
    return folder / f"{name}.yml"


def put(file: Path, text: str) -> None:
    """Write a file that is not there yet. Raises Trouble where it is, or cannot be written."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as out:
            out.write(text)
    except OSError as error:
        told = f"the rule cannot be written: {(error.strerror or str(error)).lower()}"
        raise Trouble(told, path=shown_as(file), remedy="Name another folder with --output") from error
