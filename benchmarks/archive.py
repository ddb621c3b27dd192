"""How much memory a run over an archive takes, and how soon it says its first word.

    python benchmarks/archive.py FOLDER [--drafts N …] [--jobs N]

FOLDER holds plain-text articles; where more drafts are asked for than it holds, they come again under
other names. For each number of drafts: the peak memory of the process in megabytes (its children's aside),
seconds to the first line of the report, and seconds in all. Nothing is taken from earlier runs.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = (
    "import resource, sys; from newslint.cli import run; code = run(sys.argv[1:]);"
    " print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr); sys.exit(code)"
)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--drafts", type=int, nargs="+", default=[100, 1000, 10_000])
    parser.add_argument("--jobs", type=int, default=1)
    args = parser.parse_args()
    sources = sorted(args.folder.rglob("*.txt"))
    for number in args.drafts:
        with tempfile.TemporaryDirectory() as folder:
            for each in range(number):
                source = sources[each % len(sources)]
                shutil.copyfile(source, Path(folder) / f"{each:06}-{source.name}")
            print(f"{number:,} drafts: {told(folder, args.jobs)}", flush=True)


def told(folder: str, jobs: int) -> str:
    command = [sys.executable, "-c", PROGRAM, "check", folder, "--no-cache", "--exit-zero", "-j", str(jobs)]
    start = time.perf_counter()
    with subprocess.Popen(
        [*command, "--format", "concise"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        assert run.stdout
        assert run.stderr
        first = run.stdout.readline()
        soon = time.perf_counter() - start
        lines = bool(first) + sum(1 for _ in run.stdout)
        said = run.stderr.read().split()
    if run.returncode:
        sys.exit(b" ".join(said).decode())
    peak = int(said[-1]) / (1024 if sys.platform != "darwin" else 1024 * 1024)
    whole = time.perf_counter() - start
    return f"{peak:.0f} MB, first line after {soon:.1f} s, {lines:,} lines after {whole:.0f} s"


if __name__ == "__main__":
    main()
