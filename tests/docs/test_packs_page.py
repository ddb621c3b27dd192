"""docs/packs.md: every pack that comes with newslint, and every rule of each with its title."""

from __future__ import annotations

from pathlib import Path

from newslint.plugins import load_plugins
from newslint.rulebook.book import load_book
from newslint.rulebook.pack import Pack

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "packs.md").read_text(encoding="utf-8")


def test_every_pack_stands_on_the_page_with_its_rules() -> None:
    told, pack = [], ""
    for line in PAGE.splitlines():
        if line.startswith(("| `", "| | `")):
            name, rule, title = (cell.strip(" `") for cell in line.strip("|").split("|"))
            pack = name or pack
            told.append((pack, rule, title))
    checks = load_plugins().checks
    there = [
        (folder.name, rule.name, rule.title)
        for folder in sorted((ROOT / "packs").iterdir())
        for _, rule in sorted(load_book([Pack(folder.name, folder)], checks).rules.items())
    ]
    assert told == there
