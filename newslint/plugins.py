"""Builds the plugin manager: built-ins come in through the same hooks as outsiders, and are held to the same terms."""

from __future__ import annotations

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
