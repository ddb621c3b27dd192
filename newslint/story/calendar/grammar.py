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


_I = "i!56"  # by, to, since, until
_POINT = r"(?:c[LF]|[LFc])"  # last, this coming
_EDGE = r"(?:t?(?:[eE]|lo)-?)"  # early, the end of
_MONTH_DAY = r"(?:[Mm][NO]|t?[NO]o?[Mm])(?:,?Y)?"
_DAY = rf"(?:(?:{_POINT}?W|w),?)?L?{_MONTH_DAY}"
_COUNT = r"(?:a?(?:~o?|(?:N-?)?NC?|C|n)\+?|a\+?(?=[UQK]))"
_UNIT = r"[UPQK]"
_CLOCK = r"b?(?:(?:T|NX|H)Z?|N(?:jtD|@D))"
_WHEN = rf"(?:{_DAY}|RD?|{_POINT}?W(?:,?D)?|I)"

PRODUCTIONS: Final = (
    Production("iso", r"I", days.iso),
    Production("numeric", r"#", days.numeric),
    # 8 p.m. GMT, Tuesday; noon on Saturday; Friday at 8 p.m.; 2000 GMT
    Production(
        "clock_and_day", rf"(?:{_CLOCK}|[YN]Z)(?:·[YNnT]Z·)?,?[{_I}]?{_WHEN}|{_WHEN}@{_CLOCK}", days.clock
    ),
    Production("clock", rf"{_CLOCK}|[YN]Z", days.clock),
    # “in May 45 people”: a month and a count
    Production("month_alone", r"(?<=j)[Mm](?=Nz)", periods.month),
    # January nineteen ninety-seven, the year two thousand
    Production("spoken_year", r"(?:tU|[Mm]|t?[Ss]o)?NN(?:-N)?(?![-NPU])|tUNCN?", periods.spoken_year),
    # the week of March 6
    Production("week_of", rf"tUo{_MONTH_DAY}", periods.week_of),
    # Dec. 13-15, 2025; 13 and 14 December
    Production("days", r"[Mm]N(?:[-!6]N|&N(?![xzpPUQKNC'-]))(?:,?Y)?|N[-!6&]N[Mm](?:,?Y)?", days.first_day),
    # Monday, Dec. 13, 2025; 13 December; the 13th of December
    Production("day", _DAY, days.day),
    Production("month_year", rf"{_EDGE}?[Mm],?o?Y", periods.month_year),
    Production("month_relative", rf"{_EDGE}?[Mm]o?[LFc]U|[LFc][Mm]", periods.month),
    Production("month", rf"{_EDGE}[Mm]|M|(?<=[{_I}joV'])m|(?<=[tbaL])m(?![Np])", periods.month),
    Production("sets", rf"V(?:[UQKDSsWMm]|N{_UNIT}|OU)D?|J[DP]?|v", lengths.sets),
    # but not “the Sunday Times”
    Production("weekday", rf"[eE]?t?{_POINT}?W(?!(?<=tW)p)(?:[,-]?D)?", days.weekday),
    Production("today", r"[eE]?D?RD?", days.today),
    Production("part", r"[eE]?cD|(?<!t)LD", days.day_part),
    # the third quarter of 2025, last year's fourth quarter, Q3 2025, the latest quarter
    Production(
        "quarter", r"t?(?:[LFc]U'|kY|Y'?|U-?[AE])?k?(?:O-?k?Q|q)(?:,?o?t?k?Y|o?t?[LFc]U|k)?", periods.quarter
    ),
    # the 2024 quarter, in copy on a quarter
    Production("same_quarter", r"(?:t?[LFc]U'|tY)(?:Q|u)", periods.same_quarter),
    Production("half", r"t?(?:[LFc]U')?(?:O|L(?=ho?Y))-?ho?(?:Y|t?[LFc]?U)?", periods.half),
    # two years ago, a year earlier, the year-ago quarter
    Production("ago", rf"b?{_COUNT}-?{_UNIT}[AE]|P[AE]|t?[UQ]-?[AE][Qu]?", periods.ago),
    # the following year, that month
    Production("told", r"t<[UQ]|>[UQ]", periods.told),
    # the past two months, the next few days, recent weeks
    Production("stretch", rf"t?(?:[LFr]|O)b?{_COUNT}{_UNIT}", lengths.duration),
    Production("recent", r"t?rP|[LFc]P", lengths.recent),
    # the year ended June 30
    Production("fiscal", r"tk?U(?=[78])", lengths.duration),
    # last year, earlier this month, the end of the week, the current fiscal year, the weekend
    Production("unit", rf"{_EDGE}?(?:t?(?:c?k|{_POINT}k?)[UQKSsu]|t?K)|t?lot[UQK]", periods.unit),
    Production("year_end", rf"(?<=[{_I}jba])U'?-?l", periods.unit),
    Production("season", rf"{_EDGE}?(?:t?S(?:,?o?Y)?|t?s,?o?Y)", periods.season),
    Production("fiscal_year", r"t?kU?Y|t?YkU?", periods.year),
    Production("decade", rf"t?(?:{_EDGE}-?)?B", periods.decade),
    Production("century", r"t?(?:e-?)?O-?U", periods.century),
    Production("rate", r"(?<=[$nNzCP])aU|aQo", lengths.rate),
    Production("duration", rf"b?{_COUNT}-?{_UNIT}(?:-?y)?|tNP|(?<=[{_I}jb])P(?!o)", lengths.duration),
    Production("year", rf"(?:{_EDGE}|t?U)Y|(?<=[{_I}jtoLFc'])Y|Y(?!z)", periods.year),
    Production("holiday", r"[eE]?[LFc]?G(?:,?Y)?D?", holidays.holiday),
    Production("the_unit", r"t\+?[UQ]", periods.the_unit),
    Production("reference", rf"g|t\^(?!o)|(?<=[{_I}jo])(?:\^|tL(?![xzd]))|c(?=[xzpd])", periods.reference),
)
# No production begins with the most frequent tags, nor has one of them behind “the” and “a”: said once, it
# need not be tried by each.
_NEVER_FIRST: Final = rf"(?![ta]?[xzpdfj.,·$'¶@ohXZuy{_I}01239%=&])"
PATTERN: Final = re.compile(
    _NEVER_FIRST + "(?:" + "|".join(f"(?P<{p.name}>{p.pattern})" for p in PRODUCTIONS) + ")"
)
READERS: Final = {p.name: p.read for p in PRODUCTIONS}
