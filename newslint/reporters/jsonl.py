"""One finding a line, each by itself a JSON object with the keys it has in ``json``: for pipes and logs."""

from __future__ import annotations

import json

from newslint.hooks import hookimpl
from newslint.model import Report
from newslint.reporters.as_json import finding_data
from newslint.reporters.base import Page, Reporter


class Jsonl:
    """Findings only. What could not be done is on standard error and in the exit code."""

    name = "jsonl"

    def render(self, report: Report, page: Page) -> str:
        return "".join(f"{json.dumps(finding_data(finding))}\n" for finding in report.findings)


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (Jsonl(),)
