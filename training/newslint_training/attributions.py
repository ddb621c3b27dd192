"""Wraps sentences into what somebody said: quoted or not, the speaker before the verb or after it."""

from __future__ import annotations

from collections.abc import Iterable

from newslint_training.corpus import Paragraph, Sentence
from newslint_training.lists import lists
from newslint_training.names import TITLES, Names
from newslint_training.swaps import swap_names
from newslint_training.tree import Tree

SPEECH = lists("speech.txt")
SAID, ROLES, KINDS, HEARERS = (SPEECH[name] for name in ("said", "roles", "kinds", "hearers"))
LEMMAS = {"said": "say", "says": "say", "told": "tell", "wrote": "write"}
LOWERED = frozenset(["DET", "PRON", "ADP", "ADV", "CCONJ", "SCONJ"])


class Attributions:
    """Makes attributed sentences out of a treebank's plain ones."""

    def __init__(self, sentences: Iterable[Sentence], names: Names) -> None:
        self.names = names
        self.rng = names.rng
        self.sayable = [sentence for sentence in sentences if is_sayable(sentence)]

    def any(self) -> Paragraph:
        """A sentence from anywhere, said by somebody, and sometimes a second that follows on."""
        first = self.wrap(self.rng.choice(self.sayable))
        return [first, self.rng.choice(self.sayable)] if self.rng.random() < 0.2 else [first]

    def wrap(self, sentence: Sentence) -> Sentence:
        """The sentence as somebody's words."""
        if self.rng.random() < 0.5:
            sentence = swap_names(sentence, self.names, 0.7)
        order = self.rng.choices(
            [self._verb_first, self._after, self._before, self._according], [5, 3, 3, 1]
        )[0]
        return order(sentence, self.rng.random() < 0.7)

    def _verb_first(self, sentence: Sentence, quoted: bool) -> Sentence:
        tree = Tree()
        content = self._content_first(tree, sentence, quoted, "ccomp")
        verb = self._verb(tree, hearer=False)
        speaker = self._speaker(tree, closed=False)
        tree.hang(verb, verb, content, speaker)
        return self._stopped(tree, verb, sentence)

    def _after(self, sentence: Sentence, quoted: bool) -> Sentence:
        tree = Tree()
        content = self._content_first(tree, sentence, quoted, "ccomp")
        speaker = self._speaker(tree)
        verb = self._verb(tree, hearer=True)
        tree.hang(verb, verb, content, speaker)
        return self._stopped(tree, verb, sentence)

    def _according(self, sentence: Sentence, quoted: bool) -> Sentence:
        tree = Tree()
        content = self._content_first(tree, sentence, quoted, "ROOT")
        case = tree.add("according", "VERB", "VBG", "case", lemma="accord")
        tree.add("to", "ADP", "IN", "fixed", case)
        speaker = self._speaker(tree, closed=False)
        tree.rows[speaker].dep = "obl"
        tree.hang(speaker, case)
        tree.hang(content, content, speaker)
        return self._stopped(tree, content, sentence)

    def _before(self, sentence: Sentence, quoted: bool) -> Sentence:
        tree = Tree()
        speaker = self._speaker(tree)
        first = tree.rows[0]
        first.word = first.word[0].upper() + first.word[1:]
        verb = self._verb(tree, hearer=True)
        tree.hang(verb, verb, speaker)
        mark = None
        if quoted:
            tree.glue()
            tree.add(",", "PUNCT", ",", "punct", verb)
            mark = tree.add('"', "PUNCT", "``", "punct", space=False)
        elif self.rng.random() < 0.5:
            mark = tree.add("that", "SCONJ", "IN", "mark")
        begins = len(tree.rows)
        content = copy_words(tree, sentence, "ccomp")
        if not quoted and sentence["pos"][0] in LOWERED and sentence["words"][0] != "I":
            tree.rows[begins].word = tree.rows[begins].word[0].lower() + tree.rows[begins].word[1:]
        tree.hang(verb, content)
        if mark is not None:
            tree.hang(content, mark)
        tree.glue()
        tree.add(".", "PUNCT", ".", "punct", verb, space=not quoted)
        if quoted:
            tree.add('"', "PUNCT", "''", "punct", content)
        return tree.sentence(sentence)

    def _content_first(self, tree: Tree, sentence: Sentence, quoted: bool, dep: str) -> int:
        """The words said, their marks and the comma; gives their root, whose head is not set."""
        opening = tree.add('"', "PUNCT", "``", "punct", space=False) if quoted else None
        content = copy_words(tree, sentence, dep)
        tree.glue()
        stop = sentence["words"][-1]
        asked = stop in "?!"
        if quoted and not asked and self.rng.random() < 0.15:  # the British order
            tree.add('"', "PUNCT", "''", "punct", content, space=False)
            tree.add(",", "PUNCT", ",", "punct", content)
        else:
            if asked and quoted:
                tree.add(stop, "PUNCT", ".", "punct", content)
            else:
                tree.add(",", "PUNCT", ",", "punct", content)
            if quoted:
                tree.glue()
                tree.add('"', "PUNCT", "''", "punct", content)
        if opening is not None:
            tree.hang(content, opening)
        return content

    def _stopped(self, tree: Tree, root: int, like: Sentence) -> Sentence:
        tree.glue()
        tree.add(".", "PUNCT", ".", "punct", root)
        return tree.sentence(like)

    def _verb(self, tree: Tree, *, hearer: bool) -> int:
        """A verb of saying, whose head is not set; “told” only where somebody hears it."""
        word = self.rng.choice(SAID)
        if word == "told" and not hearer:
            word = "said"
        verb = tree.add(
            word, "VERB", "VBZ" if word == "says" else "VBD", "ROOT", lemma=LEMMAS.get(word, _lemma(word))
        )
        if word == "told":
            if self.rng.random() < 0.5:
                tree.add(self.rng.choice(HEARERS), "NOUN", "NNS", "iobj", verb)
            elif self.rng.random() < 0.5:
                tree.hang(verb, tree.name(self.names.body(), "ORG", "iobj"))
            else:
                tree.add("me", "PRON", "PRP", "iobj", verb)
        return verb

    def _speaker(self, tree: Tree, *, closed: bool = True) -> int:
        """Who says it; gives the head word, its own head not set. ``closed``: a comma ends a description."""
        rng, roll = self.rng, self.rng.random()
        if roll < 0.08:
            return tree.add(rng.choice(["he", "she", "they", "he", "she"]), "PRON", "PRP", "nsubj")
        if roll < 0.17:
            return self._someone(tree)
        if roll < 0.26:
            return tree.name(rng.choice([self.names.body(), self.names.acronym()]), "ORG", "nsubj")
        if roll < 0.42:
            return tree.name(self.names.surname(), "PERSON", "nsubj")
        if roll < 0.54:
            title = rng.choice(TITLES)
            before = tree.add(title, "PROPN", "NNP", "nmod:desc", lemma=title)
            speaker = tree.name(rng.choice([self.names.surname(), self.names.person()]), "PERSON", "nsubj")
            tree.hang(speaker, before)
            return speaker
        if roll < 0.62:
            return self._described(tree)
        speaker = tree.name(self.names.person(), "PERSON", "nsubj")
        if roll < 0.88:
            self._apposition(tree, speaker, closed=closed)
        return speaker

    def _someone(self, tree: Tree) -> int:
        """“a senior official”, “residents”."""
        words = [self.rng.choice(["a", "the", "one", "another"])]
        if self.rng.random() < 0.6:
            words += self.rng.choice(KINDS).split()
        det = tree.add(words[0], "DET", "DT", "det")
        kinds = [tree.add(word, "ADJ", "JJ", "amod") for word in words[1:]]
        head = tree.add(self.rng.choice(ROLES), "NOUN", "NN", "nsubj")
        tree.hang(head, det, *kinds)
        return head

    def _described(self, tree: Tree) -> int:
        """“company spokeswoman Ada Lovelace”: the description hangs on the name."""
        kind = tree.add(
            self.rng.choice(["company", "police", "party", "ministry", "state", "city", "union", "campaign"]),
            "NOUN",
            "NN",
            "compound",
        )
        role = tree.add(self.rng.choice(ROLES), "NOUN", "NN", "nmod:desc")
        speaker = tree.name(self.names.person(), "PERSON", "nsubj")
        tree.hang(role, kind)
        tree.hang(speaker, role)
        return speaker

    def _apposition(self, tree: Tree, person: int, *, closed: bool) -> None:
        """“, 44, ” or “, a senior official at the Justice Department, ”."""
        rng = self.rng
        tree.glue()
        comma = tree.add(",", "PUNCT", ",", "punct")
        if rng.random() < 0.15:
            said_of = tree.add(str(rng.randint(16, 95)), "NUM", "CD", "appos", person)
        else:
            det = tree.add(rng.choice(["a", "the"]), "DET", "DT", "det")
            kinds = [
                tree.add(w, "ADJ", "JJ", "amod")
                for w in (rng.choice(KINDS).split() if rng.random() < 0.5 else [])
            ]
            said_of = tree.add(rng.choice(ROLES), "NOUN", "NN", "appos", person)
            tree.hang(said_of, det, *kinds)
            if rng.random() < 0.6:
                self._of_where(tree, said_of)
            if rng.random() < 0.15:
                self._who(tree, said_of)
        tree.hang(said_of, comma)
        if closed:
            tree.glue()
            tree.add(",", "PUNCT", ",", "punct", person)

    def _of_where(self, tree: Tree, role: int) -> None:
        rng = self.rng
        case = tree.add(rng.choice(["of", "at", "for", "with", "from"]), "ADP", "IN", "case")
        the = tree.add("the", "DET", "DT", "det") if rng.random() < 0.5 else None
        label = rng.choice(["ORG", "ORG", "LOC"])
        body = tree.name(self.names.body() if label == "ORG" else self.names.place(), label, "nmod")
        tree.hang(role, body)
        tree.hang(body, case, *([the] if the is not None else []))

    def _who(self, tree: Tree, role: int) -> None:
        rng = self.rng
        tree.glue()
        comma = tree.add(",", "PUNCT", ",", "punct")
        who = tree.add("who", "PRON", "WP", "nsubj")
        verb = tree.add(
            rng.choice(["led", "studied", "watched", "lived", "worked", "spoke"]),
            "VERB",
            "VBD",
            "acl:relcl",
            role,
        )
        case = tree.add(rng.choice(["in", "on", "near", "about"]), "ADP", "IN", "case")
        the = tree.add("the", "DET", "DT", "det")
        what = tree.add(
            rng.choice(["attack", "study", "vote", "city", "deal", "region", "strike", "talks"]),
            "NOUN",
            "NN",
            "obl",
            verb,
        )
        tree.hang(verb, comma, who)
        tree.hang(what, case, the)


