"""Builds the plugin manager: built-ins come in through the same hooks as outsiders, on the same terms.

A plugin is taken whole or not at all: one that cannot be imported, raises, offers what is no reader, check,
pack or reporter, or takes a name that is taken, adds nothing and is kept in ``Plugins.broken`` with the reason.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import partial
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points
from typing import Any, NamedTuple, cast

import pluggy

from newslint import __version__, hooks
from newslint.model import Trouble
from newslint.readers.base import Reader
from newslint.reporters.base import Reporter
from newslint.rulebook.check import Check
from newslint.rulebook.pack import Pack

BUILT_INS = (
    "newslint.readers.plain",
    "newslint.readers.markdown",
    "newslint.checks.quotes",
    "newslint.checks.sources",
    "newslint.checks.claims",
    "newslint.checks.names",
    "newslint.checks.dates",
    "newslint.checks.figures",
    "newslint.checks.avoid",
    "newslint.checks.prefer",
    "newslint.checks.require",
    "newslint.checks.limit",
    "newslint.checks.consistent",
    "newslint.checks.pattern",
    "newslint.rulebook.packaged",
    "newslint.reporters.full",
    "newslint.reporters.concise",
    "newslint.reporters.as_json",
)

CheckKey = tuple[str, str | None]
"""A verb and its problem (None: the verb itself)."""


class Plugin(NamedTuple):
    """Who offers something: ``name`` of its entry point (of the module, for built-ins), ``where`` it is from."""

    name: str
    version: str
    where: str
    built_in: bool


class Broken(NamedTuple):
    """A plugin that was left out, and why, in a sentence."""

    plugin: Plugin
    why: str

    def __str__(self) -> str:
        return f"plugin {self.plugin.name} ({self.plugin.where}) is broken and was left out: {self.why}"


@dataclass(frozen=True, slots=True)
class Offer:
    """What one plugin adds."""

    plugin: Plugin
    readers: tuple[Reader, ...] = ()
    checks: tuple[type[Check[Any]], ...] = ()
    packs: tuple[Pack, ...] = ()
    reporters: tuple[Reporter, ...] = ()

    @property
    def adds(self) -> tuple[str, ...]:
        """In words, one a thing: ``reader markdown (.md)``, ``verb avoid``, ``problem dates: wrong day``…"""
        return (
            *(f"reader {reader.format} ({' '.join(reader.suffixes)})" for reader in self.readers),
            *(called(check.verb, check.problem) for check in self.checks),
            *(f"rules {pack.name}" for pack in self.packs),
            *(f"format {reporter.name}" for reporter in self.reporters),
        )


@dataclass(frozen=True, slots=True)
class Plugins:
    """Everything that plugins add to a run, each by the name it is asked for.

    ``readers`` by suffix, ``checks`` by verb and problem, ``packs`` in the order they are loaded (newslint's own
    first).
    """

    readers: Mapping[str, Reader] = field(default_factory=dict)
    checks: Mapping[CheckKey, type[Check[Any]]] = field(default_factory=dict)
    packs: tuple[Pack, ...] = ()
    reporters: Mapping[str, Reporter] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    broken: tuple[Broken, ...] = ()


def load_plugins(built_ins: Iterable[str] = BUILT_INS) -> Plugins:
    """Everything newslint's own modules and the installed entry points of the group ``newslint`` add."""
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    plugins = Plugins()
    for plugin, load in (*own(built_ins), *installed()):
        try:
            plugins = added(plugins, ask(manager, plugin, load))
        # A plugin is somebody else's program: whatever it raises, or its wish to exit, is its own affair.
        except (Exception, SystemExit) as error:
            why = (
                str(error) if isinstance(error, Trouble) else f"{type(error).__name__}: {error}".rstrip(": ")
            )
            plugins = replace(plugins, broken=(*plugins.broken, Broken(plugin, " ".join(why.split()))))
    return plugins


def own(modules: Iterable[str]) -> Iterator[tuple[Plugin, Callable[[], Any]]]:
    for name in modules:
        yield Plugin(name, __version__, "newslint", built_in=True), partial(import_module, name)


def installed() -> Iterator[tuple[Plugin, Callable[[], Any]]]:
    """The entry points of other packages, by name, so that their order does not hang on the file system."""

    def package(point: EntryPoint) -> tuple[str, str]:
        return (point.dist.name, point.dist.version) if point.dist else (point.value, "")

    for point in sorted(entry_points(group=hooks.PROJECT), key=lambda point: (point.name, package(point))):
        name, version = package(point)
        yield Plugin(point.name, version, f"{name} {version}".strip(), built_in=False), point.load


