"""``python -m newslint_training.convert``: CrossNER as the corpora's JSON Lines.

From the folder ``ner_data`` of its repository the training and development parts of the five domains are
taken; not its test parts, and not CoNLL-2003, which lies beside them and is not free.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from newslint_training.corpus import Sentence

DOMAINS = ("politics", "science", "literature", "music", "ai")
KINDS = {
    "PERSON": "person politician scientist researcher writer musicalartist",
    "ORG": "organisation politicalparty university band",
    "LOC": "location country",
}
LABELS = {fine: label for label, kinds in KINDS.items() for fine in kinds.split()}
AFTER = frozenset(",.;:!?)]%”’'") | {
    "'s",
    "’s",
    "n't",
    "'re",
    "'ve",
    "'ll",
    "'d",
    "'m",
}  # glued to what is before
BEFORE = frozenset("([“$£€#")  # glued to what is after
JOINS = frozenset("-/")


def main() -> None:
    """Writes crossner.jsonl.gz."""
    parser = argparse.ArgumentParser(prog="python -m newslint_training.convert", description=__doc__)
    parser.add_argument("ner_data", type=Path)
    parser.add_argument("corpora", type=Path, help="the folder to write crossner.jsonl.gz in")
    asked = parser.parse_args()
    with gzip.open(asked.corpora / "crossner.jsonl.gz", "wt", encoding="utf-8") as lines:
        for sentence in sentences(asked.ner_data):
            lines.write(json.dumps(sentence, ensure_ascii=False) + "\n")


def sentences(ner_data: Path) -> Iterator[Sentence]:
    """Each sentence once, a paragraph of its own."""
    seen: set[tuple[str, ...]] = set()
    for domain in DOMAINS:
        for part in ("train", "dev"):
            text = (ner_data / domain / f"{part}.txt").read_text(encoding="utf-8")
            for number, block in enumerate(text.strip().split("\n\n")):
                rows = [line.split("\t") for line in block.splitlines() if line.strip()]
                words = tuple(row[0] for row in rows)
                if words and words not in seen:
                    seen.add(words)
                    yield {
                        "doc": f"crossner-{domain}-{part}-{number}", "par": True, "words": words,
                        "spaces": spacing(words), "ents": names([row[-1] for row in rows]), "genre": domain,
                        "src": "crossner",
                    }  # fmt: skip


def names(tags: list[str]) -> list[list[object]]:
    """BIO tags as [start, end, label], of the kinds that newslint's pipeline knows."""
    found: list[list[object]] = []
    start = None
    for i, tag in enumerate([*tags, "O"]):
        if start is not None and not tag.startswith("I-"):
            if label := LABELS.get(tags[start][2:]):
                found.append([start, i, label])
            start = None
        if tag.startswith("B-"):
            start = i
    return found


def spacing(words: tuple[str, ...]) -> list[bool]:
    """Whether a space follows each word, as English is printed."""
    spaces = [True] * len(words)
    inside = False
    for i, word in enumerate(words):
        joins = word in JOINS and 0 < i < len(words) - 1
        closes = inside and word in ('"', "''")
        if i and (word in AFTER or joins or closes):
            spaces[i - 1] = False
        if word in BEFORE or joins or (word in ('"', "``") and not inside):
            spaces[i] = False
        if word in ('"', "``", "''"):
            inside = not inside
    return spaces


if __name__ == "__main__":
    main()
