"""What a draft teaches of its names corrects the paragraphs that were read alone."""

from __future__ import annotations

from typing import cast

import pytest
import spacy
from spacy.tokens import Doc
from spacy.tokens import Span as Stretch

from newslint.language.labels import Entity
from newslint.language.parse import Named, Parse, Token
from newslint.language.repair import agreed, corrected
from newslint.model import Span

VOCAB = spacy.blank("en").vocab
ALL = frozenset({"tokens", "tags", "entities"})


def draft(*blocks: str) -> list[Parse]:
    """Blocks as a pipeline might read them: ``Sakho/PERSON said/VERB``, with parts of speech, and
    ``Ann_Rowe/PERSON`` for a name of two words. Words without a sign are nouns, capitalised ones names."""
    parses = []
    offset = 0
    for block in blocks:
        words: list[str] = []
        tags: list[str] = []
        names: list[tuple[int, int, str]] = []
        for piece in block.split():
            text, _, sign = piece.partition("/")
            parts = text.split("_")
            if sign in ("PERSON", "ORG", "LOC"):
                names.append((len(words), len(words) + len(parts), sign))
                sign = "PROPN"
            words += parts
            tags += [sign or ("PROPN" if part[0].isupper() else "NOUN") for part in parts]
        doc = Doc(VOCAB, words=words, pos=tags)
        doc.set_ents([Stretch(doc, *name) for name in names])
        tokens = tuple(
            Token(Span(offset + t.idx, offset + t.idx + len(t)), t.text, pos=t.pos_, entity=t.ent_type_)
            for t in doc
        )
        found = tuple(Named(first, end, cast(Entity, kind)) for first, end, kind in names)
        parses.append(Parse(tokens, ALL, found, doc))
        offset += len(doc.text) + 2
    return parses


def repaired(parses: list[Parse], known: list[tuple[Span, Entity]]) -> list[Parse]:
    return list(map(corrected, parses, agreed(parses, known)))


def names(parses: list[Parse], known: list[tuple[Span, Entity]] | None = None) -> list[list[str]]:
    """The names of each block after the repair, as ``words/KIND``; tokens and the hidden doc agree."""
    came = []
    for parse in repaired(parses, known or []):
        doc = parse._doc
        assert isinstance(doc, Doc)
        assert [t.entity for t in parse.tokens] == [t.ent_type_ for t in doc]
        assert [t.pos for t in parse.tokens] == [t.pos_ for t in doc]
        assert [(each.first, each.end, each.kind) for each in parse.names] == [
            (ent.start, ent.end, ent.label_) for ent in doc.ents
        ]
        came.append([f"{ent.text}/{ent.label_}" for ent in doc.ents])
    return came


def place(parses: list[Parse], block: int, first: int, last: int) -> Span:
    tokens = parses[block].tokens
    return Span(tokens[first].span.start, tokens[last].span.end)


def test_a_surname_is_what_its_full_name_is() -> None:
    blocks = draft("Ahmad_Sakho/PERSON spoke/VERB", "then/ADV Sakho left/VERB", "Sakho/LOC went/VERB")
    assert names(blocks)[1] == ["Sakho/PERSON"]


@pytest.mark.parametrize(
    ("full", "short"),
    [("Marco_van_der_Berg", "van_der_Berg"), ("Abu_Bakr_al_-_Hadi", "al_-_Hadi"), ("Ann_Rowe", "Rowe")],
)
def test_particles_belong_to_a_surname(full: str, short: str) -> None:
    blocks = draft(f"{full}/PERSON spoke/VERB", f"so/ADV said/VERB {short.replace('_', ' ')} again/ADV")
    assert names(blocks)[1] == [f"{short.replace('_', ' ')}/PERSON"]


def test_most_paragraphs_decide_the_kind() -> None:
    blocks = draft("near/ADP Marden/LOC", "in/ADP Marden/LOC", "Marden/PERSON fell/VERB")
    assert names(blocks) == [["Marden/LOC"]] * 3


