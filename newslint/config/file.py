"""One config file: its keys, checked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from newslint.config.versions import allows, check_specifier
from newslint.model import Severity, Trouble
from newslint.rulebook.selection import Layer, statements
from newslint.rulebook.shape import After, Before, Shape, fit, key
from newslint.rulebook.tomlfile import TomlFile, read_toml
from newslint.version import VERSION

FILE_NAME = "newslint.toml"
PROJECT_NAME = "pyproject.toml"
TABLE = ("tool", "newslint")
Level = Literal["error", "warning", "suggestion"]
Words = Annotated[tuple[str, ...], Before(lambda value: [value] if isinstance(value, str) else value)]


class _Rules(Shape):
    select: Words | None = key(None, description="the rules and families that run")
    extend_select: Words = key((), alias="extend-select", description="rules that run as well")
    ignore: Words = key((), description="the rules and families that do not run")
    severity: dict[str, Level] = key({}, description="how much a rule or family matters")
    rules: dict[str, dict[str, Any]] = key({}, description="options of rules")


class PathEntry(_Rules):
    """A ``[[paths]]`` entry: what is other for the drafts that ``glob`` means."""

    glob: Words = key(min_length=1, description="the drafts, as in .gitignore")
    kind: str | None = key(None, description="news, opinion, court…")


class StoryEntry(Shape):
    """A ``[[stories]]`` entry: drafts that tell the same story."""

    glob: Words = key(min_length=1, description="the drafts, as in .gitignore")


class Keys(_Rules):
    """The keys of a config file."""

    packs: Words = key((), description="folders of rules, or names of installed packs")
    exclude: Words | None = key(None, description="paths that are not drafts")
    include: Words | None = key(None, description="paths that are")
    paths: tuple[PathEntry, ...] = key((), description="what is other for some drafts")
    cues: Words = key((), description="verbs of saying that the house knows besides newslint's own")
    vocabulary: Words = key((), description="files of the house's names, or names of newslint's own")
    stories: tuple[StoryEntry, ...] = key((), description="drafts that tell the same story")
    pipeline: str | None = key(None, min_length=1, description="what reads the language")
    fail_on: Level | None = key(None, alias="fail-on", description="the least that fails a run")
    min_severity: Level | None = key(None, alias="min-severity", description="the least that is shown")
    extends: Words = key((), description="config files that this one builds on")
    required_version: Annotated[str, After(check_specifier)] | None = key(
        None, alias="required-version", description="the versions of newslint it is meant for"
    )


@dataclass(frozen=True, eq=False)
class ConfigFile:
    """A config file that makes sense by itself: ``file`` as read, ``shape`` its keys, ``folder`` where it
    stands.

    Paths in it are relative to ``folder``.
    """

    folder: Path
    file: TomlFile
    shape: Keys

    @property
    def path(self) -> str:
        return self.file.path

    @cached_property
    def layer(self) -> Layer:
        """What the file says of rules."""
        return _layer(self.shape, self.file, ())

    @cached_property
    def path_layers(self) -> tuple[tuple[PathEntry, Layer], ...]:
        """The ``[[paths]]`` entries, and what each says of rules."""
        return tuple(
            (entry, _layer(entry, self.file, ("paths", number)))
            for number, entry in enumerate(self.shape.paths)
        )


def config_in(folder: Path) -> Path | None:
    """The config file of a folder: newslint.toml, else a pyproject.toml that has [tool.newslint]; None
    without one. Raises Trouble for a pyproject.toml that names newslint and cannot be read."""
    own = folder / FILE_NAME
    if os.path.lexists(own):
        return own
    project = folder / PROJECT_NAME
    try:
        if b"newslint" not in project.read_bytes():
            return None
    except OSError:
        return None
    return project if TABLE[-1] in read_toml(project, under=TABLE[:-1]).data else None


def read_config(path: Path, shown_as: str, repository: Path | None) -> ConfigFile:
    """The config in ``path``. Raises Trouble, at its line, for the first mistake in it.

    ``repository`` is the folder whose drafts it is for; a pipeline inside it is refused.
    """
    if not path.is_file():
        raise Trouble(
            "is no file that can be read", path=shown_as, remedy="Put a config there, or remove it."
        )
    file = read_toml(path, shown_as, TABLE if path.name == PROJECT_NAME else ())
    shape = fit(Keys, file.data, file)
    if shape.required_version and not allows(shape.required_version, VERSION):
        raise file.trouble(
            f"this config is for newslint {shape.required_version}, this is {VERSION}",
            ("required-version",),
            remedy=f'Install the right one: pip install "newslint{_specifier(shape.required_version)}"',
        )
    if shape.pipeline:
        _refuse_inside(shape.pipeline, file, path.parent, repository)
    return ConfigFile(path.parent, file, shape)


def _specifier(required: str) -> str:
    return required if required[0] in "=<>!~" else f"=={required}"


def _refuse_inside(pipeline: str, file: TomlFile, folder: Path, repository: Path | None) -> None:
    """A pipeline is a program. Drafts come from anywhere, and must not bring one along."""
    home = (repository or folder).resolve()
    named = Path(pipeline).expanduser()
    places: Iterable[Path] = (named,) if named.is_absolute() else (folder / named, Path.cwd() / named)
    for place in places:
        inside = place.resolve().is_relative_to(home) or place.absolute().is_relative_to(home)
        written_as_path = len(named.parts) > 1 or pipeline.startswith(".")
        if (inside and (written_as_path or place.exists())) or (not named.is_absolute() and written_as_path):
            raise file.trouble(
                f"the pipeline “{pipeline}” is a path in the folder of the drafts",
                ("pipeline",),
                remedy="A pipeline runs as code. Install it and give its name, or use “--pipeline” yourself.",
            )


def _layer(table: _Rules, file: TomlFile, at: tuple[str | int, ...]) -> Layer:
    said = statements(
        table.select,
        table.extend_select,
        table.ignore,
        {name: Severity[level] for name, level in table.severity.items()},
        {name: _as_text(options) for name, options in table.rules.items()},
        at,
    )
    return Layer(file, said, closed=table.select is not None)


def _as_text(options: Any) -> Any:
    """Options as a rule file would give them: all text, so that a value means the same in both."""
    if isinstance(options, dict):
        return {key: _as_text(value) for key, value in options.items()}
    if isinstance(options, list):
        return [_as_text(value) for value in options]
    if isinstance(options, bool):
        return "yes" if options else "no"
    return str(options)
