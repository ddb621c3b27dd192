"""Other names in the place of those there, with the tree around them kept."""

from __future__ import annotations

from newslint_training.corpus import COLUMNS, Sentence
from newslint_training.names import TITLES, Names
from newslint_training.tree import Tree, words_of

SHARES = {"PERSON": 1.0, "ORG": 0.7, "LOC": 0.5}  # places are mostly known ones; people mostly are not


def swap_names(sentence: Sentence, names: Names, share: float) -> Sentence:
    """Entities renamed, people with the chance ``share``, others less; some people get a title."""
    rng = names.rng
    for start, end, label in sorted(sentence["ents"], reverse=True):
        if rng.random() < share * SHARES[label]:
            sentence = replace_name(sentence, (start, end, label), _other(sentence, start, end, label, names))
            if label == "PERSON" and rng.random() < 0.2:
                sentence = _entitle(sentence, start, rng.choice(TITLES))
    return sentence


def _other(sentence: Sentence, start: int, end: int, label: str, names: Names) -> str:
    if label == "PERSON":
        return names.person() if end - start > 1 else names.short()
    if label == "LOC":
        return names.place()
    initials = end - start == 1 and sentence["words"][start].isupper()
    return names.acronym() if initials and names.rng.random() < 0.7 else names.body()


def replace_name(sentence: Sentence, entity: tuple[int, int, str], name: str) -> Sentence:
    """The sentence with ``name`` for the entity, or as it was where that is not one branch of the tree."""
    start, end, label = entity
    words, spaces = words_of(name)
    grown = len(words) - (end - start)
    changed = dict(sentence)
    if "heads" in sentence:
        heads = sentence["heads"]
        tops = [i for i in range(start, end) if heads[i] == i or not start <= heads[i] < end]
        if len(tops) != 1:
            return sentence
        tree = Tree()
        top = tree.name(name, label, sentence["deps"][tops[0]])
        outer = heads[tops[0]]

        def moved(i: int) -> int:
            return i if i < start else start + top if i < end else i + grown

        tree.rows[top].head = moved(outer) - start
        inner = [start + row.head for row in tree.rows if row.head is not None]
        changed["heads"] = [*map(moved, heads[:start]), *inner, *map(moved, heads[end:])]
        for key, column in (("pos", "pos"), ("tags", "tag"), ("lemmas", "lemma"), ("deps", "dep")):
            new = [getattr(row, column) for row in tree.rows]
            changed[key] = sentence[key][:start] + new + sentence[key][end:]
    changed["words"] = sentence["words"][:start] + words + sentence["words"][end:]
    last = sentence["spaces"][end - 1]
    changed["spaces"] = [*sentence["spaces"][:start], *spaces[:-1], last, *sentence["spaces"][end:]]
    changed["ents"] = [
        [a, b, kind]
        if b <= start
        else [a + grown, b + grown, kind]
        if a >= end
        else [start, start + len(words), label]
        for a, b, kind in sentence["ents"]
    ]
    return changed


def _entitle(sentence: Sentence, at: int, title: str) -> Sentence:
    """A title before the word at ``at``, hanging on it, unless a name or title stands there already."""
    if at and sentence["words"][at - 1][0].isupper():
        return sentence
    changed = {**sentence, **{key: list(sentence[key]) for key in COLUMNS if key in sentence}}
    if "heads" in sentence:
        changed["heads"] = [head + 1 if head >= at else head for head in sentence["heads"]]
    new = {
        "words": title,
        "spaces": True,
        "pos": "PROPN",
        "tags": "NNP",
        "lemmas": title,
        "heads": at + 1,
        "deps": "nmod:desc",
    }
    for key, value in new.items():
        if key in changed:
            changed[key].insert(at, value)
    changed["ents"] = [[a + (a >= at), b + (b > at), kind] for a, b, kind in sentence["ents"]]
    return changed