def test_an_acronym_that_the_draft_gives_is_a_name_everywhere() -> None:
    blocks = draft("the/DET Islamic_State/ORG ( IS )", "and/CCONJ IS/AUX fled/VERB", "it is/AUX late/ADJ")
    known: list[tuple[Span, Entity]] = [(place(blocks, 0, 4, 4), "ORG")]
    assert names(blocks, known) == [["Islamic State/ORG", "IS/ORG"], ["IS/ORG"], []]
    token = repaired(blocks, known)[1].tokens[1]
    assert (token.pos, token.tag) == ("PROPN", "NNP")


def test_the_capitals_of_a_dateline() -> None:
    blocks = draft("HASAKAH ( AP/ORG )", "people/NOUN in/ADP Hasakah fled/VERB")
    assert names(blocks, [(place(blocks, 0, 0, 0), "LOC")]) == [["HASAKAH/LOC", "AP/ORG"], ["Hasakah/LOC"]]


def test_a_word_that_begins_a_sentence_is_not_taken_for_a_name() -> None:
    blocks = draft(
        "Daniel_Brown/PERSON spoke/VERB", "Brown/ADJ bread/NOUN sold/VERB", "so/ADV Brown left/VERB"
    )
    assert names(blocks) == [["Daniel Brown/PERSON"], [], ["Brown/PERSON"]]


def test_a_longer_name_is_left_whole() -> None:
    blocks = draft("George_Washington/PERSON spoke/VERB", "at/ADP Washington_State_University/ORG today/NOUN")
    assert names(blocks)[1] == ["Washington State University/ORG"]


def test_articles_and_possessives_make_no_other_name() -> None:
    blocks = draft("the_Navy/ORG sailed/VERB", "the_Navy/ORG won/VERB", "Navy_'s/LOC ships/NOUN")
    assert names(blocks)[2] == ["Navy 's/ORG"]


def test_what_is_seldom_read_as_a_name_is_no_lesson() -> None:
    blocks = draft(
        "in/ADP Coldre fell/VERB", "so/ADV Coldre/PERSON fell/VERB", "near/ADP Coldre", "by/ADP Coldre"
    )
    assert names(blocks) == [[], ["Coldre/PERSON"], [], []]
    assert names([*blocks[:2], *draft("of/ADP Coldre/PERSON")])[0] == ["Coldre/PERSON"]


def test_a_seldom_read_full_name_teaches_no_surname() -> None:
    blocks = draft("to/ADP Hidden_Nook/PERSON", "to/ADP Hidden Nook", "at/ADP Hidden Nook", "a/DET Nook")
    assert names(blocks) == [["Hidden Nook/PERSON"], [], [], []]


def test_a_word_of_a_longer_name_that_was_not_read_is_left() -> None:
    blocks = draft(
        "Ada_Norton/PERSON spoke/VERB", "the/DET Norton Bridge fell/VERB", "so/ADV Norton left/VERB"
    )
    assert names(blocks)[1:] == [[], ["Norton/PERSON"]]


def test_a_title_is_no_part_of_a_name() -> None:
    blocks = draft("then/ADV Lord_Ashby/PERSON left/VERB")
    assert names(blocks, [(place(blocks, 0, 2, 2), "PERSON")]) == [["Ashby/PERSON"]]
    longer = draft("then/ADV Lord_Max_Ashby/PERSON left/VERB")  # more than a title stands before it
    assert names(longer, [(place(longer, 0, 3, 3), "PERSON")]) == [["Lord Max Ashby/PERSON"]]


def test_people_told_by_the_words_around_them_are_learned() -> None:
    blocks = draft(
        "Dear/ADJ Ilka , thanks", "so/ADV Ilka/LOC left/VERB", "Max/PERSON and/CCONJ Rowe fell/VERB"
    )
    assert names(blocks) == [["Ilka/PERSON"], ["Ilka/PERSON"], ["Max/PERSON", "Rowe/PERSON"]]


def test_where_the_draft_teaches_nothing_the_reading_stands() -> None:
    blocks = draft("Rowe/PERSON spoke/VERB", "", "the/DET vote/NOUN passed/VERB")
    assert repaired(blocks, []) == blocks


def test_what_is_known_but_ends_within_a_token_is_passed_over() -> None:
    blocks = draft("Sakho fled/VERB")
    assert names(blocks, [(Span(0, 3), "PERSON"), (Span(90, 95), "LOC")]) == [[]]
