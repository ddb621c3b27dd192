"""``python -m newslint_training.vectors``: what a pretrained encoder knows of single words, as spaCy vectors.

Every whole word in the encoder's vocabulary is read alone, by the encoder's table of words and by all of its
layers; both are laid side by side and cut to their principal components. Words that the training text has
often are left out: the hash embeddings learn those.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import numpy
import spacy
import torch
from spacy.language import Language
from spacy.vectors import Vectors
from transformers import AutoModel, AutoTokenizer

from newslint_training.corpus import read_paragraphs

OFTEN = 30  # times; a word met so often needs no vector
LONGEST_ACRONYM = 6  # letters


def main() -> None:
    """Writes a blank pipeline with the vectors, as ``[initialize] vectors`` takes it."""
    parser = argparse.ArgumentParser(prog="python -m newslint_training.vectors", description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder of a BERT-like model for lower-case words")
    parser.add_argument("corpora", type=Path, help="its *_train.jsonl.gz say which words are common")
    parser.add_argument("folder", type=Path, help="where the pipeline goes")
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--width", type=int, default=64)
    asked = parser.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(asked.encoder)
    common = {word for word, count in _counts(asked.corpora).items() if count >= OFTEN}
    ranked = sorted(tokenizer.vocab.items(), key=lambda entry: entry[1])  # by frequency, as vocabularies are
    words = [w for w, _ in ranked if len(w) > 1 and w.isalpha() and w.isascii()]
    vectors = encoded(words, tokenizer, AutoModel.from_pretrained(asked.encoder), asked.width)
    kept = [i for i, word in enumerate(words) if word not in common]
    rows, table = shared(vectors[kept], asked.rows)
    pipeline([words[i] for i in kept], rows, table).to_disk(asked.folder)


def encoded(words: list[str], tokenizer, model, width: int) -> numpy.ndarray:
    """One row of ``width`` a word, of unit variance on the whole."""
    ids = torch.tensor(tokenizer.convert_tokens_to_ids(words))
    ends = torch.tensor([tokenizer.cls_token_id, tokenizer.sep_token_id])
    read = []
    with torch.inference_mode():
        for batch in ids.split(512):
            around = ends.expand(len(batch), 2)
            asked = torch.stack([around[:, 0], batch, around[:, 1]], dim=1)
            read.append(model(asked).last_hidden_state[:, 1])
        halves = [model.get_input_embeddings().weight[ids], torch.cat(read)]
    sides = [half - half.mean(dim=0) for half in halves]
    joined = torch.cat([side / side.std() for side in sides], dim=1)
    _, _, axes = torch.linalg.svd(joined, full_matrices=False)
    projected = joined @ axes[:width].T
    return (projected / projected.std()).numpy().astype("float32")


def shared(vectors: numpy.ndarray, rows: int, rounds: int = 12) -> tuple[numpy.ndarray, numpy.ndarray]:
    """For each vector the row of a smaller table that stands for it, and the table, by k-means."""
    rng = numpy.random.default_rng(0)
    table = vectors[rng.choice(len(vectors), rows, replace=False)]
    for _ in range(rounds):
        nearest = (vectors @ table.T - (table**2).sum(axis=1) / 2).argmax(axis=1)
        sums = numpy.zeros_like(table)
        numpy.add.at(sums, nearest, vectors)
        counts = numpy.bincount(nearest, minlength=rows)
        used = counts > 0
        table[used] = sums[used] / counts[used, None]
    return nearest, table


def pipeline(words: list[str], rows: numpy.ndarray, table: numpy.ndarray) -> Language:
    """Blank English whose vectors are found by a word small, capitalised or, if short, in capitals."""
    nlp = spacy.blank("en")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=table, name="newslint")
    for word, row in zip(words, rows, strict=True):
        capitals = [word.upper()] if len(word) <= LONGEST_ACRONYM else []
        for form in (word, word.capitalize(), *capitals):
            nlp.vocab.vectors.add(form, row=row)
    return nlp


def _counts(corpora: Path) -> Counter[str]:
    paths: Iterable[Path] = sorted(corpora.glob("*_train.jsonl.gz"))
    return Counter(
        word.lower()
        for path in paths
        for paragraph in read_paragraphs(path)
        for sentence in paragraph
        for word in sentence["words"]
    )


if __name__ == "__main__":
    main()
