"""Acronyms: never spelt out, two for one body, with and without periods."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import ClassVar

from newslint.checks.names.acronyms_told import explained_beside, told_acronyms
from newslint.checks.names.data import known_acronyms, read_lines
from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options, Scope
from newslint.story.naming.lexicon import lexicon
from newslint.story.story import Story

_ACRONYM = re.compile(
    r"([A-Z](?<![\w@#/.$&’'-].)(?:\.(?:[A-Z]\.)+|[A-Z&]{1,4}))(?:s|’s|'s)?(?![\w@/&\u0300-\u036f]|\.\w|-\d)"
)
_SHOUTED_AFTER = re.compile(r"(?:[’']S)?[ ,;!-]+([A-Z]{2,})\b|:")
_SHOUTED_BEFORE = re.compile(r"\b([A-Z]{2,})(?: \d+)?[,:;!]? $")
# “SITE Intelligence Group”, “J.M. Barrie”, “WBUR”: parts of names, initials, call signs of stations
_NAMED_AFTER = late(r"[ -][“\"‘']?([A-Z]\w+)")
_NAMED_BEFORE = late(r"(?<![\w.])([A-Z][\w’'-]+)\s$")
_CALL_SIGN = late(r"[WK][A-Z]{2,3}$")
# “the group, also known as ISIL”, “ISIS, or Daesh,”: told on purpose that the names are one
_EXPLAINED = late(
    r"(?:\b(?:known as|called|or|acronym|stands for|abbreviated|formerly|previously|aka|dubbed|termed?)|/|\()"
    r"(?: the)? ?[“\"‘']?$"
    r"|\b(?:known|called|acronyms?|names?)\b[^.;]{0,30}$"
)
_GROUP_BEFORE = late(
    r"\b(?:of|by|to|against|from|with|and|for|the|in|join|joined|joining|fight|fighting|defeat|destroy|attack|bomb|"
    r"support|fund|pro|anti|target|targets|targeting|that|targeted|when|while)[ \n-]$",
    re.IGNORECASE,
)
_GROUP_AFTER = late(
    r"(?:[’']s\b|-| (?:militants?|fighters?|group|strongholds?|attacks?|leaders?|agents?|supporters?|"
    r"members?|affiliates?|terror\w*|forces?|targets?|cells?|operatives?|territory|propaganda|has|had|claimed|said)\b)"
)


@lru_cache(maxsize=1)
def acronyms_of(story: Story) -> tuple[tuple[str, Span], ...]:
    """Acronyms in the copy with their places, in order; not in headlines, nor among words set in capitals."""
    text, known = story.text, known_acronyms()
    found_at = []
    for block in story.draft.blocks:
        if block.role not in PROSE:
            continue
        for found in _ACRONYM.finditer(text, block.span.start, block.span.end):
            start, end = found.span(1)
            after = _SHOUTED_AFTER.match(text, end, min(len(text), end + 24))
            before = _SHOUTED_BEFORE.search(text, max(0, start - 16), start)
            if any(word and (not word[1] or word[1] not in known) for word in (after, before)):
                continue
            found_at.append((found[1], Span(start, end)))
    return tuple(found_at)


class AcronymUndefined(Check[Options]):
    """An acronym that the draft never spells out or explains and a reader need not know; not in quotations,
    whose writer may know it from elsewhere."""

    verb = "names"
    problem = "acronym undefined"
    facts: ClassVar[Mapping[str, str]] = {"acronym": "the acronym", "count": "how often the draft has it"}
    scope: ClassVar[Scope] = "narration"

    def look(self, story: Story) -> Iterable[Hit]:
        known, text = known_acronyms(), story.text
        places: dict[str, list[Span]] = defaultdict(list)
        for acronym, span in acronyms_of(story):
            letters = acronym.replace(".", "")
            if (
                letters not in known
                and acronym not in story.vocabulary.allowed
                and not _part_of_name(acronym, span, text)
                and not story.quoted(span)
            ):
                places[letters].append(span)
        if not places:
            return
        told = told_acronyms(story)
        for letters, spans in places.items():
            if not (told.has(letters) or any(explained_beside(text, span) for span in spans)):
                first = spans[0]
                yield Hit(first, {"acronym": first.cut(text), "count": str(len(spans))})


def _part_of_name(acronym: str, span: Span, text: str) -> bool:
    after = _NAMED_AFTER.match(text, span.end)
    if _CALL_SIGN.match(acronym) or (after and after[1] not in lexicon().titles):
        return True
    before = _NAMED_BEFORE.search(text, max(0, span.start - 30), span.start)
    return before is not None and before[1] not in lexicon().function


@cache
def _aliases() -> dict[str, str]:
    return {form: line for line in read_lines("aliases.txt") for form in line.split(" | ")}


class AcronymMixed(Check[Options]):
    """One body under two acronyms: IS and ISIL. Hit where the rarer first stands in the writer’s own words,
    and where in a quotation."""

    verb = "names"
    problem = "acronym mixed"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the acronym used here",
        "first": "the one the draft uses otherwise",
        "count": "how often it uses that",
    }
    scope: ClassVar[Scope] = "all"

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        sets = _aliases()
        seen: dict[str, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
        for name in story.names:
            for mention in name.mentions:
                form = mention.text.replace("’", "'").rstrip(".")
                form = (
                    next((one for one in sets if one.casefold() == form.casefold()), form)
                    if len(form) < 7
                    else form
                )
                if form in sets and (
                    form != "IS" or name.acronym == "IS" or _means_group(text, mention.span)
                ):
                    seen[sets[form]][form].append(mention.span)
        for forms in seen.values():
            if len(forms) < 2:
                continue
            own = [span for spans in forms.values() for span in spans if not story.quoted(span)]
            usual = max(
                forms, key=lambda form: (sum(span in own for span in forms[form]), -forms[form][0].start)
            )
            for form, spans in forms.items():
                if form == usual:
                    continue
                told = {story.quoted(span): span for span in reversed(spans) if not _explained(text, span)}
                for span in told.values():
                    yield _mixed(span, story, forms[usual])


def _explained(text: str, span: Span) -> bool:
    return _EXPLAINED.search(text, max(0, span.start - 40), span.start) is not None


def _means_group(text: str, span: Span) -> bool:
    """Whether IS is the Islamic State and not a verb in capitals."""
    return bool(
        _GROUP_BEFORE.search(text, max(0, span.start - 12), span.start) or _GROUP_AFTER.match(text, span.end)
    )


def _mixed(span: Span, story: Story, usual: list[Span]) -> Hit:
    first = usual[0]
    spelt = first.cut(story.text)
    return Hit(
        span,
        {"name": span.cut(story.text), "first": spelt, "count": str(len(usual))},
        asides=(Aside(first, f"“{spelt}” here"),),
    )


class AbbreviationMixed(Check[Options]):
    """One abbreviation with and without periods: U.S. and US; hit once, where it first differs."""

    verb = "names"
    problem = "abbreviation mixed"
    facts: ClassVar[Mapping[str, str]] = {
        "name": "the abbreviation as written here",
        "first": "the form the draft uses otherwise",
        "count": "how often it uses that",
    }
    scope: ClassVar[Scope] = "narration"

    def look(self, story: Story) -> Iterable[Hit]:
        if "." not in story.text:
            return
        forms: dict[str, dict[bool, list[Span]]] = defaultdict(lambda: {True: [], False: []})
        for acronym, span in acronyms_of(story):
            forms[acronym.replace(".", "")]["." in acronym].append(span)
        for letters, spelt in forms.items():
            if not spelt[True] or not spelt[False] or letters in ("AM", "PM", "IS", "IT", "NO", "SO"):
                continue
            own = {
                dotted: [span for span in spans if not story.quoted(span)] for dotted, spans in spelt.items()
            }
            if not own[True] or not own[False]:
                continue
            usual = len(own[True]) > len(own[False]) or (
                len(own[True]) == len(own[False]) and own[True][0] < own[False][0]
            )
            yield _mixed(own[not usual][0], story, own[usual])
