from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.language.pipeline import Pipeline
from newslint.model import Span, Trouble

BLANK = Pipeline("blank")


def trained(folder: Path, *pipes: str, lang: str = "en") -> str:
    nlp = spacy.blank(lang)
    for pipe in pipes:
        nlp.add_pipe(pipe)
    nlp.to_disk(folder)
    return str(folder)


def test_asking_blank_what_it_can_do_imports_nothing() -> None:
    code = (
        "import sys; from newslint.language.pipeline import Pipeline; p = Pipeline('blank');"
        "assert p.abilities == {'tokens'} and p.version; sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_tokens_stand_where_they_stand_in_the_draft() -> None:
    text = " The  U.S.\nstrike\u00a0“won’t” end.\n"
    tokens = BLANK.read(text, 10).tokens
    assert [token.text for token in tokens] == ["The", "U.S.", "strike", "“", "wo", "n’t", "”", "end", "."]
    assert all(text[token.span.start - 10 : token.span.end - 10] == token.text for token in tokens)
    assert tokens[0].span == Span(11, 14)


@settings(deadline=None)
@given(st.text(max_size=120))
def test_every_token_is_cut_from_the_text(text: str) -> None:
    end = 0
    for token in BLANK.read(text).tokens:
        assert token.span.start >= end
        assert token.span.cut(text) == token.text
        end = token.span.end
    assert "".join(token.text for token in BLANK.read(text).tokens) == "".join(text.split())


def test_abilities_come_from_the_components(tmp_path: Path) -> None:
    assert Pipeline(trained(tmp_path / "a", "sentencizer")).abilities == {"tokens"}
    assert Pipeline(trained(tmp_path / "b", "entity_ruler")).abilities == {"tokens", "entities"}
    assert Pipeline(trained(tmp_path / "c", "attribute_ruler")).abilities == {"tokens", "tags", "morph"}


def test_entities_are_of_three_kinds(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "GPE", "pattern": "Paris"}, {"label": "NORP", "pattern": "French"}])
    nlp.to_disk(tmp_path / "p")
    tokens = Pipeline(str(tmp_path / "p")).read("French Paris").tokens
    assert [token.entity for token in tokens] == ["", "LOC"]


def test_a_missing_pipeline_is_named_with_what_to_install() -> None:
    with pytest.raises(Trouble, match="en_core_web_none") as caught:
        _ = Pipeline("en_core_web_none").abilities
    assert "spacy download en_core_web_none" in str(caught.value.remedy)
    with pytest.raises(Trouble, match="no_such_pipeline") as caught:
        Pipeline("no_such_pipeline").read("x")
    assert "pip install no-such-pipeline" in str(caught.value.remedy)


def test_a_path_that_is_none_or_no_pipeline(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="there is no pipeline at"):
        _ = Pipeline(str(tmp_path / "none")).abilities
    with pytest.raises(Trouble, match="cannot be opened"):
        _ = Pipeline(str(tmp_path)).abilities
    (tmp_path / "meta.json").write_text("{")
    with pytest.raises(Trouble, match="cannot be opened"):
        _ = Pipeline(str(tmp_path)).abilities


def test_another_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="not English"):
        _ = Pipeline(trained(tmp_path / "de", "sentencizer", lang="de")).abilities


def test_a_pipeline_that_fails_on_a_text_is_named(tmp_path: Path) -> None:
    broken = trained(tmp_path / "p", "tagger")  # never trained: it has no labels
    with pytest.raises(Trouble, match=r"failed on a paragraph|cannot be opened"):
        Pipeline(broken).read("The mayor spoke.")


def test_a_long_line_without_spaces_is_read_quickly() -> None:
    import time

    start = time.process_time()
    BLANK.read('"' * 50_000)
    assert time.process_time() - start < 5
