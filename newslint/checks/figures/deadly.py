"""A deadly attack in which nobody died: the adjective without its dead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import ClassVar

from newslint.late import late
from newslint.model import Aside, Hit, Span
from newslint.rulebook.check import PROSE, Check, Options
from newslint.story.story import Story

EVENTS = (
    "ambush|ambushes|attack|attacks|assault|assaults|blast|blasts|bombing|bombings|clash|clashes|collision|crash|"
    "crashes|derailment|explosion|explosions|fire|fires|firefight|incident|missile strike|raid|rampage|riot|"
    "shooting|shootings|"
    "shootout|stabbing|stampede|standoff|strike|strikes|accident|airstrike|air strike|wreck|siege"
)
DEADLY = late(rf"\b(?P<adjective>deadly|fatal)[ \n](?:(?!and\b)[\w’'-]+[ \n]){{0,3}}?(?P<event>{EVENTS})\b")
_HURT = late(
    r"\b(?:injur(?:ed|es|ing)|wound(?:ed|s|ing)|hurt)\b"
    r"|\b(?:suffered|sustained) [\w ,-]{0,40}(?:injuries|wounds)\b"
)
_DEAD = late(
    r"\b(?:kill(?:s|ed|ing|ings)?|dead|die[sd]?|dying|deaths?|slain|slay\w*|murder\w*|fatalit\w+|perish\w*|"
    r"massacre\w*|claim(?:ed|ing|s)? (?:the )?(?:\w+ )?lives|lost (?:his|her|their) li(?:fe|ves)|"
    r"took (?:the )?lives?|"
    r"bodies|"
    r"shot (?:\w+ )?to death|beheaded|executed|assassinat\w+|funerals?|mourn\w*|toll|casualt\w+|"
    r"victims?|homicides?|manslaughter|widow\w*|gunned down|drowned|"
    r"obituar\w+|killers?|corpses?|burial|buried)\b",
    re.IGNORECASE,
)
_ATTACKER = (
    r"(?:attackers?|gunm[ae]n|assailants?|militants?|bombers?|shooters?|suspects?|perpetrators?|terrorists?|"
    r"insurgents?|extremists?|fighters?|assassins?|hijackers?|knifem[ae]n|driver|extremist|jihadists?)"
)
# “an IS militant who was later killed”, “the gunman was shot dead”: the attacker's own death is no victim's
_OWN_DEATH = late(
    rf"\b{_ATTACKER}\b[^.;]{{0,60}}\b(?:was|were|is|who|later|then|himself|being|shot|been|had)\b[^.;]{{0,40}}?"
    rf"\b(?:kill(?:ed)?|dead|died|slain|gunned down)\b"
    rf"|\bkill(?:ed|ing) (?:the|all|both|two|three|one)? ?(?:\w+ ){{0,2}}{_ATTACKER}\b"
    rf"|\bdeaths? of (?:the|an?|both|all) (?:\w+ )?{_ATTACKER}\b",
    re.IGNORECASE,
)
_NOBODY = late(
    r"\b(?:no one|nobody|none|no \w+|without) (?:\w+ ){0,3}(?:was |were |has been )?"
    r"(?:kill\w*|di\w+|dead|deaths?)\b",
    re.IGNORECASE,
)


def _tells_of_dead(sentence: str) -> bool:
    """Whether the sentence tells of somebody's death other than the attacker's."""
    return _DEAD.search(_NOBODY.sub("", _OWN_DEATH.sub("", sentence))) is not None


class DeadlyWithoutDead(Check[Options]):
    """“Deadly” or “fatal” where the draft tells of injured only; the attacker's own death does not count."""

    verb = "figures"
    problem = "deadly without dead"
    facts: ClassVar[Mapping[str, str]] = {
        "adjective": "deadly or fatal",
        "event": "the event so called",
        "told": "what the draft tells of those hurt",
    }

    def look(self, story: Story) -> Iterable[Hit]:
        text = story.text
        called = list(DEADLY.finditer(text)) if "deadly" in text or "fatal" in text else []
        if not called or not _HURT.search(text):
            return
        sentences = [
            sentence
            for block in story.draft.blocks
            if block.role in PROSE
            for sentence in story.sentences[block.index]
        ]
        hurt = [_HURT.search(text, *sentence) for sentence in sentences]
        dead = [_tells_of_dead(sentence.cut(text)) for sentence in sentences]
        for found in called:
            here = next((i for i, one in enumerate(sentences) if one.start <= found.start() < one.end), None)
            if here is None:
                continue
            own = hurt[here]
            if own is not None and not self._kills(Span(*found.span()), Span(*own.span()), text):
                near = dead[max(0, here - 1) : here] + dead[here + 1 : here + 3]
                same = any(
                    told and found["event"] in sentence.cut(text)
                    for told, sentence in zip(dead, sentences, strict=True)
                    if found.start() not in range(*sentence)
                )
                if not any(near) and not same:
                    yield self._hit(found, Span(*own.span()), text)
            elif not any(dead) and any(hurt):
                places = [Span(*told.span()) for told in hurt if told]
                yield self._hit(found, min(places, key=lambda told: abs(told.start - found.start())), text)

    def _kills(self, at: Span, told: Span, text: str) -> bool:
        """Whether the event's own sentence does not say what it did, or tells of dead beside the injured."""
        between = text[at.end : told.start] if told.start >= at.end else "."
        rest = re.split(r"[.;](?: |$)", text[told.end : told.end + 80])[0]
        plain = _OWN_DEATH.sub("", between + text[told.start : told.end] + rest)
        return not re.match(
            r"[^.;]{0,60}?\b(?:that|which|leaving|left|injur|wound|in which)", between + " " + told.cut(text)
        ) or (_DEAD.search(plain) is not None)

    def _hit(self, found: re.Match[str], told: Span, text: str) -> Hit:
        start, end = found.span()
        facts = {"adjective": found["adjective"], "event": found["event"], "told": told.cut(text)}
        return Hit(
            Span(start, end), facts, asides=(Aside(told, "the draft tells of those hurt, of no dead"),)
        )
