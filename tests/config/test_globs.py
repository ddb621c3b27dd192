"""Patterns mean what they mean in .gitignore."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newslint.config.globs import matches


@pytest.mark.parametrize(
    ("pattern", "meant", "not_meant"),
    [
        ("*.md", ["a.md", "x/y/a.md"], ["a.mdx", "a.txt"]),
        ("opinion/", ["opinion/a.txt", "x/opinion/y/a.txt"], ["opinion", "opinions/a.txt"]),
        ("opinion", ["opinion", "opinion/a.txt", "x/opinion"], ["opinion.txt"]),
        ("/opinion/*.txt", ["opinion/a.txt"], ["x/opinion/a.txt", "opinion/y/a.txt"]),
        ("opinion/*.txt", ["opinion/a.txt"], ["x/opinion/a.txt"]),
        ("opinion/**", ["opinion/a.txt", "opinion/x/y.txt"], ["opinion", "x/opinion/a.txt"]),
        ("**/live-*.txt", ["live-1.txt", "a/b/live-1.txt"], ["a/live.txt"]),
        ("archive/**/old.txt", ["archive/old.txt", "archive/x/y/old.txt"], ["archive/gold.txt"]),
        ("draft-?.txt", ["draft-1.txt"], ["draft-12.txt"]),
        ("draft-[0-9].txt", ["draft-1.txt"], ["draft-a.txt"]),
        ("draft-[!0-9].txt", ["draft-a.txt"], ["draft-1.txt"]),
        ("a[b.txt", ["a[b.txt"], ["ab.txt"]),
        ("[z-a].txt", ["[z-a].txt"], ["z.txt"]),
        ("a.b+c(d).txt", ["a.b+c(d).txt"], ["aXb+c(d).txt"]),
        ("./news/*", ["news/a.txt"], ["sport/a.txt"]),
        ("été/*", ["été/a.txt"], ["ete/a.txt"]),
    ],
)
def test_patterns(pattern: str, meant: list[str], not_meant: list[str]) -> None:
    assert [path for path in meant if not matches(pattern, path)] == []
    assert [path for path in not_meant if matches(pattern, path)] == []


@given(st.text("ab[]!-*?/\\^&~|.(){}+$", max_size=12))
def test_no_pattern_breaks(pattern: str) -> None:
    matches(pattern, "a/b.txt")


@given(st.text("abc.-_ ", min_size=1, max_size=8).filter(lambda name: name.strip(". ")))
def test_a_plain_name_means_itself(name: str) -> None:
    assert matches(name, name)
    assert matches(name, f"folder/{name}")
