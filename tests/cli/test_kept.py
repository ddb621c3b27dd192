"""Results kept between runs: the same report without the work, and never an old one."""

from __future__ import annotations

import os
import pickle
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newslint.kept.folder import KINDS
from tests.cli.conftest import Run

Put = Callable[..., Path]
BAD = "The mayor slammed the purple plan.\n"
READING = ("newslint.desk", "newslint.story.story", "newslint.rulebook.ignores", "spacy")
WATCHED = f"""
import sys
from newslint.cli import run
code = run(sys.argv[1:])
print(*sorted(set({READING!r}) & set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder for what is kept."""
    place = tmp_path / "kept"
    monkeypatch.setenv("NEWSLINT_CACHE_DIR", str(place))
    return place


def watched(*arguments: str) -> tuple[str, list[str]]:
    """The report, and what of the reading was loaded for it."""
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, *arguments], capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout, done.stderr.split()


def kept(folder: Path, kind: str = "results") -> list[Path]:
    return sorted(path for path in (folder / kind).glob("*") if path.name != "swept")


def test_an_unchanged_draft_is_not_read_again(draft: Put) -> None:
    draft("a.txt", BAD)
    draft("b.md", "# A plain day\n\nNothing *purple* here.\n")
    first, loaded = watched("check", ".", "--format", "json")
    assert "newslint.desk" in loaded
    again, loaded = watched("check", ".", "--format", "json")
    assert again == first
    assert loaded == []


@pytest.mark.parametrize("form", ["full", "concise", "sarif", "lsp", "github"])
def test_every_report_is_the_same(newslint: Run, draft: Put, form: str) -> None:
    draft("a.txt", "Ça: the mayor slammed 🙂 the purple plan.\n".encode("cp1252", "replace"))
    draft("b.txt", BAD)
    first, again, fresh = (
        newslint("check", ".", "--format", form, *more) for more in ((), (), ("--no-cache",))
    )
    assert (again.returncode, again.stdout, again.stderr) == (first.returncode, first.stdout, first.stderr)
    assert fresh.stdout == first.stdout


def change_draft(desk: Path) -> None:
    (desk / "a.txt").write_text("The mayor slammed the plan.\n")


def change_rule(desk: Path) -> None:
    rule = desk / "rules" / "house" / "purple.yml"
    rule.write_text(rule.read_text().replace("Another word", "A finer word"))


def add_rule(desk: Path) -> None:
    rule = desk / "rules" / "house" / "purple.yml"
    (rule.parent / "mayor.yml").write_text(rule.read_text().replace("purple", "mayor"))


def change_config(desk: Path) -> None:
    (desk / "newslint.toml").write_text('packs = ["rules"]\nselect = ["house"]\nignore = ["house/purple"]\n')


def add_config_below(desk: Path) -> None:
    (desk / ".git").rmdir()
    (desk / "newslint.toml").write_text('packs = ["rules"]\nselect = ["house/purple"]\n')


@pytest.mark.parametrize("change", [change_draft, change_rule, add_rule, change_config, add_config_below])
def test_whatever_changes_counts_at_once(
    newslint: Run, draft: Put, desk: Path, change: Callable[[Path], None]
) -> None:
    draft("a.txt", BAD)
    before = newslint("check", "a.txt").stdout
    assert newslint("check", "a.txt").stdout == before
    change(desk)
    after = newslint("check", "a.txt").stdout
    assert after != before
    assert after == newslint("check", "a.txt", "--no-cache").stdout


@pytest.mark.parametrize(
    "asked",
    [
        ("--select", "house/very"),
        ("--min-severity", "error"),
        ("--ignore", "house/slammed"),
        ("--isolated-by-config",),
    ],
)
def test_another_order_is_another_result(
    newslint: Run, draft: Put, desk: Path, asked: tuple[str, ...]
) -> None:
    draft("a.txt", BAD)
    if asked == ("--isolated-by-config",):
        (desk / "other.toml").write_text('packs = ["rules"]\nselect = ["house/purple"]\n')
        asked = ("--config", "other.toml")
    usual = newslint("check", "a.txt").stdout
    assert newslint("check", "a.txt", *asked).stdout != usual
    assert newslint("check", "a.txt").stdout == usual


