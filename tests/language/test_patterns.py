from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from newslint.language.labels import RELATIONS, entity, labels_of, relation
from newslint.language.parse import Parse, Token
from newslint.language.patterns import Item, Pattern
from newslint.language.pipeline import Pipeline
from newslint.model import Span

WORDS = ["Some", "critics", "in", "town", "say", "it", "failed", "."]
UD = ["det", "nsubj", "case", "nmod", "ROOT", "nsubj", "ccomp", "punct"]
CLEAR = ["det", "nsubj", "prep", "pobj", "ROOT", "nsubj", "ccomp", "punct"]
HEADS = [1, 4, 3, 1, 4, 6, 4, 4]


def parsed(deps: list[str]) -> Parse:
    """What a pipeline with these labels would hand up."""
    lemmas = [word.lower() for word in WORDS]
    lemmas[1], lemmas[6] = "critic", "fail"
    doc = Doc(spacy.blank("en").vocab, words=WORDS, lemmas=lemmas, deps=deps, heads=HEADS)
    tokens = tuple(Token(Span(t.idx, t.idx + len(t)), t.text) for t in doc)
    return Parse(tokens, frozenset({"tokens", "lemmas", "parse"}), _doc=doc)


CRITICS = [
    Item(role="subject", lemma=("critic", "expert"), of="verb", name="subject"),
    Item(name="verb", lemma=("say", "argue")),
]


@pytest.mark.parametrize("deps", [UD, CLEAR])
def test_a_tree_by_either_scheme(deps: list[str]) -> None:
    [match] = Pattern(CRITICS).find(parsed(deps))
    text = " ".join(WORDS)
    assert match.span.cut(text) == "critics in town say"
    assert {name: span.cut(text) for name, span in match.parts.items()} == {
        "subject": "critics",
        "verb": "say",
    }


def test_a_tree_that_does_not_hold() -> None:
    other = [Item(role="object", lemma=("critic",), of="verb"), Item(name="verb", lemma=("say",))]
    assert not list(Pattern(other).find(parsed(UD)))


def test_roles_in_a_row() -> None:
    [match] = Pattern([Item(word=("some",)), Item(role="subject")]).find(parsed(UD))
    assert match.span == Span(0, 12)


def test_the_longest_row_wins() -> None:
    read = Pipeline("blank").read("It is now widely believed. It is believed.", 5)
    row = [
        Item(word=("it",)),
        Item(word=("is",)),
        *(Item(word=(w,), optional=True) for w in ("now", "widely")),
        Item(word=("believed",)),
    ]
    assert [match.span for match in Pattern(row).find(read)] == [Span(5, 30), Span(32, 46)]


def test_numbers_shapes_and_another_vocabulary() -> None:
    pattern = Pattern([Item(like="number", name="object"), Item(shape="xxxx")])
    for pipeline in (Pipeline("blank"), Pipeline("blank")):
        [match] = pattern.find(pipeline.read("He saw 12 ships."))
        assert match.parts["object"] == Span(7, 9)


@pytest.mark.parametrize(
    ("items", "needs"),
    [
        ([Item(word=("a",))], {"tokens"}),
        ([Item(pos=("noun",))], {"tokens", "tags"}),
        ([Item(entity="PERSON")], {"tokens", "entities"}),
        (CRITICS, {"tokens", "lemmas", "parse"}),
    ],
)
def test_needs(items: list[Item], needs: set[str]) -> None:
    assert Pattern(items).needs == needs


def test_blocks_without_the_words_need_not_be_parsed() -> None:
    pattern = Pattern(
        [Item(word=("it's", "it")), Item(word=("maybe",), optional=True), Item(word=("feared",))]
    )
    assert pattern.may_match("and it is not feared")
    assert not pattern.may_match("it is maybe so")
    assert Pattern([Item(lemma=("say",))]).may_match("")


@pytest.mark.parametrize(
    ("items", "told"),
    [
        ([], "no items"),
        ([Item(word=("a",), optional=True)], "optional"),
        ([Item()], "says nothing"),
        ([Item(word=("a",), of="b")], "no item is called"),
        ([Item(word=("a",), name="x"), Item(word=("b",), name="x")], "two items"),
        (
            [Item(word=("a",), name="x", of="y"), Item(word=("b",), name="y", of="x"), Item(word=("c",))],
            "circle",
        ),
        ([Item(word=("a",), name="x"), Item(word=("b",), of="x", optional=True)], "cannot be optional"),
        ([Item(word=("a",), name="x"), Item(word=("b",), of="x"), Item(word=("c",))], "exactly one"),
    ],
)
def test_what_makes_no_pattern(items: list[Item], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        Pattern(items)


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("nsubj:pass", "passive subject"),
        ("nsubjpass", "passive subject"),
        ("dobj", "object"),
        ("obj", "object"),
        ("appos", "apposition"),
        ("nmod:unheard-of", "noun modifier"),
        ("whatever", "other"),
        ("", ""),
    ],
)
def test_relations(label: str, name: str) -> None:
    assert relation(label) == name


def test_every_relation_has_labels_and_they_lead_back() -> None:
    for name in RELATIONS:
        assert all(relation(label) == name for label in labels_of(name))


def test_entities() -> None:
    assert [entity(label) for label in ("PERSON", "PER", "GPE", "FAC", "ORG", "NORP", "DATE", "")] == [
        "PERSON", "PERSON", "LOC", "LOC", "ORG", "", "", "",
    ]  # fmt: skip
