"""`newslint names`: who and what is named in drafts, with every spelling."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import click

from newslint.cli import options
from newslint.cli.drafts import gather
from newslint.cli.page import complain, told, write, write_file
from newslint.desk import Desk
from newslint.model import Trouble
from newslint.proofs import Copy, Order
from newslint.reporters.summary import count
from newslint.reporters.terminal import one_line
from newslint.story.names import NameKind
from newslint.story.naming.roll import At, Listed, Roll, in_kinds
from newslint.story.story import Story

VERSION = 1
HEADINGS: Final[Mapping[NameKind, str]] = {
    "person": "People",
    "organisation": "Bodies",
    "place": "Places",
    "unknown": "Other names",
}
KINDS: Final[Mapping[NameKind, str]] = {"person": "person", "organisation": "body", "place": "place"}
PLACES = 6  # of one spelling that are printed
HEADER = """\
# Names as these drafts write them, most used first. Written by “newslint names”, to be looked through: put
# the form the house wants under “name”, what is right as well under “aliases”, what is wrong under “not”.
names:
"""


@click.command("names")
@click.argument("paths", nargs=-1, metavar="PATH...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="text (default) or json."
)
@click.option(
    "--write",
    "file",
    callback=options.named,
    metavar="FILE",
    help="Write a vocabulary to start from to FILE, which must not be there yet, and no table.",
)
@options.config
@options.stdin_filename
def command(
    paths: tuple[str, ...], form: str, file: str | None, stdin_filename: str | None, **asked: Any
) -> int:
    """List the people, bodies and places of the drafts at PATH, each with all its spellings and where they
    stand.

    Exit codes: 0, or 2 where a draft could not be read or FILE not be written.
    """
    if file is not None and os.path.lexists(file):
        raise Trouble("is there already; it was left as it is", path=file, remedy="Name another file")
    desk = Desk(Order(**asked))
    drafts = gather(desk, paths, stdin_filename)
    code = told([*desk.plugins.troubles, *drafts.troubles])
    roll = Roll()

    def read(copy: Copy) -> Story:
        story = desk.story(copy)
        roll.read(story)
        return story

    for came in desk.each(drafts.copies, read):
        if isinstance(came, Trouble):
            complain(came)
            code = 2
    names = roll.names()
    if file is not None:
        text = vocabulary(names, file)
        write_file(file, text)
        write(f"{file}: {count(text.count('  - name:'), 'name')}\n")
    else:
        write(as_json(names) if form == "json" else as_text(names))
    for note in drafts.notes:
        click.echo(f"note: {note}", err=True)
    return code


def as_text(names: Iterable[Listed]) -> str:
    """A table for eyes: each name, below it its spellings with how often and where."""
    lines: list[str] = []
    for kind, listed in in_kinds(names).items():
        if listed:
            lines += [HEADINGS[kind], *(line for name in listed for line in rows(name)), ""]
    return "".join(f"{line}\n" for line in lines)


def rows(name: Listed) -> Iterator[str]:
    yield f"  {one_line(name.canonical)}  {name.count}"
    wide = max(len(form) for form in name.spelt)
    for form, places in name.spelt.items():
        shown = where(places[:PLACES])
        more = f" and {len(places) - PLACES} more" if len(places) > PLACES else ""
        yield f"    {one_line(form):{wide}}  {len(places):3}  {shown}{more}"


def where(places: Iterable[At]) -> str:
    """Places, those of one draft together: ``a.txt:3:1 4:7, b.txt:1:9``."""
    shown: dict[str, list[str]] = {}
    for at in places:
        shown.setdefault(at.path, []).append(f"{at.place.line}:{at.place.column}")
    return ", ".join(f"{one_line(path)}:{' '.join(lines)}" for path, lines in shown.items())


def as_json(names: Iterable[Listed]) -> str:
    listed = [
        {
            "canonical": name.canonical,
            "kind": name.kind,
            "count": name.count,
            "forms": [
                {
                    "text": form,
                    "places": [
                        {"path": at.path, "line": at.place.line, "column": at.place.column} for at in places
                    ],
                }
                for form, places in name.spelt.items()
            ],
        }
        for name in names
    ]
    return json.dumps({"version": VERSION, "names": listed}, indent=1) + "\n"


def vocabulary(names: Iterable[Listed], file: str) -> str:
    """The names that are sure and used more than once, as a vocabulary. Raises Trouble where there are
    none."""
    from newslint.rulebook.vocabulary import read_entries
    from newslint.rulebook.yamlfile import parse_yaml

    taken: set[str] = set()
    text = HEADER
    for name in names:
        forms = [form for form in (name.canonical, *name.spelt) if form not in taken]
        if name.kind not in KINDS or name.count < 2 or not forms or forms[0] != name.canonical:
            continue
        taken.update(forms)
        text += f"  - name: {spelt(name.canonical)}\n    kind: {KINDS[name.kind]}\n"
        aliases = [form for form in dict.fromkeys(forms) if form != name.canonical]
        if aliases:
            text += f"    aliases: [{', '.join(map(spelt, aliases))}]\n"
    if text == HEADER:
        raise Trouble("no name stands twice in these drafts", remedy="Name more drafts")
    read_entries(parse_yaml(text, str(Path(file))))  # what is written can be read
    return text


def spelt(form: str) -> str:
    """A form as YAML has it; JSON's strings are YAML's as well."""
    return form if form.replace(" ", "").isalpha() else json.dumps(form, ensure_ascii=False)
