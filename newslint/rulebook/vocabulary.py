"""Vocabularies as YAML: the names of a house, and how it writes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal, get_args

from newslint.rulebook.packaged import OURS, PACKAGE
from newslint.rulebook.shape import Before, Shape, fit, key
from newslint.rulebook.yamlfile import YamlFile, read_yaml
from newslint.story.naming.vocabulary import Entry, Vocabulary, straight

FOLDER = "vocabulary"
Kind = Literal["person", "body", "place", "other"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Forms = Annotated[
    tuple[str, ...], Before(lambda value: [value] if isinstance(value, str) and value else value or [])
]


class NameShape(Shape):
    """One name as written."""

    name: str = key(min_length=1, description="the form to use")
    kind: Kind = key(description="person, body, place or other")
    aliases: Forms = key((), description="forms that are right as well: acronyms, short forms")
    forbidden: Forms = key((), alias="not", description="forms that are wrong here")
    note: str = key("", description="why, for whoever asks")


class VocabularyShape(Shape):
    """A vocabulary file."""

    about: str = key("", description="what the names are of")
    names: tuple[NameShape, ...] = key(description="the names, a list")


def shipped_folder(package: Path = PACKAGE) -> Path:
    """Where newslint's own vocabularies are: beside the package in a checkout, else inside it."""
    try:
        project = (package.parent / "pyproject.toml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        project = ""
    beside = package.parent / FOLDER
    return beside if OURS.search(project) and beside.is_dir() else package / FOLDER


def shipped() -> dict[str, Path]:
    """newslint's own vocabularies by name."""
    return {file.stem: file for file in sorted(shipped_folder().glob("*.yml"))}


def read_vocabulary(files: Iterable[tuple[Path, str]]) -> Vocabulary:
    """The entries of all files, each with the name that messages show; a later file's entry replaces an
    earlier one's of the same name.

    Raises Trouble, with line and remedy, for the first mistake.
    """
    entries: list[Entry] = []
    for file, shown in files:
        entries += read_entries(read_yaml(file, shown))
    return Vocabulary(entries)


def read_entries(file: YamlFile) -> list[Entry]:
    """The entries of one file. Raises Trouble for a mistake in it: a form that is right and wrong, or that
    stands for two names."""
    shape = fit(VocabularyShape, file.data, file)
    if not shape.names:
        raise file.trouble(
            "the vocabulary has no names", ("names",), remedy="Add one, or take the file away."
        )
    owners: dict[str, str] = {}
    right: set[str] = set()
    for number, one in enumerate(shape.names):
        for form in dict.fromkeys((one.name, *one.aliases, *one.forbidden)):
            other = owners.setdefault(straight(form), one.name)
            if other != one.name or (form == one.name and form in right):
                raise file.trouble(
                    f"“{form}” stands under “{other}” already",
                    ("names", number),
                    remedy="Let one entry have it: a form can mean one name only.",
                )
        right.add(one.name)
        both = [form for form in one.forbidden if form in (one.name, *one.aliases)]
        if both:
            raise file.trouble(
                f"“{both[0]}” is both right and wrong",
                ("names", number, "not"),
                remedy="Take it out of one of the two.",
            )
    return [Entry(one.name, one.kind, one.aliases, one.forbidden, one.note) for one in shape.names]