def ask(manager: pluggy.PluginManager, plugin: Plugin, load: Callable[[], Any]) -> Offer:
    """Import a plugin and call its hooks, once each."""
    module = load()
    manager.register(module, name=f"{plugin.where}: {plugin.name}")
    callers = manager.get_hookcallers(module) or []
    if not callers:
        raise Trouble("it has no hook: no function marked with newslint.hooks.hookimpl")
    given: dict[str, tuple[Any, ...]] = {}
    for caller in callers:
        if not caller.has_spec():
            specs = [name for name in vars(hooks) if name.startswith("newslint_")]
            raise Trouble(f"there is no hook {caller.name}{did_you_mean(caller.name, specs)}")
        for implementation in caller.get_hookimpls():
            if implementation.plugin is module:
                if implementation.wrapper or implementation.hookwrapper:
                    raise Trouble(
                        f"{caller.name} is a wrapper: a plugin adds, it does not change what others add"
                    )
                given[caller.name.removeprefix("newslint_")] = tuple(
                    cast(Iterable[Any], implementation.function())
                )
    offer = Offer(plugin, **given)
    examine(offer)
    return offer


def examine(offer: Offer) -> None:
    """Raise Trouble unless everything offered is what its hook asks for."""
    for reader in offer.readers:
        suffixes = getattr(reader, "suffixes", None)
        if not (isinstance(getattr(reader, "format", None), str) and callable(getattr(reader, "read", None))):
            raise Trouble(f"{reader!r} is no reader: it needs format, suffixes and read(path, data)")
        if not isinstance(suffixes, tuple) or not all(
            isinstance(s, str) and s.startswith(".") and s == s.lower() for s in suffixes
        ):
            raise Trouble(f"reader {reader.format}: suffixes must be a tuple like ('.txt',), in lower case")
    for check in offer.checks:
        if not (isinstance(check, type) and issubclass(check, Check)):
            raise Trouble(f"{check!r} is no check: it must be a subclass of newslint.rulebook.check.Check")
        if not isinstance(getattr(check, "verb", None), str):
            raise Trouble(f"check {check.__name__} names no verb")
        if inspect.isabstract(check):
            raise Trouble(f"check {check.__name__} has no look(story)")
    for pack in offer.packs:
        if not isinstance(pack, Pack):
            raise Trouble(f"{pack!r} is no newslint.rulebook.pack.Pack(name, folder)")
        if not pack.folder.is_dir():
            raise Trouble(f"pack {pack.name}: there is no folder {pack.folder}")
    for reporter in offer.reporters:
        if not (
            isinstance(getattr(reporter, "name", None), str) and callable(getattr(reporter, "render", None))
        ):
            raise Trouble(f"{reporter!r} is no reporter: it needs name and render(report, page)")


def added(plugins: Plugins, offer: Offer) -> Plugins:
    """``plugins`` with ``offer`` put in. Raises Trouble where a name is taken, or a problem has no verb."""
    checks = dict(plugins.checks)
    for check in sorted(offer.checks, key=lambda check: check.problem is not None):
        if (check.verb, check.problem) in checks:
            raise Trouble(f"the {called(check.verb, check.problem)} exists already")
        verbs = {verb for verb, _ in checks}
        if check.problem is not None and not offer.plugin.built_in and check.verb not in verbs:
            near = did_you_mean(check.verb, verbs)
            raise Trouble(f"the problem “{check.problem}” belongs to no verb: there is no {check.verb}{near}")
        checks[check.verb, check.problem] = check
    readers = dict(plugins.readers)
    strangers = {
        s: o.plugin for o in plugins.offers if not o.plugin.built_in for r in o.readers for s in r.suffixes
    }
    for reader in offer.readers:
        for suffix in reader.suffixes:
            if suffix in strangers:
                raise Trouble(
                    f"{suffix} is read by plugin {strangers[suffix].name} ({strangers[suffix].where}) already"
                )
            readers[suffix] = reader
    reporters = dict(plugins.reporters)
    for reporter in offer.reporters:
        if reporter.name in reporters:
            raise Trouble(f"the format {reporter.name} exists already")
        reporters[reporter.name] = reporter
    names = [pack.name for pack in plugins.packs]
    for pack in offer.packs:
        if pack.name in names:
            raise Trouble(f"the pack {pack.name} exists already")
    return Plugins(
        readers, checks, (*plugins.packs, *offer.packs), reporters, (*plugins.offers, offer), plugins.broken
    )


def called(verb: str, problem: str | None) -> str:
    return f"verb {verb}" if problem is None else f"problem {verb}: {problem}"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, sorted(known), n=1)
    return f" (did you mean {near[0]}?)" if near else ""
