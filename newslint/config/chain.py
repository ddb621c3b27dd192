"""The config files that a draft is under, and what they come to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from newslint.config.file import ConfigFile, config_in, read_config
from newslint.config.globs import matches
from newslint.model import Severity, Trouble
from newslint.rulebook.book import shown_as
from newslint.rulebook.mistakes import unknown
from newslint.rulebook.pack import Pack
from newslint.rulebook.selection import Layer

DEFAULT = "newslint’s default"
HOMES = (".git", ".hg")  # what the root of a repository holds


class Pattern(NamedTuple):
    """A pattern for paths, and the folder it is relative to."""

    folder: Path
    pattern: str

    def matches(self, path: Path) -> bool:
        """Whether the (absolute) path is meant."""
        try:
            relative = path.relative_to(self.folder)
        except ValueError:
            return False
        return matches(self.pattern, relative.as_posix())


class Value(NamedTuple):
    """A value of the config, as somebody would write it, and who gave it."""

    key: str
    value: str
    origin: str


@dataclass(frozen=True, eq=False)
class Effective:
    """What the config comes to for one path. ``layers`` speak of rules; the weakest comes first.

    ``exclude`` and ``include`` are None where nobody gave them. ``files`` are the config files, the weakest
    first; ``origins`` say which of them gave each value that was given.
    """

    layers: tuple[Layer, ...] = ()
    kind: str | None = None
    pipeline: str | None = None
    fail_on: Severity | None = None
    min_severity: Severity | None = None
    exclude: tuple[Pattern, ...] | None = None
    include: tuple[Pattern, ...] | None = None
    files: tuple[ConfigFile, ...] = ()
    origins: Mapping[str, str] = field(default_factory=dict)

    def packs(self, installed: Iterable[Pack] = ()) -> tuple[Pack, ...]:
        """The packs to read, the weakest first: the installed ones, then those the config names, in its
        order.

        Raises Trouble for one that is neither a folder nor installed.
        """
        known = {pack.name: pack for pack in installed}
        packs = dict(known)
        if any(file.shape.packs for file in self.files):
            from newslint.rulebook.packaged import house_packs  # few configs name one

            known = house_packs() | known
        for file in self.files:
            for number, name in enumerate(file.shape.packs):
                folder = file.folder / name
                if folder.is_dir():
                    pack = Pack(str(folder.resolve()), folder.resolve())
                elif name in known:
                    pack = known[name]
                else:
                    message, _ = unknown("pack", name, known)
                    raise file.file.trouble(
                        f"{message}, nor a folder beside this file",
                        ("packs", number),
                        remedy="Correct the folder, or install the package that brings the pack.",
                    )
                packs.pop(pack.name, None)  # named again, it comes later
                packs[pack.name] = pack
        return tuple(packs.values())

    def vocabularies(self) -> tuple[tuple[Path, str], ...]:
        """The vocabulary files to read, the weakest first, each with the name that messages show.

        Raises Trouble for one that is neither a file beside its config nor one of newslint's own.
        """
        found: list[tuple[Path, str]] = []
        for file in self.files:
            for number, name in enumerate(file.shape.vocabulary):
                own = file.folder / name
                if own.is_file():
                    found.append((own, shown_as(own)))
                    continue
                from newslint.rulebook.vocabulary import shipped  # few configs name one

                known = shipped()
                if name not in known:
                    message, remedy = unknown("vocabulary", name, known)
                    raise file.file.trouble(
                        f"{message}, nor a file beside this one", ("vocabulary", number), remedy=remedy
                    )
                found.append((known[name], shown_as(known[name])))
        return tuple(dict.fromkeys(found))

    def cues(self) -> tuple[str, ...]:
        """The house's own verbs of saying. Raises Trouble for what is not written as one."""
        found: list[str] = []
        for file in self.files:
            for number, line in enumerate(file.shape.cues):
                from newslint.story.quoting.cues import is_cue_line  # few configs name one

                if not is_cue_line(line):
                    raise file.file.trouble(
                        f"“{line}” is no verb of saying",
                        ("cues", number),
                        remedy="Write its base form in small letters, then odd ones: “sing~out sang sung”",
                    )
                found.append(line)
        return tuple(dict.fromkeys(found))

    @property
    def names_stories(self) -> bool:
        """Whether a config says which drafts tell the same story."""
        return any(file.shape.stories for file in self.files)

    @property
    def home(self) -> Path | None:
        """The folder of the nearest config file: ``.newslint/`` stands in it. None without a config."""
        return self.files[-1].folder if self.files else None

    def values(self) -> tuple[Value, ...]:
        """Every single value, with who gave it; for ``newslint config show``."""
        given: tuple[tuple[str, Any], ...] = (
            ("kind", self.kind),
            ("pipeline", self.pipeline),
            ("fail-on", self.fail_on),
            ("min-severity", self.min_severity),
            ("include", None if self.include is None else [each.pattern for each in self.include]),
            ("exclude", None if self.exclude is None else [each.pattern for each in self.exclude]),
        )
        shown = [
            Value(key, "(not set)" if value is None else _written(value), self.origins.get(key, DEFAULT))
            for key, value in given
        ]
        shown += [Value("packs", name, file.path) for file in self.files for name in file.shape.packs]
        shown += [Value("cues", line, file.path) for file in self.files for line in file.shape.cues]
        shown += [
            Value("vocabulary", name, file.path) for file in self.files for name in file.shape.vocabulary
        ]
        shown += [
            Value("stories", _written(list(entry.glob)), file.path)
            for file in self.files
            for entry in file.shape.stories
        ]
        return tuple(shown)


