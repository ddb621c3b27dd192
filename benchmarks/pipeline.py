"""How quickly the pipeline opens and reads, and what memory it takes.

    python benchmarks/pipeline.py FOLDER [--articles N] [--pipeline NAME]

FOLDER holds plain-text articles. Opening is timed after ``import spacy``; reading is processor time, a draft
at a time as newslint reads it, each paragraph alone; memory is the process's peak.
"""

from __future__ import annotations

import argparse
import resource
import time
from pathlib import Path

import spacy

from newslint.language.abilities import Ability
from newslint.language.bundled import BUNDLED
from newslint.language.pipeline import Pipeline
from newslint.readers.plain import PlainReader


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--pipeline", default=BUNDLED)
    args = parser.parse_args()
    paths = sorted(args.folder.rglob("*.txt"))[: args.articles]
    drafts = [PlainReader().read(str(path), path.read_bytes()) for path in paths]
    texts = [[(block.span.cut(d.text), block.span.start) for block in d.blocks] for d in drafts]
    reads: list[tuple[str, frozenset[Ability] | None]] = [
        ("without names and trees", frozenset({"lemmas"})),
        ("without names", frozenset({"parse"})),
        ("everything", None),
    ]
    for what, needs in reads:
        pipeline = Pipeline(args.pipeline)
        begun = time.process_time()
        pipeline.read("It opens.", needs=needs)
        opened = time.process_time() - begun
        begun = time.process_time()
        tokens = sum(len(parse.tokens) for draft in texts for parse in pipeline.read_all(draft, needs))
        spent = time.process_time() - begun
        print(f"{what}: opens in {opened:.2f} s, reads {tokens / spent:,.0f} tokens a second")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(drafts)} articles; peak memory {peak:,.0f} MB; spaCy {spacy.__version__}, loaded before")


if __name__ == "__main__":
    main()
