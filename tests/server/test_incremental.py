"""After any edits, what an editor is told is what a fresh reading of the same text would tell."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newslint.desk import Desk
from newslint.proofs import Copy, Order
from newslint.server.office import Office

PARAGRAPHS = (
    "MARDEN, Dec. 13 — The council voted on Tuesday to close the pool.",
    "“We were told on Friday that the money for the bridge is gone.”",
    "“We had no choice,” said Ann Rowe, the mayor. “The roof would not have stood another winter.”",
    "Critics say the Harbour Protection Agency (HPA) has failed; the HPA denies it.",
    "It is widely believed that the pool will be sold, according to a senior official.",
    "Rowe, 54, told reporters that 12 people were hurt: seven men and four women.",
    "Experts warn that “nobody is safe,” and Anne Rowe’s advisor slammed the plan on Monday, Dec. 13, 2025.",
    "## What it costs",
    "newslint: ignore[style] the paper's own words",
    "<!-- newslint: off[claims] a column -->",
    "He said the deal, which was signed by the two firms in Hasakeh last year, was dead.",
    "The deal in Hasakah is alive, a person familiar with the matter said on condition of anonymity.",
)
PATTERNS = {
    "passive": "[{role: passive subject, of: verb}, {pos: [verb], name: verb}]",
    "person": "[{entity: PERSON, role: subject, of: verb}, {pos: [verb], name: verb}]",
}
PATTERN = """\
rule: house/{name}
title: A pattern
severity: suggestion
why: |
  So that the pipeline reads.
see: https://example.org
in: [lede, body, dateline, headline]
pattern: {items}
message: “{{verb}}”?
examples:
  flags: |
    The [[bill was signed]] when [[Ann Rowe left]].
    The [[mayor was told]] when [[Ann Rowe came]].
  passes: |
    Nothing.
    The rain stopped.
"""
HEADS = (
    "",
    "Council shuts the pool after “worst” winter\n\n",
    "# Council slams 12 advisors\n\n",
    "---\ndate: 2025-12-13\n---\n\n",
    "---\ndate: 2024-02-29\nkind: opinion\nheadline: The pool is shut\n---\n\n",
    "By Ann Rowe\n\n",
)
ROLES = ("# ", "- ", "> ", "Caption: ", "Photo: ", "| a | b\t")
WORDS = ("critics", "said", "Rowe", "“", "”", "12", "Tuesday", "\n\n", "HPA", "", "advisor", " who", ".")


@st.composite
def sessions(draw: st.DrawFn) -> list[str]:
    """A draft as it stands after each of some edits: words typed over, paragraphs put in, taken out, moved,
    or given another role; front matter, dates and headlines that come and go."""
    paragraphs = draw(st.lists(st.sampled_from(PARAGRAPHS), min_size=2, max_size=6))
    head = draw(st.sampled_from(HEADS))
    stages = [head + "\n\n".join(paragraphs) + "\n"]
    for _ in range(draw(st.integers(1, 5))):
        text = stages[-1]
        what = draw(st.sampled_from(["type", "type", "type", "head", "role", "move"]))
        if what == "head":
            old = next((head for head in HEADS[1:] if text.startswith(head)), "")
            stages.append(draw(st.sampled_from(HEADS)) + text.removeprefix(old))
            continue
        if what != "type":
            blocks = text.split("\n\n")
            at = draw(st.integers(0, len(blocks) - 1))
            block = blocks.pop(at)
            if what == "role":
                blocks.insert(at, draw(st.sampled_from(ROLES)) + block)
            else:
                blocks.insert(draw(st.integers(0, len(blocks))), block)
            stages.append("\n\n".join(blocks))
            continue
        start = draw(st.integers(0, len(text)))
        end = min(start + draw(st.integers(0, 30)), len(text))
        typed = draw(st.sampled_from([*WORDS, *(f"\n\n{paragraph}\n\n" for paragraph in PARAGRAPHS)]))
        stages.append(f"{text[:start]}{typed}{text[end:]}")
    return stages


Both = tuple[Office, Desk]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    """An office, the same for all sessions: what it remembers must never show; and a desk that remembers no
    paragraph. Besides newslint's rules, those that are not on by default too, theirs are two for which the
    pipeline reads trees and names."""
    folder = tmp_path_factory.mktemp("house")
    (folder / "rules" / "house").mkdir(parents=True)
    for name, items in PATTERNS.items():
        text = PATTERN.format(name=name, items=items)
        (folder / "rules" / "house" / f"{name}.yml").write_text(text, encoding="utf-8")
    config = folder / "newslint.toml"
    config.write_text('packs = ["rules"]\n', encoding="utf-8")
    order = Order(config=str(config), select=("all",))
    return Office(order), Desk(order)


@settings(max_examples=30, deadline=None)
@given(sessions(), st.sampled_from([".txt", ".md"]))
def test_findings_after_edits_are_those_of_a_fresh_reading(
    both: Both, stages: list[str], suffix: str
) -> None:
    office, desk = both
    for text in stages:
        copy = Copy(f"draft{suffix}", text.encode("utf-8"))
        checked = office.check(copy)
        if checked.draft is None:
            assert not text.strip() or checked.troubles
            continue
        assert checked.findings == desk.prove(copy).result.findings


def test_the_paragraphs_are_read_with_trees_and_names(both: Both) -> None:
    """Else the test above would prove little."""
    copy = Copy("draft.txt", "\n\n".join(PARAGRAPHS).encode("utf-8"))
    rules = {finding.rule for finding in both[0].check(copy).findings}
    assert both[0].house_troubles() == ()
    assert {f"house/{name}" for name in PATTERNS} <= rules
    assert {"quotes", "claims", "sources"} <= {rule.partition("/")[0] for rule in rules}
