"""Drafts of one story: how they are found, and what is said of them, whatever a hook names."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

Put = Callable[..., Path]
ONE = "Police have launched a dawn raid on warehouses in the old port of Marden.\n"
MANY = "Police have launched a series of dawn raids on warehouses in the old port of Marden.\n"
SEEDS = Path(__file__).parent.parent.parent / "seeds"


def telling(story: str, text: str) -> str:
    return f"---\nstory: {story}\n---\n\n{text}"


@pytest.fixture
def found(desk: Path, newslint: Run) -> Callable[..., list[Any]]:
    (desk / "newslint.toml").write_text("", encoding="utf-8")

    def run(*args: str, status: int = 0) -> list[Any]:
        done = newslint("check", *args, "--select", "stories", "--format", "json")
        assert done.returncode == status, done.stderr
        findings: list[Any] = json.loads(done.stdout)["findings"]
        return findings

    return run


def test_front_matter(found: Callable[..., list[Any]], draft: Put) -> None:
    draft("a.md", telling("Port raid", ONE))
    draft("later/b.md", telling("port  raid", MANY))
    draft("c.md", telling("Mill fire", MANY))
    (finding,) = found(".")
    assert finding["rule"] == "stories/one-or-several"
    assert finding["path"] == "later/b.md"
    assert [related["path"] for related in finding["related"]] == ["a.md"]


def test_what_is_found_does_not_hang_on_what_is_named(found: Callable[..., list[Any]], draft: Put) -> None:
    draft("a.md", telling("Port raid", ONE))
    draft("later/b.md", telling("Port raid", MANY))
    whole = found("a.md", "later/b.md")
    assert len(whole) == 1
    assert found("a.md") == whole
    assert found("later/b.md") == whole


def test_the_config(found: Callable[..., list[Any]], draft: Put, desk: Path) -> None:
    (desk / "newslint.toml").write_text('[[stories]]\nglob = "raid/*"\n', encoding="utf-8")
    draft("raid/a.txt", ONE)
    draft("raid/b.txt", MANY)
    draft("fire/b.txt", MANY)
    assert [finding["path"] for finding in found("raid/a.txt", "fire")] == ["raid/b.txt"]


def test_a_config_that_is_wrong_is_told_at_its_line(newslint: Run, draft: Put, desk: Path) -> None:
    (desk / "newslint.toml").write_text('[[stories]]\ngolb = "raid/*"\n', encoding="utf-8")
    draft("a.txt", ONE)
    done = newslint("check", "a.txt")
    assert done.returncode == 2
    assert "newslint.toml:2" in done.stderr


def test_on_the_command_line(found: Callable[..., list[Any]], draft: Put) -> None:
    draft("a.txt", ONE)
    draft("b.txt", MANY)
    assert len(found("a.txt", "b.txt", "--same-story")) == 1


def test_nothing_to_compare_is_no_silent_pass(newslint: Run, draft: Put, desk: Path) -> None:
    (desk / "newslint.toml").write_text("", encoding="utf-8")
    draft("a.txt", ONE)
    draft("b.txt", MANY)
    assert "stories/" not in newslint("check", "a.txt", "b.txt").stdout
    done = newslint("check", "a.txt", "b.txt", "--select", "stories")
    assert done.returncode == 2
    assert "no two of these tell one story" in done.stderr


def test_the_older_draft_came_first(found: Callable[..., list[Any]], draft: Put) -> None:
    draft("a.md", f"---\nstory: raid\ndate: 2026-03-02\n---\n\n{ONE}")
    draft("b.md", f"---\nstory: raid\ndate: 2026-03-01\n---\n\n{MANY}")
    assert [finding["path"] for finding in found(".")] == ["a.md"]


def test_a_difference_may_be_ignored(found: Callable[..., list[Any]], draft: Put) -> None:
    draft("a.md", telling("Raid", ONE))
    draft("b.md", telling("Raid", f"<!-- newslint: ignore[stories] there were more by then -->\n\n{MANY}"))
    assert found(".") == []


def test_a_difference_may_be_accepted(found: Callable[..., list[Any]], newslint: Run, draft: Put) -> None:
    draft("a.md", telling("Raid", ONE))
    draft("b.md", telling("Raid", MANY))
    done = newslint("accept", "stories/one-or-several", "b.md:5", "--why", "there were more by then")
    assert done.returncode == 0, done.stderr
    assert found(".") == []


def test_a_member_that_cannot_be_read_is_told(newslint: Run, draft: Put) -> None:
    draft("a.md", telling("Raid", ONE))
    draft("b.md", b"---\nstory: [unclosed\n---\n\ntext\n")
    done = newslint("check", "a.md")
    assert "b.md" in done.stdout + done.stderr


def test_the_two_articles_of_the_demo(found: Callable[..., list[Any]], draft: Put) -> None:
    for number, path in enumerate(sorted(SEEDS.glob("00*.txt"))):
        draft(f"{number}.txt", path.read_bytes())
    told = {finding["rule"]: finding for finding in found("0.txt", "1.txt", "--same-story")}
    assert told.keys() == {
        f"stories/{name}" for name in ("one-or-several", "harm-differs", "event-renamed", "article-differs")
    }
    assert {finding["path"] for finding in told.values()} == {"1.txt"}
    assert {related["path"] for finding in told.values() for related in finding["related"]} == {"0.txt"}
    assert {finding["severity"] for finding in told.values()} <= {"warning", "suggestion"}
