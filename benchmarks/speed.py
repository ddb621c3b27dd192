"""How long newslint takes: cold, one small draft in a new process; warm, processor time per article.

    python benchmarks/speed.py FOLDER [--articles N] [--select RULE_OR_FAMILY …]

FOLDER holds plain-text articles. Cold is the median of nine runs of ``newslint check`` on one of them, as a
whole process: as if it had never been read, and again with what came of it kept. Warm is processor time
inside one process after a first pass over the same articles, scaled to 800 words.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

from newslint.proofs import Copy, Drafts, Order
from newslint.run import Run


def cold(path: Path, select: list[str], *more: str) -> list[float]:
    """Seconds of nine runs, after one that is not counted."""
    command = [sys.executable, "-m", "newslint", "check", str(path), "--exit-zero", "--format", "concise"]
    command += [*more]
    command += [part for name in select for part in ("--select", name)]
    seconds = []
    for _ in range(10):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=os.environ)
        seconds.append(time.perf_counter() - start)
    return seconds[1:]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--select", nargs="*", default=[], metavar="RULE")
    args = parser.parse_args()
    paths = sorted(args.folder.rglob("*.txt"))[: args.articles]
    for what, more in (("cold, nothing kept", ["--no-cache"]), ("cold, unchanged", [])):
        seconds = cold(paths[0], args.select, *more)
        median = statistics.median(seconds)
        print(f"{what}: median {median:.3f} s of nine (min {min(seconds):.3f}, max {max(seconds):.3f})")
    gc.set_threshold(100_000)  # as the command line does
    run = Run(Order(select=tuple(args.select), isolated=True))
    run.check(Drafts([Copy(str(path)) for path in paths]))
    start = time.process_time()
    report = run.check(Drafts([Copy(str(path)) for path in paths]))
    spent = time.process_time() - start
    print(
        f"warm: {1000 * spent * 800 / report.words:.2f} CPU ms per 800 words"
        f" ({len(report.drafts)} articles, {report.words:,} words, {len(report.rules)} rules)"
    )


if __name__ == "__main__":
    main()
