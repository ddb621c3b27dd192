"""One name with and without accents, hyphens, capitals: Guantánamo and Guantanamo."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.checks.names.data import known_acronyms
from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options, Scope
from newslint.story.naming.likeness import plain
from newslint.story.story import Story

_RUN_TOGETHER = re.compile(
    r"[a-z]{3}[A-Z]"
)  # AnnRowe: the name of an account, or a web page without its spaces
_SLIPPED = late(r"\b[A-Z]{2}[a-z]")  # ANna
_BEFORE = re.compile(r"([\w’'-]+) $")
# bodies of which there is one, so that no article is needed to know that they are meant
_ONLY = frozenset({"supreme court", "white house", "united nations", "european union", "federal reserve"})
_ANOTHER = frozenset(
    {"a", "an", "any", "each", "every", "no", "state", "county", "whose", "his", "her", "their"}
)


class FormMixed(Check[Options]):
    """The same letters, otherwise accented, hyphenated, spaced or capitalised."""

    verb = "names"
    problem = "form mixed"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the name as written here",
        "first": "the form the draft uses otherwise",
        "count": "how often it uses that",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        spelt: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for name in story.names:
            for mention in name.mentions:
                text = mention.text.replace("\n", " ").replace("’", "'").replace("\u00a0", " ")
                if "." in text:
                    continue
                key = plain(text).replace("-", "").replace(" ", "")
                spelt[key][text].append(mention.span)
        for key, forms in spelt.items():
            if len(forms) > 1 and len(key) > 3:
                yield from self._hits(forms, story)
        yield from self._small(story)

    def _small(self, story: Story) -> Iterable[Hit]:
        """Bodies of two words that stand in small letters elsewhere: the Supreme Court, the supreme court."""
        for name in story.names:
            small = name.canonical.lower()
            if (
                name.kind != "organisation"
                or " " not in small
                or len(name.mentions) < 2
                or small not in story.text
            ):
                continue
            first = name.mentions[0]
            for found in re.finditer(rf"(?<![\w’'-]){re.escape(small)}(?![\w’'-])", story.text):
                before = _BEFORE.search(story.text, max(0, found.start() - 20), found.start())
                word = before[1].lower() if before else ""
                if word != "the" and (small not in _ONLY or word in _ANOTHER):
                    continue
                yield Hit(
                    Span(*found.span()),
                    {"name": small, "first": name.canonical, "count": str(len(name.mentions))},
                    asides=(Aside(first.span, f"“{first.text}” here"),),
                )

    def _hits(self, forms: dict[str, list[Span]], story: Story) -> Iterable[Hit]:
        copy = {
            form: [span for span in spans if story.draft.role_at(span.start) in PROSE]
            for form, spans in forms.items()
        }
        ranked = sorted(
            (form for form in copy if copy[form] and not _run_together(form, copy)),
            key=lambda form: (-len(copy[form]), _SLIPPED.search(form) is not None, copy[form][0]),
        )
        for other in ranked[1:]:
            usual = ranked[0]
            if not _differ(usual, other):
                continue
            first = copy[usual][0]
            for span in copy[other]:
                yield Hit(
                    span,
                    {"name": span.cut(story.text), "first": usual, "count": str(len(copy[usual]))},
                    asides=(Aside(first, f"“{usual}” here"),),
                )


def _run_together(form: str, others: Iterable[str]) -> bool:
    """Whether a form is two names without a space, and not one word with a capital inside (HuffPost)."""
    if not _RUN_TOGETHER.search(form):
        return False
    return not any(other != form and other.casefold() == form.casefold() for other in others)


def _differ(a: str, b: str) -> bool:
    """Whether the difference is one of form: no name set in capitals, no capital that opens a sentence."""
    if a[1:] == b[1:]:
        return False
    words = list(zip(a.split(), b.split(), strict=False)) if len(a.split()) == len(b.split()) else []
    if words and a.casefold() == b.casefold():
        odd = [(x, y) for x, y in words if x != y]
        if len(odd) == len(words) and all(x.isupper() or y.isupper() for x, y in odd):
            # MOSCOW in a dateline; but NATO and Nato are two styles
            return len(words) == 1 and (a if a.isupper() else b) in known_acronyms()
        return all(not (x.isupper() and len(x) > 5) and not (y.isupper() and len(y) > 5) for x, y in odd)
    return True
