"""What came of each draft, kept between runs: a draft that has not changed is not read again.

A result is found by a mark of all that it hangs on: the draft's bytes and name, what was asked, the config
and the accepted findings above it, the text of every rule, the pipeline, the plugins, newslint itself.
Whatever broke down, or could not be read, is not kept.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from newslint.config import Effective
from newslint.kept.folder import ABOUTS, READINGS, RESULTS, Folder
from newslint.kept.marks import mark, of_newslint, of_packs, of_pipeline, of_plugins
from newslint.model import About
from newslint.plugins import Plugins
from newslint.proofs import Copy, Order, Result
from newslint.rulebook import accepted, baseline


class _Kept(NamedTuple):
    """A result without its ``rules``, and the name under which those are kept: what rules say of themselves
    is the same for all drafts."""

    result: Result
    rules: str


class Shelf:
    """The results of earlier runs, for a run that is asked the same, and its own for later ones.

    ``plugins`` may lack newslint's own checks: outsiders count, newslint goes by its version.
    """

    def __init__(self, order: Order, plugins: Plugins) -> None:
        self._results, self._rules = Folder(RESULTS), Folder(ABOUTS)
        self._order, self._plugins = order, plugins
        self._run = mark(of_newslint(), of_plugins(plugins), repr(order), os.getcwd())
        self._above: dict[tuple[int, str], tuple[Effective, str]] = {}
        self._known: dict[str, Mapping[str, About]] = {}

    def mark(self, copy: Copy, effective: Effective) -> str:
        """The mark of what comes of a draft, with its bytes, under this config.

        Raises Trouble where the config names a pack that is not there.
        """
        above = self._mark_above(effective, self._order.pipeline_under(effective))
        return mark(self._run, above, os.path.abspath(copy.path), copy.path, copy.data or b"")

    def take(self, name: str) -> Result | None:
        """The result of that mark, where it was kept."""
        kept = self._results.take(name)
        if not isinstance(kept, _Kept):
            return None
        if kept.rules not in self._known:
            rules = self._rules.take(kept.rules)
            if not isinstance(rules, dict):
                return None
            self._known[kept.rules] = rules
        return kept.result._replace(rules=self._known[kept.rules])

    def put(self, name: str, result: Result) -> None:
        """Keep a result under its mark."""
        rules = mark(repr(sorted(result.rules.items())))
        if rules not in self._known:
            if not self._rules.put(rules, dict(result.rules)):
                return
            self._known[rules] = result.rules
        self._results.put(name, _Kept(result._replace(rules={}), rules))

    def sweep(self) -> None:
        """Let go of what nobody asked for in a month."""
        for folder in (self._results, self._rules, Folder(READINGS)):
            folder.sweep(time.time())

    def _mark_above(self, effective: Effective, pipeline: str) -> str:
        """Of the config, rules, accepted findings and pipeline; the same for many drafts."""
        known = self._above.get((id(effective), pipeline))
        if known is not None:
            return known[1]
        home = effective.home or Path.cwd()
        marked = mark(
            *(f"{file.folder} {file.path} {file.shape!r}" for file in effective.files),
            *(_content(home / file) for file in (accepted.PLACE, baseline.PLACE)),
            of_packs(effective.packs(self._plugins.packs)),
            *(part for file, shown in effective.vocabularies() for part in (shown, _content(file))),
            of_pipeline(pipeline),
        )
        self._above[id(effective), pipeline] = (
            effective,
            marked,
        )  # the config is held, so that its id is its own
        return marked


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""
