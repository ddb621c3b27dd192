"""Findings as JUnit XML, which every CI shows as tests.

Source: the schema of Jenkins' xUnit plugin (junit-10.xsd): ``testsuites/testsuite/testcase``, with a
``failure`` or ``error`` in a test case that did not pass. A draft is a suite. Only what may fail a run is
a failure: warnings and suggestions pass, and are told in ``system-out``.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath

from newslint.hooks import hookimpl
from newslint.model import Finding, Part, Severity, Totals, Trouble
from newslint.reporters.base import Page, Reporter, Serial, Writer
from newslint.reporters.xmltext import element, escaped


class JUnit(Serial):
    """A suite for each draft read, with a case for each finding, or one that passed; and a suite of what
    could not be done."""

    name = "junit"

    def open(self, page: Page) -> Writer:
        return _Suites()


class _Suites(Writer):
    def begin(self) -> str:
        return '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="newslint">\n'

    def part(self, part: Part) -> str:
        return suite_of(part.path, part.findings)

    def end(self, totals: Totals) -> str:
        cases = [of_trouble(trouble) for trouble in totals.troubles]
        undone = suite("newslint", cases, errors=len(cases)) if cases else ""
        return f"{undone}</testsuites>\n"


def suite_of(path: str, findings: Sequence[Finding]) -> str:
    name = PurePath(path).as_posix()
    if not findings:
        return suite(name, [element("testcase", classname=name, name="nothing found")])
    failures = sum(finding.severity is Severity.error for finding in findings)
    return suite(name, [of_finding(finding, name) for finding in findings], failures=failures)


def suite(name: str, cases: Sequence[str], failures: int = 0, errors: int = 0) -> str:
    inside = "".join(f"\n  {case}" for case in cases) + "\n "
    counts = {"tests": len(cases), "failures": failures, "errors": errors}
    return f" {element('testsuite', inside, name=name, **counts)}\n"


def of_finding(finding: Finding, name: str) -> str:
    where = f"{name}:{finding.start.line}:{finding.start.column}" if finding.start else name
    told = escaped(f"{where}: {finding.severity}: {finding.message}")
    failed = finding.severity is Severity.error
    inside = (
        element("failure", told, type=finding.rule, message=finding.message)
        if failed
        else element("system-out", told)
    )
    line = f" (line {finding.start.line})" if finding.start else ""
    return element("testcase", inside, classname=name, name=f"{finding.rule}{line}")


def of_trouble(trouble: Trouble) -> str:
    told = "\n".join(part for part in (str(trouble), trouble.remedy) if part)
    failure = element("error", escaped(told), type="newslint", message=trouble.message)
    return element("testcase", failure, classname="newslint", name=trouble.path or "newslint")


@hookimpl
def newslint_reporters() -> tuple[Reporter, ...]:
    return (JUnit(),)
