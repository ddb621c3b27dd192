"""How YAML is spelt: a file's text to its nodes, and mistakes in it told in an editor's words."""

from __future__ import annotations

import re
from typing import Any, NoReturn

import yaml

from newslint.model import Trouble

DEEPEST = 12  # levels; a rule has five at most
LARGEST = 1_000_000  # characters
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the pure one where libyaml is missing
PLAIN_TAGS = frozenset({f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq")})

INDENT = re.compile(r"\s*")
UNCLOSED = ("end of stream", "expected ',' or ")

# What the YAML parsers say, and what an editor can do about it.
ADVICE = (
    (
        "mapping values are not allowed",
        "There is a second colon on this line.",
        "Put the value in quotation marks.",
    ),
    (
        "block sequence entries are not allowed",
        "A list item stands where none can.",
        "Start the list on a new line.",
    ),
    (
        "cannot start any token",
        "No value can begin with this character.",
        "Indent with spaces, not tabs; put a value that begins with @, ` or % in quotation marks.",
    ),
    (
        "could not find expected ':'",
        "This line is neither a “key: value” nor a part of the lines above it.",
        "Add the colon, or indent the line to match.",
    ),
    (
        "did not find expected key",
        "This line does not fit the lines around it.",
        "Check that it is indented like its neighbours, and that quotation marks before it are closed.",
    ),
    (
        "expected <block end>",
        "This line does not fit the lines around it.",
        "Check that it is indented like its neighbours, and that quotation marks before it are closed.",
    ),
    (
        "did not find expected '-'",
        "This line is not an item of the list above it.",
        "Begin it with “- ”, or indent it.",
    ),
    (
        "expected ',' or ",
        "A list or a set of options in brackets is not closed.",
        "Add the missing comma or bracket.",
    ),
    ("end of stream", "A quotation mark is opened and never closed.", "Close it."),
    ("undefined alias", "A value that begins with * needs quotation marks.", "Put it in quotation marks."),
    ("expected alphabetic or numeric", "A value that begins with * or & needs quotation marks.", "Add them."),
    (
        "unknown escape",
        "A backslash between double quotation marks has a meaning of its own.",
        "Use single ones.",
    ),
    (
        "expected a single document",
        "The file holds more than one document.",
        "Remove the line “---” inside it.",
    ),
    ("another document", "The file holds more than one document.", "Remove the line “---” inside it."),
)


def compose(source: str, path: str) -> yaml.MappingNode:
    """The mapping that ``source`` spells, as nodes that know their places. Raises Trouble, with its place,
    for whatever is not one."""
    if len(source) > LARGEST:
        raise Trouble("is too large to be a rule file", path=path, remedy="Split it.")
    try:
        loader = LOADER(source)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        _explain(error, source, path)
    except RecursionError:
        raise Trouble("is nested too deeply", path=path, remedy="Write it flatter.") from None
    if root is None:
        raise Trouble(
            "the file is empty", path=path, line=1, column=1, remedy="Write “key: value” lines, or remove it."
        )
    if not isinstance(root, yaml.MappingNode):
        line, column = root.start_mark.line + 1, root.start_mark.column + 1
        raise Trouble(
            "the file is not a set of “key: value” lines",
            path=path,
            line=line,
            column=column,
            remedy="Add the keys.",
        )
    return root


def plain(node: yaml.Node, path: str, source: str, seen: set[int] | None = None, depth: int = 0) -> Any:
    """What a node holds: dicts, lists and str only. Raises Trouble for what rule files do not use."""
    seen = set() if seen is None else seen

    def refuse(message: str, remedy: str, at: yaml.Node = node) -> NoReturn:
        mark = at.start_mark
        raise Trouble(message, path=path, line=mark.line + 1, column=mark.column + 1, remedy=remedy)

    if id(node) in seen:  # an alias is the anchored node itself; a few lines of them can unfold to gigabytes
        refuse("a value is repeated by a YAML alias (*)", "Write the value out in both places.")
    seen.add(id(node))
    if source.startswith("&", node.start_mark.index):
        refuse("a value begins with &, which YAML keeps for itself", "Put it in quotation marks.")
    if node.tag not in PLAIN_TAGS:
        refuse(
            f"“{node.tag}” is a YAML tag, which rule files do not use",
            "Put a value that begins with ! in quotation marks.",
        )
    if depth > DEEPEST:
        refuse("values are nested too deeply", "Write it flatter.")
    if isinstance(node, yaml.ScalarNode):
        return node.value
    if isinstance(node, yaml.SequenceNode):
        return [plain(item, path, source, seen, depth + 1) for item in node.value]
    data: dict[str, Any] = {}
    for key, value in node.value:
        if not isinstance(key, yaml.ScalarNode):
            refuse("a key must be a word", "Put a value that begins with { or [ in quotation marks.", key)
        if key.value in data:
            refuse(f"“{key.value}” stands here twice", "Keep one of the two.", key)
        data[key.value] = plain(value, path, source, seen, depth + 1)
    return data


def _explain(error: yaml.YAMLError, source: str, path: str) -> NoReturn:
    told = " ".join(str(getattr(error, part, "") or "") for part in ("problem", "context", "reason"))
    mark = getattr(error, "problem_mark", None)
    if mark is None or any(sign in told for sign in UNCLOSED):  # noticed far below where it was opened
        mark = getattr(error, "context_mark", None) or mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (None, None)
    lines = source.splitlines()
    if isinstance(error, yaml.reader.ReaderError):
        message, remedy = (
            "the file holds a character that text cannot hold",
            "Retype the line, or save it as plain UTF-8.",
        )
        if isinstance(error.position, int) and error.position <= len(source):
            before = source[: error.position]
            line, column = before.count("\n") + 1, error.position - (before.rfind("\n") + 1) + 1
    elif (
        line and (indent := INDENT.match(lines[line - 1] if line <= len(lines) else "")) and "\t" in indent[0]
    ):
        message, remedy = "The line is indented with a tab.", "Indent with spaces."
    else:
        message, remedy = next(
            ((message, remedy) for sign, message, remedy in ADVICE if sign in told),
            ("This line cannot be understood.", "Check its colon, its indentation and its quotation marks."),
        )
    raise Trouble(message, path=path, line=line, column=column, remedy=remedy) from error
