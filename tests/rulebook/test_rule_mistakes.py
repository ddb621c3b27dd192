"""Every kind of mistake in a rule file: its words and its place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from newslint.model import Trouble
from newslint.rulebook import yamltext
from newslint.rulebook.check import Options
from newslint.rulebook.rule import Rule, load_rule, parse_rule
from newslint.rulebook.verbs import Verbs, registry
from newslint.rulebook.yamlfile import parse_yaml, read_yaml

from .conftest import RULE, Shun

WORDS = "  words: [slammed, blasted]\n"
VERB = "shun:\n" + WORDS
PASSES = "  passes: |\n    The mayor criticised the plan.\n    He said the plan was poor.\n"
FLAGS = "  flags: |\n    The mayor [[slammed]] the plan.\n    The council [[blasted]] it.\n"

MISTAKES = [
    # (replace, by, line, column, what is said, what the remedy says)
    ("title:", "titel:", 2, 1, "“titel” is not a key; did you mean “title”?", "Use one of:"),
    ("title: Shun these words\n", "", 1, 1, "“title” is missing", "Add “title:” (what the rule asks"),
    ("title: Shun these words", "title:", 2, 7, "“title” is empty", "Fill in “title”"),
    ("title: Shun these words", "title: {a: b}", 2, 8, "“title” must be a piece of text", None),
    ("shun:", "shum:", 7, 1, "“shum” is not a verb or key; did you mean “shun”?", "The verbs are: crash"),
    (VERB, "", 1, 1, "the rule has no verb", "with one of: crash, measure, parsed, shun"),
    (VERB, VERB + "parsed:\n", 9, 1, "this one has two: “shun” and “parsed”", "Make two rules of it."),
    (
        "warning",
        "warn",
        3,
        11,
        "“warn” is not a severity; did you mean “warning”?",
        "error, suggestion, warning",
    ),
    (
        "warning",
        "warning\nscope: narative",
        4,
        8,
        "“narative” is not a scope; did you mean “narration”?",
        "all,",
    ),
    ("warning", "warning\nin: [lede, bdy]", 4, 12, "“bdy” is not a role; did you mean “body”?", "headline"),
    ("warning", "warning\nin: bdy", 4, 5, "“bdy” is not a role; did you mean “body”?", "headline"),
    ("warning", "warning\nin: []", 4, 5, "“in” is empty", "Fill in"),
    (
        "warning",
        "warning\nstatus: alive",
        4,
        9,
        "“alive” is not a status; did you mean “live”?",
        "live, retired",
    ),
    ("https:", "htps:", 6, 6, "is not a web address", None),
    ("words:", "wrods:", 8, 3, "“wrods” is not an option of “shun”; did you mean “words”?", "case, instead"),
    (WORDS, "", 7, 1, "“words” is missing", "Add “words:” (the words to shun)"),
    ("[slammed, blasted]", "slammed", 8, 10, "“words” must be a list, not “slammed”", "[one, two]"),
    ("[slammed, blasted]", "[]", 8, 10, "“words” is empty", None),
    ("[slammed, blasted]", "[[a, b]]", 8, 11, "an item of “words” must be a piece of text", None),
    (WORDS, WORDS + "  most: few\n", 9, 9, "“most” must be a whole number, not “few”", None),
    (WORDS, WORDS + "  most: -1\n", 9, 9, "“most” must be at least 0, not “-1”", None),
    (WORDS, WORDS + "  strict: maybe\n", 9, 11, "“strict” must be yes or no, not “maybe”", None),
    (
        WORDS,
        WORDS + "  case: anny\n",
        9,
        9,
        "“anny” is not a value of “case”; did you mean “any”?",
        "as written",
    ),
    (
        WORDS,
        WORDS + "  instead: slammed\n",
        7,
        1,
        "a word cannot be replaced by itself",
        "stands under “shun”",
    ),
    (VERB, "shun: slammed\n", 7, 7, "“shun” must be followed by “option: value” lines", "Indent them"),
    (
        VERB,
        "measure: {problem: to short}\n",
        7,
        20,
        "“to short” is not a problem of “measure”; did you mean",
        "too",
    ),
    (VERB, "measure:\n", 7, 1, "“measure” needs a problem", "one of: too short"),
    (
        VERB,
        "measure: {problem: too short, by: 3}\n",
        7,
        31,
        "“by” is not an option of “measure”",
        "There is no",
    ),
    (VERB, "measure: {problem: [too short]}\n", 7, 20, "is left empty", "too short"),
    ("{word}", "{wrod}", 9, 10, "“wrod” is not a fact of “shun”; did you mean “word”?", "count, match, word"),
    ("{word}", "{}", 9, 10, "fact of “shun” is left empty", "count, match, word"),
    (
        "rule: style/shun",
        "rule: style/shn",
        1,
        7,
        "is called “style/shn”, its path says “style/shun”",
        "formerly",
    ),
    ("[[slammed]]", "[[slammed", 12, 15, "a [[ is never closed", "[[ and ]]"),
    ("[[slammed]]", "slammed]]", 12, 5, "a ]] closes what was never opened", None),
    ("[[slammed]]", "[[slam[[med]]", 12, 15, "a [[ is opened inside another", None),
    ("[[slammed]]", "[[]]", 12, 15, "the [[ ]] hold nothing", None),
    ("[[slammed]]", "slammed", 12, 5, "a flagged example has no [[ ]]", None),
    ("the plan.\n    The c", "the plan. -> It [[hit]] it.\n    The c", 12, 15, "what follows ->", None),
    ("criticised", "[[criticised]]", 15, 15, "an example that passes has [[ ]] in it", None),
    (
        "    The council [[blasted]] it.\n",
        "",
        11,
        3,
        "the rule has 1 flagged example; it needs at least 2",
        "flags: |",
    ),
    (PASSES, "", 10, 1, "the rule has no passing examples; it needs at least 2", "passes: |"),
    ("examples:\n" + FLAGS + PASSES, "", 1, 1, "the rule has no flagged examples", "Add sentences"),
    (
        FLAGS,
        "  flags: The mayor [[slammed]] it.\n",
        11,
        10,
        "“flags” is not a block of lines",
        "Write “flags: |”",
    ),
    ("  flags: |", "  flag: |", 11, 3, "“flag” is not a key; did you mean “flags”?", None),
    ("Shun these words", "Shun: words", 2, 12, "There is a second colon on this line.", "quotation marks"),
    ("title:", "\ttitle:", 2, 1, "indented with a tab", "Indent with spaces."),
    ("Shun these words", "@words", 2, 8, "No value can begin with this character.", "quotation marks"),
    ("Shun these words", "'Shun", 2, 8, "opened and never closed", "Close it."),
    ("Shun these words", "[Shun", 2, 8, "in brackets is not closed", "bracket"),
    ("Shun these words", "*shun", 2, 8, "begins with * needs quotation marks", None),
    ("Shun these words", "&shun x", 2, 8, "begins with &, which YAML keeps for itself", "quotation marks"),
    ("Shun these words", "!shun x", 2, 8, "“!shun” is a YAML tag", "quotation marks"),
    ("Shun these words", '"a\\qb"', 2, 10, "A backslash between double quotation marks", "single ones"),
    ("Shun these words", "a\x07", 2, 9, "a character that text cannot hold", None),
    ("Shun these words", "x\ntitle: y", 3, 1, "“title” stands here twice", "Keep one of the two."),
    ("Shun these words", "x\n---\na: b", 3, 1, "more than one document", "---"),
    (
        "title: Shun these words",
        "title",
        3,
        1,
        "neither a “key: value” nor a part of the lines above",
        "colon",
    ),
    ("title: Shun these words", "title: x\n- y", 3, 1, "does not fit the lines around it", "indented"),
    ("title: Shun these words", "{a: b}: x", 2, 1, "a key must be a word", None),
    ("title: Shun these words", "formerly: !!str &a [x]\ntitle: *a", 2, 11, "", None),
]


@pytest.mark.parametrize(("old", "new", "line", "column", "said", "remedy"), MISTAKES)
def test_a_mistake_is_told_at_its_place(
    make_rule: Callable[..., Rule], old: str, new: str, line: int, column: int, said: str, remedy: str | None
) -> None:
    with pytest.raises(Trouble) as caught:
        assert make_rule((old, new)).check
    trouble = caught.value
    assert said in trouble.message
    assert (trouble.path, trouble.line, trouble.column) == ("rules/style/shun.yml", line, column)
    assert remedy is None or remedy in (trouble.remedy or "")
    for jargon in (
        "pydantic",
        "validation",
        "input",
        "str",
        "dict",
        "tuple",
        "None",
        "Field",
        "node",
        "token",
        "scalar",
    ):
        assert f" {jargon} " not in f" {trouble.message} {trouble.remedy} "


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yamltext.LOADER], ids=["pure", "libyaml"])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (old, new)
        for old, new, *_ in MISTAKES
        if new.startswith(("\t", "&sh", "!sh", "'", "[Sh", "@", "*", '"', "Shun:", "a\x07"))
    ],
)
def test_both_parsers_see_the_same_mistake(
    monkeypatch: pytest.MonkeyPatch, loader: type, old: str, new: str
) -> None:
    monkeypatch.setattr(yamltext, "LOADER", loader)
    with pytest.raises(Trouble) as caught:
        parse_yaml(RULE.replace(old, new, 1), "x.yml")
    assert caught.value.line == 2
    assert "cannot be understood" not in caught.value.message


def test_every_value_is_text(make_rule: Callable[..., Rule]) -> None:
    rule = make_rule(("[slammed, blasted]", "[no, on, 1.10, null, 2025-12-13, ~, 0x1F]"))
    assert rule.options.words == ("no", "on", "1.10", "null", "2025-12-13", "~", "0x1F")  # type: ignore[attr-defined]


def test_a_bomb_of_aliases_is_refused_at_once() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    with pytest.raises(Trouble, match="YAML keeps for itself"):
        parse_yaml("\n".join(lines), "bomb.yml")
    tagged = [line.replace("&", "!!seq &") for line in lines]
    with pytest.raises(Trouble, match="repeated by a YAML alias"):
        parse_yaml("\n".join(tagged), "bomb.yml")


@pytest.mark.parametrize("loader", [yaml.BaseLoader, yamltext.LOADER], ids=["pure", "libyaml"])
def test_deep_nesting_is_refused(monkeypatch: pytest.MonkeyPatch, loader: type) -> None:
    monkeypatch.setattr(yamltext, "LOADER", loader)
    for depth in (50, 5_000):
        with pytest.raises(Trouble) as caught:
            parse_yaml("a: " + "[" * depth + "]" * depth, "deep.yml")
        assert caught.value.remedy


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("", "empty"),
        ("# nothing\n", "empty"),
        ("- a\n", "not a set of"),
        ("word", "not a set of"),
        ("a: b\n" * 300_000, "too large"),
    ],
    ids=["empty", "comment", "list", "word", "large"],
)
def test_a_file_that_is_no_mapping(source: str, said: str) -> None:
    with pytest.raises(Trouble, match=said):
        parse_yaml(source, "x.yml")


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(Trouble, match="cannot be read: No such file"):
        read_yaml(tmp_path / "none.yml")
    (tmp_path / "latin.yml").write_bytes("title: café".encode("latin-1"))
    with pytest.raises(Trouble, match="is not UTF-8 text"):
        read_yaml(tmp_path / "latin.yml")


def test_a_byte_order_mark_moves_nothing(tmp_path: Path) -> None:
    (tmp_path / "bom.yml").write_bytes(b"\xef\xbb\xbfa: b\na: c\n")
    with pytest.raises(Trouble) as caught:
        read_yaml(tmp_path / "bom.yml")
    assert (caught.value.line, caught.value.column) == (2, 1)


def test_the_name_is_the_path(tmp_path: Path, verbs: Verbs) -> None:
    (tmp_path / "style").mkdir()
    (tmp_path / "style" / "shun.yml").write_text(RULE, encoding="utf-8")
    rule = load_rule(tmp_path / "style" / "shun.yml", verbs)
    assert (rule.name, rule.family, rule.line, rule.verb_line) == ("style/shun", "style", 1, 7)
    (tmp_path / "style" / "other.yml").write_text(RULE, encoding="utf-8")
    with pytest.raises(Trouble, match="its path says “style/other”"):
        load_rule(tmp_path / "style" / "other.yml", verbs, "rules/style/other.yml")


def test_two_checks_of_one_name_are_refused_by_name() -> None:
    class Twin(Shun):
        pass

    with pytest.raises(Trouble, match=r"“shun” is claimed by .*Shun and by .*Twin"):
        registry([Shun, Twin])
    assert registry([Shun, Shun])


class Item(Options):
    lemma: str


class Items(Options):
    items: tuple[Item, ...]


def test_a_verb_with_items_is_followed_by_the_list_alone() -> None:
    class Listed(Shun):
        verb = "listed"
        Options = Items  # type: ignore[assignment]

    def parse(text: str) -> Rule:
        source = RULE.replace(VERB, text).replace("{word}", "{match}")
        return parse_rule(parse_yaml(source, "x.yml"), "style/shun", registry([Listed]))

    rule = parse("listed:\n  - {lemma: say}\n  - {lemma: tell}\n")
    assert [item.lemma for item in rule.options.items] == ["say", "tell"]  # type: ignore[attr-defined]
    with pytest.raises(Trouble, match="“lema” is not an option of “listed”; did you mean “lemma”") as caught:
        parse("listed:\n  - {lemma: say}\n  - {lema: tell}\n")
    assert (caught.value.line, caught.value.column) == (9, 6)
