"""Reads the corpora's JSON Lines as paragraphs, and turns paragraphs into spaCy examples."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc, Span
from spacy.training import Example

Sentence = dict[str, Any]
Paragraph = list[Sentence]

COLUMNS = ("words", "spaces", "pos", "tags", "lemmas", "heads", "deps")
UNPARAGRAPHED = (
    3  # sentences; corpora without a parse mark no paragraphs, and are cut to pieces of this length
)


def read_paragraphs(path: Path) -> Iterator[Paragraph]:
    """The sentences of a corpus, a paragraph at a time; keys without a value are left out."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
        paragraph: Paragraph = []
        for row in map(json.loads, lines):
            sentence = {key: value for key, value in row.items() if value is not None}
            full = "heads" not in sentence and len(paragraph) >= UNPARAGRAPHED
            if paragraph and (full or sentence.get("par", True) or sentence["doc"] != paragraph[-1]["doc"]):
                yield paragraph
                paragraph = []
            paragraph.append(sentence)
        if paragraph:
            yield paragraph


def is_parsed(paragraph: Paragraph) -> bool:
    """Whether people gave every sentence its tree."""
    return all("heads" in sentence for sentence in paragraph)


def is_named(paragraph: Paragraph) -> bool:
    """Whether people marked the names in every sentence."""
    return all("ents" in sentence for sentence in paragraph)


def to_example(nlp: spacy.language.Language, paragraph: Paragraph) -> Example:
    """One Doc a paragraph, with its gold words."""
    words: list[str] = []
    spaces: list[bool] = []
    columns: dict[str, list[Any]] = {"tags": [], "pos": [], "lemmas": [], "heads": [], "deps": []}
    starts: list[bool] = []
    entities: list[tuple[int, int, str]] = []
    parsed, named = is_parsed(paragraph), is_named(paragraph)
    for i, sentence in enumerate(paragraph):
        at, count = len(words), len(sentence["words"])
        words += sentence["words"]
        spaces += [*sentence["spaces"][:-1], i + 1 < len(paragraph) and not sentence.get("broken", False)]
        starts += [True] + [False] * (count - 1)
        if parsed:
            for column in ("tags", "pos", "lemmas", "deps"):
                columns[column] += sentence[column]
            columns["heads"] += [at + head for head in sentence["heads"]]
        if named:
            entities += [(at + start, at + end, label) for start, end, label in sentence["ents"]]
    gold = Doc(
        nlp.vocab, words=words, spaces=spaces, **({"sent_starts": starts, **columns} if parsed else {})
    )
    if named:
        gold.set_ents([Span(gold, *entity) for entity in entities], default="outside")
    return Example(Doc(nlp.vocab, words=words, spaces=spaces), gold)


@spacy.registry.readers("newslint.news_text.v1")
def news_text(
    folder: str, files: list[str], need: str, augment: bool, seed: int
) -> Callable[[spacy.language.Language], Iterable[Example]]:
    """Paragraphs of the corpora as examples.

    ``need`` is ``parse`` or ``entities``: paragraphs without are left out. With ``augment``, every
    epoch has them in a new order and as the augmenters make them.
    """
    from newslint_training.augment import Augmenter

    fits = {"parse": is_parsed, "entities": is_named}[need]
    paragraphs = [p for name in files for p in read_paragraphs(Path(folder) / name) if fits(p)]
    rng = random.Random(seed)
    augmenter = Augmenter(paragraphs, rng) if augment else None

    def examples(nlp: spacy.language.Language) -> Iterator[Example]:
        if augmenter is None:
            for paragraph in paragraphs:
                yield to_example(nlp, paragraph)
            return
        for paragraph in rng.sample(paragraphs, len(paragraphs)):
            for made in augmenter(paragraph):
                yield to_example(nlp, made)

    return examples
