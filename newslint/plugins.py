"""Builds the plugin manager: built-ins come in through the same hooks as outsiders, on the same terms.

A plugin is taken whole or not at all: one that cannot be imported, raises, offers what is no reader, check,
pack or reporter, or takes a name that is taken, adds nothing and is kept in ``Plugins.broken`` with the
reason.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

import pluggy

from newslint import hooks
from newslint.installed import may_have
from newslint.model import Trouble
from newslint.readers.base import Reader
from newslint.reporters.base import Reporter
from newslint.rulebook.check import Check
from newslint.rulebook.mistakes import nearest
from newslint.rulebook.pack import Pack
from newslint.version import VERSION

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

DOORS = (  # what copy comes in and goes out by; they know nothing of checking
    "newslint.readers.plain",
    "newslint.readers.markdown",
    "newslint.rulebook.packaged",
    "newslint.reporters.full",
    "newslint.reporters.concise",
    "newslint.reporters.statistics",
    "newslint.reporters.as_json",
    "newslint.reporters.jsonl",
    "newslint.reporters.github",
    "newslint.reporters.lsp",
    "newslint.reporters.sarif",
    "newslint.reporters.gitlab",
    "newslint.reporters.junit",
    "newslint.reporters.checkstyle",
    "newslint.reporters.rdjson",
)
CHECKS = (
    "newslint.checks.quotes",
    "newslint.checks.sources",
    "newslint.checks.claims",
    "newslint.checks.names",
    "newslint.checks.dates",
    "newslint.checks.figures",
    "newslint.checks.stories",
    "newslint.checks.avoid",
    "newslint.checks.prefer",
    "newslint.checks.require",
    "newslint.checks.limit",
    "newslint.checks.support",
    "newslint.checks.consistent",
    "newslint.checks.pattern",
)
BUILT_INS = (*DOORS, *CHECKS)

K = TypeVar("K")
V = TypeVar("V")
CheckKey = tuple[str, str | None]
"""A verb and its problem (None: the verb itself)."""


class Plugin(NamedTuple):
    """Who offers something: ``name`` of its entry point (built-ins: of the module), ``where`` it is from."""

    name: str
    version: str
    where: str
    built_in: bool


Candidate = tuple[Plugin, Callable[[], Any]]
"""A plugin, and what imports it."""


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
    def suffixes(self) -> tuple[tuple[str, Reader], ...]:
        """Its readers by suffix."""
        return tuple((suffix, reader) for reader in self.readers for suffix in reader.suffixes)

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

    ``readers`` by suffix, ``checks`` by verb and problem, ``packs`` in loading order.
    """

    readers: Mapping[str, Reader] = field(default_factory=dict)
    checks: Mapping[CheckKey, type[Check[Any]]] = field(default_factory=dict)
    packs: tuple[Pack, ...] = ()
    reporters: Mapping[str, Reporter] = field(default_factory=dict)
    offers: tuple[Offer, ...] = ()
    broken: tuple[Broken, ...] = ()

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """The broken plugins, as what could not be done."""
        remedy = "Repair or uninstall it; the rest of newslint goes on without"
        return tuple(Trouble(str(broken), remedy=remedy) for broken in self.broken)

    def take(self, offer: Offer, verbs: Set[str]) -> Plugins:
        """These and what ``offer`` adds. Raises Trouble where a name is taken or a problem's verb unknown."""
        for check in offer.checks:
            if check.verb not in verbs:
                near = meant(check.verb, verbs)
                raise Trouble(
                    f"there is no verb {check.verb} that “{check.problem}” could be a problem of{near}"
                )
        claimed = {
            suffix: reader
            for other in self.offers
            if other.plugin.built_in is offer.plugin.built_in
            for suffix, reader in other.suffixes
        }
        return Plugins(
            {**self.readers, **joined(claimed, offer.suffixes, "reader of {}")},
            joined(self.checks, [((c.verb, c.problem), c) for c in offer.checks], "check {}"),
            tuple(
                joined(
                    {p.name: p for p in self.packs}, [(p.name, p) for p in offer.packs], "pack {}"
                ).values()
            ),
            joined(self.reporters, [(r.name, r) for r in offer.reporters], "format {}"),
            (*self.offers, offer),
        )


def load_plugins(
    built_ins: Iterable[str] = BUILT_INS, outsiders: Iterable[Candidate] | None = None
) -> Plugins:
    """Everything newslint's own modules and the installed entry points of the group ``newslint`` add.

    ``outsiders`` are those entry points, where they have been looked up already.
    """
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    offers, broken = [], []
    for plugin, load in (*own(built_ins), *(installed() if outsiders is None else outsiders)):
        try:
            offers.append(ask(manager, plugin, load))
        # A plugin is somebody else's program: whatever it raises, or its wish to exit, is its own affair.
        except (Exception, SystemExit) as error:
            broken.append(Broken(plugin, reason(error)))
    # Known before any offer is taken, so that a problem may come before its verb.
    verbs = {
        check.verb for offer in offers for check in offer.checks if offer.plugin.built_in or not check.problem
    }
    plugins = Plugins()
    for offer in offers:
        try:
            plugins = plugins.take(offer, verbs)
        except Trouble as trouble:
            broken.append(Broken(offer.plugin, trouble.message))
    return replace(plugins, broken=tuple(broken))


def reason(error: BaseException) -> str:
    told = str(error) if isinstance(error, Trouble) else f"{type(error).__name__}: {error}".rstrip(": ")
    return " ".join(told.split())


def own(modules: Iterable[str]) -> Iterator[Candidate]:
    for name in modules:
        yield Plugin(name, VERSION, "newslint", built_in=True), partial(import_module, name)


def installed() -> Iterator[Candidate]:
    """The entry points of other packages, by name, so that their order does not hang on the file system."""
    if not may_have(hooks.PROJECT):
        return
    from importlib.metadata import entry_points

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
            raise Trouble(f"there is no hook {caller.name}{meant(caller.name, specs)}")
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


def called(verb: str, problem: str | None) -> str:
    return f"verb {verb}" if problem is None else f"problem {verb}: {problem}"


def joined(taken: Mapping[K, V], things: Iterable[tuple[K, V]], what: str) -> dict[K, V]:
    """``taken`` and ``things``, by name. Raises Trouble where a name is taken."""
    all_of_them = dict(taken)
    for name, thing in things:
        if name in all_of_them:
            shown = (
                name if isinstance(name, str) else ": ".join(part for part in cast(CheckKey, name) if part)
            )
            raise Trouble(f"the {what.format(shown)} exists already")
        all_of_them[name] = thing
    return all_of_them


def meant(word: str, known: Iterable[str]) -> str:
    near = nearest(word, known)
    return f" (did you mean {near}?)" if near else ""
