"""The pipeline that newslint brings: it opens, it leaves out what nobody needs, and it reads news copy."""

from __future__ import annotations

import subprocess
import sys
from itertools import groupby

import pytest
import spacy

from newslint.language import bundled
from newslint.language.parse import Parse
from newslint.language.pipeline import Pipeline

OURS = Pipeline()
SIZE = 15_000_000  # bytes


def read(text: str) -> Parse:
    return OURS.read(text)


def names(text: str) -> list[tuple[str, str]]:
    """The stretches of one kind of name, in order, with their kinds."""
    stretches = groupby(read(text).tokens, key=lambda token: token.entity)
    found = [(kind, list(tokens)) for kind, tokens in stretches if kind]
    return [(text[tokens[0].span.start : tokens[-1].span.end], kind) for kind, tokens in found]


def subject_of(parse: Parse, verb: str) -> str:
    """The head word of a verb's subject."""
    at = next(i for i, token in enumerate(parse.tokens) if token.text == verb)
    return next(t.text for t in parse.tokens if t.head == at and t.dep in ("subject", "passive subject"))


def test_what_it_can_do_is_known_without_opening_it() -> None:
    code = (
        "import sys; from newslint.language.pipeline import Pipeline; p = Pipeline();"
        "assert p.abilities >= {'tags', 'lemmas', 'parse', 'entities'} and p.version and p.about;"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_it_can_do_what_it_says() -> None:
    parse = read("Ann Rowe, the mayor, spoke in Marden.")
    assert parse.abilities == OURS.abilities == {"tokens", "tags", "lemmas", "morph", "parse", "entities"}
    assert all(token.tag and token.pos and token.lemma and token.dep for token in parse.tokens)
    assert any(token.morph for token in parse.tokens)


@pytest.mark.parametrize(
    ("needs", "gives", "loaded"),
    [
        ({"tokens"}, {"tokens"}, None),
        ({"lemmas"}, {"tokens", "tags", "lemmas", "morph"}, {"parser": False, "ner": False}),
        ({"parse"}, {"tokens", "tags", "lemmas", "morph", "parse"}, {"parser": True, "ner": False}),
        ({"entities"}, {"tokens", "tags", "lemmas", "morph", "entities"}, {"parser": False, "ner": True}),
    ],
)
def test_what_nobody_needs_is_left_out(
    needs: set[str], gives: set[str], loaded: dict[str, bool] | None
) -> None:
    pipeline = Pipeline()
    parse = pipeline.read("Ann Rowe spoke.", needs=frozenset(needs))  # type: ignore[arg-type]
    assert parse.abilities == gives
    assert (pipeline._ours is None) == (loaded is None)
    for name, there in (loaded or {}).items():
        assert pipeline._ours is not None
        assert (name in pipeline._ours[0].pipe_names) == there


def test_more_is_loaded_where_more_is_needed() -> None:
    pipeline = Pipeline()
    assert pipeline.read("Ann Rowe spoke.", needs=frozenset({"parse"})).tokens[0].entity == ""
    assert pipeline.read("Ann Rowe spoke.", needs=frozenset({"entities"})).tokens[0].entity == "PERSON"
    both = pipeline.read("Ann Rowe spoke.", needs=frozenset({"parse", "entities"}))
    assert both == read("Ann Rowe spoke.")


def test_a_paragraph_is_read_alone() -> None:
    """What stands before or behind it, or how many are read at once, changes nothing."""
    blocks = [
        "“We had no choice,” said Ann Rowe.",
        "IS fled.",
        "The council, which met on Monday, voted by five to two to close the pool in Marden.",
    ] * 4
    texts = [(block, 0) for block in blocks]
    together = OURS.read_all(texts)
    assert [parse.tokens for parse in together] == [read(block).tokens for block in blocks]
    assert [parse.tokens for parse in OURS.read_all(texts[::-1])[::-1]] == [p.tokens for p in together]


def test_white_space_changes_nothing_but_places() -> None:
    plain, broken = (
        read("The U.S. President spoke to Dr. Lin."),
        read("The U.S.\nPresident  spoke to Dr.\nLin."),
    )
    assert [t[1:] for t in plain.tokens] == [t[1:] for t in broken.tokens]


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("“We had no choice,” said Ann Rowe, the mayor of Marden.", "said", "Ann"),
        ("“We had no choice,” Rowe said. “The roof leaked.”", "said", "Rowe"),
        (
            "‘While the deal holds, nobody will sell,’ said Emily Carter, an analyst at a bank.",
            "said",
            "Emily",
        ),
        ("The minister, who flew in on Monday, told reporters that talks had failed.", "told", "minister"),
        ("A spokesman for the council declined to comment.", "declined", "spokesman"),
        ("Critics of the plan argue that it costs too much.", "argue", "Critics"),
        ("Police said two men were killed in the blast.", "said", "Police"),
    ],
)
def test_who_says_it(text: str, verb: str, subject: str) -> None:
    assert subject_of(read(text), verb) == subject


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Emily Carter, an analyst at the Brookings Institution, lives in Washington.",
            [("Emily Carter", "PERSON"), ("Brookings Institution", "ORG"), ("Washington", "LOC")],
        ),
        ("President Donald Trump spoke in Ohio.", [("Donald Trump", "PERSON"), ("Ohio", "LOC")]),
        (
            "Abu Bakr al-Baghdadi led the group in Syria.",
            [("Abu Bakr al-Baghdadi", "PERSON"), ("Syria", "LOC")],
        ),
        ("Wang Xiaoming met Olena Kovalenko in Kyiv.", None),
        ("The bread was brown and the rose was gone.", []),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]] | None) -> None:
    people = [("Wang Xiaoming", "PERSON"), ("Olena Kovalenko", "PERSON"), ("Kyiv", "LOC")]
    assert names(text) == (people if expected is None else expected)


