"""What reading quotations and sources costs: beside the pipeline, and on drafts nobody should send.

    python benchmarks/quotations.py FOLDER [--articles N] [--characters N]

FOLDER holds plain-text articles. The first line is processor time for quotations, attributions and sources
of N articles, and for the pipeline on the same, once each after a first pass. Then come drafts of one line,
sound ones and ones with absurd quotation marks, each at a half and at the whole of --characters: where the
time is linear the ratio is 2. Memory is what the reading takes beyond the draft, at its peak.
"""

from __future__ import annotations

import argparse
import gc
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from newslint.language.pipeline import Pipeline
from newslint.readers.plain import PlainReader
from newslint.story.story import Story

SOUND = (
    "“We sail at noon,” said Mira Holt, the harbour master, who called it “a farce.” The ministry said that "
    "the quay was lost and a senior official said so too. She added: “No.” "
)
LINES: dict[str, Callable[[int], str]] = {
    "one sound line": lambda n: (SOUND * (n // len(SOUND) + 1))[:n],
    "one mark never closed": lambda n: "“" + "We sail at noon and Holt said that it was lost. " * (n // 48),
    "quotations of a letter": lambda n: "“a” " * (n // 4),
    "opening marks alone": lambda n: "“ " * (n // 2),
    "closing marks alone": lambda n: "a” " * (n // 3),
    "every mark at once": lambda n: "“‘\"«a '" * (n // 7),
    "reversed marks": lambda n: "”we sail“ he said " * (n // 18),
    "cues without end": lambda n: "who said " * (n // 9),
    "a sentence without end": lambda n: (
        "the quay and the boats said that Holt of the board told them " * (n // 61)
    ),
    "unclosed paragraphs": lambda n: "“We sail.\n\n" * (n // 11),
}


def story_of(text: str) -> Story:
    return Story(PlainReader().read("draft.txt", text.encode()), Pipeline("blank"))


def read(story: Story) -> None:
    _ = story.quotations, story.sources


def seconds(text: str) -> float:
    story = story_of(text)
    _ = story.concordance, story.sentences, story.names  # what other rules read as well
    gc.collect()
    start = time.process_time()
    read(story)
    return time.process_time() - start


def megabytes(text: str) -> float:
    story = story_of(text)
    _ = story.concordance, story.sentences, story.names
    tracemalloc.start()
    read(story)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak / 1e6


def beside_pipeline(paths: list[Path]) -> None:
    drafts = [PlainReader().read(path.name, path.read_bytes()) for path in paths]
    pipeline = Pipeline()
    spent = {"reading": 0.0, "pipeline": 0.0}
    for again in (False, True):
        for draft in drafts:
            story = Story(draft, pipeline)
            _ = story.concordance, story.sentences, story.names
            start = time.process_time()
            read(story)
            middle = time.process_time()
            pipeline.read_all([(block.span.cut(draft.text), block.span.start) for block in draft.blocks])
            if again:
                spent["reading"] += middle - start
                spent["pipeline"] += time.process_time() - middle
    share = spent["reading"] / spent["pipeline"]
    told = ", ".join(f"{what} {cost:.2f} s" for what, cost in spent.items())
    print(f"{len(drafts)} articles: {told}, {share:.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=80)
    parser.add_argument("--characters", type=int, default=400_000)
    args = parser.parse_args()
    beside_pipeline(sorted(args.folder.rglob("*.txt"))[: args.articles])
    for name, make in LINES.items():
        half, whole = seconds(make(args.characters // 2)), seconds(make(args.characters))
        memory = megabytes(make(args.characters // 4)) * 4
        print(f"{name:24s} {whole:6.2f} s  ratio {whole / max(half, 1e-6):4.1f}  about {memory:5.0f} MB")


if __name__ == "__main__":
    main()
