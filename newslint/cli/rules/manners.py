"""What an editor is asked for each verb, in plain words, and how the answers stand in a rule file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, get_args

from newslint.cli.rules.rulefile import scalar

Given = Mapping[str, str]
PARTS = {"noun", "verb", "adj", "adv", "propn", "pron", "num", "det", "adp"}
NAMES = {"PERSON", "ORG", "LOC"}


class Question(NamedTuple):
    """One thing that is asked: the option that gives it without asking, the question, what to say of a wrong
    answer (``check`` raises ValueError), and whether it may be left empty."""

    option: str
    text: str
    check: Callable[[str], str]
    optional: bool = False


class Manner(NamedTuple):
    """A verb that a rule can be begun with: what it does, what is asked, the lines that follow from the
    answers, and what such rules say at first: ``title`` and ``message`` are asked for where they are
    empty. ``whole`` tells whether the answers make a rule on drafts as a whole."""

    does: str
    questions: tuple[Question, ...]
    lines: Callable[[Given], list[str]]
    title: str = ""
    message: str = ""
    whole: Callable[[Given], bool] = lambda given: False


def filled(value: str) -> str:
    if not value.strip():
        raise ValueError("the answer is empty")
    return " ".join(value.split())


def words(value: str) -> str:
    if not listed(value):
        raise ValueError("name one word at least; several are parted by commas")
    return value


def number(value: str) -> str:
    try:
        float(value)
    except ValueError:
        raise ValueError(f"“{value}” is not a number; write it in digits") from None
    return value


def one_of(noun: str, known: Mapping[str, object] | tuple[str, ...]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in known:
            raise ValueError(f"“{value}” is no {noun} here; use one of: {', '.join(known)}")
        return value

    return check


def listed(value: str) -> list[str]:
    return [word.strip() for word in value.split(",") if word.strip()]


def flow(value: str) -> str:
    """Words parted by commas, as a YAML list."""
    return f"[{', '.join(map(scalar, listed(value)))}]"


def items(value: str) -> str:
    """A pattern in one line, once every item of it can be read."""
    for item in filled(value).split():
        _item(item)
    return value


def _item(item: str) -> str:
    """``said/told`` one of these words, ``say*`` any form of the word, ``NOUN`` any noun, ``PERSON`` a name;
    ``?`` behind one: it may be missing."""
    core, optional = (item[:-1], ", optional: yes") if item.endswith("?") else (item, "")
    parts = [part for part in core.split("/") if part]
    if not parts:
        raise ValueError(f"“{item}” says nothing; write words, say*, NOUN or PERSON")
    if core in NAMES:
        return f"{{entity: {core}{optional}}}"
    if all(part.isupper() and part.lower() in PARTS for part in parts):
        return f"{{pos: [{', '.join(part.lower() for part in parts)}]{optional}}}"
    if len({part.endswith("*") for part in parts}) > 1:
        raise ValueError(f"“{item}” mixes words as written and words in any form; make all of them end in *")
    key = "lemma" if core.endswith("*") else "word"
    return f"{{{key}: [{', '.join(scalar(part.rstrip('*')) for part in parts)}]{optional}}}"


def conditions(value: str) -> str:
    for part in filled(value).split(";"):
        name, colon, told = part.partition(":")
        if part.strip() and not (name.strip() and colon and told.strip()):
            raise ValueError(f"“{part.strip()}” is no condition; write “name: value”, parted by semicolons")
    return value


def _condition_lines(given: Given) -> list[str]:
    lines = []
    for part in given["conditions"].split(";"):
        name, _, told = part.partition(":")
        if part.strip():
            value = flow(told) if "," in told else scalar(told.strip())
            lines.append(f"{name.strip()}: {value}")
    return lines


def _require_lines(given: Given) -> list[str]:
    lines = [f"words: {flow(given['words'])}", f"within: {given['within']}"]
    return [*lines, f"when: {{words: {flow(given['when'])}}}"] if given["when"] else lines


def _limit_lines(given: Given) -> list[str]:
    return [f"{name}: {given[name]}" for name in ("count", "per", "most")]


def manners() -> dict[str, Manner]:
    """Every verb that needs no programming, by name; what may be chosen is what the verbs say."""
    from newslint.checks.limit import Count, Per
    from newslint.checks.require import Within
    from newslint.checks.support import What

    count, per, within = get_args(Count), get_args(Per), get_args(Within)
    what = tuple(one for one in get_args(What) if one != "words")
    facts = {
        "quotes": ("quotations, with who says them", "problem: unclosed"),
        "sources": ("who is cited", "kind: anonymous; reason: missing"),
        "claims": ("statements nobody answers for", "kind: unowned report"),
        "names": ("people, bodies and places", "problem: misspelt later"),
        "dates": ("dates, times and durations", "problem: wrong weekday"),
        "figures": ("numbers and what they count", "problem: sum mismatch"),
    }
    return {
        "avoid": Manner(
            "words that should not be there",
            (Question("words", "The words, parted by commas", words),),
            lambda given: [f"words: {flow(given['words'])}"],
            "Avoid {words}",
            "Another word for “{match}”?",
        ),
        "prefer": Manner(
            "words for which the house has another",
            (
                Question("use", "The word the house uses", filled),
                Question("words", "The words it does not use, parted by commas", words),
            ),
            lambda given: [f"use: {scalar(given['use'])}", f"not: {flow(given['words'])}"],
            "{use}, not {words}",
            "We write “{better}”, not “{match}”.",
        ),
        "consistent": Manner(
            "spellings of which a draft should use one",
            (Question("words", "The spellings, parted by commas", words),),
            lambda given: ["one_of:", f"  - {flow(given['words'])}"],
            "One spelling of {words}",
            "“{better}” elsewhere in this draft, “{match}” here. Which is right?",
        ),
        "require": Manner(
            "words that must be there",
            (
                Question("words", "The words of which one must be there, parted by commas", words),
                Question("within", f"Where ({', '.join(within)})", one_of("place", within)),
                Question(
                    "when", "Only where one of these words stands (empty: always)", words, optional=True
                ),
            ),
            _require_lines,
            "Say one of {words}",
            "Should “{wanted}” be here?",
            lambda given: not given["when"] and given["within"] != "each paragraph",
        ),
        "limit": Manner(
            "too much of something",
            (
                Question("count", f"What is counted ({', '.join(count)})", one_of("count", count)),
                Question("per", f"In what ({', '.join(per)})", one_of("stretch", per)),
                Question("most", "How many there may be", number),
            ),
            _limit_lines,
            "At most {most} {count} in a {per}",
            "{count} here; at most {limit} are wanted.",
            lambda given: given["per"] == "draft",
        ),
        "support": Manner(
            "what a headline says and the story does not",
            (Question("what", f"What the story must bear out ({', '.join(what)})", one_of("kind", what)),),
            lambda given: [f"what: {given['what']}"],
            "The story bears out the {what} in its headline",
            "Where does the story say “{match}”?",
        ),
        "pattern": Manner(
            "words in a row, by what they are",
            (
                Question(
                    "items",
                    "The row, such as “it is/was widely? believed”, “critic* say*” (in any form), “very ADJ” "
                    f"(a part of speech: {', '.join(sorted(PARTS)).upper()}), “PERSON said” (a name: PERSON, "
                    "ORG, LOC)",
                    items,
                ),
            ),
            lambda given: ["items:", *(f"  - {_item(item)}" for item in given["items"].split())],
            "Avoid “{items}”",
            "Another way to say “{match}”?",
        ),
        **{
            verb: Manner(
                does,
                (
                    Question(
                        "conditions",
                        f"What it looks for, as “name: value”, parted by semicolons, such as “{such}” "
                        "(“newslint plugins” lists the problems there are)",
                        conditions,
                    ),
                ),
                _condition_lines,
            )
            for verb, (does, such) in facts.items()
        },
    }
