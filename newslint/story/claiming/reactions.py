"""Reactions and judgements of nobody: “has drawn criticism”, “widespread approval”, “widely seen as”."""

from __future__ import annotations

from collections.abc import Iterator

from newslint.story.claiming.text import WORDS, Found, Passage

BE = frozenset({"is", "are", "was", "were", "been", "being"})
BARE = frozenset({"face", "draw", "attract", "invite", "provoke", "win", "earn", "receive"})
MODAL = frozenset({"would", "could", "might", "may", "will", "if"})
AS_WHAT = frozenset({"as", "with", "for", "to", "a", "an", "the", "one", "among"})


def find_reactions(passage: Passage) -> Iterator[Found]:
    """Every reaction noun that is drawn, sparked or widespread, and nobody’s."""
    for i, word in enumerate(passage.lower):
        if word in WORDS["reaction"]:
            first = _drawn(passage, i, WORDS["draws"])
        elif word in WORDS["feeling"]:
            first = _drawn(passage, i, WORDS["stirs"])
        else:
            continue
        if first is None or _unmade(passage, first) or not passage.is_head(i) or _owned(passage, i):
            continue
        yield Found("unowned reaction", passage.span(first, i), word)


def _drawn(passage: Passage, i: int, verbs: frozenset[str]) -> int | None:
    """Where “drawn both praise and criticism” or “widespread approval” begins, None where it is neither."""
    lower, much = passage.lower, None
    for j in range(i - 1, max(-1, i - 6), -1):
        word = lower[j]
        if passage.gap(j) or (word in WORDS["left-stop"] and word not in ("and", "with")):
            break
        if word in WORDS["how-much"]:
            much = j
        elif word in verbs:
            return j
        elif word != "both" and (
            word in WORDS["voiced"] or passage.capital(j) or passage.counted_or_owned(j)
        ):
            return None
    return much


def _unmade(passage: Passage, first: int) -> bool:
    """Whether it is only an aim, has not happened, or is told in general: “to stoke fears”, “did not draw
    criticism”, “act and face criticism”, “in the face of fierce opposition”."""
    before = passage.lower[max(0, first - 4) : first]
    if before[-3:] == ["the", "face", "of"] or (passage.lower[first] in BARE and before[-1:] == ["and"]):
        return True
    return not (WORDS["unmade"].isdisjoint(before[-2:]) and MODAL.isdisjoint(before))


def _owned(passage: Passage, i: int) -> bool:
    """Whether somebody follows whose reaction it is: “criticism from Jane Roe”, “calls by the unions”."""
    for j in range(i + 1, min(i + 10, len(passage))):
        if passage.gap(j - 1):
            return False
        if passage.lower[j] == "among":
            return True
        if passage.lower[j] in ("from", "by"):
            following = range(j + 1, min(j + 5, len(passage)))
            named = any(passage.capital(k) for k in following)
            return named or WORDS["group"].isdisjoint(passage.lower[j + 1 : j + 5])
    return False


def find_judgements(passage: Passage) -> Iterator[Found]:
    """Every passive of judgement without an agent: widely regarded as, has been credited with."""
    lower = passage.lower
    for i, word in enumerate(lower):
        if word not in WORDS["judged"] or i == 0 or i + 1 >= len(passage) or passage.gap(i - 1):
            continue
        widely = lower[i - 1] in WORDS["widely"]
        be = i - 2 if widely else i - 1
        if be < 0 or lower[be] not in BE or passage.gap(be):
            continue
        perfect = lower[be] == "been"
        if not (widely or perfect) or passage.gap(i) or lower[i + 1] not in AS_WHAT:
            continue
        if _owned(passage, i):
            continue
        yield Found("agentless judgement", passage.span(be, i), word)
