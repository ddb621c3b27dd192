"""``python -m newslint_training.vectors``: what a pretrained encoder knows of single words, as spaCy vectors.

Every whole word in the encoder's vocabulary is read alone: its row in the table of words, what the middle
layer makes of it, and the last. Of those hundreds of figures a few are kept: the axes on which the words of
the training text tell best, by ridge regression, how often they stand in what kind of name and under which
tag (reduced-rank regression). Words never met get their place on the same axes.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import numpy
import spacy
import torch
from spacy.language import Language
from spacy.vectors import Vectors
from transformers import AutoModel, AutoTokenizer

from newslint_training.corpus import Sentence, read_paragraphs

TRAINING = ("gum_train", "ewt_train", "wikigold", "crossner")
KINDS = ("", "PERSON", "ORG", "LOC")
WEIGHT = 3  # of the kinds of names against the tags
RIDGE = 1000.0
COMMON = 200  # times; words met so often would tell of little but themselves
LONGEST_ACRONYM = 6  # letters


def main() -> None:
    """Writes a blank pipeline with the vectors in CORPORA/vectors, as ``[initialize] vectors`` takes it."""
    parser = argparse.ArgumentParser(prog="python -m newslint_training.vectors", description=__doc__)
    parser.add_argument("encoder", type=Path, help="folder of a BERT-like model for lower-case words")
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--width", type=int, default=24)
    asked = parser.parse_args()
    words, read = encoded(asked.encoder)
    sentences = [
        sentence
        for name in TRAINING
        for paragraph in read_paragraphs(asked.corpora / f"{name}.jsonl.gz")
        for sentence in paragraph
    ]
    vectors = projected(read, *uses(sentences, words), asked.width)
    pipeline(words, vectors).to_disk(asked.corpora / "vectors")


def encoded(folder: Path) -> tuple[list[str], numpy.ndarray]:
    """The whole words of an encoder's vocabulary, in small letters, and a row of figures for each."""
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder)
    entries = sorted(tokenizer.vocab.items(), key=lambda entry: entry[1])
    words = [word for word, _ in entries if len(word) > 1 and word.isalpha() and word.isascii()]
    ids = torch.tensor(tokenizer.convert_tokens_to_ids(words))
    middle, last = [], []
    with torch.inference_mode():
        for batch in ids.split(512):
            first, end = (torch.full_like(batch, i) for i in (tokenizer.cls_token_id, tokenizer.sep_token_id))
            layers = model(torch.stack([first, batch, end], dim=1), output_hidden_states=True).hidden_states
            middle.append(layers[len(layers) // 2][:, 1])
            last.append(layers[-1][:, 1])
        sides = [model.get_input_embeddings().weight[ids], torch.cat(middle), torch.cat(last)]
    sides = [side - side.mean(dim=0) for side in sides]
    return words, torch.cat([side / side.std() for side in sides], dim=1).numpy()


def uses(sentences: list[Sentence], words: list[str]) -> tuple[list[int], numpy.ndarray, numpy.ndarray]:
    """Which of the words the sentences have, how each is used, as shares, and how often it is met."""
    tags = sorted({tag for sentence in sentences for tag in sentence.get("tags", ())})
    place = {word: i for i, word in enumerate(words)}
    kinds: dict[int, numpy.ndarray] = defaultdict(lambda: numpy.zeros(len(KINDS)))
    tagged: dict[int, numpy.ndarray] = defaultdict(lambda: numpy.zeros(len(tags)))
    for sentence in sentences:
        if "ents" not in sentence:
            continue
        named = [""] * len(sentence["words"])
        for start, end, label in sentence["ents"]:
            named[start:end] = [label] * (end - start)
        for i, word in enumerate(sentence["words"]):
            if (at := place.get(word.lower())) is not None:
                kinds[at][KINDS.index(named[i])] += 1
                if "tags" in sentence:
                    tagged[at][tags.index(sentence["tags"][i])] += 1
    met = [at for at, counts in kinds.items() if counts.sum() < COMMON]
    counts = numpy.array([kinds[at].sum() for at in met])
    shares = [
        numpy.concatenate([WEIGHT * kinds[at] / kinds[at].sum(), tagged[at] / max(1, tagged[at].sum())])
        for at in met
    ]
    return met, numpy.array(shares), counts


def projected(
    read: numpy.ndarray, met: list[int], shares: numpy.ndarray, counts: numpy.ndarray, width: int
) -> numpy.ndarray:
    """Every word on the ``width`` axes that tell most of the uses of those met, where each varies by one."""
    weights = numpy.sqrt(counts)[:, None]
    given, told = read[met] * weights, (shares - shares.mean(axis=0)) * weights
    slopes = numpy.linalg.solve(given.T @ given + RIDGE * numpy.eye(read.shape[1]), given.T @ told)
    _, _, axes = numpy.linalg.svd(read[met] @ slopes, full_matrices=False)
    found = read @ (slopes @ axes[:width].T)
    return (found / found[met].std(axis=0)).astype("float32")


def pipeline(words: list[str], vectors: numpy.ndarray) -> Language:
    """Blank English whose vectors are found by a word small, capitalised or, if short, in capitals."""
    nlp = spacy.blank("en")
    nlp.vocab.vectors = Vectors(strings=nlp.vocab.strings, data=vectors, name="newslint")
    for row, word in enumerate(words):
        capitals = [word.upper()] if len(word) <= LONGEST_ACRONYM else []
        for form in (word, word.capitalize(), *capitals):
            nlp.vocab.vectors.add(form, row=row)
    return nlp


if __name__ == "__main__":
    main()
