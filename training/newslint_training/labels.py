"""Writes the label files: what each component can say.

Found in one augmented epoch; a streaming reader would show spaCy its first hundred examples only.
"""

from __future__ import annotations

from pathlib import Path

import spacy
import srsly

from newslint_training.corpus import news_text

LEAST = 15  # times a parser's action must be seen


def write_labels(corpora: Path, folder: Path, treebanks: list[str], named: list[str]) -> None:
    """One JSON file a component in ``folder``, in the form that ``spacy.read_labels.v1`` takes."""
    for need, files, factories in (
        ("parse", treebanks, ["tagger", "morphologizer", "parser"]),
        ("entities", named, ["ner"]),
    ):
        nlp = spacy.blank("en")
        for factory in factories:
            nlp.add_pipe(factory, config={"min_action_freq": LEAST} if factory == "parser" else {})
        examples = list(news_text(str(corpora), files, need, True, 0)(nlp))
        nlp.initialize(lambda found=examples: found)
        for factory in factories:
            srsly.write_json(folder / f"{factory}.json", nlp.get_pipe(factory).label_data)
