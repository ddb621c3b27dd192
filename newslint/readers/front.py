"""Front matter: the YAML between two lines of dashes at the top of a draft."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from newslint.late import late
from newslint.model import Trouble
from newslint.model.draft import LINE_END
from newslint.readers.base import Part
from newslint.readers.lines import Line, split_lines

if TYPE_CHECKING:
    import yaml

OPENING = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
CLOSING = late(r"(?:---|\.\.\.)\s*")
KEY = late(r"""["']?[^\W\d][\w .-]{0,60}["']?[ \t]*:(?:\s|$)""")
ESCAPES = {"'": late("''"), '"': late(r'\\["\\/]')}
DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Field:
    """A value that is one scalar; source[start:end] is how it is written, quotation marks included."""

    value: str
    start: int
    end: int
    style: str | None

    def parts(self, source: str) -> tuple[Part, ...]:
        """How the source spells the value, line by line; none where it uses escapes that cannot be mapped."""
        quoted = self.style in ("'", '"')
        lines = split_lines(source, self.start + quoted, self.end - quoted)
        parts: list[Part] = []
        for line in lines[1:] if self.style in ("|", ">") else lines:
            start, end = (
                line.start + len(line.text) - len(line.text.lstrip()),
                line.start + len(line.text.rstrip()),
            )
            if start < end:
                if parts:
                    parts.append(Part("\n", parts[-1].end, start))
                parts += _spelt(source, start, end, self.style)
        return tuple(parts) if "".join(part.text for part in parts).split() == self.value.split() else ()


def _spelt(source: str, start: int, end: int, style: str | None) -> Iterator[Part]:
    """The parts of one line of a value, the escapes of its style of quotation marks each a part."""
    escape = ESCAPES.get(style or "")
    for found in escape.finditer(source, start, end) if escape else ():
        if start < found.start():
            yield Part(source[start : found.start()], start, found.start())
        yield Part(found[0][1], *found.span())
        start = found.end()
    if start < end:
        yield Part(source[start:end], start, end)


@dataclass(frozen=True, slots=True)
class Front:
    """Front matter: ``values`` by lower-cased key, as text; ``fields`` those with a place of their own.

    Lists are joined by commas, keys of nested mappings by dots. ``end`` is where the draft itself begins.
    """

    values: Mapping[str, str]
    fields: Mapping[str, Field]
    end: int


def read_front(path: str, source: str) -> Front:
    """The front matter at the top of ``source``; an empty one, ending at 0, where there is none.

    Raises Trouble with the line where it is not closed, is no YAML, or gives a key twice.
    """
    opening = OPENING.match(source)
    if not opening:
        return Front({}, {}, 0)
    lines = split_lines(source, opening.end())
    closing = next((line for line in lines if CLOSING.fullmatch(line.text)), None)
    if not _begins_with_key(lines, closing):
        return Front({}, {}, 0)
    if closing is None:
        raise Trouble(
            "the front matter is not closed",
            path=path,
            line=1,
            remedy="End it with a line of three dashes (---)",
        )
    values: dict[str, str] = {}
    fields: dict[str, Field] = {}
    for key, field, text in _Entries(path, source, opening.end(), closing.start):
        values[key] = text
        if field:
            fields[key] = field
    return Front(values, fields, closing.next)


def _begins_with_key(lines: list[Line], closing: Line | None) -> bool:
    """Whether this is front matter at all: a rule and a paragraph below it are not."""
    for line in lines:
        if closing and line.start >= closing.start:
            return True  # empty
        if line.text.strip() and not line.text.startswith("#"):
            return bool(KEY.match(line.text))
    return False


class _Entries:
    """Reads the YAML of source[start:end] event by event, so that no nesting or alias can run away."""

    def __init__(self, path: str, source: str, start: int, end: int) -> None:
        self.path, self.source, self.start, self.end = path, source, start, end

    def __iter__(self) -> Iterator[tuple[str, Field | None, str]]:
        import yaml

        loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
        try:
            events = iter(list(yaml.parse(self.source[self.start : self.end], Loader=loader)))
        except yaml.YAMLError as error:
            raise self._broken(error) from error
        opening = next((event for event in events if isinstance(event, yaml.NodeEvent)), None)
        if opening is None:
            return
        if not isinstance(opening, yaml.MappingStartEvent):
            raise self._trouble("the front matter is no list of keys and values", opening)
        yield from self._mapping(events, "", 0)
        if any(isinstance(event, yaml.NodeEvent) for event in events):
            raise self._trouble("the front matter holds more than one YAML document", opening)

    def _mapping(
        self, events: Iterator[yaml.Event], prefix: str, depth: int
    ) -> Iterator[tuple[str, Field | None, str]]:
        import yaml

        seen = set()
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise self._trouble("a key of the front matter is no plain word", event)
            name = event.value.strip().lower()
            if name in seen:
                raise self._trouble(f"the front matter gives “{name}” twice", event, "Keep one of them")
            seen.add(name)
            yield from self._value(events, next(events), prefix + name, depth)

    def _value(
        self, events: Iterator[yaml.Event], event: yaml.Event, key: str, depth: int
    ) -> Iterator[tuple[str, Field | None, str]]:
        import yaml

        if depth >= DEEPEST:
            raise self._trouble("the front matter is nested too deeply", event)
        if isinstance(event, yaml.ScalarEvent):
            span = (self.start + _index(event.start_mark), self.start + _index(event.end_mark))
            yield key, Field(event.value, *span, event.style), event.value.strip()
        elif isinstance(event, yaml.MappingStartEvent):
            yield from self._mapping(events, key + ".", depth + 1)
        elif isinstance(event, yaml.SequenceStartEvent):
            items = []
            while not isinstance(item := next(events), yaml.SequenceEndEvent):
                items += [text for _, _, text in self._value(events, item, key, depth + 1)]
            yield key, None, ", ".join(items)
        else:
            raise self._trouble("the front matter uses an alias (*)", event, "Write the value out")

    def _trouble(
        self, message: str, event: yaml.Event, remedy: str = "Write it as “key: value” lines"
    ) -> Trouble:
        return self._at(message, _index(event.start_mark), remedy)

    def _broken(self, error: yaml.YAMLError) -> Trouble:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
        index = mark.index if mark else getattr(error, "position", 0) or 0
        remedy = "Put values with a colon, a quotation mark or a # in them between quotation marks"
        return self._at(f"the front matter is no YAML: {problem}", index, remedy)

    def _at(self, message: str, index: int, remedy: str) -> Trouble:
        offset = min(self.start + index, self.end)
        ends = [end.end() for end in LINE_END.finditer(self.source, 0, offset)]
        column = offset - (ends[-1] if ends else 0) + 1
        return Trouble(message, path=self.path, line=len(ends) + 1, column=column, remedy=remedy)


def _index(mark: Any) -> int:
    """Where a mark of the YAML parser stands; its types allow for none, its events always have one."""
    index: int = mark.index
    return index
