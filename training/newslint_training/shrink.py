"""Fits tables of hash embeddings into fewer rows, so that every word keeps nearly the vector it had.

Prefixes and shapes are few; training has room to spare for them, what is shipped need not carry it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import numpy
from spacy.language import Language
from spacy.tokens import Doc

ROWS = {"PREFIX": 350, "SHAPE": 1100}
RIDGE = 0.01  # holds rows that few words use near nothing


def shrink(nlp: Language, name: str, paragraphs: Iterable[list[str]]) -> None:
    """Refits the tables of a component's embedding to the words of the paragraphs, common ones first."""
    config = nlp._pipe_configs[name]["model"]
    settings = config["tok2vec"]["embed"] if "tok2vec" in config else config["embed"]
    counts = _counts(nlp, settings["attrs"], paragraphs)
    tables = [node for node in nlp.get_pipe(name).model.walk() if node.name == "hashembed"]
    for place, (attr, table) in enumerate(zip(settings["attrs"], tables, strict=True)):
        rows = ROWS.get(attr, table.get_dim("nV"))
        if rows < table.get_dim("nV"):
            fitted = _fitted(table, counts[attr], rows)
            table._dims["nV"] = rows  # thinc changes no dimension of a table that has its values
            table.set_param("E", fitted)
            settings["rows"][place] = rows


def _counts(nlp: Language, attrs: list[str], paragraphs: Iterable[list[str]]) -> dict[str, Counter[int]]:
    wanted = [attr for attr in attrs if attr in ROWS]
    counts: dict[str, Counter[int]] = {attr: Counter() for attr in wanted}
    for words in paragraphs:
        values = Doc(nlp.vocab, words=words).to_array(wanted).reshape(len(words), len(wanted))
        for attr, column in zip(wanted, values.T, strict=True):
            counts[attr].update(column.tolist())
    return counts


def _fitted(table: Any, counts: Counter[int], rows: int) -> numpy.ndarray:
    """The rows whose sums come nearest, in least squares, to the vectors the values have now."""
    values = numpy.array(list(counts), dtype="uint64")
    keys = table.ops.hash(values, table.attrs["seed"])
    vectors = table.get_param("E")[keys % table.get_dim("nV")].sum(axis=1)
    uses = numpy.zeros((len(values), rows), dtype="float64")
    for column in (keys % rows).T:
        uses[numpy.arange(len(values)), column] += 1
    weights = numpy.sqrt(numpy.array(list(counts.values()), dtype="float64"))[:, None]
    left = (uses * weights).T @ (uses * weights) + RIDGE * numpy.eye(rows)
    right = (uses * weights).T @ (vectors * weights)
    return numpy.linalg.solve(left, right).astype("float32")
