"""Count findings on clean published copy, by rule: what a newsroom would have to listen to.

    python benchmarks/noise.py FOLDER [--list RULE [--sample N]] [--jobs N]

FOLDER holds plain-text articles (searched recursively). An article's date is the first YYYY-MM-DD in its file
name, so that checks that need one can work. Prints findings per 1,000 words by severity, then by rule; with
--list, the findings of one rule with the line they stand in, for reading them one by one (--sample picks N,
always the same).
"""

from __future__ import annotations

import argparse
import collections
import datetime
import random
import re
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from newslint.model import Finding, Severity
from newslint.proofs import Copy, Drafts, Order
from newslint.run import Run

DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")


def check_day(day: str | None, paths: list[str]) -> tuple[int, list[tuple[Finding, str]], list[str]]:
    """Of the articles of a day: words read, each finding with its source line, what could not be done."""
    report = Run(Order(date=datetime.date.fromisoformat(day) if day else None, isolated=True)).check(
        Drafts([Copy(path) for path in paths])
    )
    lines = {path: source.split("\n") for path, source in report.sources.items()}
    found = [(f, lines[f.path][f.start.line - 1] if f.start else "") for f in report.findings]
    return report.words, found, [str(trouble) for trouble in report.troubles]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", metavar="RULE", help="print the findings of this rule")
    parser.add_argument("--sample", type=int, default=0, metavar="N")
    parser.add_argument("--jobs", type=int, default=1, metavar="N")
    args = parser.parse_args()
    days: dict[str | None, list[str]] = collections.defaultdict(list)
    for path in sorted(args.folder.rglob("*.txt")):
        day = DAY.search(path.name)
        days[day[1] if day else None].append(str(path))
    results: Iterable[tuple[int, list[tuple[Finding, str]], list[str]]]
    if args.jobs > 1:
        with ProcessPoolExecutor(args.jobs) as pool:
            results = list(pool.map(check_day, days, days.values(), chunksize=8))
    else:
        results = map(check_day, days, days.values())
    words, found, troubles = 0, [], []
    for n, some, wrong in results:
        words += n
        found += some
        troubles += wrong
    if args.list:
        chosen = [(f, line) for f, line in found if f.rule == args.list]
        if args.sample:
            chosen = random.Random(1).sample(chosen, min(args.sample, len(chosen)))
        for f, line in chosen:
            column = f.start.column - 1 if f.start else 0
            print(f"{Path(f.path).name}:{f.start.line if f.start else 0}: {f.message}")
            print(f"    …{line[max(0, column - 160) : column + 220]}…")
    articles = sum(map(len, days.values()))
    print(f"{articles} articles, {words:,} words")
    for severity in sorted(Severity, reverse=True):
        by_rule = collections.Counter(f.rule for f, _ in found if f.severity is severity)
        total = sum(by_rule.values())
        print(f"{severity!s:12} {total:6}  {1000 * total / max(1, words):.3f} per 1,000 words")
        for rule, n in by_rule.most_common():
            print(f"    {rule:36} {n:6}  {1000 * n / max(1, words):.3f}")
    for trouble in troubles[:20]:
        print("could not be done:", trouble)


if __name__ == "__main__":
    main()
