"""One finding a line, each by itself a JSON object with the keys it has in ``json``: for pipes and logs."""

from __future__ import annotations

import json

from newslint.hooks import hookimpl
from newslint.model import Part, Totals
from newslint.reporters.as_json import finding_data
from newslint.reporters.base import Page, Reporter, Serial, Writer


class Jsonl(Serial):
    """Findings only. What could not be done is on standard error and in the exit code."""

    name = "jsonl"

    def open(self, page: Page) -> Writer:
        return _Lines()


class _Lines(Writer):
    def part(self, part: Part) -> str:
        return "".join(f"{json.dumps(finding_data(finding))}\n" for finding in part.findings)

    def end(self, totals: Totals) -> str:
        return ""


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Jsonl(),)
