"""docs/plugins.md: its hooks are those of hooks.py, its code that of the example package."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from newslint import hooks
from newslint.readers.base import Builder, Reader
from newslint.reporters.base import Reporter
from newslint.rulebook.check import Check
from newslint.testing import rule_tests

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "tests" / "plugins" / "example"
PAGE = (ROOT / "docs" / "plugins.md").read_text(encoding="utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.M | re.S)
SHOWN = [body.split("\n", 1) for _, body in FENCES if body.startswith("# ")]


def signatures(code: str) -> list[str]:
    """The functions of a module, with their arguments and what they return, in order."""
    found = []
    for node in ast.parse(code).body:
        if isinstance(node, ast.FunctionDef):
            returned = ast.unparse(node.returns) if node.returns else ""
            found.append(f"{node.name}({ast.unparse(node.args)}) -> {returned}")
    return found


def test_the_hooks_are_those_there_are() -> None:
    told = next(body for _, body in FENCES if body.startswith("def newslint_"))
    assert signatures(told) == signatures(Path(hooks.__file__).read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("head", "code"), SHOWN, ids=[f"{number} {head[2:]}" for number, (head, _) in enumerate(SHOWN)]
)
def test_what_is_shown_stands_in_the_example(head: str, code: str) -> None:
    there = (EXAMPLE / head.removeprefix("# ")).read_text(encoding="utf-8")
    assert code.strip("\n")
    assert code.strip("\n") in there


def test_every_kind_of_thing_is_shown() -> None:
    shown = {head.removeprefix("# ") for head, _ in SHOWN}
    modules = {path.relative_to(EXAMPLE).as_posix() for path in (EXAMPLE / "newslint_gazette").glob("*.py")}
    assert modules <= shown
    assert {"pyproject.toml", "tests/test_rules.py"} <= shown


def test_every_member_of_a_check_is_told() -> None:
    told = set(re.findall(r"^\| `(\w+)` \|", PAGE, re.M))
    members = {*Check.__annotations__, *(name for name in vars(Check) if not name.startswith("_"))}
    assert told == members


def test_readers_reporters_and_the_builder_have_the_methods_told() -> None:
    for name, arguments in re.findall(r"`(open|add|add_as|close|remark)\(([\w, ]*)\)`", PAGE):
        code = getattr(Builder, name).__code__
        assert list(code.co_varnames[1 : code.co_argcount]) == [one for one in arguments.split(", ") if one]
    for kind, method in ((Reader, "read"), (Reporter, "render")):
        code = getattr(kind, method).__code__
        arguments = ", ".join(code.co_varnames[1 : code.co_argcount])
        returns = getattr(kind, method).__annotations__["return"]
        assert f"`{method}({arguments}) -> {returns}`" in PAGE
        assert all(f"`{member}`" in PAGE for member in kind.__annotations__)


def test_the_runner_told_is_there() -> None:
    assert f"import {rule_tests.__name__}\n" in PAGE


def test_the_hook_told_is_offered() -> None:
    offered = re.findall(
        r"^- id: (\S+)$", (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"), re.M
    )
    told = re.findall(r"^  - id: (\S+)$", PAGE, re.M)
    assert told
    assert set(told) <= set(offered)
