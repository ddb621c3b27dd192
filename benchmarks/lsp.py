"""How long an editor waits: from an edit of one word to the diagnostics of the new text.

    python benchmarks/lsp.py FOLDER [--drafts N] [--edits N] [--words LEAST MOST] [--no-trees]

FOLDER holds plain-text articles; drafts of 750 to 850 words are taken. A real server is started, each draft
is opened, and in each, words here and there are typed over, one after another. Printed are the median and
the 95th percentile of what the client waits, the pause in which edits settle included; and the processor
time that the server spends on an edit, which other work on the machine does not lengthen much. Besides
newslint's own rules there are two for which the bundled pipeline reads every paragraph, trees and names;
``--no-trees`` leaves them out.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

WORD = re.compile(r"\w+")
TYPED = ("council", "bridge", "advisor", "Tuesday", "critics", "reported", "vote", "12", "slammed", "money")


PATTERNS = {
    "passive": "[{role: passive subject, of: verb}, {pos: [verb], name: verb}]",
    "person": "[{entity: PERSON, role: subject, of: verb}, {pos: [verb], name: verb}]",
}
RULE = """\
rule: benchmark/{name}
title: A pattern
severity: suggestion
why: |
  So that the pipeline reads.
see: https://example.org
pattern: {items}
message: “{{verb}}”?
examples:
  flags: |
    The [[bill was signed]] when [[Ann Rowe left]].
    The [[mayor was told]] when [[Ann Rowe came]].
  passes: |
    Nothing.
    The rain stopped.
"""


def set_up(folder: Path, trees: bool) -> Path:
    """A config, with or without rules that need the pipeline."""
    for name, items in PATTERNS.items() if trees else ():
        path = folder / "rules" / "benchmark" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(RULE.format(name=name, items=items), encoding="utf-8")
    config = folder / "newslint.toml"
    config.write_text('packs = ["rules"]\n' if trees else "", encoding="utf-8")
    return config


class Editor(LanguageClient):
    """A client that waits for the diagnostics of a version."""

    def __init__(self) -> None:
        super().__init__("benchmark", "1")
        self.version = 0
        self.came = asyncio.Event()

        @self.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def published(params: types.PublishDiagnosticsParams) -> None:
            if params.uri.endswith(".yml") and params.diagnostics:
                sys.exit(f"{params.uri}: {params.diagnostics[0].message}")
            if params.version == self.version:
                self.came.set()

        @self.feature(types.WINDOW_LOG_MESSAGE)
        def logged(params: types.LogMessageParams) -> None:
            print(params.message, file=sys.stderr)

    async def told(self, version: int) -> None:
        self.version = version
        self.came.clear()
        await asyncio.wait_for(self.came.wait(), 120)

    @property
    def spent(self) -> float:
        """Processor seconds of the server so far."""
        fields = Path(f"/proc/{self._server.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def measure(drafts: list[str], edits: int, config: Path) -> tuple[list[float], float]:
    """Wall seconds of every edit, and processor seconds of the server for one on average."""
    editor = Editor()
    await editor.start_io(sys.executable, "-m", "newslint", "lsp", "--config", str(config))
    await editor.initialize_async(types.InitializeParams(capabilities=types.ClientCapabilities()))
    editor.initialized(types.InitializedParams())
    chance = random.Random(1)
    waits: list[float] = []
    spent = 0.0
    for number, text in enumerate(drafts):
        uri = f"untitled:draft-{number}.txt"
        document = types.TextDocumentItem(uri, "plaintext", 0, text)
        editor.text_document_did_open(types.DidOpenTextDocumentParams(document))
        await editor.told(0)
        before = editor.spent
        for version in range(1, edits + 1):
            word = chance.choice(list(WORD.finditer(text)))
            typed = chance.choice(TYPED)
            line = text.count("\n", 0, word.start())
            start = word.start() - (text.rfind("\n", 0, word.start()) + 1)
            units = len(text[word.start() - start : word.start()].encode("utf-16-le")) // 2
            length = len(word[0].encode("utf-16-le")) // 2
            reach = types.Range(types.Position(line, units), types.Position(line, units + length))
            change = types.TextDocumentContentChangePartial(reach, typed)
            text = f"{text[: word.start()]}{typed}{text[word.end() :]}"
            begun = time.perf_counter()
            editor.text_document_did_change(
                types.DidChangeTextDocumentParams(
                    types.VersionedTextDocumentIdentifier(version, uri), [change]
                )
            )
            await editor.told(version)
            waits.append(time.perf_counter() - begun)
        spent += editor.spent - before
        editor.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
    await editor.shutdown_async(None)
    editor.exit(None)
    return waits, spent / len(waits)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--drafts", type=int, default=10)
    parser.add_argument("--edits", type=int, default=20)
    parser.add_argument("--words", type=int, nargs=2, default=(750, 850))
    parser.add_argument("--no-trees", action="store_true")
    args = parser.parse_args()
    texts = (path.read_text(encoding="utf-8") for path in sorted(args.folder.rglob("*.txt")))
    drafts = [text for text in texts if args.words[0] <= len(text.split()) <= args.words[1]][: args.drafts]
    if not drafts:
        parser.error(f"no article of {args.words[0]} to {args.words[1]} words in {args.folder}")
    with tempfile.TemporaryDirectory() as folder:
        config = set_up(Path(folder), not args.no_trees)
        waits, spent = asyncio.run(measure(drafts, args.edits, config))
    median, late = statistics.median(waits), statistics.quantiles(waits, n=20)[-1]
    print(
        f"{len(waits)} edits of one word in {len(drafts)} drafts:"
        f" p50 {1000 * median:.0f} ms, p95 {1000 * late:.0f} ms, {1000 * spent:.1f} CPU ms an edit"
    )


if __name__ == "__main__":
    main()
