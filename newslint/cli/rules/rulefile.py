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


class Answers(NamedTuple):
    """What a rule is to say. ``verb_lines`` are the lines under its verb, indented by two; ``whole``: it is
    about drafts as a whole, so that what it flags has no place in them."""

    name: str
    verb: str
    verb_lines: tuple[str, ...]
    title: str
    severity: str
    why: str
    see: tuple[str, ...]
    message: str
    whole: bool = False


def spelt(answers: Answers, flags: Sequence[str], passes: Sequence[str]) -> str:
    """The rule file."""
    see = [scalar(address) for address in answers.see]
    why = fill(answers.why, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    flagged = [" ".join(line.split()) for line in flags]
    lines = [
        f"rule: {answers.name}",
        f"title: {scalar(answers.title)}",
        f"severity: {answers.severity}",
        f"why: |\n{why}",
        f"see: {see[0] if len(see) == 1 else '[' + ', '.join(see) + ']'}",
        f"{answers.verb}:",
        *(f"  {line}" for line in answers.verb_lines),
        f"message: {scalar(answers.message)}",
        "examples:",
    ]
    if not answers.whole:
        lines += ["  flags: |", *(f"    {line}" for line in flagged)]
    lines += ["  passes: |", *(f"    {' '.join(line.split())}" for line in passes)]
    if answers.whole:
        lines.append("cases:")
        for line in flagged:
            lines += [f"  - draft: {json.dumps(line, ensure_ascii=False)}", "    whole: yes"]
    return "\n".join([*lines, ""])


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