def test_a_headline_has_no_verb_where_there_is_none() -> None:
    parse = read("Council Vote on Pool Closure")
    assert not [t.text for t in parse.tokens if t.pos == "VERB"]


def test_lemmas() -> None:
    parse = read("Critics were arguing that the children had been taken to hospitals.")
    told = {token.text: token.lemma for token in parse.tokens}
    assert {**told, "Critics": "critic", "arguing": "argue", "children": "child", "taken": "take"} == told
    assert told["hospitals"] == "hospital"


def test_plain_spacy_opens_its_folder() -> None:
    nlp = spacy.load(OURS.folder)
    doc = nlp("“We had no choice,” said Ann Rowe.")
    assert [name.text for name in doc.ents] == ["Ann Rowe"]
    assert [token.tag_ for token in doc] == [token.tag for token in read(doc.text).tokens]
    assert nlp.tokenizer.rules == spacy.blank("en").tokenizer.rules  # opened by us, it is blank English's


def test_it_is_small_and_says_whose_it_is() -> None:
    assert sum(file.stat().st_size for file in bundled.PATH.rglob("*") if file.is_file()) <= SIZE
    notice = (bundled.PATH / "NOTICE").read_text(encoding="utf-8")
    assert "Attribution-ShareAlike 4.0" in (bundled.PATH / "LICENSE").read_text(encoding="utf-8")
    for source in OURS.about["sources"]:
        assert source["name"].split(" (")[0].split(",")[0] in notice
    assert OURS.about["license"] == "CC BY-SA 4.0"


def test_it_does_not_tell_where_it_was_trained() -> None:
    """A path of the machine that trained it is nobody's business."""
    files = [file for file in bundled.PATH.rglob("*") if file.is_file()]
    assert files
    assert not any(spacy.load(OURS.folder).config["paths"].values())
    assert not [file for file in files if b"/corpora" in file.read_bytes()]