def test_an_accepted_finding_counts_at_once(newslint: Run, draft: Put) -> None:
    draft("a.txt", BAD)
    assert "house/slammed" in newslint("check", "a.txt").stdout
    assert newslint("accept", "house/slammed", "a.txt:1", "--why", "Her word.").returncode == 0
    assert "house/slammed" not in newslint("check", "a.txt").stdout


def test_an_accepted_finding_of_a_draft_that_is_gone_is_told_each_time(newslint: Run, draft: Put) -> None:
    draft("a.txt", BAD)
    gone = draft("b.txt", BAD)
    newslint("accept", "house/slammed", "b.txt:1", "--why", "Her word.")
    gone.unlink()
    first, again = newslint("check", "a.txt").stdout, newslint("check", "a.txt").stdout
    assert "b.txt, which is gone" in first
    assert again == first


def test_nothing_is_kept_that_was_not_asked_for(newslint: Run, draft: Put, folder: Path) -> None:
    draft("a.txt", BAD)
    newslint("check", "a.txt", "--no-cache")
    newslint("check", "-", stdin=BAD)
    assert kept(folder) == []


def test_a_book_with_a_mistake_gives_no_result_to_keep(
    newslint: Run, draft: Put, desk: Path, folder: Path
) -> None:
    draft("a.txt", BAD)
    (desk / "rules" / "house" / "broken.yml").write_text("rule: house/broken\n")
    for _ in range(2):
        assert newslint("check", "a.txt").returncode == 2
    assert kept(folder) == []


@pytest.mark.skipif(os.name == "nt", reason="files have no such permissions on this system")
def test_what_is_kept_is_its_owners_alone(newslint: Run, draft: Put, folder: Path) -> None:
    draft("a.txt", BAD)
    newslint("check", "a.txt")
    for kind in ("results", "abouts", "books"):
        assert stat.S_IMODE((folder / kind).stat().st_mode) == 0o700
        assert {stat.S_IMODE(path.stat().st_mode) for path in kept(folder, kind)} == {0o600}


@pytest.mark.skipif(os.name == "nt", reason="files have no such permissions on this system")
def test_what_others_could_have_written_is_not_opened(newslint: Run, draft: Put, folder: Path) -> None:
    draft("a.txt", BAD)
    newslint("check", "a.txt")
    (path,) = kept(folder)
    path.write_bytes(b"cos\nsystem\n(S'touch hacked'\ntR.")
    path.chmod(0o666)
    assert "house/slammed" in newslint("check", "a.txt").stdout
    assert not Path("hacked").exists()


@pytest.mark.parametrize("kind", ["results", "abouts"])
@pytest.mark.parametrize("content", [b"", b"\x80\x05 half", None])
def test_what_is_broken_is_made_anew(
    newslint: Run, draft: Put, folder: Path, kind: str, content: bytes | None
) -> None:
    draft("a.txt", BAD)
    first = newslint("check", "a.txt").stdout
    for path in kept(folder, kind):
        path.unlink() if content is None else path.write_bytes(content)
    assert newslint("check", "a.txt").stdout == first
    assert watched("check", "a.txt")[1] == []


def test_a_folder_that_cannot_be_written_costs_nothing(newslint: Run, draft: Put, folder: Path) -> None:
    draft("a.txt", BAD)
    folder.write_text("a file where the folder should be")
    done = newslint("check", "a.txt")
    assert done.returncode == 1
    assert "house/slammed" in done.stdout
    assert done.stderr == ""


def test_clean_lets_go_of_what_is_kept_and_of_nothing_else(newslint: Run, draft: Put, folder: Path) -> None:
    draft("a.txt", BAD)
    newslint("check", "a.txt")
    (folder / "notes.txt").write_text("mine")
    done = newslint("clean")
    assert done.returncode == 0
    assert "removed" in done.stdout
    assert [path for kind in KINDS for path in kept(folder, kind)] == []
    assert (folder / "notes.txt").read_text() == "mine"
    assert newslint("clean").stdout == "Nothing was kept.\n"


