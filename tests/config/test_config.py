"""What config files say, what is wrong with them, and what they come to for a draft."""

from __future__ import annotations

from pathlib import Path

import pytest

import newslint.config.file as config_file
from newslint.config import Config, Effective, load_config
from newslint.model import Hit, Severity, Trouble
from newslint.rulebook.book import load_book
from newslint.rulebook.check import Check, Options
from newslint.rulebook.pack import Pack
from newslint.rulebook.selection import Selection
from newslint.rulebook.verbs import registry
from newslint.story.story import Story


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository of drafts, which is also the working folder."""
    folder = tmp_path / "desk"
    (folder / ".git").mkdir(parents=True)
    monkeypatch.chdir(folder)
    return folder


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def said(effective: Effective) -> list[tuple[str, list[str]]]:
    return [
        (layer.origin, [statement.selector for statement in layer.statements]) for layer in effective.layers
    ]


def test_without_a_file_nothing_is_said(desk: Path) -> None:
    effective = load_config().effective("a.txt")
    assert effective.layers == ()
    assert (effective.kind, effective.pipeline, effective.fail_on, effective.exclude) == (
        None,
        None,
        None,
        None,
    )
    assert effective.home is None
    assert {value.origin for value in effective.values()} == {"newslint’s default"}


def test_the_nearest_value_wins_and_says_where_it_is_from(desk: Path) -> None:
    write(
        desk,
        {
            "newslint.toml": 'fail-on = "warning"\nmin-severity = "warning"\n'
            'exclude = ["archive/"]\nignore = ["claims"]\n',
            "sport/newslint.toml": 'fail-on = "suggestion"\nignore = ["quotes/late"]\n',
        },
    )
    config = load_config()
    near, far = config.effective("sport/match.txt"), config.effective("news/vote.txt")
    assert (near.fail_on, far.fail_on) == (Severity.suggestion, Severity.warning)
    assert (near.min_severity, far.min_severity) == (Severity.warning, Severity.warning)
    assert said(near) == [("newslint.toml", ["claims"]), ("sport/newslint.toml", ["quotes/late"])]
    values = {value.key: (value.value, value.origin) for value in near.values()}
    assert values["fail-on"] == ("suggestion", "sport/newslint.toml")
    assert values["min-severity"] == ("warning", "newslint.toml")
    assert values["exclude"] == ("archive/", "newslint.toml")
    assert near.home == desk / "sport"


def test_looking_up_ends_at_the_root_of_the_repository(desk: Path) -> None:
    write(desk.parent, {"newslint.toml": 'fail-on = "warning"'})
    assert load_config().effective("a.txt").fail_on is None


def test_pyproject_counts_where_it_names_newslint(desk: Path) -> None:
    write(desk, {"pyproject.toml": '[project]\nname = "x"\n[tool.newslint]\nignore = ["claims"]\n'})
    write(desk, {"sub/pyproject.toml": '[project]\nname = "y"\n'})
    assert said(load_config().effective("sub/a.txt")) == [("pyproject.toml", ["claims"])]
    write(desk, {"newslint.toml": 'ignore = ["quotes"]'})
    assert said(load_config().effective("a.txt")) == [("newslint.toml", ["quotes"])]


def test_one_file_only_or_none(desk: Path) -> None:
    write(desk, {"newslint.toml": 'ignore = ["claims"]', "other.toml": 'ignore = ["quotes"]'})
    assert said(load_config(Path("other.toml")).effective("a.txt")) == [("other.toml", ["quotes"])]
    assert said(load_config(isolated=True).effective("a.txt")) == []
    with pytest.raises(Trouble, match="no such config file"):
        load_config(Path("none.toml")).effective("a.txt")


def test_paths(desk: Path) -> None:
    text = """
    ignore = ["style"]
    [[paths]]
    glob = "opinion/"
    kind = "opinion"
    ignore = ["claims"]
    [[paths]]
    glob = ["*.live.txt", "court/**"]
    kind = "court"
    severity = {"legal" = "error"}
    """
    write(desk, {"newslint.toml": text})
    config = load_config()
    assert said(config.effective("news/a.txt")) == [("newslint.toml", ["style"])]
    opinion = config.effective("opinion/deep/a.txt")
    assert (opinion.kind, said(opinion)) == (
        "opinion",
        [("newslint.toml", ["style"]), ("newslint.toml", ["claims"])],
    )
    assert opinion.origins["kind"] == "newslint.toml"
    both = config.effective("opinion/vote.live.txt")
    assert (both.kind, len(both.layers)) == ("court", 3)
    assert config.effective("opinion/other.txt") is opinion


def test_extends(desk: Path) -> None:
    write(
        desk,
        {
            "newslint.toml": 'extends = ["shared/house.toml"]\nignore = ["quotes"]\n',
            "shared/house.toml": 'extends = "base.toml"\nfail-on = "warning"\npacks = ["rules"]\n',
            "shared/base.toml": 'fail-on = "suggestion"\nmin-severity = "warning"\n',
            "shared/rules/x.txt": "",
        },
    )
    effective = load_config().effective("a.txt")
    assert [file.path for file in effective.files] == [
        "shared/base.toml",
        "shared/house.toml",
        "newslint.toml",
    ]
    assert (effective.fail_on, effective.min_severity) == (Severity.warning, Severity.warning)
    assert [pack.folder for pack in effective.packs()] == [desk / "shared" / "rules"]
    assert effective.home == desk


def test_packs(desk: Path) -> None:
    (desk / "house").mkdir()
    installed = [Pack("newslint", desk), Pack("agency", desk), Pack("other", desk)]
    write(desk, {"newslint.toml": 'packs = ["house", "agency"]'})
    packs = load_config().effective("a.txt").packs(installed)
    assert [pack.name for pack in packs] == ["newslint", "other", str(desk / "house"), "agency"]
    write(desk, {"newslint.toml": 'packs = [\n  "house",\n  "agnecy",\n]'})
    with pytest.raises(Trouble, match="“agnecy” is not a pack; did you mean “agency”") as caught:
        load_config().effective("a.txt").packs(installed)
    assert (caught.value.path, caught.value.line, caught.value.column) == ("newslint.toml", 3, 3)


def test_options_mean_the_same_as_in_a_rule_file(desk: Path) -> None:
    write(desk, {"newslint.toml": '[rules."sources/overuse"]\nmost = 4\nstrict = true\nwords = ["a", 1]\n'})
    (layer,) = load_config().effective("a.txt").layers
    assert layer.statements[0].options == {"most": "4", "strict": "yes", "words": ["a", "1"]}
    assert layer.statements[0].loc == ("rules", "sources/overuse")
    assert Selection((layer,))


MISTAKES = [
    ('ignroe = ["a"]', 1, 1, "“ignroe” is not a key; did you mean “ignore”?"),
    ("ignore = 3", 1, 1, "“ignore” must be a list, not “3”"),
    ('ignore = ["a",\n  4]', 1, 1, "an item of “ignore” must be a piece of text, not “4”"),
    ('\n\nfail-on = "warn"', 3, 1, "“warn” is not a value of “fail-on”; did you mean “warning”?"),
    (
        '[severity]\n"quotes/late" = "eror"',
        2,
        1,
        "“eror” is not a value of “quotes/late”; did you mean “error”?",
    ),
    ('[[paths]]\nglob = "a"\n[[paths]]\nkind = "b"', 3, 3, "“glob” is missing"),
    ('[[paths]]\nglob = "a"\nknd = "b"', 3, 1, "“knd” is not a key; did you mean “kind”?"),
    ('[rules]\n"a/b" = 3', 2, 1, "“a/b” must be “key: value” lines, not “3”"),
    ('extends = ["newslint.toml"]', 1, 12, "“newslint.toml” leads back to this file"),
    ('select = ["a"]\nextends = ["none.toml"]', 2, 12, "there is no file “none.toml”"),
    ('required-version = "new"', 1, 1, "“new” is not a version; write “>=0.1”"),
    ('required-version = ">=99"', 1, 1, "this config is for newslint >=99"),
    ('pipeline = "./model"', 1, 1, "is a path in the folder of the drafts"),
    ('pipeline = "models/en"', 1, 1, "is a path in the folder of the drafts"),
    ('pipeline = ""', 1, 1, "“pipeline” is empty"),
    ("ignore = [", 1, None, "cannot be understood as TOML"),
    ("a b", 1, None, "cannot be understood as TOML"),
    ('fail-on = "error"\nfail-on = "error"', 2, None, "a key stands here twice"),
]


@pytest.mark.parametrize(("text", "line", "column", "told"), MISTAKES)
def test_a_mistake_is_told_at_its_place(
    desk: Path, text: str, line: int, column: int | None, told: str
) -> None:
    write(desk, {"newslint.toml": text})
    with pytest.raises(Trouble) as caught:
        load_config().effective("a.txt")
    trouble = caught.value
    assert told in trouble.message
    assert (trouble.path, trouble.line) == ("newslint.toml", line)
    assert column is None or trouble.column == column
    assert trouble.remedy
    assert "pydantic" not in f"{trouble.message} {trouble.remedy}"


def test_the_place_is_right_in_a_pyproject_too(desk: Path) -> None:
    write(desk, {"pyproject.toml": "[tool.other]\nignore = 1\n\n[tool.newslint]\nignore = 1\n"})
    with pytest.raises(Trouble) as caught:
        load_config().effective("a.txt")
    assert (caught.value.line, caught.value.column) == (5, 1)


def test_a_ring_of_files_is_told(desk: Path) -> None:
    write(
        desk,
        {
            "newslint.toml": 'extends = "b.toml"',
            "b.toml": 'extends = "c.toml"',
            "c.toml": 'extends = "b.toml"',
        },
    )
    with pytest.raises(Trouble, match=r"“b\.toml” leads back to this file") as caught:
        load_config().effective("a.txt")
    assert caught.value.path == "c.toml"


def test_two_files_may_build_on_the_same_one(desk: Path) -> None:
    write(
        desk,
        {
            "newslint.toml": 'extends = ["b.toml", "c.toml"]',
            "b.toml": 'extends = "base.toml"',
            "c.toml": 'extends = "base.toml"',
            "base.toml": 'ignore = ["claims"]',
        },
    )
    names = [file.path for file in load_config().effective("a.txt").files]
    assert names == ["base.toml", "b.toml", "c.toml", "newslint.toml"]


def test_a_pipeline_folder_in_the_repository_is_refused_by_its_bare_name_too(desk: Path) -> None:
    write(desk, {"newslint.toml": 'pipeline = "model"'})
    assert load_config().effective("a.txt").pipeline == "model"  # a package, as far as anybody can see
    (desk / "model").mkdir()
    with pytest.raises(Trouble, match="is a path in the folder"):
        load_config().effective("a.txt")


def test_a_pipeline_elsewhere_on_the_machine_is_not(desk: Path) -> None:
    write(desk, {"newslint.toml": f'pipeline = "{desk.parent}/model"'})
    assert load_config().effective("a.txt").pipeline == f"{desk.parent}/model"
    write(desk, {"newslint.toml": f'pipeline = "{desk}/model"'})
    with pytest.raises(Trouble, match="is a path in the folder"):
        load_config().effective("a.txt")
    write(desk, {"newslint.toml": f'pipeline = "{desk.parent}/desk/../desk/model"'})
    with pytest.raises(Trouble, match="is a path in the folder"):
        load_config().effective("a.txt")


def test_a_link_out_of_the_repository_is_in_it(desk: Path) -> None:
    (desk.parent / "model").mkdir()
    (desk / "link").symlink_to(desk.parent / "model")
    write(desk, {"newslint.toml": 'pipeline = "link"'})
    with pytest.raises(Trouble, match="is a path in the folder"):
        load_config().effective("a.txt")


@pytest.mark.parametrize(
    ("required", "fits"),
    [
        ("0.1.0", True), ("==0.1", True), (">=0.1", True), (">=0.1,<1", True), ("<0.1", False),
        ("!=0.1.0", False), ("~=0.1.0", True), ("~=0.2.0", False), ("~=0.1", True), (">0.1", False),
        ("<=0.1.0", True), (">=0.1.0rc1", True), ("<0.1.0rc1", False), (">=0.1, <0.1", False),
    ],
)  # fmt: skip
def test_required_version(desk: Path, monkeypatch: pytest.MonkeyPatch, required: str, fits: bool) -> None:
    monkeypatch.setattr(config_file, "VERSION", "0.1.0")
    write(desk, {"newslint.toml": f'required-version = "{required}"'})
    if fits:
        assert load_config().effective("a.txt")
        return
    with pytest.raises(Trouble, match="this config is for newslint") as caught:
        load_config().effective("a.txt")
    assert "pip install" in (caught.value.remedy or "")


def test_files_are_read_once(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(desk, {"newslint.toml": 'ignore = ["claims"]'})
    config = Config()
    first = config.effective("a.txt")
    (desk / "newslint.toml").unlink()
    assert config.effective("b.txt") is first


VAGUE = """\
rule: claims/vague
title: Say who
severity: warning
why: Readers want to know.
see: https://example.org/policy
silent:
  most: 1
