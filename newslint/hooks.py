"""The whole plugin surface of newslint on one page.

A plugin is an installed Python package with an entry point in the group ``newslint`` that names a module
(or an object) with some of these functions, each marked ``@hookimpl``:

    from newslint.hooks import hookimpl

    @hookimpl
    def newslint_checks():
        from my_newsroom.datelines import Datelines
        return [Datelines]

newslint's own readers, checks, rules and reports come in through the same four hooks. Every hook is called
once a run, for every plugin; what all of them return is put together. A plugin that cannot be imported, or
whose hook raises, is named in ``newslint plugins`` and in the report, and costs only itself. Import what is
heavy inside the functions.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from typing import Any

    from newslint.readers.base import Reader
    from newslint.reporters.base import Reporter
    from newslint.rulebook.check import Check
    from newslint.rulebook.pack import Pack

PROJECT = "newslint"
hookspec = pluggy.HookspecMarker(PROJECT)
hookimpl = pluggy.HookimplMarker(PROJECT)


@hookspec
def newslint_readers() -> Iterable[Reader]:
    """Readers of draft formats.

    Returns:
        Objects with ``format``, ``suffixes`` and ``read(path, data) -> Draft``. A suffix that two readers
        claim goes to the plugin's, not to newslint's own; of two plugins the second (by name) is refused,
        and named.
    """
    return ()


@hookspec
def newslint_checks() -> Iterable[type[Check[Any]]]:
    """Verbs that rules may use, and problems of verbs.

    Returns:
        Subclasses of ``rulebook.check.Check``. One whose ``problem`` is set adds a problem to the verb it
        names; the verb must exist. A verb or problem that exists already is refused by name.
    """
    return ()


@hookspec
def newslint_packs() -> Iterable[Pack]:
    """Folders of rule files.

    Returns:
        ``Pack(name, folder)``: rules are found at ``folder/family/name.yml``, presets at
        ``folder/presets/kind.yml``. A pack is loaded before the packs and folders that the config names,
        which may replace its rules.
    """
    return ()


@hookspec
def newslint_reporters() -> Iterable[Reporter]:
    """Output formats for ``newslint check --format``.

    Returns:
        Objects with ``name`` and ``render(report, page) -> str``; those that write draft by draft are a
        ``reporters.base.Serial``. A name that exists already is refused.
    """
    return ()
