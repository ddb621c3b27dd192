"""Packs become a book; presets, former names, and what to say of names it does not know."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.model import Severity, Trouble
from newslint.rulebook.book import Book, load_book, read_packs
from newslint.rulebook.mistakes import Unplaced
from newslint.rulebook.pack import Pack
from newslint.rulebook.packaged import newslint_packs, rules_folder
from newslint.rulebook.selection import Layer, command_line, statements
from newslint.rulebook.verbs import Verbs

from .conftest import rule_text, write_files

MakeBook = Callable[..., Book]
PRESET = """\
kind: opinion
why: A column argues.
rules:
  claims/vague: {level: off, because: Columnists may generalise.}
  quotes: {level: suggestion, because: Columnists quote less.}
  style/shun:
    because: Columnists have a voice.
    options: {most: 3}
"""
FILES = {
    f"{name}.yml": rule_text(name) for name in ("claims/vague", "quotes/bare", "quotes/open", "style/shun")
}


def test_later_packs_replace_rules_by_name(tmp_path: Path, verbs: Verbs) -> None:
    write_files(tmp_path / "ours", FILES)
    write_files(tmp_path / "house", {"style/shun.yml": rule_text("style/shun", ("warning", "error"))})
    book = load_book([Pack("ours", tmp_path / "ours"), Pack("house", tmp_path / "house")], verbs)
    assert len(book.rules) == 4
    assert book.rules["style/shun"].severity is Severity.error
    assert book.families == ("claims", "quotes", "style")


def test_a_broken_rule_is_told_and_counted(tmp_path: Path, verbs: Verbs) -> None:
    broken = {f"style/bad{n}.yml": rule_text(f"style/bad{n}", ("title:", "titel:")) for n in range(3)}
    write_files(tmp_path, {**FILES, **broken})
    book, troubles = read_packs([Pack("all", tmp_path)], verbs)
    assert len(book.rules) == 4
    assert [trouble.line for trouble in troubles] == [2, 2, 2]
    with pytest.raises(Trouble, match="“titel” is not a key") as caught:
        load_book([Pack("all", tmp_path)], verbs)
    assert "2 more files have mistakes" in (caught.value.remedy or "")


def test_paths_are_shown_from_where_one_stands(
    tmp_path: Path, verbs: Verbs, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_files(tmp_path / "rules", {"style/bad.yml": "a: b: c"})
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Trouble) as caught:
        load_book([Pack("all", tmp_path / "rules")], verbs)
    assert caught.value.path == os.path.join("rules", "style", "bad.yml")


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "no folder of rules"),
        ({"readme.txt": ""}, "holds no rules"),
        ({"shun.yml": "x"}, "family/name.yml"),
        ({"style/deep/shun.yml": "x"}, "family/name.yml"),
        ({"style/shun.yaml": "x"}, "end in .yml"),
        ({"newslint/shun.yml": "x"}, "what newslint itself reports"),
    ],
)
def test_nothing_in_a_pack_is_overlooked(
    tmp_path: Path, verbs: Verbs, files: dict[str, str], said: str
) -> None:
    write_files(tmp_path / "rules", files)
    with pytest.raises(Trouble, match=said):
        load_book([Pack("rules", tmp_path / "rules")], verbs)


def test_former_names(make_book: MakeBook, tmp_path: Path, verbs: Verbs) -> None:
    formerly = ("severity:", "formerly: [style/avoid, words/shun]\nseverity:")
    book = make_book({**FILES, "style/shun.yml": rule_text("style/shun", formerly)})
    assert book.resolve("words/shun") == book.resolve("style/shun") == "style/shun"
    assert book.resolve("style/none") is None
    assert "style/shun" not in {c.rule.name for c in book.choose([command_line(ignore=["style/avoid"])])}
    clash = ("severity:", "formerly: quotes/bare\nseverity:")
    with pytest.raises(Trouble, match="was formerly “quotes/bare”, which quotes/bare claims"):
        make_book({"style/shun.yml": rule_text("style/shun", clash)})


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("quotes/bear", "quotes/bare"),
        ("qoutes", "quotes"),
        ("vague", "claims/vague"),
        ("Style/Shun", "style/shun"),
    ],
)
def test_did_you_mean(make_book: MakeBook, name: str, meant: str) -> None:
    book = make_book(FILES)
    with pytest.raises(Trouble) as caught:
        book.choose([command_line(ignore=[name])])
    assert f"“{name}” is not a rule or family; did you mean “{meant}”?" in caught.value.message
    assert caught.value.path == "the command line"
    assert "rules list" in (caught.value.remedy or "")


def test_no_rule_left(make_book: MakeBook) -> None:
    with pytest.raises(Trouble, match="no rule is left to run") as caught:
        make_book(FILES).choose([command_line(ignore=["all"])])
    assert caught.value.path == "the command line"


def test_presets(make_book: MakeBook) -> None:
    book = make_book({**FILES, "presets/opinion.yml": PRESET})
    assert len(book.choose()) == 4
    chosen = {each.rule.name: each for each in book.choose(kind="opinion")}
    assert set(chosen) == {"quotes/bare", "quotes/open", "style/shun"}
    assert chosen["quotes/bare"].severity is Severity.suggestion
    assert chosen["style/shun"].severity is Severity.warning
    assert chosen["style/shun"].rule.options.most == 3
    assert book.rules["style/shun"].options.most == 0


def test_the_config_comes_after_the_preset(make_book: MakeBook) -> None:
    book = make_book({**FILES, "presets/opinion.yml": PRESET})
    by_family = {each.rule.name for each in book.choose([command_line(["claims", "quotes"])], "opinion")}
    assert by_family == {"quotes/bare", "quotes/open"}  # the preset speaks of claims/vague by its name
    by_name = book.choose([command_line(extend_select=["claims/vague"])], "opinion")
    assert "claims/vague" in {each.rule.name for each in by_name}


def test_a_later_pack_adds_to_a_preset(tmp_path: Path, verbs: Verbs) -> None:
    write_files(tmp_path / "ours", {**FILES, "presets/opinion.yml": PRESET})
    house = "kind: opinion\nwhy: Ours.\nrules:\n  quotes: {level: error, because: We insist.}\n"
    write_files(tmp_path / "house", {"presets/opinion.yml": house})
    book = load_book([Pack("ours", tmp_path / "ours"), Pack("house", tmp_path / "house")], verbs)
    chosen = {each.rule.name: each.severity for each in book.choose(kind="opinion")}
    assert chosen == {"quotes/bare": 3, "quotes/open": 3, "style/shun": 2}


def test_an_unknown_kind(make_book: MakeBook) -> None:
    book = make_book({**FILES, "presets/opinion.yml": PRESET})
    with pytest.raises(Trouble, match="“opinon” is not a kind of draft; did you mean “opinion”"):
        book.choose(kind="opinon")


def test_an_unknown_rule_in_a_preset_is_a_mistake_of_the_preset_only(make_book: MakeBook) -> None:
    book = make_book({**FILES, "presets/opinion.yml": PRESET.replace("claims/vague", "claims/vauge")})
    assert len(book.choose(kind="opinion")) == 4
    (trouble,) = book.preset_mistakes()
    assert "“claims/vauge” is not a rule or family; did you mean “claims/vague”?" in trouble.message
    assert (trouble.path or "").endswith("opinion.yml")
    assert trouble.line == 4


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("kind: opinion", "kind: opinions", 1, "its file is called “opinion.yml”"),
        ("why: A column argues.\n", "", 1, "“why” is missing"),
        ("level: off", "level: on", 4, "“on” is not a level"),
        ("level: off, because: Columnists may generalise.", "level: off", 4, "“because” is missing"),
        ("    options: {most: 3}\n", "", 7, "the entry changes nothing"),
        ("options: {most: 3}", "option: {most: 3}", 8, "“option” is not a key; did you mean “options”?"),
    ],
)
def test_mistakes_in_presets(make_book: MakeBook, old: str, new: str, line: int, said: str) -> None:
    with pytest.raises(Trouble) as caught:
        make_book({**FILES, "presets/opinion.yml": PRESET.replace(old, new)})
    assert said in caught.value.message
    assert caught.value.line == line


def test_wrong_options_in_a_preset_are_told_there(make_book: MakeBook) -> None:
    book = make_book({**FILES, "presets/opinion.yml": PRESET.replace("most: 3", "most: few")})
    with pytest.raises(Trouble, match="“most” must be a whole number, not “few”") as caught:
        book.choose(kind="opinion")
    assert (caught.value.line, caught.value.column) == (8, 21)


def test_options_are_for_rules(make_book: MakeBook) -> None:
    layer = Layer(Unplaced("a.toml"), statements(options={"quotes": {"most": "1"}}))
    with pytest.raises(Trouble, match="“quotes” is not one"):
        make_book(FILES).choose([layer])


def test_drafts_under_the_same_layers_share_their_checks(make_book: MakeBook) -> None:
    book = make_book({**FILES, "presets/opinion.yml": PRESET})
    layers = [command_line(ignore=["claims"])]
    first, second = book.choose(layers, "opinion"), book.choose(layers, "opinion")
    assert all(one.rule.check is two.rule.check for one, two in zip(first, second, strict=True))


def test_decisions_say_who_decided(make_book: MakeBook) -> None:
    book = make_book({**FILES, "presets/opinion.yml": PRESET})
    decided = {
        rule.name: decision for rule, decision in book.decisions([command_line(ignore=["style"])], "opinion")
    }
    assert len(decided) == 4
    assert (decided["style/shun"].on, decided["style/shun"].on_from) == (False, "the command line")
    assert decided["claims/vague"].on_from.endswith("opinion.yml")
    assert decided["quotes/bare"].on_from.endswith(os.path.join("quotes", "bare.yml"))


def test_a_checkouts_own_rules_come_first(tmp_path: Path) -> None:
    package = tmp_path / "newslint"
    assert rules_folder(package) == package / "rules"
    write_files(tmp_path, {"pyproject.toml": '[project]\nname = "other"\n', "rules/x": ""})
    assert rules_folder(package) == package / "rules"
    write_files(tmp_path, {"pyproject.toml": '[project]\nname = "newslint"  # us\n'})
    assert rules_folder(package) == tmp_path / "rules"


def test_this_checkout_brings_its_rules(checkout: Path) -> None:
    (pack,) = newslint_packs()
    assert (pack.name, pack.folder) == ("newslint", checkout / "rules")
