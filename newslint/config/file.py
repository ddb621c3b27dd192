"""One config file: its keys, checked."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from newslint.config.versions import allows, check_specifier
from newslint.model import Severity, Trouble
from newslint.rulebook.mistakes import explain
from newslint.rulebook.selection import Layer, statements
from newslint.rulebook.tomlfile import TomlFile, read_toml
from newslint.version import VERSION

FILE_NAME = "newslint.toml"
PROJECT_NAME = "pyproject.toml"
TABLE = ("tool", "newslint")
Level = Literal["error", "warning", "suggestion"]
Words = Annotated[
    tuple[str, ...], BeforeValidator(lambda value: [value] if isinstance(value, str) else value)
]


class _Table(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class _Rules(_Table):
    select: Words | None = Field(default=None, description="the rules and families that run")
    extend_select: Words = Field(default=(), alias="extend-select", description="rules that run as well")
    ignore: Words = Field(default=(), description="the rules and families that do not run")
    severity: dict[str, Level] = Field(default={}, description="how much a rule or family matters")
    rules: dict[str, dict[str, Any]] = Field(default={}, description="options of rules")


class PathEntry(_Rules):
    """A ``[[paths]]`` entry: what is other for the drafts that ``glob`` means."""

    glob: Words = Field(min_length=1, description="the drafts, as in .gitignore")
    kind: str | None = Field(default=None, description="news, opinion, court…")


class Shape(_Rules):
    """The keys of a config file."""

    packs: Words = Field(default=(), description="folders of rules, or names of installed packs")
    exclude: Words | None = Field(default=None, description="paths that are not drafts")
    include: Words | None = Field(default=None, description="paths that are")
    paths: tuple[PathEntry, ...] = Field(default=(), description="what is other for some drafts")
    pipeline: str | None = Field(default=None, min_length=1, description="what reads the language")
    fail_on: Level | None = Field(default=None, alias="fail-on", description="the least that fails a run")
    min_severity: Level | None = Field(
        default=None, alias="min-severity", description="the least that is shown"
    )
    extends: Words = Field(default=(), description="config files that this one builds on")
    required_version: Annotated[str, AfterValidator(check_specifier)] | None = Field(
        default=None, alias="required-version", description="the versions of newslint it is meant for"
    )


@dataclass(frozen=True, eq=False)
class ConfigFile:
    """A config file that makes sense by itself: ``file`` as read, ``shape`` its keys, ``folder`` where it
    stands.

    Paths in it are relative to ``folder``.
    """

    folder: Path
    file: TomlFile
    shape: Shape

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
    try:
        shape = Shape.model_validate(file.data)
    except ValidationError as error:
        raise explain(error, file, Shape) from error
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