SAYING = "It is widely believed that the pool will close. The mayor slammed the purple plan of Ann Rowe.\n"
COUNTING = """
import sys
from newslint.cli import run
from newslint.language.pipeline import Pipeline
read = Pipeline._docs
def counted(self, texts, gives):
    print(len(texts), file=sys.stderr)
    return read(self, texts, gives)
Pipeline._docs = counted
sys.exit(run(sys.argv[1:]))
"""
PATTERN = """\
rule: house/goes
title: Do not go
severity: warning
why: |
  Nobody goes.
see: https://example.org/policy
pattern: [{lemma: [go]}]
message: Where to?
examples:
  flags: |
    She [[went]] home.
    He [[goes]] home.
  passes: |
    She is at home.
    “I go home,” she said.
"""


@pytest.fixture
def parsing(desk: Path) -> None:
    """A rule that needs lemmas, which the pipeline gives."""
    (desk / "rules" / "house" / "goes.yml").write_text(PATTERN)


def counted(*arguments: str) -> tuple[str, int]:
    """The report, and how many paragraphs the pipeline read for it."""
    done = subprocess.run(
        [sys.executable, "-c", COUNTING, *arguments], capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout, sum(map(int, done.stderr.split()))


def test_a_changed_rule_costs_no_reading(desk: Path, draft: Put, parsing: None) -> None:
    draft("a.txt", f"{BAD}\nShe went home.\n\nHe went too.\n")
    first, read = counted("check", "a.txt")
    assert (first.count("house/goes"), read) == (2, 3)
    change_rule(desk)
    again, read = counted("check", "a.txt")
    assert "A finer word" in again
    assert again.replace("A finer word", "Another word") == first
    assert read == 0


def test_a_changed_paragraph_costs_its_own_reading(draft: Put, parsing: None, folder: Path) -> None:
    text = "\n\n".join(f"They went to place {number}." for number in range(5))
    draft("a.txt", text)
    assert counted("check", "a.txt")[1] == 5
    draft("a.txt", "New above: she went.\n\n" + text.replace("place 3", "the third place"))
    again, read = counted("check", "a.txt")
    assert read == 2
    fresh, read = counted("check", "a.txt", "--no-cache")
    assert (again, read) == (fresh, 6)
    assert len(kept(folder, "readings")) == 1


def test_a_draft_on_standard_input_leaves_no_reading(newslint: Run, folder: Path, parsing: None) -> None:
    assert "house/goes" in newslint("check", "-", stdin="They went.\n").stdout
    assert kept(folder, "readings") == []


@pytest.mark.parametrize("content", [b"", {("They went.\n", frozenset()): b"junk"}, "junk bytes"])
def test_readings_that_are_broken_are_made_anew(
    draft: Put, desk: Path, parsing: None, folder: Path, content: object
) -> None:
    draft("a.txt", "They went.\n")
    first, _ = counted("check", "a.txt")
    (path,) = kept(folder, "readings")
    if content == "junk bytes":
        content = dict.fromkeys(pickle.loads(path.read_bytes()), b"junk")
    path.write_bytes(content if isinstance(content, bytes) else pickle.dumps(content))
    change_rule(desk)
    assert counted("check", "a.txt") == (first, 1)
    assert counted("check", "a.txt") == (first, 0)


def test_a_changed_vocabulary_counts_at_once(newslint: Run, draft: Put, desk: Path) -> None:
    (desk / "newslint.toml").write_text('vocabulary = ["house.yml"]\nselect = ["names/house-form"]\n')
    entry = "names:\n  - name: Hasakah\n    kind: place\n    not: [{}]\n"
    (desk / "house.yml").write_text(entry.format("Hasakeh"))
    draft("a.txt", "Two people died in Hasakeh on Monday, officials in Hassakah said.\n")
    first = newslint("check", "a.txt").stdout
    (desk / "house.yml").write_text(entry.format("Hassakah"))
    again = newslint("check", "a.txt").stdout
    assert again != first
    assert again == newslint("check", "a.txt", "--no-cache").stdout
