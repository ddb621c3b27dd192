"""Presets: what the rules mean for one kind of draft (news, opinion, court…)."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from newslint.model import Severity
from newslint.rulebook.selection import Layer, Statement
from newslint.rulebook.shape import Shape, fit, key
from newslint.rulebook.yamlfile import YamlFile, read_yaml

DEFAULT_KIND = "news"


class Entry(Shape):
    """What a preset says of one rule or family."""

    level: Literal["off", "suggestion", "warning", "error"] | None = key(
        None, description="off, suggestion, warning or error"
    )
    because: str = key(min_length=1, description="why the rule means something else here")
    options: dict[str, Any] = key({}, description="options of the rule that are other here")

    def __post_init__(self) -> None:
        if self.level is None and not self.options:
            raise ValueError("the entry changes nothing; give “level:” or “options:”")


class Preset(Shape):
    """A preset as its file has it."""

    kind: str = key(min_length=1, description="the kind of draft, the same as the file's name")
    why: str = key(min_length=1, description="what is different about such drafts")
    rules: dict[str, Entry] = key({}, description="what is other than in the rules themselves")


def load_preset(file: Path, shown_as: str | None = None) -> tuple[Preset, Layer]:
    """The preset in ``file`` (…/presets/kind.yml), and the layer it makes. Raises Trouble for a mistake in
    it."""
    source = read_yaml(file, shown_as)
    data = source.data
    if data.get("rules") == "":  # “rules:” with nothing under it
        data = {**data, "rules": {}}
    preset = fit(Preset, data, source)
    if preset.kind != file.stem:
        raise source.trouble(
            f"the preset is of kind “{preset.kind}”, its file is called “{file.name}”",
            ("kind",),
            remedy="Make the two the same.",
        )
    return preset, layer_of(preset, source)


def layer_of(preset: Preset, source: YamlFile) -> Layer:
    """What a preset says, as a layer."""
    said = []
    for name, entry in preset.rules.items():
        on = False if entry.level == "off" else None
        severity = Severity[entry.level] if entry.level and entry.level != "off" else None
        if on is not None or severity is not None:
            said.append(Statement(name, ("rules", name), on=on, severity=severity))
        if entry.options:
            said.append(Statement(name, ("rules", name, "options"), options=entry.options))
    return Layer(source, tuple(said))
