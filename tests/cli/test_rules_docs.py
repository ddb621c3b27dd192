"""The reference of the rules: true to the rule files, and careful with other people's pages."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt

from newslint.cli.rules.docs import MADE, escaped, pages
from newslint.plugins import load_plugins
from newslint.rulebook.book import load_book

Run = Callable[..., "subprocess.CompletedProcess[str]"]
ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "docs" / "rules"


def test_the_reference_in_the_repository_is_what_the_rules_say(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "newslint", "rules", "docs", "--output", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    made = {file.name: file.read_text(encoding="utf-8") for file in tmp_path.iterdir()}
    kept = {file.name: file.read_text(encoding="utf-8") for file in OURS.iterdir()}
    stale = sorted(name for name in made.keys() | kept.keys() if made.get(name) != kept.get(name))
    assert not stale, "the rules changed; run “newslint rules docs” and commit docs/rules"


def test_every_rule_has_its_entry_with_all_that_its_file_says() -> None:
    plugins = load_plugins()
    book = load_book(plugins.packs, plugins.checks)
    made = pages(book)
    for rule in book.rules.values():
        page = made[f"{rule.family}.md"]
        entry = re.split(r"^## ", page, flags=re.M)
        (own,) = [part for part in entry if part.startswith(f"{rule.name}\n")]
        assert escaped(rule.title) in own
        assert str(rule.severity) in own
        assert escaped(rule.why) in own
        assert all(f"<{address}>" in own for address in rule.see)
        for example in (*rule.flags, *rule.passes):
            assert f"\n{example.text}" in own
        assert own.count("because |") == (1 if "In other kinds of draft" in own else 0)


def test_links_of_the_index_lead_to_headings() -> None:
    plugins = load_plugins()
    made = pages(load_book(plugins.packs, plugins.checks))
    links = re.findall(r"\]\(([\w-]+\.md)#([\w-]+)\)", made["index.md"])
    assert len(links) > 50
    for page, anchor in links:
        headings = re.findall(r"^## (.+)$", made[page], re.M)
        # as GitHub makes them: small letters, spaces as hyphens, other marks left out
        assert anchor in {re.sub(r"[^\w -]", "", heading.lower()) for heading in headings}


def test_marks_in_the_words_of_a_rule_are_shown_as_they_are() -> None:
    text = "Write *one* | [two] <three> `four` _five_ # ~six~ \\ {match}"
    shown = "".join(token.content for token in MarkdownIt().parseInline(escaped(text))[0].children or ())
    assert shown == text


def test_presets_are_told_with_their_reasons() -> None:
    page = (OURS / "sources.md").read_text(encoding="utf-8")
    entry = page.split("## sources/single-source-story\n")[1].split("\n## ")[0]
    assert "| court | off | A day of one witness's evidence is one source" in entry


def test_every_change_that_a_preset_makes_is_told_with_its_reason() -> None:
    plugins = load_plugins()
    book = load_book(plugins.packs, plugins.checks)
    sections = re.split(r"^## ", pages(book)["presets.md"], flags=re.M)[1:]
    assert [section.split("\n")[0] for section in sections] == sorted(book.presets)
    for section in sections:
        for preset, _ in book.presets[section.split("\n")[0]]:
            assert escaped(preset.why) in section
            told = [line for line in section.split("\n") if line.startswith("- ")]
            for line, (name, said) in zip(told, preset.rules.items(), strict=True):
                assert f"[{name}](" in line
                assert (f"**{said.level}**" if said.level else "is other") in line
                assert line.endswith(escaped(said.because))


def test_house_rules_stand_in_it_too(newslint: Run, desk: Path) -> None:
    done = newslint("rules", "docs")
    assert done.returncode == 0
    assert "docs/rules" in done.stdout
    page = (desk / "docs" / "rules" / "house.md").read_text(encoding="utf-8")
    assert page.startswith(MADE)
    assert "The [[slammed]] word." in page


def test_pages_of_families_gone_are_removed_and_other_pages_are_not(newslint: Run, desk: Path) -> None:
    folder = desk / "reference"
    folder.mkdir()
    (folder / "gone.md").write_text(MADE + "\n# gone\n", encoding="utf-8")
    (folder / "notes.md").write_text("# Our notes\n", encoding="utf-8")
    assert newslint("rules", "docs", "--output", "reference").returncode == 0
    assert not (folder / "gone.md").exists()
    assert (folder / "notes.md").read_text(encoding="utf-8") == "# Our notes\n"


def test_a_page_of_somebody_else_is_not_overwritten(newslint: Run, desk: Path) -> None:
    folder = desk / "reference"
    folder.mkdir()
    (folder / "house.md").write_text("# Our house\n", encoding="utf-8")
    done = newslint("rules", "docs", "--output", "reference")
    assert done.returncode == 2
    assert "house.md:1: error: this page was not written by newslint" in done.stderr
    assert "--output" in done.stderr
    assert [file.name for file in folder.iterdir()] == ["house.md"]


def test_a_folder_that_cannot_be_written_is_told(newslint: Run, desk: Path) -> None:
    (desk / "file").write_text("x")
    done = newslint("rules", "docs", "--output", "file/below")
    assert done.returncode == 2
    assert "cannot be written" in done.stderr


def test_nothing_is_written_while_a_rule_file_is_broken(newslint: Run, desk: Path) -> None:
    (desk / "rules" / "house" / "broken.yml").write_text("rule: house/broken\n")
    done = newslint("rules", "docs")
    assert done.returncode == 2
    assert "broken.yml:1" in done.stderr
    assert not (desk / "docs").exists()