@dataclass(frozen=True, eq=False)
class Config:
    """Answers what holds for a path. ``only`` is the one file to use instead of those along the path;
    ``isolated`` uses none. Files are read once."""

    only: Path | None = None
    isolated: bool = False
    _files: dict[Path, ConfigFile] = field(default_factory=dict, repr=False)
    _chains: dict[Path, tuple[ConfigFile, ...]] = field(default_factory=dict, repr=False)
    _known: dict[str, Effective] = field(default_factory=dict, repr=False)
    _effective: dict[tuple[tuple[ConfigFile, ...], tuple[int, ...]], Effective] = field(
        default_factory=dict, repr=False
    )

    def effective(self, path: str | Path) -> Effective:
        """What holds for a draft, or for a folder. Raises Trouble for a mistake in a config file above it."""
        name = os.path.abspath(path)
        if name not in self._known:  # asked several times of every draft
            self._known[name] = self._of(Path(name))
        return self._known[name]

    def _of(self, place: Path) -> Effective:
        folder = place if place.is_dir() else place.parent
        if folder not in self._chains:
            self._chains[folder] = tuple(self._chain(folder))
        files = self._chains[folder]
        # Drafts under the same files and entries get the same layers, and so share their rules' checks.
        entries = tuple(
            number if meant else -1 for file in files for number, meant in enumerate(_meant(file, place))
        )
        if (files, entries) not in self._effective:
            self._effective[files, entries] = _combined(files, place)
        return self._effective[files, entries]

    def _chain(self, folder: Path) -> Iterable[ConfigFile]:
        if self.isolated:
            return []
        root = root_of(folder)
        if self.only is not None:
            if not self.only.is_file():
                raise Trouble("there is no such config file", path=str(self.only), remedy="Check “--config”.")
            return self._with_bases(Path(os.path.abspath(self.only)), root, ())
        above = [folder, *folder.parents]
        above = above[: above.index(root) + 1]
        found = [path for each in reversed(above) if (path := config_in(each))]
        chain = [file for path in found for file in self._with_bases(path, root, ())]
        return dict.fromkeys(chain)  # a base of two of them counts once, at its weakest

    def _with_bases(self, path: Path, root: Path, within: tuple[Path, ...]) -> list[ConfigFile]:
        """A config file after those it extends."""
        file = self._read(path, root)
        chain: list[ConfigFile] = []
        for number, base in enumerate(file.shape.extends):
            target = Path(os.path.normpath(file.folder / Path(base).expanduser()))
            loc = ("extends", number)
            if target in (*within, path):
                raise file.file.trouble(
                    f"“{base}” leads back to this file", loc, remedy="Take one of the two out of “extends”."
                )
            if not target.is_file():
                raise file.file.trouble(f"there is no file “{base}”", loc, remedy="Correct the path.")
            chain += self._with_bases(target, root, (*within, path))
        return [*chain, file]

    def _read(self, path: Path, root: Path) -> ConfigFile:
        if path not in self._files:
            self._files[path] = read_config(path, shown_as(path), root)
        return self._files[path]


def load_config(path: str | Path | None = None, *, isolated: bool = False) -> Config:
    """The config of a run: the files along each draft's path; only ``path`` where one is named; none if
    isolated."""
    return Config(Path(path) if path else None, isolated)


def root_of(folder: Path) -> Path:
    """Where looking upwards ends: the root of the repository, else the home folder, else the root of the
    disk."""
    above = [folder, *folder.parents]
    for each in above:
        if any((each / sign).exists() for sign in HOMES):
            return each
    home = Path(os.path.expanduser("~"))
    return home if home in above else above[-1]


def _combined(files: tuple[ConfigFile, ...], place: Path) -> Effective:
    layers: list[Layer] = []
    values: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for file in files:
        layers.append(file.layer)
        shape = file.shape
        given: dict[str, Any] = {
            "pipeline": shape.pipeline,
            "fail-on": shape.fail_on and Severity[shape.fail_on],
            "min-severity": shape.min_severity and Severity[shape.min_severity],
            "exclude": _patterns(file, shape.exclude),
            "include": _patterns(file, shape.include),
        }
        for (entry, layer), meant in zip(file.path_layers, _meant(file, place), strict=True):
            if meant:
                layers.append(layer)
                given["kind"] = entry.kind or given.get("kind")
        for key, value in given.items():
            if value is not None:
                values[key], origins[key] = value, file.path
    return Effective(
        layers=tuple(layers),
        kind=values.get("kind"),
        pipeline=values.get("pipeline"),
        fail_on=values.get("fail-on"),
        min_severity=values.get("min-severity"),
        exclude=values.get("exclude"),
        include=values.get("include"),
        files=files,
        origins=origins,
    )


def _meant(file: ConfigFile, place: Path) -> list[bool]:
    """Which ``[[paths]]`` entries of the file mean this path."""
    return [
        any(Pattern(file.folder, glob).matches(place) for glob in entry.glob) for entry, _ in file.path_layers
    ]


def _patterns(file: ConfigFile, patterns: tuple[str, ...] | None) -> tuple[Pattern, ...] | None:
    return None if patterns is None else tuple(Pattern(file.folder, pattern) for pattern in patterns)


def _written(value: Any) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)