message: Who?
examples:
  flags: |
    [[Critics]] say so.
    [[Experts]] say so.
  passes: |
    Ann Lee says so.
    Bo Lee says so.
"""


class Limits(Options):
    most: int = 0


class Silent(Check[Limits]):
    verb = "silent"
    Options = Limits

    def look(self, story: Story) -> tuple[Hit, ...]:
        return ()


@pytest.mark.parametrize(
    ("text", "line", "column", "told"),
    [
        (
            'fail-on = "error"\nignore = [\n  "claims/vauge",\n]',
            3,
            3,
            "“claims/vauge” is not a rule or family; did you mean",
        ),
        ('select = ["claim"]', 1, 11, "“claim” is not a rule or family; did you mean “claims”?"),
        ('[severity]\nclaims = "error"\n"claims/vage" = "error"', 3, 1, "did you mean “claims/vague”?"),
        ('[[paths]]\nglob = "*"\nignore = ["clams"]', 3, 11, "did you mean “claims”?"),
        ('[rules."claims/vage"]\nmost = 3', 1, 2, "did you mean “claims/vague”?"),
        (
            '[rules."claims/vague"]\nmots = 3',
            2,
            1,
            "“mots” is not an option of claims/vague; did you mean “most”?",
        ),
        ('[rules."claims/vague"]\nmost = "few"', 2, 1, "“most” must be a whole number, not “few”"),
        ('rules."claims/vague".most = "few"', 1, 1, "“most” must be a whole number, not “few”"),
        ('ignore = ["all"]', None, None, "no rule is left to run"),
    ],
)
def test_what_the_book_does_not_know_is_told_in_the_config(
    desk: Path, text: str, line: int | None, column: int | None, told: str
) -> None:
    write(desk, {"rules/claims/vague.yml": VAGUE, "newslint.toml": text})
    book = load_book([Pack("rules", desk / "rules")], registry([Silent]))
    with pytest.raises(Trouble) as caught:
        book.choose(load_config().effective("a.txt").layers)
    assert told in caught.value.message
    assert (caught.value.path, caught.value.line, caught.value.column) == ("newslint.toml", line, column)


def test_options_of_several_files_add_up(desk: Path) -> None:
    write(desk, {"rules/claims/vague.yml": VAGUE, "newslint.toml": '[rules."claims/vague"]\nmost = 3\n'})
    write(desk, {"sub/newslint.toml": '[rules."claims/vague"]\nmost = 4\n[severity]\nclaims = "error"\n'})
    book = load_book([Pack("rules", desk / "rules")], registry([Silent]))
    config = load_config()
    ((far, _),) = book.choose(config.effective("a.txt").layers)
    ((near, severity),) = book.choose(config.effective("sub/a.txt").layers)
    assert (far.options, near.options, severity) == (Limits(most=3), Limits(most=4), Severity.error)
