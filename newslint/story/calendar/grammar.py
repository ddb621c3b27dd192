"""The productions: patterns over tags, tried in order at each place, each read by one function."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from newslint.story.calendar import readings
from newslint.story.calendar.reading import Context, Reading, Words

Reader = Callable[[Words, Context], "Reading | None"]


class Production(NamedTuple):
    name: str
    pattern: str
    read: Reader


_DAY = r"(?:[LFc]{0,2}[Ww],?)?(?:[Mm][NO]|t?[NO]o?[Mm])(?:,?Y)?"
_COUNT = r"(?:a?(?:~o?|(?:N-?)?NC?|C|n)|a(?=[UQK]))"
_UNIT = r"[UPQK]"
_WHEN = rf"(?:{_DAY}|RD?|[LFc]?W(?:,?D)?|I)"

PRODUCTIONS: Final = (
    Production("iso", "I", readings.iso),
    Production("numeric", "#", readings.numeric),
    # 8 p.m. GMT, Tuesday; noon on Saturday
    Production("clock_day", rf"b?(?:T|NX|H)Z?,?i?(?:{_WHEN})", readings.clock),
    Production("day_clock", rf"(?:{_WHEN})@b?(?:T|NX|H)Z?", readings.clock),
    Production("clock", r"b?(?:T|NX|H|[YN](?=Z))Z?", readings.clock),
    # Monday, Dec. 13, 2025; 13 December; the 13th of December
    Production("day", rf"E?{_DAY}(?=[^NM]|$)", readings.day),
    Production("day_", _DAY, readings.day),
    Production("month_year", r"(?:t?eo?-?)?[Mm],?o?Y", readings.month_year),
    Production("month_relative", r"[Mm]o?[LFc]U|[LFc][Mm]", readings.month),
    Production("month", r"(?:t?eo?-?)(?:[Mm])|[E]?M|(?<=[iotbVL])m(?![Np])|(?<=[iV'])m", readings.month),
    Production("sets", rf"V(?:[UQKDSsWM]|m|N{_UNIT}|OU)(?:D)?|J D?|v".replace(" ", ""), readings.sets),
    Production("plural_day", r"J(?:D|P)?", readings.sets),
    Production("weekday", r"[eE]?t?(?:[LFc]{0,2})W(?:[,-]?D)?", readings.weekday),
    Production("today", r"(?:[eE]|eD|-)?RD?", readings.today),
    Production("part", r"[eEc]cD|cD|LD(?<!tLD)|eD(?=R)", readings.day_part),
    # the third quarter of 2025, last year's fourth quarter, Q3 2025, the latest quarter
    Production(
        "quarter",
        r"t?(?:[LFc]U'|kY|Y'?|k)?k?(?:O-?k?Q|q)(?:,?o?t?k?Y|o?t?[LFc]U|k?)?",
        readings.quarter,
    ),
    Production("half", r"t?(?:[LFc]U')?O-?ho?(?:Y|t?[LFc]?U)?", readings.half),
    # two years ago, a year earlier, year-ago
    Production("ago", rf"b?{_COUNT}-?{_UNIT}(?:A|E)|t?[UQ]-?[AE][Qu]?", readings.ago),
    # the past two months, the next few days
    Production("stretch", rf"t?(?:[LFr]|O)b?{_COUNT}{_UNIT}", readings.stretch),
    Production("recent", r"t?rP|LP|FP|cP", readings.recent),
    # last year, earlier this month, the end of the week, the current fiscal year
    Production("unit", r"(?:t?[eE]o?)?(?:t?(?:c?k|[LFc][LFc]?k?)(?:U|Q|K|S|s|u)|tK|K)", readings.unit),
    Production("end", r"t?eot(?:U|K|Q)|(?<=[iba])U'?-?e", readings.unit),
    Production("season", r"t?e?-?(?:S|s(?=,?o?Y))(?:,?o?Y)?|(?<=[it])s(?<=ts)(?=[,.])", readings.season),
    Production("fiscal", r"t?kU?Y|t?Yk(?:U)?", readings.year),
    Production("decade", r"t?(?:e-?)?B", readings.decade),
    Production("century", r"t?(?:e-?)?O-?U", readings.century),
    Production("spoken_year", r"(?:tU)?NN(?:-N)?(?![-NPU])", readings.spoken_year),
    Production("rate", r"(?<=[$nNz])aU", readings.rate),
    Production("duration", rf"b?{_COUNT}-?(?:{_UNIT}|D(?<=N-D))(?:-?y)?|tNP", readings.duration),
    Production("plural_unit", r"(?<=[ib])P(?!o)", readings.duration),
    Production("year", r"(?:t?eo?-?|t?U)?Y", readings.year),
    Production("holiday", r"(?:[eE]?[LFc]?)G(?:,?Y)?(?:D)?", readings.holiday),
    Production("the_unit", r"t[UQK]", readings.the_unit),
    Production("reference", r"t?g|(?<=[io])tL(?![xzd])|c(?=[xzpd])", readings.reference),
)
# No production begins with these, the most frequent tags: said once in front, it need not be tried by each of them.
_NEVER_FIRST: Final = r"(?![xzpdfi.,·$'¶n@o>j])"
PATTERN: Final = re.compile(
    _NEVER_FIRST + "(?:" + "|".join(f"(?P<{p.name}>{p.pattern})" for p in PRODUCTIONS) + ")"
)
READERS: Final = {p.name: p.read for p in PRODUCTIONS}
