"""Scores a pipeline on paragraphs whose words are given, in the figures that metrics.json holds."""

from __future__ import annotations

import time
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example

from newslint_training.corpus import Paragraph, is_named, is_parsed, to_example

FIGURES = {
    "tag_acc": "tags",
    "pos_acc": "parts of speech",
    "lemma_acc": "lemmas",
    "dep_uas": "unlabelled attachment",
    "dep_las": "labelled attachment",
    "sents_f": "sentence ends, F",
    "ents_p": "names, precision",
    "ents_r": "names, recall",
    "ents_f": "names, F",
}
SPOKEN_OF = ("news", "interview")  # the genres nearest to what newslint reads


def known_words(paragraphs: Iterable[Paragraph]) -> frozenset[str]:
    """Every word, in small letters, that stands in the name of a person."""
    return frozenset(
        word.lower()
        for paragraph in paragraphs
        for sentence in paragraph
        for start, end, label in sentence.get("ents", ())
        if label == "PERSON"
        for word in sentence["words"][start:end]
    )


def score(
    nlp: Language, paragraphs: list[Paragraph], known: frozenset[str] = frozenset()
) -> dict[str, float]:
    """Figures in per cent, each paragraph alone; ``known``: the words of people's names met in training."""
    whole = [p for p in paragraphs if is_parsed(p) and is_named(p)]
    examples = [to_example(nlp, p) for p in whole]
    found = nlp.evaluate(examples)
    figures = {name: _percent(found.get(key)) for key, name in FIGURES.items() if found.get(key) is not None}
    figures["people, F"] = _person(found)
    if near := [to_example(nlp, p) for p in whole if p[0].get("genre") in SPOKEN_OF]:
        figures["people in news and interviews, F"] = _person(nlp.evaluate(near))
    if known:
        figures["people never seen in training, recall"] = _unseen(nlp, examples, known)
    return figures


def words_a_second(nlp: Language, texts: list[str], batch: int) -> float:
    """Words read in a second of processor time."""
    list(nlp.pipe(texts[:20], batch_size=batch))
    begun = time.process_time()
    words = sum(len(doc) for doc in nlp.pipe(texts, batch_size=batch))
    return words / (time.process_time() - begun)


def plain_texts(nlp: Language, paragraphs: list[Paragraph]) -> list[str]:
    """The paragraphs as they would be typed."""
    return [to_example(nlp, paragraph).reference.text for paragraph in paragraphs]


def _unseen(nlp: Language, examples: list[Example], known: frozenset[str]) -> float:
    right = asked = 0
    docs = [
        Doc(nlp.vocab, words=[t.text for t in e.reference], spaces=[bool(t.whitespace_) for t in e.reference])
        for e in examples
    ]
    for example, doc in zip(examples, nlp.pipe(docs, batch_size=8), strict=True):
        found = {(name.start, name.end) for name in doc.ents if name.label_ == "PERSON"}
        for name in example.reference.ents:
            if name.label_ == "PERSON" and not {token.lower_ for token in name} & known:
                asked += 1
                right += (name.start, name.end) in found
    return _percent(right / asked if asked else 0.0)


def _person(found: dict) -> float:
    return _percent((found.get("ents_per_type") or {}).get("PERSON", {}).get("f"))


def _percent(share: float | None) -> float:
    return round(100 * (share or 0.0), 1)
