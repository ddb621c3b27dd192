"""What the training project makes of paragraphs: whole trees, names where they are said to be."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest
import spacy

TRAINING = Path(__file__).parents[2] / "training"
sys.path.insert(0, str(TRAINING))

from newslint_training import furniture  # noqa: E402 - the project is no package of newslint's
from newslint_training.attributions import Attributions  # noqa: E402
from newslint_training.augment import Augmenter  # noqa: E402
from newslint_training.corpus import read_paragraphs, to_example  # noqa: E402
from newslint_training.names import Names  # noqa: E402
from newslint_training.swaps import replace_name, swap_names  # noqa: E402

SAMPLE = list(read_paragraphs(TRAINING / "sample.jsonl"))


def is_whole(sentence):
    """One root, no cycle, every column as long as the words, every name inside."""
    count = len(sentence["words"])
    heads = sentence["heads"]
    for i in range(count):
        seen, at = set(), i
        while heads[at] != at:
            if at in seen:
                return False
            seen.add(at)
            at = heads[at]
    roots = [i for i, head in enumerate(heads) if head == i]
    columns = ("spaces", "pos", "tags", "lemmas", "heads", "deps")
    return (
        len(roots) == 1
        and sentence["deps"][roots[0]] == "ROOT"
        and all(len(sentence[column]) == count for column in columns)
        and all(0 <= start < end <= count for start, end, _ in sentence["ents"])
    )


@pytest.mark.parametrize("seed", range(5))
def test_every_made_sentence_has_a_whole_tree(seed):
    augmenter = Augmenter(SAMPLE, random.Random(seed))
    nlp = spacy.blank("en")
    made = [paragraph for _ in range(30) for sample in SAMPLE for paragraph in augmenter(sample)]
    assert len(made) > 30 * len(SAMPLE)
    for paragraph in made:
        assert all(map(is_whole, paragraph)), paragraph
        to_example(nlp, paragraph)


def test_a_swapped_name_keeps_the_tree_around_it():
    told = next(p[0] for p in SAMPLE if "BBC" in p[0]["words"])
    changed = replace_name(told, tuple(told["ents"][-1]), "Institute of Public Health")
    start, end, label = changed["ents"][-1]
    assert (changed["words"][start:end], label) == (["Institute", "of", "Public", "Health"], "ORG")
    assert changed["deps"][start] == "iobj"
    assert changed["words"][changed["heads"][start]] == "told"
    assert is_whole(changed)


def test_titles_stay_outside_the_name():
    names = Names(random.Random(1))
    plain = next(p[0] for p in SAMPLE if p[0]["words"][:2] == ["The", "mayor"])
    for _ in range(200):
        changed = swap_names(plain, names, 1.0)
        start = changed["ents"][0][0]
        if changed["deps"][start - 1] == "nmod:desc":
            assert changed["heads"][start - 1] == start
            return
    pytest.fail("no title in 200 swaps")


def test_attributions_have_their_speaker_as_subject():
    attributions = Attributions([s for p in SAMPLE for s in p], Names(random.Random(2)))
    for _ in range(200):
        made = attributions.wrap(random.Random(3).choice(attributions.sayable))
        if "according" not in made["words"]:
            root = made["deps"].index("ROOT")
            assert any(h == root and d == "nsubj" for h, d in zip(made["heads"], made["deps"], strict=True))


def test_headlines_have_no_stop_and_no_small_first_letter():
    for paragraph in SAMPLE:
        made = furniture.headline(paragraph[0], Names(random.Random(4)))
        assert made["words"][-1] != "."
        assert not made["words"][0][0].islower()
