"""A rule that is asked for, proved and written."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from newslint.cli.rules.manners import manners
from newslint.cli.rules.rulefile import scalar
from newslint.cli.rules.writing import command
from newslint.plugins import load_plugins
from newslint.rulebook.yamlfile import parse_yaml, read_yaml

Run = Callable[..., "subprocess.CompletedProcess[str]"]

GIVEN = {
    "--verb": "avoid",
    "--words": "gutted, over the moon",
    "--severity": "suggestion",
    "--why": "Readers have heard it: too often. " * 5,
    "--see": "https://example.org/guide#words",
}
EXAMPLES = (
    *("--flags", "He was [[gutted]] to lose."),
    *("--flags", "The coach was [[over the moon]]: she said so."),
    *("--passes", "“I am gutted,” he said."),
    *("--passes", "Fire spread over the moon-shaped roof."),
)


def options(**changed: str | None) -> list[str]:
    given = {**GIVEN, **{f"--{name}": value for name, value in changed.items()}}
    return [part for name, value in given.items() if value is not None for part in (name, value)]


def test_without_questions(newslint: Run, desk: Path) -> None:
    done = newslint("rules", "new", "house/gutted", *options(), *EXAMPLES)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "rules/house/gutted.yml: 4 examples, all proved.\n"
    file = desk / "rules" / "house" / "gutted.yml"
    data = read_yaml(file).data
    assert data["avoid"] == {"words": ["gutted", "over the moon"]}
    assert data["see"] == GIVEN["--see"]
    assert max(map(len, file.read_text(encoding="utf-8").splitlines())) <= 110
    tested = newslint("rules", "test", "house/gutted")
    assert (tested.returncode, tested.stdout) == (0, "1 rule, 4 examples: all proved.\n")


@pytest.mark.parametrize(
    ("arguments", "verb", "under"),
    [
        (
            [
                *options(verb="prefer", use="adviser", words="advisor"),
                *("--flags", "The [[advisor]] left. -> The adviser left."),
                *("--flags", "Two [[advisors]] left."),
                *("--passes", "The adviser left."),
                *("--passes", "“My advisor told me,” she said."),
            ],
            "prefer",
            {"use": "adviser", "not": ["advisor"]},
        ),
        (
            [
                *options(verb="consistent", words="email, e-mail"),
                *("--flags", "An email, an email and an [[e-mail]] came."),
                *("--flags", "One e-mail came. No [[email]] went."),
                *("--passes", "An email and an email came."),
                *("--passes", "One e-mail came."),
            ],
            "consistent",
            {"one_of": [["email", "e-mail"]]},
        ),
        (
            [
                *options(verb="require", words="helpline, hotline"),
                *("--within", "draft", "--when", "gutted"),
                *("--flags", "He was [[gutted]]."),
                *("--flags", "She was gone. ¶ He was [[gutted]]."),
                *("--passes", "He was gutted. ¶ Call the helpline."),
                *("--passes", "He was sad."),
            ],
            "require",
            {"words": ["helpline", "hotline"], "within": "draft", "when": {"words": ["gutted"]}},
        ),
        (
            [
                *options(verb="require", words="helpline"),
                *("--within", "last paragraph"),
                *("--flags", "He was sad."),
                *("--flags", "The helpline rang. ¶ He was sad."),
                *("--passes", "He was sad. ¶ Call the helpline."),
                *("--passes", "The helpline rang."),
            ],
            "require",
            {"words": ["helpline"], "within": "last paragraph"},
        ),
        (
            [
                *options(verb="limit", words=None),
                *("--count", "words", "--per", "headline", "--most", "4"),
                *("--flags", "headline: [[Council votes to close pool]] ¶ lede: It voted."),
                *("--flags", "headline: [[Ferry runs aground at noon]] ¶ lede: It did."),
                *("--passes", "headline: Council closes the pool ¶ lede: It voted."),
                *("--passes", "lede: The council votes to close the pool."),
            ],
            "limit",
            {"count": "words", "per": "headline", "most": "4"},
        ),
        (
            [
                *options(verb="support", words=None),
                *("--what", "figures"),
                *("--flags", "headline: Fire kills [[14]] people ¶ lede: Twelve people died."),
                *("--flags", "headline: Rents rise [[8%]] ¶ lede: Rents rose by 6 percent."),
                *("--passes", "headline: Fire kills 14 people ¶ lede: Fourteen people died."),
                *("--passes", "headline: Fire kills people ¶ lede: Twelve people died."),
            ],
            "support",
            {"what": "figures"},
        ),
        (
            [
                *options(verb="pattern", words=None),
                *("--items", "it is/was widely? feel*/hop*"),
                *("--flags", "[[It is widely felt]] that it rained."),
                *("--flags", "[[It was felt]] that it rained."),
                *("--passes", "It is widely held that it rained."),
                *("--passes", "“It is felt that it rained,” he said."),
            ],
            "pattern",
            {
                "items": [
                    {"word": ["it"]},
                    {"word": ["is", "was"]},
                    {"word": ["widely"], "optional": "yes"},
                    {"lemma": ["feel", "hop"]},
                ]
            },
        ),
        (
            [
                *options(
                    verb="quotes", words=None, title="Who spoke", message="Who said these {words} words?"
                ),
                *("--conditions", "speaker: missing; use: speech; min_words: 4"),
                *("--flags", "[[“The pool will not open again.”]]"),
                *("--flags", "It rained. [[“Nobody told us of the vote.”]]"),
                *("--passes", "“The pool will not open again,” she said."),
                *("--passes", "They sang “All Quiet”."),
            ],
            "quotes",
            {"speaker": "missing", "use": "speech", "min_words": "4"},
        ),
    ],
)
def test_the_other_verbs(
    newslint: Run, desk: Path, arguments: list[str], verb: str, under: dict[str, object]
) -> None:
    done = newslint("rules", "new", "house/word", *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert read_yaml(desk / "rules" / "house" / "word.yml").data[verb] == under
    assert newslint("rules", "test", "house/word").returncode == 0


def test_whatever_is_not_given_is_asked_until_it_is_right(desk: Path) -> None:
    answers = [
        "Gutted",  # no name
        "house/slammed",  # taken
        "house/gutted",
        "shun",  # no verb
        "avoid",
        "gutted",
        "fatal",
        "warning",
        "We have better words.",
        "example.org",
        "https://example.org/guide",
        "",  # too few
        "He was gutted.",  # no marks
        "He was [[gutted]].",
        "She was [[gutted]] too.",
        "",
        "He was sad.",
        "“I am gutted,” he said.",
        "",
    ]
    done = CliRunner().invoke(command, [], input="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    for told in (
        "“Gutted” is no name for a rule",
        "there is a rule house/slammed already",
        "“shun” is no verb here",
        "“fatal” is no severity here",
        "“example.org” is not a web address",
        "put [[ and ]] around",
    ):
        assert told in done.output
    data = read_yaml(desk / "rules" / "house" / "gutted.yml").data
    assert (data["severity"], data["message"]) == ("warning", "Another word for “{match}”?")


def test_examples_that_fail_are_shown_and_asked_again(desk: Path) -> None:
    wrong = ["He was [[really gutted]].", "She was [[gutted]].", "", "He was sad.", "She was sad.", ""]
    right = ["He was really [[gutted]].", *wrong[1:]]
    answers = "\n".join([*wrong, *right]) + "\n"
    done = CliRunner().invoke(command, ["house/gutted", *options()], input=answers)
    assert done.exit_code == 0, done.output
    assert "expected: He was [[really gutted]]." in done.output
    assert "came:     He was really [[gutted]]." in done.output
    assert "1 example of 4 failed; nothing was written." in done.output
    text = (desk / "rules" / "house" / "gutted.yml").read_text(encoding="utf-8")
    assert "He was really [[gutted]]." in text
    assert "[[really gutted]]" not in text


def test_given_examples_that_fail_write_nothing(newslint: Run, desk: Path) -> None:
    wrong = [*EXAMPLES[:2], "--flags", "Nobody was [[sad]].", *EXAMPLES[4:]]
    done = newslint("rules", "new", "house/gutted", *options(), *wrong)
    assert done.returncode == 1
    assert "expected: Nobody was [[sad]]." in done.stdout
    assert not (desk / "rules" / "house" / "gutted.yml").exists()


@pytest.mark.parametrize("name", ["house/slammed", "dates/wrong-weekday"])
def test_a_rule_that_is_there_is_not_overwritten(newslint: Run, desk: Path, name: str) -> None:
    before = (desk / "rules" / "house" / "slammed.yml").read_text()
    done = newslint("rules", "new", name, *options(), *EXAMPLES)
    assert done.returncode == 2
    assert f"there is a rule {name} already" in done.stderr
    assert (desk / "rules" / "house" / "slammed.yml").read_text() == before


def test_a_file_that_no_pack_holds_is_not_overwritten(newslint: Run, desk: Path) -> None:
    file = desk / "mine" / "house" / "gutted.yml"
    file.parent.mkdir(parents=True)
    file.write_text("my notes")
    done = newslint("rules", "new", "house/gutted", *options(), *EXAMPLES, "--output", "mine")
    assert done.returncode == 2
    assert file.read_text() == "my notes"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["gutted", *options(), *EXAMPLES], "“gutted” is no name for a rule"),
        (["presets/gutted", *options(), *EXAMPLES], "“presets” is no family of rules"),
        (["newslint/gutted", *options(), *EXAMPLES], "“newslint” is no family of rules"),
        (["house/gutted", *options(why=None), *EXAMPLES], "--why is missing, and nobody is there to answer"),
        (["house/gutted", *options()], "--flags is missing, and nobody is there to answer"),
        (["house/gutted", *options(), *EXAMPLES[:-2]], "the rule has 1 passing example"),
        (["house/gutted", *options(see="guide"), *EXAMPLES], "“guide” is not a web address"),
        (["house/gutted", *options(verb="shun"), *EXAMPLES], "“shun” is no verb here"),
        (["house/gutted", *options(use="sad"), *EXAMPLES], "--use is for “prefer”"),
        (["house/gutted", *options(words=","), *EXAMPLES], "name one word at least"),
        (
            ["house/gutted", *options(verb="limit", words=None), "--count", "wrods"],
            "“wrods” is no count here",
        ),
        (
            [
                "house/gutted",
                *options(verb="limit", words=None),
                "--count",
                "words",
                "--per",
                "lede",
                "--most",
                "x",
            ],
            "“x” is not a number",
        ),
        (["house/gutted", *options(verb="pattern", words=None), "--items", "say*/told"], "mixes words"),
        (["house/gutted", *options(verb="pattern", words=None), "--items", "?"], "“?” says nothing"),
        (
            ["house/gutted", *options(verb="quotes", words=None), "--conditions", "unclosed"],
            "is no condition",
        ),
        (
            [
                *("house/gutted", *options(verb="quotes", words=None, title="T", message="M")),
                *("--conditions", "spaker: missing", *EXAMPLES),
            ],
            "“spaker” is not an option of “quotes”; did you mean “speaker”?",
        ),
        (["house/gutted", *options(verb="require"), "--within", "nowhere"], "“nowhere” is no place here"),
        (["house/gutted", *options(message="{other}?"), *EXAMPLES], "“other” is not a fact"),
        (["house/gutted", *options(), *EXAMPLES, "--output", "newslint.toml"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_told(newslint: Run, desk: Path, arguments: list[str], told: str) -> None:
    done = newslint("rules", "new", *arguments)
    assert done.returncode == 2
    assert told in done.stderr, done.stderr
    assert not list(desk.rglob("gutted.yml"))


def test_without_a_folder_in_the_config_it_tells_how_to_run_the_rule(newslint: Run, desk: Path) -> None:
    (desk / "newslint.toml").write_text("")
    done = newslint("rules", "new", "house/gutted", *options(), *EXAMPLES)
    assert done.returncode == 0
    assert (desk / "house-rules" / "house" / "gutted.yml").exists()
    assert 'packs = ["house-rules"]' in done.stdout


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "no",
        "a: b",
        "# not a comment",
        "“{match}”",
        "5",
        "it's",
        "- dash",
        '"',
        "ß",
        "x, y",
        "~",
    ],
)
def test_a_value_is_read_as_it_was_meant(text: str) -> None:
    assert parse_yaml(f"one: {scalar(text)}\nmany: [{scalar(text)}]\n", "x.yml").data == {
        "one": text,
        "many": [text],
    }


def test_a_verb_is_asked_in_plain_words(desk: Path) -> None:
    answers = [
        *("house/long-headline", "limit", "lines", "words", "headline", "many", "4"),
        *("suggestion", "Short ones are read.", "https://example.org/guide"),
        *("headline: [[Council votes to close pool]] ¶ lede: It voted.",),
        *("headline: [[Ferry runs aground at noon]] ¶ lede: It did.", ""),
        *("headline: Council closes the pool ¶ lede: It voted.", "lede: The council votes to close it.", ""),
    ]
    done = CliRunner().invoke(command, [], input="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "limit: too much of something" in done.output
    assert "What is counted (words, sentences" in done.output
    assert "“lines” is no count here" in done.output
    assert "“many” is not a number" in done.output
    assert read_yaml(desk / "rules" / "house" / "long-headline.yml").data["title"] == (
        "At most 4 words in a headline"
    )


def test_a_rule_on_whole_drafts_asks_for_drafts_without_marks(desk: Path) -> None:
    answers = [
        *("house/helpline", "require", "helpline", "draft", ""),
        *("warning", "Readers may need it.", "https://example.org/guide"),
        *("He was [[sad]].", "He was sad.", "She was sad.", ""),
        *("Call the helpline.", "The helpline rang.", ""),
    ]
    done = CliRunner().invoke(command, [], input="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "leave out [[ and ]]" in done.output
    data = read_yaml(desk / "rules" / "house" / "helpline.yml").data
    assert [case["whole"] for case in data["cases"]] == ["yes", "yes"]


def test_every_verb_that_newslint_has_can_be_asked_for() -> None:
    checks = load_plugins().checks
    assert set(manners()) == {verb for verb, _ in checks} - {"stories"}
