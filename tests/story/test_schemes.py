"""Whatever trees a pipeline draws, by Universal Dependencies or ClearNLP, or none, a draft says the same."""

from __future__ import annotations

from functools import cached_property

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from newslint.desk import Desk
from newslint.language.pipeline import Pipeline
from newslint.model import Finding
from newslint.proofs import Copy, Order
from newslint.story.record import Record, record

TEXT = """\
“We sail,” said Mira Holt.

The plan was called “a farce” by Ida Moss.

The crew left.

“Nobody told us that the pumps had failed.”

Then a source gushed that all was well.
"""
# Of each paragraph that is read by hand: each token's head, and its relation.
Tree = list[tuple[int, str]]
UNIVERSAL: dict[str, Tree] = {
    "“We sail,” said Mira Holt.": [
        (2, "punct"), (2, "nsubj"), (5, "ccomp"), (2, "punct"), (2, "punct"), (5, "root"), (5, "nsubj"),
        (6, "flat"), (5, "punct"),
    ],
    "The plan was called “a farce” by Ida Moss.": [
        (1, "det"), (3, "nsubj:pass"), (3, "aux:pass"), (3, "root"), (6, "punct"), (6, "det"), (3, "xcomp"),
        (6, "punct"), (9, "case"), (3, "obl:agent"), (9, "flat"), (3, "punct"),
    ],
}  # fmt: skip
CLEARNLP: dict[str, Tree] = {
    "“We sail,” said Mira Holt.": [
        (2, "punct"), (2, "nsubj"), (5, "ccomp"), (5, "punct"), (5, "punct"), (5, "ROOT"), (7, "compound"),
        (5, "nsubj"), (5, "punct"),
    ],
    "The plan was called “a farce” by Ida Moss.": [
        (1, "det"), (3, "nsubjpass"), (3, "auxpass"), (3, "ROOT"), (6, "punct"), (6, "det"), (3, "oprd"),
        (6, "punct"), (3, "agent"), (10, "compound"), (8, "pobj"), (3, "punct"),
    ],
}  # fmt: skip
# Trees that name the wrong speakers: the verb's subject is the quotation, or the plan.
WRONG: dict[str, Tree] = {
    text: [(head, "nsubj" if number == 1 else "dep") for number, (head, _) in enumerate(tree)]
    for text, tree in UNIVERSAL.items()
}
SCHEMES = {"Universal Dependencies": UNIVERSAL, "ClearNLP": CLEARNLP, "wrong": WRONG}


class ByHand(Pipeline):
    """A pipeline whose trees are these; what they leave out is a row of tokens that hang on the first."""

    def __init__(self, trees: dict[str, Tree]) -> None:
        super().__init__("by hand")
        self._trees = trees

    @cached_property
    def _whole(self) -> Language:
        nlp = spacy.blank("en")

        def grow(doc: Doc) -> Doc:
            tree = self._trees.get(doc.text) or [(0, "ROOT" if token.i == 0 else "dep") for token in doc]
            heads = [head for head, _ in tree]
            words = [token.text for token in doc]
            spaces = [bool(token.whitespace_) for token in doc]
            return Doc(doc.vocab, words=words, spaces=spaces, heads=heads, deps=[dep for _, dep in tree])

        name = f"by_hand_{id(self)}"
        Language.component(name, assigns=["token.dep", "token.head"], func=grow)
        nlp.add_pipe(name)
        return nlp


class Room(Desk):
    """A desk with one pipeline, whatever is asked for."""

    def __init__(self, pipeline: Pipeline) -> None:
        super().__init__(Order(isolated=True))
        self._only = pipeline

    def open(self, name: str) -> Pipeline:
        return self._only


def read(pipeline: Pipeline) -> tuple[Record, tuple[Finding, ...]]:
    """The facts of the text, and what newslint's own rules find in it."""
    room, copy = Room(pipeline), Copy("draft.txt", TEXT.encode())
    return record(room.story(copy)), room.prove(copy).result.findings


@pytest.mark.parametrize(
    ("trees", "speaker", "plan"),
    [(UNIVERSAL, "Mira", "passive subject"), (CLEARNLP, "Holt", "passive subject")],
    ids=["Universal Dependencies", "ClearNLP"],
)
def test_both_schemes_are_read(trees: dict[str, Tree], speaker: str, plan: str) -> None:
    story = Room(ByHand(trees)).story(Copy("draft.txt", TEXT.encode()))
    first, second = (story.parse(block).tokens for block in story.draft.blocks[:2])
    assert [token.text for token in first if token.dep == "subject" and token.head == 5] == [speaker]
    assert second[1].dep == plan


@pytest.mark.parametrize("trees", SCHEMES.values(), ids=SCHEMES)
def test_facts_and_findings_are_the_same_with_any_tree_and_with_none(trees: dict[str, Tree]) -> None:
    facts, findings = read(ByHand(trees))
    assert (facts, findings) == read(Pipeline("blank"))
    assert [quote["speaker"] for quote in facts["quotes"]] == ["Mira Holt", "Ida Moss", None]
    assert {"quotes/unattributed", "quotes/loaded-verb", "sources/bare-source"} <= {
        finding.rule for finding in findings
    }
