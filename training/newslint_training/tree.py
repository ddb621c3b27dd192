"""Sentences put together word by word, with their trees in the treebanks' manner."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from newslint_training.corpus import COLUMNS, Sentence
from newslint_training.lists import lists

WORDS = lists("trees.txt")
ADJECTIVES, FOREIGN = frozenset(WORDS["adjectives"]), frozenset(WORDS["foreign starts"])


def words_of(name: str) -> tuple[list[str], list[bool]]:
    """A name's words and whether a space follows each, split at hyphens as the treebanks split it."""
    words: list[str] = []
    spaces: list[bool] = []
    for chunk in name.split(" "):
        parts = re.split(r"(-|'s$)", chunk) if not chunk.startswith("-") else [chunk]
        parts = [part for part in parts if part]
        words += parts
        spaces += [False] * (len(parts) - 1) + [True]
    return words, spaces


@dataclass
class Row:
    """A word of a tree; ``head`` is None until it is known."""

    word: str
    pos: str
    tag: str
    dep: str
    head: int | None
    space: bool
    lemma: str


@dataclass
class Tree:
    """A sentence being built. Indices are places in ``rows``."""

    rows: list[Row] = field(default_factory=list)
    ents: list[list[Any]] = field(default_factory=list)

    def add(
        self,
        word: str,
        pos: str,
        tag: str,
        dep: str,
        head: int | None = None,
        *,
        space: bool = True,
        lemma: str = "",
    ) -> int:
        """A word at the end; gives its index."""
        lemma = lemma or (word if pos == "PROPN" else word.lower())
        self.rows.append(Row(word, pos, tag, dep, head, space, lemma))
        return len(self.rows) - 1

    def glue(self) -> None:
        """No space after the last word so far."""
        self.rows[-1].space = False

    def hang(self, head: int, *words: int) -> None:
        """Gives the words their head."""
        for word in words:
            self.rows[word].head = head

    def name(self, name: str, label: str, dep: str) -> int:
        """A name at the end, marked as an entity; gives the word the rest hangs on, its own head not set."""
        words, spaces = words_of(name)
        first, count = len(self.rows), len(words)
        heads = _heads_of_name(words, label)
        for i, (word, space) in enumerate(zip(words, spaces, strict=True)):
            role, head = heads[i]
            at = None if head is None else first + head
            if word == "-":
                self.add(word, "PUNCT", "HYPH", "punct", at, space=space)
            elif word == "'s":
                self.add(word, "PART", "POS", "case", at, space=space)
            elif role in ("case", "cc", "det"):
                pos, tag = {"case": ("ADP", "IN"), "cc": ("CCONJ", "CC"), "det": ("DET", "DT")}[role]
                self.add(word, pos, tag, role, at, space=space)
            else:
                self.add(
                    word,
                    "ADJ" if role == "amod" else "PROPN",
                    "NNP",
                    role or dep,
                    at,
                    space=space,
                    lemma=word,
                )
        self.ents.append([first, first + count, label])
        return first + next(i for i, (_, head) in enumerate(heads) if head is None)

    def sentence(self, like: Sentence) -> Sentence:
        """The finished sentence, as part of the document that ``like`` is from."""
        if loose := [row.word for row in self.rows if row.head is None]:
            raise ValueError(f"words without a head: {loose}")
        columns = zip(
            *((r.word, r.space, r.pos, r.tag, r.lemma, r.head, r.dep) for r in self.rows), strict=True
        )
        return {
            "doc": like["doc"],
            "par": False,
            **dict(zip(COLUMNS, map(list, columns), strict=True)),
            "ents": self.ents,
        }


def _heads_of_name(words: list[str], label: str) -> list[tuple[str, int | None]]:
    """For each word of a name its relation and head in the name; the head word has neither."""
    last = len(words) - 1
    if label == "PERSON" or words[0] in FOREIGN:
        return [("flat" if i else "", 0 if i else None) for i in range(len(words))]
    of = next((i for i, word in enumerate(words) if word in ("of", "for", "without") and 0 < i < last), None)
    top = last if of is None else of - 1
    found: list[tuple[str, int | None]] = []
    for i, word in enumerate(words):
        under = top if i <= top else last
        if i == top:
            found.append(("", None))
        elif i == of:
            found.append(("case", last))
        elif i == last:
            found.append(("nmod", top))
        elif word in ("the", "The"):
            found.append(("det", under))
        elif word in ("and", "&"):
            found.append(("cc", i + 1))
        else:
            found.append(("amod" if word in ADJECTIVES else "compound", under))
    return found
