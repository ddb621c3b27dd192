"""Puts the trained parts together as one folder that plain ``spacy.load`` takes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import numpy
import spacy
from spacy.language import Language
from thinc.api import Config

from newslint_training.corpus import Sentence
from newslint_training.lemmas import MORPH, add_lemmatizer
from newslint_training.shrink import shrink

HERE = Path(__file__).parent.parent
ABOUT = json.loads((HERE / "about.json").read_text(encoding="utf-8"))


def assemble(syntax: Path, names: Path, sentences: list[Sentence], folder: Path) -> Language:
    """Joins two trained pipelines and a lemmatizer in ``folder``; gives the whole as read back from there."""
    nlp = spacy.load(syntax)
    nlp.batch_size = 8
    shrink(nlp, "tok2vec", (sentence["words"] for sentence in sentences))
    add_lemmatizer(nlp, sentences)
    source = spacy.load(names)
    nlp.vocab.vectors = source.vocab.vectors  # the syntax has none
    nlp.add_pipe("ner", source=source)
    for _, component in nlp.pipeline:
        if getattr(component, "model", None):  # the lemmatizer has the attribute, but none
            _round(component.model)
    nlp.vocab.vectors.data = _rounded(nlp.vocab.vectors.data)
    nlp.meta.update(ABOUT)
    nlp.meta["performance"] = {}
    nlp.to_disk(folder)
    _prune(nlp, folder)
    _forget_places(folder)
    _licence(folder)
    return spacy.load(folder)


def _forget_places(folder: Path) -> None:
    """Where the corpora were while it was trained means nothing to anybody else."""
    config = Config().from_disk(folder / "config.cfg", interpolate=False)
    config["paths"] = dict.fromkeys(config["paths"])
    config.to_disk(folder / "config.cfg")


def _licence(folder: Path) -> None:
    """The weights have a licence of their own, and name whom they learned from."""
    shutil.copy(HERE / "LICENSE", folder / "LICENSE")
    lines = [
        "newslint's English pipeline",
        "",
        "The files in this folder are published under the Creative Commons Attribution-ShareAlike 4.0",
        "International licence (see LICENSE); newslint's code has its own. They were trained on:",
        "",
    ]
    for source in ABOUT["sources"]:
        lines += [f"- {source['name']}", f"  {source['author']}, {source['license']}, {source['url']}"]
    lines += ["", "None of their text is here. Names, numbers and weights were made from it."]
    (folder / "NOTICE").write_text("\n".join(lines) + "\n", encoding="utf-8")


def describe(folder: Path, metrics: dict) -> None:
    """Writes the figures into the pipeline's own meta.json."""
    path = folder / "meta.json"
    meta = json.loads(path.read_text(encoding="utf-8"))
    meta["performance"] = metrics
    meta["spacy_version"] = ">=3.8.0,<3.9.0"  # spaCy writes the very release it was made with
    path.write_text(json.dumps(meta, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _round(model: spacy.ml.Model) -> None:
    """Weights to values of half precision, still stored as floats: archives of them are a third smaller."""
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name):
                node.set_param(name, _rounded(node.get_param(name)))


def _rounded(values: numpy.ndarray) -> numpy.ndarray:
    return values.astype(numpy.float16).astype(numpy.float32)


def _prune(nlp: Language, folder: Path) -> None:
    """Leaves in the string store what the components say, and no word of the training text."""
    fresh = spacy.blank("en").vocab.strings
    for name in nlp.pipe_names:
        for label in nlp.pipe_labels.get(name, ()):
            for part in (label, *label.split("-"), *label.split("|")):
                fresh.add(part)
    for morph in (*MORPH.values(), "Number=Plur"):
        fresh.add(morph)
        for feature in morph.split("|"):
            for part in (feature, *feature.split("=")):
                fresh.add(part)
    for word in ("_SP", "SPACE", "POS", "ROOT", "dep", "\n", "\n\n", " "):
        fresh.add(word)
    fresh.to_disk(folder / "vocab" / "strings.json")
