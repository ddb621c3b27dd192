"""What installed packages add, and what a broken one costs: itself, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.plugins import Plugins, load_plugins

Install = Callable[..., Path]
# Few built-ins, so that these tests are about plugins and not about newslint's own rooms.
OWN = ("newslint.readers.plain", "newslint.reporters.concise", "newslint.reporters.as_json")

READER = """
from newslint.hooks import hookimpl

class Wire:
    format = "wire"
    suffixes = (".wire",)
    def read(self, path, data):
        raise AssertionError("listed here, never read with")

@hookimpl
def newslint_readers():
    return [Wire()]
"""
VERB = """
from newslint.hooks import hookimpl

@hookimpl
def newslint_checks():
    from newslint.rulebook.check import Check
    class {cls}(Check):
        verb = "{verb}"
        problem = {problem!r}
        def look(self, story):
            return ()
    return [{cls}]
"""
PACK = """
from pathlib import Path
from newslint.hooks import hookimpl
from newslint.rulebook.pack import Pack

@hookimpl
def newslint_packs():
    return [Pack("house", Path({folder!r}))]
"""
REPORTER = """
from newslint.hooks import hookimpl

class Loud:
    name = {name!r}
    def render(self, report, page):
        return "LOUD"

@hookimpl
def newslint_reporters():
    return [Loud()]
"""


def verb(name: str, problem: str | None = None) -> str:
    return VERB.format(cls="Mine", verb=name, problem=problem)


def load() -> Plugins:
    return load_plugins(OWN)


def why(plugins: Plugins, name: str) -> str:
    (broken,) = [broken for broken in plugins.broken if broken.plugin.name == name]
    assert name in str(broken)
    return broken.why


def test_built_ins_come_in_through_the_hooks() -> None:
    plugins = load()
    assert not plugins.broken
    assert {".txt", ".text"} <= set(plugins.readers)
    assert set(plugins.reporters) == {"concise", "json"}
    assert all(offer.plugin.built_in for offer in plugins.offers)


def test_a_package_adds_a_reader_a_verb_a_pack_and_a_format(install: Install, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    install("wire", READER)
    install("lines", verb("lines"))
    install("house", PACK.format(folder=str(tmp_path / "rules")))
    install("loud", REPORTER.format(name="loud"), version="3.1")
    plugins = load()
    assert not plugins.broken
    assert plugins.readers[".wire"].format == "wire"
    assert ("lines", None) in plugins.checks
    assert [pack.name for pack in plugins.packs] == ["house"]
    assert plugins.reporters["loud"].name == "loud"
    outside = {offer.plugin.name: offer for offer in plugins.offers if not offer.plugin.built_in}
    assert list(outside) == ["house", "lines", "loud", "wire"]
    assert outside["loud"].plugin[1:] == ("3.1", "loud-newslint 3.1", False)
    assert [outside[name].adds for name in outside] == [
        ("rules house",),
        ("verb lines",),
        ("format loud",),
        ("reader wire (.wire)",),
    ]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("import no_such_module_anywhere", "no_such_module_anywhere"),
        ("raise RuntimeError('no licence')", "RuntimeError: no licence"),
        ("import sys; sys.exit(3)", "SystemExit: 3"),
        ("def broken(:", "SyntaxError"),
        ("x = 1", "no hook"),
        (
            "from newslint.hooks import hookimpl\n@hookimpl\ndef newslint_chekcs():\n    return []",
            "did you mean newslint_checks?",
        ),
        (
            "from newslint.hooks import hookimpl\n@hookimpl\ndef newslint_checks(story):\n    return []",
            "story",
        ),
        (
            "from newslint.hooks import hookimpl\n@hookimpl\ndef newslint_checks():\n    raise OSError('x')",
            "OSError: x",
        ),
        (
            "from newslint.hooks import hookimpl\n@hookimpl\ndef newslint_checks():\n    yield 1/0",
            "ZeroDivisionError",
        ),
        (
            "from newslint.hooks import hookimpl\n@hookimpl\ndef newslint_checks():\n    return None",
            "TypeError",
        ),
        (
            "from newslint.hooks import hookimpl\n@hookimpl\ndef newslint_checks():\n    return [int]",
            "is no check",
        ),
        (
            "from newslint.hooks import hookimpl\n@hookimpl\ndef newslint_readers():\n    return ['html']",
            "is no reader",
        ),
        (
            "from newslint.hooks import hookimpl\n@hookimpl\ndef newslint_reporters():\n    return [1]",
            "is no reporter",
        ),
        (PACK.format(folder="/no/such/folder/anywhere"), "there is no folder"),
        (READER.replace('(".wire",)', '".wire"'), "suffixes must be a tuple"),
        (READER.replace(".wire", ".WIRE"), "lower case"),
        (
            "from newslint.hooks import hookimpl\n@hookimpl(wrapper=True)\ndef newslint_checks():\n    yield",
            "wrapper",
        ),
        (REPORTER.format(name="json"), "format json exists already"),
    ],
)
def test_a_broken_plugin_is_named_and_costs_only_itself(install: Install, code: str, reason: str) -> None:
    install("bad", code)
    install("fine", verb("lines"))
    plugins = load()
    assert reason in why(plugins, "bad")
    assert len(plugins.broken) == 1
    assert ("lines", None) in plugins.checks
    assert ".txt" in plugins.readers


def test_a_plugin_is_taken_whole_or_not_at_all(install: Install) -> None:
    install("half", READER + verb("lines").replace("return [Mine]", "raise OSError('no lines')"))
    plugins = load()
    assert "no lines" in why(plugins, "half")
    assert ".wire" not in plugins.readers


def test_a_verb_that_exists_is_refused_by_name(install: Install) -> None:
    install("first", verb("lines"))
    install("second", verb("lines"))
    plugins = load()
    assert why(plugins, "second") == "the check lines exists already"
    assert plugins.checks["lines", None].__module__ == "plugin_first"


def test_a_problem_joins_its_verb(install: Install) -> None:
    install("a_problem", verb("lines", "too short"))
    install("b_verb", verb("lines"))
    install("c_problem", verb("lines", "too long"))
    install("d_problem", verb("liens", "too long"))
    plugins = load()
    assert {("lines", None), ("lines", "too short"), ("lines", "too long")} == set(plugins.checks)
    assert "did you mean lines?" in why(plugins, "d_problem")


def test_a_plugins_reader_goes_before_our_own_and_two_plugins_do_not_share(install: Install) -> None:
    install("a", READER.replace(".wire", ".txt"))
    install("b", READER.replace(".wire", ".txt"))
    plugins = load()
    assert plugins.readers[".txt"].format == "wire"
    assert "the reader of .txt exists already" in why(plugins, "b")


def test_an_entry_point_may_name_an_object(install: Install) -> None:
    code = READER.replace("@hookimpl\ndef newslint_readers():\n    return [Wire()]", "") + (
        "\nclass Hooks:\n    @hookimpl\n    def newslint_readers(self):\n"
        "        return [Wire()]\nh = Hooks()\n"
    )
    install("thing", code, entry="plugin_thing:h")
    plugins = load()
    assert not plugins.broken
    assert ".wire" in plugins.readers
