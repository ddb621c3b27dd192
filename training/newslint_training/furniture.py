"""What stands around news text: headlines, capitals, bylines, datelines, bodies with their acronyms."""

from __future__ import annotations

from newslint_training.attributions import copy_words
from newslint_training.corpus import COLUMNS, Paragraph, Sentence
from newslint_training.names import Names
from newslint_training.swaps import replace_name
from newslint_training.tree import Tree

SMALL = frozenset(
    ["a", "an", "the", "of", "in", "to", "and", "for", "on", "at", "by", "with", "as", "or", "but"]
)
AGENCIES = ["AP", "Reuters", "AFP", "UPI"]


def headline(sentence: Sentence, names: Names) -> Sentence:
    """In title case, without its stop and, often, without articles and auxiliaries, as headlines go."""
    sentence = _without(sentence, _last_stop(sentence))
    if names.rng.random() < 0.5:
        heads = set(sentence["heads"])
        small = [
            i
            for i, (dep, tag) in enumerate(zip(sentence["deps"], sentence["tags"], strict=True))
            if i not in heads and ((dep == "det" and tag == "DT") or dep in ("aux", "cop", "aux:pass"))
        ]
        sentence = _without(sentence, small)
    title = [w if w in SMALL and i else w[0].upper() + w[1:] for i, w in enumerate(sentence["words"])]
    return {**sentence, "words": title}


def capitals(sentence: Sentence) -> Sentence:
    """All in capitals."""
    return {**sentence, "words": [word.upper() for word in sentence["words"]]}


def byline(like: Sentence, names: Names) -> Sentence:
    """“By Ada Lovelace and Alan Turing”, sometimes with their paper or in capitals."""
    tree = Tree()
    by = tree.add("By", "ADP", "IN", "case")
    first = tree.name(names.person(), "PERSON", "ROOT")
    tree.hang(first, by, first)
    if names.rng.random() < 0.4:
        also = tree.add("and", "CCONJ", "CC", "cc")
        second = tree.name(names.person(), "PERSON", "conj")
        tree.hang(first, second)
        tree.hang(second, also)
    if names.rng.random() < 0.2:
        tree.glue()
        comma = tree.add(",", "PUNCT", ",", "punct")
        paper = tree.name(names.body(), "ORG", "appos")
        tree.hang(first, paper)
        tree.hang(paper, comma)
    made = tree.sentence(like)
    return capitals(made) if names.rng.random() < 0.2 else made


def name_alone(like: Sentence, names: Names) -> Sentence:
    """A line that is a name: a signature, a credit, a speaker, with what may stand beside it."""
    tree, rng = Tree(), names.rng
    roll = rng.random()
    lead = None
    if roll < 0.2:
        lead = tree.add(rng.choice(["Photo", "Picture", "Image", "Credit"]), "NOUN", "NN", "ROOT")
        colon = tree.add(":", "PUNCT", ":", "punct", lead)
        tree.rows[colon - 1].space = False
    person = tree.name(
        names.person() if rng.random() < 0.7 else names.short(), "PERSON", "appos" if roll < 0.2 else "ROOT"
    )
    tree.hang(person if lead is None else lead, person, *([lead] if lead is not None else []))
    if 0.2 <= roll < 0.45:
        tree.glue()
        tree.add(rng.choice([",", ":", ","]), "PUNCT", ",", "punct", person)
    elif 0.45 <= roll < 0.65:
        tree.glue()
        comma = tree.add(rng.choice([",", "/"]), "PUNCT", ",", "punct")
        body = tree.name(names.body(), "ORG", "list")
        tree.hang(person, body)
        tree.hang(body, comma)
    return tree.sentence(like)


def dateline(sentence: Sentence, names: Names) -> Sentence:
    """“HASAKAH (AP) — ” before the sentence, hanging on its root."""
    tree, rng = Tree(), names.rng
    place = names.place()
    where = tree.name(place.upper() if rng.random() < 0.7 else place, "LOC", "parataxis")
    if rng.random() < 0.6:
        opening = tree.add("(", "PUNCT", "-LRB-", "punct", space=False)
        agency = tree.name(rng.choice([*AGENCIES, names.acronym()]), "ORG", "appos")
        tree.hang(where, agency)
        tree.glue()
        tree.hang(agency, opening, tree.add(")", "PUNCT", "-RRB-", "punct"))
    tree.add(rng.choice(["—", "-", "–", "--"]), "PUNCT", ":", "punct", where)
    root = copy_words(tree, sentence, "ROOT", stop=True)
    tree.hang(root, root, where)
    return tree.sentence(sentence)


