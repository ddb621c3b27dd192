"""newslint beside other linters of prose, on the same drafts in one run.

    python benchmarks/peers.py FOLDER [--drafts N] [--runs N] [--peers FOLDER] [--write]

FOLDER holds plain-text articles, at least as many as ``--drafts``. The peers (proselint from the package
index; write-good, textlint and alex from npm) are installed into ``--peers``, made where it is not there; one
that cannot be installed is left out and named. Every figure is processor time of a whole process and its
children, in seconds, the least of ``--runs``, so that a busy machine changes it little; memory is the peak of
one process. ``--write`` puts the table in docs/performance.md.

What the tools look for is not the same: proselint, write-good and alex look for words; textlint is given its
rules of the same two; newslint reads who said what, names, dates and figures, which the others do not.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

FEW = 50
NPM = ("write-good", "alex", "textlint", "textlint-rule-write-good", "textlint-rule-alex")
PAGE = Path(__file__).parent.parent / "docs" / "performance.md"
BEGIN, END = "<!-- peers: begin -->", "<!-- peers: end -->"


class Tool(NamedTuple):
    """A linter, and the command that runs it over files."""

    name: str
    command: tuple[str, ...]


class Spent(NamedTuple):
    """Processor time in seconds, and the peak memory in megabytes."""

    seconds: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--drafts", type=int, default=500)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers", type=Path, default=Path(tempfile.gettempdir()) / "newslint-peers")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    sources = sorted(args.folder.rglob("*.txt"))[: args.drafts]
    if len(sources) < max(args.drafts, FEW):
        sys.exit(f"{args.folder} holds {len(sources)} articles; {max(args.drafts, FEW)} are needed")
    tools = [*ours(), *installed(args.peers)]
    with tempfile.TemporaryDirectory() as work:
        os.environ["NEWSLINT_CACHE_DIR"] = str(Path(work) / "kept")
        drafts = Path(work) / "drafts"
        drafts.mkdir()
        names = [shutil.copy(path, drafts / f"{number:03}.txt") for number, path in enumerate(sources)]
        words = sum(len(Path(name).read_text(encoding="utf-8").split()) for name in names)
        rows = table(tools, list(map(str, names)), args.runs)
    text = rendered(tools, rows, words, args)
    print(text)
    if args.write:
        page = PAGE.read_text(encoding="utf-8")
        before, after = page.partition(BEGIN)[0], page.partition(END)[2]
        PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def ours() -> list[Tool]:
    check = (sys.executable, "-m", "newslint", "check", "--exit-zero", "--format", "concise")
    words = ("--select", "style,placeholders,care,process", "--pipeline", "blank")
    return [Tool("newslint", check), Tool("newslint, rules of words", (*check, *words))]


def installed(folder: Path) -> list[Tool]:
    """The peers that can be had, each at its newest version."""
    tools = []
    python = folder / "proselint" / "bin" / "python"
    if python.exists() or (
        works(sys.executable, "-m", "venv", str(python.parent.parent))
        and works(str(python), "-m", "pip", "install", "-q", "proselint")
    ):
        tools.append(Tool("proselint", (str(python.parent / "proselint"), "check")))
    node = folder / "node"
    if not node.exists():
        node.mkdir(parents=True)
        works("npm", "install", "--silent", "--prefix", str(node), *NPM)
    config = node / "textlintrc.json"
    config.write_text('{"rules": {"write-good": true, "alex": true}}')
    for name, command in {
        "write-good": ("write-good",),
        "alex": ("alex", "--quiet"),
        "textlint": ("textlint", "--config", str(config)),
    }.items():
        program = node / "node_modules" / ".bin" / command[0]
        if program.exists():
            tools.append(Tool(name, (str(program), *command[1:])))
    for missing in {"proselint", "write-good", "alex", "textlint"} - {tool.name for tool in tools}:
        print(f"{missing} cannot be installed here and is left out", file=sys.stderr)
    return tools


def works(*command: str) -> bool:
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except OSError:
        return False


def table(tools: Sequence[Tool], names: list[str], runs: int) -> list[tuple[str, dict[str, Spent]]]:
    """What every tool spends on one draft, on 50, on all, on all again, and on all after one edit."""

    def forget() -> None:
        shutil.rmtree(os.environ["NEWSLINT_CACHE_DIR"], ignore_errors=True)

    def edit() -> None:
        path = Path(names[7])
        path.write_text(path.read_text(encoding="utf-8").replace(" the ", " that ", 1), encoding="utf-8")

    rows = []
    for what, files, before in (
        ("one draft", names[:1], forget),
        (f"{FEW} drafts", names[:FEW], forget),
        (f"{len(names)} drafts", names, forget),
        (f"{len(names)} drafts again", names, None),
        (f"{len(names)} drafts, one word edited", names, edit),
    ):
        rows.append((what, {tool.name: least(tool, files, before, runs) for tool in tools}))
    return rows


def least(tool: Tool, files: list[str], before: Callable[[], None] | None, runs: int) -> Spent:
    """The least that a tool spends in a few runs; ``before`` comes before each."""
    best = Spent(float("inf"), 0)
    for number in range(runs):
        if before:
            before()
        elif number == 0:
            run(tool, files)  # what is to be kept is kept
        best = min(best, run(tool, files))
    return best


def run(tool: Tool, files: list[str]) -> Spent:
    """Processor time of one run, its children included; findings are no failure."""
    pid = os.posix_spawn(
        tool.command[0],
        [*tool.command, *files],
        os.environ,
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
        ],
    )
    _, status, used = os.wait4(pid, 0)
    if not os.WIFEXITED(status) or os.WEXITSTATUS(status) == 127:  # codes count findings, each its own way
        print(f"{tool.name} broke off", file=sys.stderr)
    return Spent(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def rendered(
    tools: Sequence[Tool], rows: list[tuple[str, dict[str, Spent]]], words: int, asked: argparse.Namespace
) -> str:
    """The table in Markdown: seconds, and in brackets how many times what newslint spends."""
    lines = [
        f"{platform.python_implementation()} {platform.python_version()}, {platform.machine()};"
        f" {asked.drafts} articles, {words:,} words;"
        f" {'one run each' if asked.runs == 1 else f'the least of {asked.runs} runs'}."
        " Processor seconds; in brackets, times newslint's.",
        "",
        "| | " + " | ".join(tool.name for tool in tools) + " |",
        "|---|" + "---:|" * len(tools),
    ]
    for what, spent in rows:
        base = spent["newslint"].seconds
        cells = [f"{spent[tool.name].seconds:.2f} ({spent[tool.name].seconds / base:.2g})" for tool in tools]
        lines.append(f"| {what} | " + " | ".join(cells) + " |")
    memory = rows[2][1]
    lines.append(
        f"| memory, {asked.drafts} drafts | "
        + " | ".join(f"{memory[t.name].memory:.0f} MB" for t in tools)
        + " |"
    )
    rates = [f"{words / rows[2][1][tool.name].seconds:,.0f}" for tool in tools]
    lines.append("| words a second | " + " | ".join(rates) + " |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
