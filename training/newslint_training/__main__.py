"""``python -m newslint_training``: the one command that makes the pipeline."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import spacy

from newslint_training.assemble import assemble, describe
from newslint_training.corpus import Paragraph, read_paragraphs
from newslint_training.fast import use_openblas
from newslint_training.labels import write_labels
from newslint_training.score import known_words, plain_texts, score, words_a_second

HERE = Path(__file__).parent.parent
TREEBANKS = ["gum_train.jsonl.gz", "ewt_train.jsonl.gz"]
NAMED = [*TREEBANKS, "wikigold.jsonl.gz", "crossner.jsonl.gz"]
DEV = {"GUM dev": "gum_dev.jsonl.gz", "EWT dev": "ewt_dev.jsonl.gz"}
PARTS = {"syntax": "labelled attachment", "ner": "names, F"}  # what each part's seeds are compared by


def main() -> None:
    """Trains every part with every seed, keeps each part’s best on dev, and writes pipeline and metrics."""
    asked = _arguments()
    asked.out.mkdir(parents=True, exist_ok=True)
    if asked.labels:
        write_labels(asked.corpora, HERE / "labels", TREEBANKS, NAMED)
    dev = {name: list(read_paragraphs(asked.corpora / file)) for name, file in DEV.items()}
    chosen: dict[str, tuple[int, dict[str, float]]] = {}
    for part in PARTS:
        given = ["--paths.corpora", str(asked.corpora.resolve())]
        given += ["--paths.vectors", str((asked.corpora / "vectors").resolve())]
        if part == "ner":  # it is given the tags of the tagger it will stand behind
            given += ["--paths.syntax", str(_folder("syntax", chosen["syntax"][0], asked.out).resolve())]
        with ThreadPoolExecutor(asked.processes) as pool:
            list(pool.map(partial(_train, part, given=given, out=asked.out), asked.seeds))
        chosen[part] = _best(part, asked.seeds, asked.out, dev)
    training = [p for file in NAMED for p in read_paragraphs(asked.corpora / file)]
    sentences = [sentence for paragraph in training for sentence in paragraph]
    folder = asked.out / "pipeline"
    syntax, ner = (_folder(part, chosen[part][0], asked.out) for part in PARTS)
    nlp = assemble(syntax, ner, sentences, folder)

    known = known_words(training)
    metrics: dict = {name: score(nlp, paragraphs, known) for name, paragraphs in dev.items()}
    metrics["seeds"] = {
        part: {"chosen": seed, PARTS[part]: scores} for part, (seed, scores) in chosen.items()
    }
    metrics["sample"] = score(nlp, list(read_paragraphs(HERE / "sample.jsonl")))
    describe(folder, metrics)
    use_openblas()
    texts = plain_texts(nlp, dev["GUM dev"])
    metrics["words a second"] = {
        f"batches of {size}": round(words_a_second(nlp, texts, size)) for size in (2, 8)
    }
    metrics["bytes"] = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
    (HERE / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(metrics, indent=1))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m newslint_training", description=__doc__)
    parser.add_argument("corpora", type=Path, help="folder of the .jsonl.gz files and vectors/")
    parser.add_argument("out", type=Path, help="where the runs and the pipeline go")
    parser.add_argument("--seeds", type=int, nargs="+", default=[1, 2, 3])
    parser.add_argument("--processes", type=int, default=2, help="runs at a time, one core each")
    parser.add_argument("--labels", action="store_true", help="find the components' labels anew first")
    return parser.parse_args()


def _folder(part: str, seed: int, out: Path) -> Path:
    return out / f"{part}-{seed}" / "model-best"


def _train(part: str, seed: int, *, given: list[str], out: Path) -> None:
    """One run of ``spacy train``, unless its result is there; what it prints goes to a log beside it."""
    if (_folder(part, seed, out) / "config.cfg").exists():
        return
    command = [
        sys.executable, "-m", "spacy", "train", f"configs/{part}.cfg",
        "--code", "newslint_training/registered.py", "--system.seed", str(seed),
        "--output", str((out / f"{part}-{seed}").resolve()),
        *given,
    ]  # fmt: skip
    alone = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(HERE)}
    with open(out / f"{part}-{seed}.log", "w", encoding="utf-8") as log:
        subprocess.run(command, cwd=HERE, env={**os.environ, **alone}, stdout=log, stderr=log, check=True)


def _best(
    part: str, seeds: list[int], out: Path, dev: dict[str, list[Paragraph]]
) -> tuple[int, dict[str, float]]:
    """The seed whose run does best on the mean of the dev parts, and what every seed's does."""
    means: dict[str, float] = {}
    for seed in seeds:
        nlp = spacy.load(_folder(part, seed, out))
        figures = [score(nlp, paragraphs)[PARTS[part]] for paragraphs in dev.values()]
        means[str(seed)] = round(sum(figures) / len(figures), 2)
    return max(seeds, key=lambda seed: means[str(seed)]), means


main()
