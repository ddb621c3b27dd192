"""A lemmatizer of rules and tables, made from the lemmas of the training treebanks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.lookups import Lookups

from newslint_training.corpus import Sentence

# Endings and what stands for them in the lemma; of the forms made, one in the index wins.
RULES = {
    "noun": [("ies", "y"), ("ves", "f"), ("ves", "fe"), ("ses", "s"), ("xes", "x"), ("zes", "z"),
             ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ss", "ss"), ("us", "us"), ("s", "")],
    "verb": [("ies", "y"), ("ied", "y"), ("ying", "y"), ("sses", "ss"), ("ches", "ch"), ("shes", "sh"),
             ("xes", "x"), ("zzes", "zz"), ("es", "e"), ("s", ""), ("ed", "e"), ("ed", ""), ("ing", "e"),
             ("ing", ""),
             *((f"{c}{c}{end}", c) for c in "bdgklmnprtv" for end in ("ed", "ing"))],
    "adj": [("ier", "y"), ("iest", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e"),
            *((f"{c}{c}{end}", c) for c in "dgmnt" for end in ("er", "est"))],
    "adv": [("er", ""), ("est", ""), ("ier", "y"), ("iest", "y")],
}  # fmt: skip
CLOSED = ("aux", "pron", "det", "part", "adp", "sconj", "cconj", "num", "intj")  # lowered, if no exception
# What a Penn tag says of the form; the lemmatizer leaves base forms alone.
MORPH = {
    "NN": "Number=Sing", "NNS": "Number=Plur", "NNP": "Number=Sing", "NNPS": "Number=Plur",
    "VB": "VerbForm=Inf", "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin", "VBN": "Tense=Past|VerbForm=Part",
    "VBG": "VerbForm=Ger", "MD": "VerbForm=Fin",
    "JJ": "Degree=Pos", "JJR": "Degree=Cmp", "JJS": "Degree=Sup", "RBR": "Degree=Cmp", "RBS": "Degree=Sup",
}  # fmt: skip
BE = ["am", "are", "'m", "’m", "'re", "’re"]  # present without -s, but not the lemma
SEEN = 2  # times a treebank must have a form before its lemma counts as an exception


def add_lemmatizer(nlp: Language, sentences: Iterable[Sentence]) -> None:
    """Adds to the pipeline what gives tokens their features by tag, then their lemmas."""
    ruler = nlp.add_pipe("attribute_ruler")
    for tag, morph in MORPH.items():
        ruler.add([[{"TAG": tag}]], {"MORPH": morph})  # type: ignore[attr-defined]
    present = f"{MORPH['VBP']}|Number=Plur"
    ruler.add([[{"TAG": "VBP", "LOWER": {"IN": BE}}]], {"MORPH": present})  # type: ignore[attr-defined]
    lookups = Lookups()
    for name, table in tables(sentences).items():
        lookups.add_table(name, table)
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize(nlp=nlp, lookups=lookups)  # type: ignore[attr-defined]


def tables(sentences: Iterable[Sentence]) -> dict[str, dict]:
    """The tables spaCy's rule lemmatizer looks in: rules, the lemmas known, and what no rule makes."""
    seen: Counter[tuple[str, str, str, str]] = Counter()
    for sentence in sentences:
        if "heads" in sentence:
            columns = zip(*(sentence[key] for key in ("pos", "words", "tags", "lemmas")), strict=True)
            for pos, word, tag, lemma in columns:
                form = word.replace("’", "'").lower()
                if pos != "PROPN" and form.replace("'", "").isalpha() and (lemma.isalpha() or "'" in form):
                    seen[pos.lower(), form, tag, lemma.lower()] += 1
    index: dict[str, dict[str, int]] = defaultdict(dict)
    for (pos, form, _, lemma), count in seen.items():
        if pos in ("noun", "verb", "adj", "adv") and (count >= SEEN or form != lemma) and lemma.isalpha():
            index[pos][lemma] = 1
    best: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for (pos, form, tag, lemma), count in seen.items():
        base = MORPH.get(tag, "").startswith(
            ("Number=Sing", "VerbForm=Inf", "Mood=Ind|Tense=Pres", "Degree=Pos")
        )
        if not base or form != lemma or pos not in ("noun", "verb", "adj", "adv"):
            best[pos, form][lemma] += count
    exceptions: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for (pos, form), lemmas in best.items():
        ((lemma, count),) = lemmas.most_common(1)
        if count >= SEEN and _by_rule(form, pos, index) != lemma:
            for variant in {form, form.replace("'", "’")}:
                exceptions[pos][variant] = [lemma]
    rules = {pos: [list(rule) for rule in made] for pos, made in RULES.items()}
    rules |= {pos: [["", ""]] for pos in CLOSED}
    return {"lemma_rules": rules, "lemma_index": dict(index), "lemma_exc": dict(exceptions)}


def _by_rule(form: str, pos: str, index: dict[str, dict[str, int]]) -> str:
    made = [form[: len(form) - len(old)] + new for old, new in RULES.get(pos, []) if form.endswith(old)]
    known = [lemma for lemma in made if lemma in index[pos]]
    return known[-1] if known else made[0] if made else form
