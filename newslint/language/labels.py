"""One closed set of names for the labels of pipelines: Universal Dependencies, ClearNLP, entities."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

Relation = Literal[
    "root",
    "subject",
    "passive subject",
    "object",
    "indirect object",
    "agent",
    "complement",
    "clause",
    "open clause",
    "relative clause",
    "adverbial clause",
    "apposition",
    "possessor",
    "name part",
    "compound",
    "adjective",
    "number",
    "determiner",
    "noun modifier",
    "preposition",
    "prepositional object",
    "adverb",
    "negation",
    "auxiliary",
    "passive auxiliary",
    "copula",
    "particle",
    "marker",
    "conjunction",
    "conjunct",
    "parataxis",
    "expletive",
    "punctuation",
    "other",
]
RELATIONS: tuple[Relation, ...] = get_args(Relation)

# Heads stay where the pipeline puts them: Universal Dependencies hangs “of” on its noun, ClearNLP the
# noun on “of”.
_LABELS: Mapping[Relation, str] = MappingProxyType(
    {
        "root": "ROOT root",
        "subject": "nsubj csubj nsubj:outer csubj:outer",
        "passive subject": "nsubj:pass csubj:pass nsubjpass csubjpass",
        "object": "obj dobj",
        "indirect object": "iobj dative",
        "agent": "obl:agent agent",
        "complement": "attr acomp oprd",
        "clause": "ccomp",
        "open clause": "xcomp pcomp",
        "relative clause": "acl:relcl relcl",
        "adverbial clause": "advcl advcl:relcl acl",
        "apposition": "appos",
        "possessor": "nmod:poss poss",
        "name part": "flat flat:name flat:foreign",
        "compound": "compound fixed goeswith nn",
        "adjective": "amod",
        "number": "nummod quantmod",
        "determiner": "det det:predet predet",
        "noun modifier": "nmod nmod:npmod nmod:tmod nmod:unmarked npadvmod nounmod",
        "preposition": "case prep",
        "prepositional object": "obl obl:tmod obl:npmod obl:unmarked pobj",
        "adverb": "advmod advmod:emph",
        "negation": "neg",
        "auxiliary": "aux",
        "passive auxiliary": "aux:pass auxpass",
        "copula": "cop",
        "particle": "compound:prt prt",
        "marker": "mark",
        "conjunction": "cc cc:preconj preconj",
        "conjunct": "conj",
        "parataxis": "parataxis",
        "expletive": "expl",
        "punctuation": "punct",
    }
)
_RELATIONS: Mapping[str, Relation] = MappingProxyType(
    {label: relation for relation, labels in _LABELS.items() for label in labels.split()}
)
_ENTITIES = MappingProxyType(
    {"PERSON": "PERSON", "PER": "PERSON", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
)

Entity = Literal["PERSON", "ORG", "LOC"]


def relation(label: str) -> Relation | Literal[""]:
    """The relation a pipeline's dependency label stands for; of an unknown subtype its general one."""
    if not label:
        return ""
    return _RELATIONS.get(label) or _RELATIONS.get(label.partition(":")[0], "other")


def labels_of(name: Relation) -> tuple[str, ...]:
    """Every label, of either scheme, that stands for the relation."""
    return tuple(_LABELS.get(name, "dep").split())


def entity(label: str) -> str:
    """PERSON, ORG or LOC; empty for every other kind, nationalities and dates among them."""
    return _ENTITIES.get(label.upper(), "")


def entity_labels(kind: Entity) -> tuple[str, ...]:
    """Every label that stands for the kind of entity."""
    return tuple(label for label, name in _ENTITIES.items() if name == kind)