def is_sayable(sentence: Sentence) -> bool:
    """A parsed, whole, unquoted sentence of ordinary length that ends in a stop."""
    if "heads" not in sentence or "ents" not in sentence or not 4 <= len(sentence["words"]) <= 32:
        return False
    words, heads = sentence["words"], sentence["heads"]
    if words[-1] not in ".!?" or not words[0][0].isupper() or any(word in '"“”‘()[]:;' for word in words):
        return False
    root = sentence["deps"].index("ROOT")
    alone = heads[-1] == root and len(words) - 1 not in heads
    return alone and sentence["pos"][root] in ("VERB", "NOUN", "ADJ", "AUX")


def copy_words(tree: Tree, sentence: Sentence, dep: str, *, stop: bool = False) -> int:
    """The sentence's words at the tree's end, the last only with ``stop``; gives their root, head not set."""
    base, count = len(tree.rows), len(sentence["words"]) - (not stop)
    top = sentence["deps"].index("ROOT")
    for i in range(count):
        head = None if i == top else base + sentence["heads"][i]
        tree.add(
            sentence["words"][i], sentence["pos"][i], sentence["tags"][i],
            dep if i == top else sentence["deps"][i], head,
            space=sentence["spaces"][i], lemma=sentence["lemmas"][i],
        )  # fmt: skip
    tree.ents += [[a + base, b + base, kind] for a, b, kind in sentence["ents"] if b <= count]
    return base + top


def _lemma(past: str) -> str:
    """The lemma of the regular verbs of saying above."""
    stem = past.removesuffix("ed")
    return (
        stem + "e"
        if stem in ("argu", "not", "stat", "announc", "acknowledg")
        else "testify"
        if stem == "testifi"
        else stem
    )