def acronym(sentence: Sentence, names: Names) -> Paragraph:
    """The sentence with its first body by its acronym; where there is none, a body introduced with one."""
    body = names.body()
    for start, end, label in sentence["ents"]:
        if label == "ORG":
            return [replace_name(sentence, (start, end, label), names.acronym(body))]
    short = names.acronym(body)
    return [_introduced(body, short, sentence, names), _short_again(short, sentence, names)]


def _introduced(body: str, short: str, like: Sentence, names: Names) -> Sentence:
    tree, rng = Tree(), names.rng
    the = tree.add("The", "DET", "DT", "det")
    head = tree.name(body, "ORG", "nsubj")
    opening = tree.add("(", "PUNCT", "-LRB-", "punct", space=False)
    abbreviation = tree.name(short, "ORG", "appos")
    tree.glue()
    closing = tree.add(")", "PUNCT", "-RRB-", "punct")
    verb = tree.add(
        rng.choice(
            [
                "denied",
                "rejected",
                "launched",
                "attacked",
                "published",
                "opposed",
                "controls",
                "expanded",
                "lost",
            ]
        ),
        "VERB",
        "VBD",
        "ROOT",
    )
    det = tree.add("the", "DET", "DT", "det")
    what = tree.add(
        rng.choice(["report", "plan", "strike", "claim", "city", "base", "vote", "deal"]), "NOUN", "NN", "obj"
    )
    tree.glue()
    stop = tree.add(".", "PUNCT", ".", "punct")
    tree.hang(head, the, abbreviation)
    tree.hang(abbreviation, opening, closing)
    tree.hang(what, det)
    tree.hang(verb, verb, head, what, stop)
    return tree.sentence(like)


def _short_again(short: str, like: Sentence, names: Names) -> Sentence:
    """“IS has denied it.”, “Fighters from IS denied it.”"""
    tree, rng = Tree(), names.rng
    if rng.random() < 0.4:
        who = tree.add(rng.choice(["Officials", "Fighters", "Members", "Leaders"]), "NOUN", "NNS", "nsubj")
        case = tree.add(rng.choice(["from", "of", "with"]), "ADP", "IN", "case")
        of = tree.name(short, "ORG", "nmod")
        tree.hang(of, case)
        tree.hang(who, of)
    else:
        who = tree.name(short, "ORG", "nsubj")
    helps = tree.add("has", "AUX", "VBZ", "aux", lemma="have") if rng.random() < 0.5 else None
    verb = tree.add(
        rng.choice(["denied", "rejected", "attacked", "opposed", "lost"]),
        "VERB",
        "VBD" if helps is None else "VBN",
        "ROOT",
    )
    it = tree.add("it", "PRON", "PRP", "obj")
    tree.glue()
    stop = tree.add(".", "PUNCT", ".", "punct")
    tree.hang(verb, verb, who, it, stop, *([helps] if helps is not None else []))
    return tree.sentence(like)


def _last_stop(sentence: Sentence) -> list[int]:
    last = len(sentence["words"]) - 1
    return [last] if last > 2 and sentence["words"][last] == "." and last not in sentence["heads"] else []


def _without(sentence: Sentence, drop: list[int]) -> Sentence:
    """The sentence without some words on which no other hangs and which stand in no name's middle."""
    gone = {i for i in drop if not any(a <= i < b for a, b, _ in sentence["ents"])}
    if not gone or len(gone) == len(sentence["words"]):
        return sentence
    kept = [i for i in range(len(sentence["words"])) if i not in gone]
    place = {old: new for new, old in enumerate(kept)}
    changed = {**sentence, **{key: [sentence[key][i] for i in kept] for key in COLUMNS if key in sentence}}
    changed["heads"] = [place[sentence["heads"][i]] for i in kept]
    changed["ents"] = [[place[a], place[b - 1] + 1, kind] for a, b, kind in sentence["ents"]]
    return changed
