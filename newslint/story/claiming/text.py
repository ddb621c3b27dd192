"""One block as the claim finders read it, and what they find in it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from newslint.language.words import Word
from newslint.model import Span
from newslint.story.sourcing.words import read_sections

if TYPE_CHECKING:
    from newslint.story.claims import ClaimKind

WORDS = read_sections(Path(__file__).with_name("words.txt"))
ENDS_SENTENCE = frozenset('.!?;:”"“…')


def forms(verb: str) -> tuple[str, str, str]:
    """A regular verb’s plain, past and -ing forms."""
    if verb.endswith("e"):
        return verb, verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ied", verb + "ing"
    return verb, verb + "ed", verb + "ing"


SAYS = frozenset(form for verb in WORDS["says"] for form in forms(verb)) | WORDS["says-irregular"]


class Found(NamedTuple):
    """A claim as a finder saw it: the words that hide its owner, and the noun they hide it behind."""

    kind: ClaimKind
    span: Span
    noun: str


class Passage:
    """The words of one block with what stands between them."""

    def __init__(self, text: str, words: Sequence[Word]) -> None:
        self.text, self.words = text, words
        self.lower = [word.lower for word in words]

    def __len__(self) -> int:
        return len(self.words)

    def span(self, first: int, last: int) -> Span:
        """From the beginning of one word to the end of another."""
        return Span(self.words[first].span.start, self.words[last].span.end)

    def gap(self, i: int) -> str:
        """What stands between word ``i`` and the next, without space; at the end of the block a full stop."""
        if i + 1 >= len(self.words):
            return "."
        return self.text[self.words[i].span.end : self.words[i + 1].span.start].strip()

    def capital(self, i: int) -> bool:
        """Whether the word is capitalised, and not because it opens a sentence."""
        return self.words[i].text[0].isupper() and not self.opens(i)

    def opens(self, i: int) -> bool:
        """Whether the word is the first of a sentence or a quotation."""
        return i == 0 or not ENDS_SENTENCE.isdisjoint(self.gap(i - 1))

    def counted_or_owned(self, i: int) -> bool:
        """Whether the word before a noun says how many, which ones, or whose: “three”, “these”, “her”."""
        word = self.lower[i]
        known = word in WORDS["definite"] or word in WORDS["numeral"]
        return known or word.endswith(("'s", "s'")) or word[0].isdigit()

    def is_head(self, i: int) -> bool:
        """Whether no other noun follows the noun at once: “debate”, not “debate performance”."""
        if self.gap(i):
            return True
        after = self.lower[i + 1]
        return after in WORDS["left-stop"] or after in WORDS["goes-on"] or after.endswith("ly")
