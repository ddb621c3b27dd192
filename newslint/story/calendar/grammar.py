"""The productions: patterns over tags, tried in order at each place, each read by one function."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple

from newslint.story.calendar import days, holidays, lengths, periods
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
    Production("iso", "I", days.iso),
    Production("numeric", "#", days.numeric),
    # 8 p.m. GMT, Tuesday; noon on Saturday
    Production("clock_day", rf"b?(?:T|NX|H)Z?,?i?(?:{_WHEN})", days.clock),
    Production("day_clock", rf"(?:{_WHEN})@b?(?:T|NX|H)Z?", days.clock),
    Production("clock", r"b?(?:T|NX|H|[YN](?=Z))Z?", days.clock),
    # Monday, Dec. 13, 2025; 13 December; the 13th of December
    Production("day", rf"E?{_DAY}(?=[^NM]|$)", days.day),
    Production("day_", _DAY, days.day),
    Production("month_year", r"(?:t?eo?-?)?[Mm],?o?Y", periods.month_year),
    Production("month_relative", r"[Mm]o?[LFc]U|[LFc][Mm]", periods.month),
    Production("month", r"(?:t?eo?-?)(?:[Mm])|[E]?M|(?<=[iotbVL])m(?![Np])|(?<=[iV'])m", periods.month),
    Production("sets", rf"V(?:[UQKDSsWM]|m|N{_UNIT}|OU)(?:D)?|J D?|v".replace(" ", ""), lengths.sets),
    Production("plural_day", r"J(?:D|P)?", lengths.sets),
    Production("weekday", r"[eE]?t?(?:[LFc]{0,2})W(?:[,-]?D)?", days.weekday),
    Production("today", r"(?:[eE]|eD|-)?RD?", days.today),
    Production("part", r"[eEc]cD|cD|LD(?<!tLD)|eD(?=R)", days.day_part),
    # the third quarter of 2025, last year's fourth quarter, Q3 2025, the latest quarter
    Production(
        "quarter",
        r"t?(?:[LFc]U'|kY|Y'?|k)?k?(?:O-?k?Q|q)(?:,?o?t?k?Y|o?t?[LFc]U|k?)?",
        periods.quarter,
    ),
    Production("half", r"t?(?:[LFc]U')?O-?ho?(?:Y|t?[LFc]?U)?", periods.half),
    # two years ago, a year earlier, year-ago
    Production("ago", rf"b?{_COUNT}-?{_UNIT}(?:A|E)|t?[UQ]-?[AE][Qu]?", periods.ago),
    # the past two months, the next few days
    Production("stretch", rf"t?(?:[LFr]|O)b?{_COUNT}{_UNIT}", lengths.stretch),
    Production("recent", r"t?rP|LP|FP|cP", lengths.recent),
    # last year, earlier this month, the end of the week, the current fiscal year
    Production("unit", r"(?:t?[eE]o?)?(?:t?(?:c?k|[LFc][LFc]?k?)(?:U|Q|K|S|s|u)|tK|K)", periods.unit),
    Production("end", r"t?eot(?:U|K|Q)|(?<=[iba])U'?-?e", periods.unit),
    Production("season", r"t?e?-?(?:S|s(?=,?o?Y))(?:,?o?Y)?|(?<=[it])s(?<=ts)(?=[,.])", periods.season),
    Production("fiscal", r"t?kU?Y|t?Yk(?:U)?", periods.year),
    Production("decade", r"t?(?:e-?)?B", periods.decade),
    Production("century", r"t?(?:e-?)?O-?U", periods.century),
    Production("spoken_year", r"(?:tU)?NN(?:-N)?(?![-NPU])", periods.spoken_year),
    Production("rate", r"(?<=[$nNz])aU", lengths.rate),
    Production("duration", rf"b?{_COUNT}-?(?:{_UNIT}|D(?<=N-D))(?:-?y)?|tNP", lengths.duration),
    Production("plural_unit", r"(?<=[ib])P(?!o)", lengths.duration),
    Production("year", r"(?:t?eo?-?|t?U)Y|(?<=[itoLFc'])Y|Y(?!z)", periods.year),
    Production("holiday", r"(?:[eE]?[LFc]?)G(?:,?Y)?(?:D)?", holidays.holiday),
    Production("the_unit", r"t[UQK]", periods.the_unit),
    Production("reference", r"t?g|(?<=[io])tL(?![xzd])|c(?=[xzpd])", periods.reference),
)
# No production begins with these, the most frequent tags: said once, it need not be tried by each.
_NEVER_FIRST: Final = r"(?![xzpdfi.,·$'¶n@o>j])"
PATTERN: Final = re.compile(
    _NEVER_FIRST + "(?:" + "|".join(f"(?P<{p.name}>{p.pattern})" for p in PRODUCTIONS) + ")"
)
READERS: Final = {p.name: p.read for p in PRODUCTIONS}
