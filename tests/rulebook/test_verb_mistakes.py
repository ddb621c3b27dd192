"""Mistakes under the verbs that editors write most: where they stand, in whose words."""

from __future__ import annotations

import re

import pytest

from newslint.model import Trouble
from newslint.plugins import load_plugins
from newslint.rulebook.rule import parse_rule
from newslint.rulebook.yamlfile import parse_yaml

RULE = """\
rule: house/word
title: A word
severity: warning
why: |
  We have better words.
see: https://example.org/guide
{verb}
message: Another word for “{{match}}”?
examples:
  flags: |
    The [[word]].
    A [[word]].
  passes: |
    The other.
    Another.
"""
LINE = 7  # of the verb
MISTAKES = [
    # (what stands under the verb, line, what is said, what the remedy says)
    ("avoid: {}", 7, "say what to avoid: words, or a regex", "Correct what stands under “avoid”."),
    (
        "avoid: {words: [slammed], regexp: [x]}",
        7,
        "“regexp” is not an option of “avoid”; did you mean “regex”?",
        "words",
    ),
    ("avoid: {words: ['?!']}", 7, "“?!” has no word in it; write it as a regex", "under “avoid”"),
    ("avoid: {regex: ['(']}", 7, "the regex “(” cannot be read: missing )", "under “avoid”"),
    (
        "avoid:\n  words: [a]\n  when: [b]",
        9,
        "“when” must be “key: value” lines",
        "Write them indented below it.",
    ),
    (
        "avoid:\n  words: [a]\n  when: {within: page, words: [b]}",
        9,
        "“page” is not a value of “within”",
        "draft, paragraph, sentence",
    ),
    (
        "avoid:\n  words: [a]\n  unless: {within: draft}",
        9,
        "“words” is missing",
        "one of these words or phrases",
    ),
    (
        "avoid:\n  words: [a]\n  unless: {words: ['-']}",
        7,
        "“-” has no word in it, and would never be found",
        "under “avoid”",
    ),
    ("prefer: {use: adviser}", 7, "“use” and “not” go together", "under “prefer”"),
    ("prefer: {use: adviser, not: [Adviser]}", 7, "“Adviser” is both preferred and not", "under “prefer”"),
    ("prefer: {}", 7, "say what to prefer: use and not, or pairs", "under “prefer”"),
    (
        "prefer:\n  pairs:\n    - {use: a, nt: [b]}",
        9,
        "“nt” is not an option of “prefer”; did you mean “not”?",
        "not, use",
    ),
    (
        "consistent: {one_of: [[email, email]]}",
        7,
        "a group needs two spellings or more",
        "under “consistent”",
    ),
    (
        "consistent: {one_of: [email, e-mail]}",
        7,
        "an item of “one_of” must be a list, not “email”",
        "[one, two]",
    ),
    (
        "require: {}",
        7,
        "say what is required with one of text, words, role, fact and front",
        "under “require”",
    ),
    ("require: {words: [a], role: byline}", 7, "say what is required with one of", "under “require”"),
    (
        "require: {words: [a], within: same paragraph}",
        7,
        "“same paragraph” needs words that say when",
        "under “require”",
    ),
    (
        "require: {role: byline, within: each paragraph}",
        7,
        "“each paragraph” needs text, words or a fact",
        "under “require”",
    ),
    (
        "require: {front: [author], within: lede}",
        7,
        "front matter belongs to the draft as a whole",
        "under “require”",
    ),
    ("require: {words: ['…']}", 7, "“…” has no word in it, and would never be found", "under “require”"),
    ("require: {role: bylin}", 7, "“bylin” is not a value of “role”; did you mean “byline”?", "body, byline"),
    ("limit: {count: words, per: sentence}", 7, "say how many: most, least or both", "under “limit”"),
    (
        "limit: {count: words, per: sentence, most: 1, least: 2}",
        7,
        "“most” is less than “least”",
        "under “limit”",
    ),
    (
        "limit: {count: sentences, per: sentence, most: 1}",
        7,
        "a sentence holds one sentence",
        "under “limit”",
    ),
    (
        "limit: {count: word, per: sentence, most: 1}",
        7,
        "“word” is not a value of “count”; did you mean “words”?",
        "sentences",
    ),
    (
        "limit: {count: words, per: sentence, most: many}",
        7,
        "“most” must be a number, not “many”",
        "in digits",
    ),
    ("limit: {per: sentence, most: 5}", 7, "“count” is missing", "what is counted"),
    ("support: {what: words}", 7, "“what: words” goes with “words:”", "under “support”"),
    (
        "support: {what: figure}",
        7,
        "“figure” is not a value of “what”; did you mean “figures”?",
        "figures, names",
    ),
    (
        "support:\n  what: words\n  words:\n    - {says: [a]}",
        10,
        "“needs” is missing",
        "the story needs one of these words",
    ),
    (
        "support: {what: words, words: [{says: [a], needs: ['!']}]}",
        7,
        "“!” has no word in it",
        "under “support”",
    ),
    ("pattern: []", 7, "“pattern” is empty", "Fill in"),
    (
        "pattern:\n  - {word: [a], optional: yes}",
        7,
        "every item of the pattern is optional",
        "under “pattern”",
    ),
    ("pattern:\n  - {word: [a], of: verb}", 7, "no item is called “verb”", "under “pattern”"),
    ("pattern:\n  - {name: verb}", 7, "an item says nothing of its word", "under “pattern”"),
    (
        "pattern:\n  - {word: [a]}\n  - {wrod: [b]}",
        9,
        "“wrod” is not an option of “pattern”; did you mean “word”?",
        "entity",
    ),
]


@pytest.mark.parametrize(("verb", "line", "said", "remedy"), MISTAKES, ids=[each[0] for each in MISTAKES])
def test_a_mistake_under_a_verb(verb: str, line: int, said: str, remedy: str) -> None:
    file = parse_yaml(RULE.format(verb=verb), "house/word.yml")
    with pytest.raises(Trouble) as caught:
        assert parse_rule(file, "house/word", load_plugins().checks).check
    trouble = caught.value
    assert said in trouble.message
    assert (trouble.path, trouble.line) == ("house/word.yml", line)
    assert remedy in (trouble.remedy or "")
    assert trouble.remedy
    assert trouble.remedy.endswith((".", "?"))
    told = f" {trouble.message} {trouble.remedy} "
    assert not re.search(r" (?:None|tuple|dict|str|pydantic|Literal|dataclass|kwargs?|null) ", told)
